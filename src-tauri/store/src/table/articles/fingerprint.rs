//! What tells whether a page says the same as before.

use pamphlet_model::{Article, ArticleId};
use rusqlite::OptionalExtension;

use super::super::parsed;
use super::{Articles, ArticlesMut};
use crate::error::{During, Result};

/// What a page says of a topic (its name and its address) or of a person (their name and what stands after it).
type Named = (String, String);

impl Articles<'_> {
    /// What the pages of all articles say that go on the site, each as a fingerprint.
    pub fn fingerprints(&self) -> Result<Vec<(ArticleId, String)>> {
        self.connection
            .prepare_cached(
                "SELECT id, fingerprint FROM articles
                 WHERE status = 'ready' AND has_words AND binned IS NULL ORDER BY id",
            )
            .and_then(|mut s| {
                s.query_map([], |row| Ok((parsed(row, 0)?, row.get(1)?)))?
                    .collect()
            })
            .during("read what the pages say")
    }

    /// 16 hexadecimal digits that change whenever the article's page does: topics and people count as what the page
    /// says of them.
    pub(super) fn fingerprint(&self, article: &Article) -> Result<String> {
        let Article {
            title,
            summary,
            text,
            address,
            hero,
            published,
            ..
        } = article;
        let mut topics = Vec::with_capacity(article.topics.len());
        for id in &article.topics {
            let sql = "SELECT name, address FROM topics WHERE id = ?1";
            topics.extend(self.named(sql, &id.to_string())?);
        }
        let author = match article.author {
            Some(id) => {
                let sql = "SELECT name, credentials FROM people WHERE id = ?1";
                self.named(sql, &id.to_string())?
            }
            None => None,
        };
        let page = (
            title, summary, text, address, topics, author, hero, published,
        );
        let mut hasher = blake3::Hasher::new();
        // What a hasher is written to never fails, and neither do strings and lists in JSON.
        let _ = serde_json::to_writer(&mut hasher, &page);
        Ok(hasher.finalize().to_hex()[..16].to_owned())
    }

    fn named(&self, sql: &'static str, id: &str) -> Result<Option<Named>> {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut s| {
                s.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
                    .optional()
            })
            .during("read what a page says")
    }
}

impl ArticlesMut<'_> {
    /// What these articles' pages say of their topics or authors may have changed.
    pub(crate) fn say_otherwise(&self, articles: &[ArticleId]) -> Result<()> {
        for id in articles.iter().map(ArticleId::to_string) {
            let Some(article) = self.find("id = ?1", &id)? else {
                continue;
            };
            let fingerprint = self.fingerprint(&article)?;
            self.connection
                .prepare_cached("UPDATE articles SET fingerprint = ?2 WHERE id = ?1")
                .and_then(|mut s| s.execute([&id, &fingerprint]))
                .during("write what a page says")?;
        }
        Ok(())
    }
}
