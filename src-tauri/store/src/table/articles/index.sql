INSERT OR REPLACE INTO article_words (rowid, title, summary, text, links)
SELECT number, ?2, ?3, ?4, ?5 FROM articles WHERE id = ?1
