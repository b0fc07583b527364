SELECT id, title, summary, author, status, published, changed, revision,
       (SELECT group_concat(topic, ' ')
        FROM (SELECT topic FROM article_topics WHERE article = articles.id ORDER BY position)),
       address
FROM articles
WHERE binned IS NULL
ORDER BY changed DESC, title COLLATE NOCASE, id
