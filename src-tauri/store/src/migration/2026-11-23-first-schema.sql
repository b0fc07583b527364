-- Moments are milliseconds since 1970 in UTC; dates are YYYY-MM-DD; ids are the text forms of their model types.

CREATE TABLE people (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL COLLATE NOCASE,
    credentials TEXT NOT NULL DEFAULT '',
    -- When they were put in the bin.
    binned      INTEGER
) STRICT;

-- A name in the bin keeps nobody from using it.
CREATE UNIQUE INDEX people_by_name ON people (name) WHERE binned IS NULL;

CREATE TABLE topics (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL COLLATE NOCASE,
    address       TEXT NOT NULL,
    -- 1 once the topic has been on the site: from then on its name no longer moves the address.
    address_fixed INTEGER NOT NULL DEFAULT 0,
    -- When it was put in the bin.
    binned        INTEGER
) STRICT;

CREATE UNIQUE INDEX topics_by_name ON topics (name) WHERE binned IS NULL;
CREATE UNIQUE INDEX topics_by_address ON topics (address) WHERE binned IS NULL;

-- Pictures that were ever inserted. The bytes lie in `media/`, named by `id`.
CREATE TABLE media (
    id        TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    format    TEXT NOT NULL,
    width     INTEGER NOT NULL,
    height    INTEGER NOT NULL,
    bytes     INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    animated  INTEGER NOT NULL DEFAULT 0,
    -- What it shows, in words, offered wherever it is inserted.
    alt       TEXT NOT NULL DEFAULT '',
    -- How it is shown: quarter turns clockwise, then the part of the turned picture in ten-thousandths of its sides.
    turns       INTEGER NOT NULL DEFAULT 0,
    crop_left   INTEGER NOT NULL DEFAULT 0,
    crop_top    INTEGER NOT NULL DEFAULT 0,
    crop_width  INTEGER NOT NULL DEFAULT 10000,
    crop_height INTEGER NOT NULL DEFAULT 10000,
    -- What stays in sight of that part, in ten-thousandths of its sides.
    focus_x     INTEGER NOT NULL DEFAULT 5000,
    focus_y     INTEGER NOT NULL DEFAULT 5000,
    -- When pages that show it began to look different.
    changed     INTEGER,
    -- When it was put in the bin.
    binned      INTEGER
) STRICT;

CREATE TABLE articles (
    -- What the search index knows the article by.
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    -- When it was put in the bin.
    binned        INTEGER,
    address       TEXT NOT NULL UNIQUE,
    -- 1 once the article has been on the site: from then on the title no longer moves the address.
    address_fixed INTEGER NOT NULL DEFAULT 0,
    status        TEXT NOT NULL CHECK (status IN ('draft', 'ready')),
    -- 0 where title or text is blank: such an article is not on the site.
    has_words     INTEGER NOT NULL,
    -- Tells what the article's page says from what it said before.
    fingerprint   TEXT NOT NULL,
    author        TEXT REFERENCES people (id),
    published     TEXT,
    created       INTEGER NOT NULL,
    changed       INTEGER NOT NULL,
    revision      INTEGER NOT NULL,
    hero_picture  TEXT REFERENCES media (id),
    hero_alt      TEXT NOT NULL DEFAULT '',
    title         TEXT NOT NULL,
    summary       TEXT NOT NULL,
    -- The file that the article was imported from; the BLAKE3 hash of that file and, after blanks, of what it showed and linked to.
    source        TEXT UNIQUE,
    source_hash   TEXT,
    -- Last: whatever stands behind a long text is slow to read.
    text          TEXT NOT NULL
) STRICT;

-- All that a list is ordered and filtered by, so that the articles themselves need not be read for it.
CREATE INDEX articles_listed ON articles (
    changed DESC, title COLLATE NOCASE, id, status, has_words, fingerprint, author, published
) WHERE binned IS NULL;

CREATE INDEX articles_by_hero ON articles (hero_picture) WHERE hero_picture IS NOT NULL;

CREATE INDEX articles_in_bin ON articles (binned) WHERE binned IS NOT NULL;

-- The words of all articles as people read them, found by their stems and without accents.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, summary, text,
    -- The articles that the text links to. Nobody looks for these words.
    links,
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER articles_words_removed AFTER DELETE ON articles BEGIN
    DELETE FROM article_words WHERE rowid = old.number;
END;

-- Addresses that articles had when others already linked to them.
CREATE TABLE former_addresses (
    address TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE article_topics (
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic    TEXT NOT NULL REFERENCES topics (id),
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_topics_by_topic ON article_topics (topic);

-- The articles that had a topic that is in the bin, and its place among theirs, which stays free.
CREATE TABLE binned_article_topics (
    topic    TEXT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (topic, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX binned_article_topics_by_article ON binned_article_topics (article, position);

-- The articles whose author is in the bin.
CREATE TABLE binned_authors (
    person  TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (person, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX binned_authors_by_article ON binned_authors (article);

-- The pictures that an article's text names, by the first 16 digits of their ids.
CREATE TABLE article_pictures (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    digits  TEXT NOT NULL,
    PRIMARY KEY (article, digits)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_pictures_by_digits ON article_pictures (digits);

-- Earlier words of articles, in the order in which they were kept.
CREATE TABLE versions (
    id      INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kept    INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    -- As the person called it.
    name    TEXT,
    -- How many words differ from the version before.
    added   INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    -- The version whose words are the dictionary of these, and how many lean on one another so.
    base    INTEGER REFERENCES versions (id),
    depth   INTEGER NOT NULL,
    -- Zstandard of the JSON array [title, summary, text].
    words   BLOB NOT NULL
) STRICT;

CREATE INDEX versions_by_article ON versions (article, id);
CREATE INDEX versions_by_base ON versions (base);

-- The pictures that the text of a version names.
CREATE TABLE version_pictures (
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    digits  TEXT NOT NULL,
    PRIMARY KEY (version, digits)
) STRICT, WITHOUT ROWID;

CREATE INDEX version_pictures_by_digits ON version_pictures (digits);

-- One row: what the practice says of itself, as JSON.
CREATE TABLE practice (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    facts    TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Every export that was finished.
CREATE TABLE exports (
    id                INTEGER PRIMARY KEY,
    begun             INTEGER NOT NULL,
    folder            TEXT NOT NULL,
    practice_revision INTEGER NOT NULL
) STRICT;

-- What the last export put on the site, and what it said then.
CREATE TABLE exported_articles (
    article     TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The export of which it is not known yet whether it came to its end, and what it was to put on the site.
CREATE TABLE pending_export (
    id                INTEGER PRIMARY KEY CHECK (id = 1),
    begun             INTEGER NOT NULL,
    folder            TEXT NOT NULL,
    practice_revision INTEGER NOT NULL,
    -- Of the folder, once it came to its end.
    state             TEXT NOT NULL
) STRICT;

CREATE TABLE pending_articles (
    article     TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Articles that are not in the bin, and where each stands between here and the site.
CREATE VIEW listed_articles AS
SELECT articles.*,
       CASE
           WHEN status = 'ready' AND has_words THEN
               CASE
                   WHEN exported.article IS NULL THEN 'ready'
                   WHEN exported.fingerprint = articles.fingerprint THEN 'on-site'
                   ELSE 'changed'
               END
           WHEN exported.article IS NOT NULL THEN 'leaving'
           ELSE 'draft'
       END AS standing
FROM articles LEFT JOIN exported_articles exported ON exported.article = articles.id
WHERE binned IS NULL;
