SELECT id, name, address, binned,
       (SELECT count(*)
        FROM binned_article_topics JOIN articles ON articles.id = article
        WHERE topic = topics.id AND articles.binned IS NULL)
FROM topics
WHERE binned IS NOT NULL
ORDER BY binned DESC, id
