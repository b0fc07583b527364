SELECT id, title, summary, author, status, published, changed, revision,
       (SELECT group_concat(topic, ' ')
        FROM (SELECT topic FROM article_topics WHERE article = listed_articles.id ORDER BY position)),
       address, standing
FROM listed_articles
