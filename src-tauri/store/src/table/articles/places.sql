-- The plus keeps the words from being looked up once for each article.
WITH wanted AS MATERIALIZED (SELECT number, id FROM articles WHERE id IN (SELECT value FROM json_each(?4)))
SELECT (SELECT id FROM wanted WHERE number = article_words.rowid),
       highlight(article_words, 0, ?2, ?3),
       snippet(article_words, 2, ?2, ?3, '…', 24)
FROM article_words
WHERE article_words MATCH ?1 AND +rowid IN (SELECT number FROM wanted)
