INSERT INTO people (id, name, credentials, address, role, picture, picture_alt, biography, binned)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE
SET name        = excluded.name,
    credentials = excluded.credentials,
    address     = excluded.address,
    role        = excluded.role,
    picture     = excluded.picture,
    picture_alt = excluded.picture_alt,
    biography   = excluded.biography
