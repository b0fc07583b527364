-- What is known of a person besides the byline. The address is made of the name where it is blank.
ALTER TABLE people ADD COLUMN address TEXT NOT NULL DEFAULT '';
-- 1 once the person's page has been on the site: from then on the name no longer moves the address.
ALTER TABLE people ADD COLUMN address_fixed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN picture TEXT REFERENCES media (id);
ALTER TABLE people ADD COLUMN picture_alt TEXT NOT NULL DEFAULT '';
-- When their page began to say something else.
ALTER TABLE people ADD COLUMN changed INTEGER;
ALTER TABLE people ADD COLUMN biography TEXT NOT NULL DEFAULT '';

-- The clinician who looked the article over, be they in the bin, and when.
ALTER TABLE articles ADD COLUMN reviewer TEXT REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE articles ADD COLUMN reviewed TEXT;

CREATE INDEX articles_by_reviewer ON articles (reviewer) WHERE reviewer IS NOT NULL;
CREATE INDEX articles_by_author ON articles (author) WHERE author IS NOT NULL;

-- Which articles are recommended below an article before all others, in this order, and which never.
CREATE TABLE article_related (
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    related  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    hidden   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (article, related)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_related_by_related ON article_related (related);

-- Pages of the practice that are no articles.
CREATE TABLE pages (
    id            TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    address       TEXT NOT NULL UNIQUE,
    -- 1 once it has been on the site: from then on the title no longer moves the address.
    address_fixed INTEGER NOT NULL DEFAULT 0,
    status        TEXT NOT NULL CHECK (status IN ('draft', 'ready')),
    in_menu       INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    created       INTEGER NOT NULL,
    changed       INTEGER NOT NULL,
    revision      INTEGER NOT NULL,
    -- When it was put in the bin.
    binned        INTEGER,
    -- The file that it was imported from, as of an article.
    source        TEXT UNIQUE,
    source_hash   TEXT,
    title         TEXT NOT NULL,
    summary       TEXT NOT NULL,
    text          TEXT NOT NULL
) STRICT;

-- Pictures that something else than an article names, by the first 16 digits of their ids: the page or the person of an
-- id, or 'look'.
CREATE TABLE other_pictures (
    owner  TEXT NOT NULL,
    digits TEXT NOT NULL,
    PRIMARY KEY (owner, digits)
) STRICT, WITHOUT ROWID;

CREATE INDEX other_pictures_by_digits ON other_pictures (digits);

CREATE TRIGGER people_pictures_removed AFTER DELETE ON people BEGIN
    DELETE FROM other_pictures WHERE owner = old.id;
END;

CREATE TRIGGER pages_pictures_removed AFTER DELETE ON pages BEGIN
    DELETE FROM other_pictures WHERE owner = old.id;
END;

-- Addresses that patients may have. They outlive what was there.
CREATE TABLE public_addresses (
    -- 'article', 'page' or 'person'.
    kind    TEXT NOT NULL,
    address TEXT NOT NULL,
    id      TEXT NOT NULL,
    -- The first topic of an article when it was last on the site.
    topic   TEXT,
    PRIMARY KEY (kind, address)
) STRICT, WITHOUT ROWID;

INSERT INTO public_addresses (kind, address, id, topic)
SELECT 'article', address, id,
       (SELECT topic FROM article_topics WHERE article = articles.id ORDER BY position LIMIT 1)
FROM articles WHERE address_fixed;

-- With which address an article goes out.
ALTER TABLE pending_articles ADD COLUMN address TEXT;

-- Pages and people that go out with the export of which it is not known yet whether it came to its end.
CREATE TABLE pending_addresses (
    kind    TEXT NOT NULL,
    address TEXT NOT NULL,
    id      TEXT NOT NULL,
    PRIMARY KEY (kind, address)
) STRICT, WITHOUT ROWID;
