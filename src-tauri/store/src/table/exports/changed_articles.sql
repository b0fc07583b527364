SELECT (SELECT count(*) FROM listed_articles WHERE standing IN ('ready', 'changed', 'leaving'))
     + (SELECT count(*)
        FROM exported_articles
        WHERE article NOT IN (SELECT id FROM articles WHERE binned IS NULL))
