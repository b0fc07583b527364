use jiff::Timestamp;
use pamphlet_model::{Article, ArticleId};
use rusqlite::{Connection, Row, params};

use super::{moment, write_handle};
use crate::error::{During, Result};

/// Reads earlier texts of articles.
pub struct Versions<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and keeps earlier texts of articles.
    VersionsMut: Versions
}

/// An article's words as they once were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub kept: Timestamp,
    /// Why it was kept: "import".
    pub reason: String,
    pub title: String,
    pub summary: String,
    pub text: String,
}

impl Versions<'_> {
    /// The versions of an article, the newest first.
    pub fn of(&self, article: ArticleId) -> Result<Vec<Version>> {
        self.connection
            .prepare_cached(
                "SELECT kept, reason, title, summary, text FROM versions WHERE article = ?1
                 ORDER BY kept DESC, id DESC",
            )
            .and_then(|mut s| s.query_map([article.to_string()], version)?.collect())
            .during("list an article's versions")
    }
}

impl VersionsMut<'_> {
    /// Keeps the article's words as they are.
    pub fn keep(&self, article: &Article, reason: &str, now: Timestamp) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO versions (article, kept, reason, title, summary, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )
            .and_then(|mut s| {
                s.execute(params![
                    article.id.to_string(),
                    now.as_millisecond(),
                    reason,
                    article.title,
                    article.summary,
                    article.text,
                ])
            })
            .during("keep a version")
            .map(|_| ())
    }
}

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        kept: moment(row, 0)?,
        reason: row.get(1)?,
        title: row.get(2)?,
        summary: row.get(3)?,
        text: row.get(4)?,
    })
}
