INSERT INTO exports (begun, folder, practice_revision) SELECT begun, folder, practice_revision FROM pending_export;

DELETE FROM exported_articles;

INSERT INTO exported_articles (article, fingerprint) SELECT article, fingerprint FROM pending_articles;

-- From now on patients may have these addresses.
UPDATE articles SET address_fixed = 1
WHERE address_fixed = 0 AND id IN (SELECT article FROM pending_articles);

UPDATE topics SET address_fixed = 1
WHERE address_fixed = 0
  AND id IN (SELECT topic FROM article_topics WHERE article IN (SELECT article FROM pending_articles));

INSERT OR REPLACE INTO public_addresses (kind, address, id, topic)
SELECT 'article', coalesce(address, (SELECT address FROM articles WHERE id = article)), article,
       (SELECT topic FROM article_topics WHERE article = pending_articles.article ORDER BY position LIMIT 1)
FROM pending_articles
WHERE address IS NOT NULL OR article IN (SELECT id FROM articles);

INSERT OR REPLACE INTO public_addresses (kind, address, id) SELECT kind, address, id FROM pending_addresses;

UPDATE people SET address_fixed = 1
WHERE address_fixed = 0 AND id IN (SELECT id FROM pending_addresses WHERE kind = 'person');

UPDATE pages SET address_fixed = 1
WHERE address_fixed = 0 AND id IN (SELECT id FROM pending_addresses WHERE kind = 'page');

DELETE FROM pending_export;

DELETE FROM pending_articles;

DELETE FROM pending_addresses;
