SELECT count(*)
FROM media
WHERE changed > ?1
  AND (EXISTS (
          SELECT 1 FROM articles
          WHERE status = 'ready' AND binned IS NULL
            AND (hero_picture = media.id
                 OR id IN (SELECT article FROM article_pictures WHERE digits = substr(media.id, 1, 16)))
      )
      OR EXISTS (SELECT 1 FROM other_pictures WHERE digits = substr(media.id, 1, 16)))
