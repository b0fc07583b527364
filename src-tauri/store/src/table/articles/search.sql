SELECT articles.id,
       highlight(article_words, 0, ?2, ?3),
       snippet(article_words, 2, ?2, ?3, '…', 24)
FROM article_words JOIN articles ON articles.number = article_words.rowid
WHERE article_words MATCH ?1 AND articles.binned IS NULL
ORDER BY bm25(article_words, 10.0, 4.0, 1.0), articles.id
LIMIT ?4
