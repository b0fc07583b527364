//! What tells whether a page says the same as before.

use jiff::civil::Date;
use pamphlet_model::{Address, Article, ArticleId};
use rusqlite::OptionalExtension;

use super::super::parsed;
use super::{Articles, ArticlesMut};
use crate::error::{During, Result};

/// What a page says of a topic (its name and its address) or of a person (their name and what stands after it).
type Named = (String, String);

/// Who looked an article over and when, and what is recommended below it first and never.
type More = (Option<Named>, Option<Date>, Vec<ArticleId>, Vec<ArticleId>);

impl Articles<'_> {
    /// What the pages of all articles say that go on the site, each as a fingerprint, and their addresses.
    pub fn fingerprints(&self) -> Result<Vec<(ArticleId, String, Address)>> {
        self.connection
            .prepare_cached(
                "SELECT id, fingerprint, address FROM articles
                 WHERE status = 'ready' AND has_words AND binned IS NULL ORDER BY id",
            )
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok((parsed(row, 0)?, row.get(1)?, parsed(row, 2)?))
                })?
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
        // Only where there are any: what was exported before articles had them still says the same.
        if let Some(more) = self.more(article)? {
            let _ = serde_json::to_writer(&mut hasher, &more);
        }
        Ok(hasher.finalize().to_hex()[..16].to_owned())
    }

    /// What a page says since it can name who looked it over, and what is recommended.
    fn more(&self, article: &Article) -> Result<Option<More>> {
        let Article {
            reviewed,
            related_pins,
            related_hides,
            ..
        } = article;
        let reviewer = match article.reviewer {
            Some(id) => {
                let sql = "SELECT name, credentials FROM people WHERE id = ?1 AND binned IS NULL";
                self.named(sql, &id.to_string())?
            }
            None => None,
        };
        let more = (
            reviewer,
            *reviewed,
            related_pins.clone(),
            related_hides.clone(),
        );
        let nothing = (None, None, Vec::new(), Vec::new());
        Ok((more != nothing).then_some(more))
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
