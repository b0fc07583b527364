SELECT id, name, credentials, address, role, picture, picture_alt, biography, binned,
       (SELECT count(*)
        FROM binned_authors JOIN articles ON articles.id = article
        WHERE person = people.id AND articles.binned IS NULL)
FROM people
WHERE binned IS NOT NULL
ORDER BY binned DESC, id
