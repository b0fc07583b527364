-- `Article::has_words`: an article without words is not on the site.
WITH going AS (
    SELECT id, revision FROM articles
    WHERE status = 'ready' AND binned IS NULL AND trim(title) <> '' AND trim(text) <> ''
)
SELECT (SELECT count(*)
        FROM going LEFT JOIN exported_articles e ON e.article = going.id
        WHERE e.article IS NULL OR e.revision <> going.revision)
     + (SELECT count(*)
        FROM exported_articles e LEFT JOIN going ON going.id = e.article
        WHERE going.id IS NULL)
