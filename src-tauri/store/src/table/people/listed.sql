SELECT id, name, credentials, address, role, picture, picture_alt, biography, coalesce(articles, 0)
FROM people
LEFT JOIN (
    SELECT author, count(*) AS articles FROM articles WHERE binned IS NULL AND author IS NOT NULL GROUP BY author
) ON author = id
WHERE binned IS NULL
ORDER BY name COLLATE alphabet, id
