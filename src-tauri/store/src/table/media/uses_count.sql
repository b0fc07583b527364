(SELECT count(*) FROM (
    SELECT id FROM articles WHERE hero_picture = media.id AND binned IS NULL
    UNION
    SELECT article_pictures.article
    FROM article_pictures JOIN articles ON articles.id = article_pictures.article
    WHERE digits = substr(media.id, 1, 16) AND articles.binned IS NULL
))
