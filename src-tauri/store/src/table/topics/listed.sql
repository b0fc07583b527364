SELECT topics.id, name, address, coalesce(articles, 0)
FROM topics
LEFT JOIN (
    SELECT topic, count(*) AS articles
    FROM article_topics JOIN articles ON articles.id = article
    WHERE articles.binned IS NULL
    GROUP BY topic
) ON topic = topics.id
WHERE binned IS NULL
ORDER BY name COLLATE alphabet, topics.id
