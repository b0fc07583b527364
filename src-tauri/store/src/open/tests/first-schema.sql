INSERT INTO people (id, name, credentials, binned) VALUES
    ('01010101-0101-4101-8101-010101010101', 'Dana Whitlock', 'MD', NULL),
    ('02020202-0202-4202-8202-020202020202', 'Dana Whitlock', '', 5),
    ('03030303-0303-4303-8303-030303030303', 'Dana Whitlock, NP', '', NULL);
INSERT INTO topics (id, name, address, address_fixed, binned) VALUES
    ('05050505-0505-4505-8505-050505050505', 'Sleep', 'sleep', 1, NULL),
    ('06060606-0606-4606-8606-060606060606', 'Old', 'old', 0, 7);
INSERT INTO media (id, file_name, format, width, height, bytes, added, alt) VALUES
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bed.jpg', 'jpeg', 4, 3, 12, 1, 'A bed');
INSERT INTO articles (number, id, address, address_fixed, status, has_words, fingerprint, author, published, created,
                      changed, revision, hero_picture, hero_alt, title, summary, source, source_hash, text) VALUES
    (1, '0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a', 'better-sleep', 1, 'ready', 1, 'f9d26710cd98c81c',
     '03030303-0303-4303-8303-030303030303', '2026-06-15', 1, 2, 3,
     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'A bed', 'Better sleep', 'Go to bed.',
     'in/sleep.md', '00', 'Go *early*. ![x](picture:aaaaaaaaaaaaaaaa)'),
    (2, '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b', 'idea', 0, 'draft', 0, '', NULL, NULL, 1, 2, 1, NULL, '', 'Idea', '', NULL,
     NULL, '');
INSERT INTO article_words (rowid, title, summary, text, links) VALUES (1, 'Better sleep', 'Go to bed.', 'Go early.', '');
INSERT INTO former_addresses VALUES ('good-sleep', '0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a');
INSERT INTO article_topics VALUES ('0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a', 0, '05050505-0505-4505-8505-050505050505');
INSERT INTO binned_article_topics VALUES
    ('06060606-0606-4606-8606-060606060606', '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b', 0);
INSERT INTO binned_authors VALUES ('02020202-0202-4202-8202-020202020202', '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b');
INSERT INTO article_pictures VALUES ('0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a', 'aaaaaaaaaaaaaaaa');
INSERT INTO practice VALUES (1, '{"name": "Alder Street"}', 2);
INSERT INTO settings VALUES ('export.folder', '/somewhere');
INSERT INTO exports VALUES (1, 9, '/somewhere', 2);
INSERT INTO exported_articles VALUES ('0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a', 'f9d26710cd98c81c');
INSERT INTO pending_export VALUES (1, 10, '/somewhere', 2, 'state');
INSERT INTO pending_articles VALUES ('0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a', 'f9d26710cd98c81c');
