SELECT id, title,
       hero_picture IS ?1,
       EXISTS (SELECT 1 FROM article_pictures WHERE article = articles.id AND digits = substr(?1, 1, 16)),
       binned IS NOT NULL
FROM articles
WHERE hero_picture = ?1
   OR id IN (SELECT article FROM article_pictures WHERE digits = substr(?1, 1, 16))
ORDER BY binned IS NOT NULL, title COLLATE NOCASE, id
