INSERT INTO articles (id, address, title, summary, text, author, hero_picture, hero_alt, status, published, created,
                      changed, revision, has_words, fingerprint, reviewer, reviewed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (id) DO UPDATE
SET address      = excluded.address,
    title        = excluded.title,
    summary      = excluded.summary,
    text         = excluded.text,
    author       = excluded.author,
    hero_picture = excluded.hero_picture,
    hero_alt     = excluded.hero_alt,
    status       = excluded.status,
    published    = excluded.published,
    changed      = excluded.changed,
    revision     = excluded.revision,
    has_words    = excluded.has_words,
    fingerprint  = excluded.fingerprint,
    reviewer     = excluded.reviewer,
    reviewed     = excluded.reviewed
