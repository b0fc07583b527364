INSERT INTO pages (id, kind, address, title, summary, text, status, in_menu, position, created, changed, revision)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE
SET kind     = excluded.kind,
    address  = excluded.address,
    title    = excluded.title,
    summary  = excluded.summary,
    text     = excluded.text,
    status   = excluded.status,
    in_menu  = excluded.in_menu,
    position = excluded.position,
    changed  = excluded.changed,
    revision = excluded.revision
