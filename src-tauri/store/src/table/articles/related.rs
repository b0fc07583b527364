//! Which articles a person wants recommended below an article, and which not.

use pamphlet_model::{Article, ArticleId};
use rusqlite::params;

use super::super::parsed;
use super::{Articles, ArticlesMut};
use crate::error::{During, Result};

impl Articles<'_> {
    /// Those that come first, in their order, and those that never come.
    pub(super) fn related_of(&self, id: &str) -> Result<(Vec<ArticleId>, Vec<ArticleId>)> {
        let rows: Vec<(ArticleId, bool)> = self
            .connection
            .prepare_cached(
                "SELECT related, hidden FROM article_related WHERE article = ?1 ORDER BY position",
            )
            .and_then(|mut s| {
                s.query_map([id], |row| Ok((parsed(row, 0)?, row.get(1)?)))?
                    .collect()
            })
            .during("read which articles are recommended")?;
        let of = |wanted: bool| {
            let rows = rows.iter().filter(move |(_, hidden)| *hidden == wanted);
            rows.map(|(id, _)| *id).collect()
        };
        Ok((of(false), of(true)))
    }
}

impl ArticlesMut<'_> {
    pub(super) fn put_related(&self, article: &Article) -> Result<()> {
        let id = article.id.to_string();
        let (pins, hides) = (&article.related_pins, &article.related_hides);
        if self.related_of(&id)? == (pins.clone(), hides.clone()) {
            return Ok(());
        }
        let pins = pins.iter().map(|it| (it, false));
        let all = pins.chain(hides.iter().map(|it| (it, true)));
        let write = || -> rusqlite::Result<()> {
            self.connection
                .prepare_cached("DELETE FROM article_related WHERE article = ?1")?
                .execute([&id])?;
            let mut insert = self.connection.prepare_cached(
                "INSERT OR IGNORE INTO article_related (article, related, hidden, position)
                 VALUES (?1, ?2, ?3, ?4)",
            )?;
            for (position, (related, hidden)) in all.enumerate() {
                insert.execute(params![id, related.to_string(), hidden, position])?;
            }
            Ok(())
        };
        write().during("write which articles are recommended")
    }
}
