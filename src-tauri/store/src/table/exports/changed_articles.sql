SELECT (SELECT count(*)
        FROM articles a LEFT JOIN exported_articles e ON e.article = a.id
        WHERE a.status = 'ready' AND a.binned IS NULL AND (e.article IS NULL OR e.revision <> a.revision))
     + (SELECT count(*)
        FROM exported_articles e LEFT JOIN articles a ON a.id = e.article
        WHERE a.id IS NULL OR a.status <> 'ready' OR a.binned IS NOT NULL)
