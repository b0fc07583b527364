UPDATE topics
SET address_fixed = 1
WHERE address_fixed = 0
  AND id IN (SELECT topic FROM article_topics WHERE article IN (SELECT article FROM exported_articles))
