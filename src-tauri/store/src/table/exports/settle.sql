INSERT INTO exports (begun, folder, practice_revision) SELECT begun, folder, practice_revision FROM pending_export;

DELETE FROM exported_articles;

INSERT INTO exported_articles SELECT article, fingerprint FROM pending_articles;

-- From now on patients may have these addresses.
UPDATE articles SET address_fixed = 1
WHERE address_fixed = 0 AND id IN (SELECT article FROM pending_articles);

UPDATE topics SET address_fixed = 1
WHERE address_fixed = 0
  AND id IN (SELECT topic FROM article_topics WHERE article IN (SELECT article FROM pending_articles));

DELETE FROM pending_export;

DELETE FROM pending_articles;
