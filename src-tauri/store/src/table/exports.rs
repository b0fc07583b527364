use jiff::Timestamp;
use pamphlet_model::ArticleId;
use rusqlite::{Connection, OptionalExtension, params};

use super::write_handle;
use crate::error::{During, Result};

/// Reads what was exported.
pub struct Exports<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and notes what was exported.
    ExportsMut: Exports
}

/// One finished export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    pub finished: Timestamp,
    pub folder: String,
    pub pages: usize,
    pub written: usize,
    pub removed: usize,
    /// The practice's revision that went out.
    pub practice_revision: u64,
}

impl Exports<'_> {
    /// The last finished export.
    pub fn last(&self) -> Result<Option<Export>> {
        self.connection
            .prepare_cached(
                "SELECT finished, folder, pages, written, removed, practice_revision FROM exports
                 ORDER BY id DESC LIMIT 1",
            )
            .and_then(|mut s| {
                s.query_row([], |row| {
                    Ok(Export {
                        finished: super::moment(row, 0)?,
                        folder: row.get(1)?,
                        pages: row.get(2)?,
                        written: row.get(3)?,
                        removed: row.get(4)?,
                        practice_revision: row.get(5)?,
                    })
                })
                .optional()
            })
            .during("read the last export")
    }

    /// How many articles differ between the site as last exported and the library as it stands: new, changed, withdrawn.
    pub fn changed_articles(&self) -> Result<usize> {
        self.connection
            .prepare_cached(include_str!("exports/changed_articles.sql"))
            .and_then(|mut s| s.query_row([], |row| row.get(0)))
            .during("count the changes")
    }
}

impl ExportsMut<'_> {
    /// Notes a finished export and the articles that went out with it, with their fingerprints then.
    pub fn insert(&self, export: &Export, articles: &[(ArticleId, String)]) -> Result<()> {
        let write = || -> rusqlite::Result<()> {
            self.connection.execute(
                "INSERT INTO exports (finished, folder, pages, written, removed, practice_revision)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    export.finished.as_millisecond(),
                    export.folder,
                    export.pages,
                    export.written,
                    export.removed,
                    export.practice_revision,
                ],
            )?;
            self.connection
                .execute("DELETE FROM exported_articles", [])?;
            let mut insert = self.connection.prepare_cached(
                "INSERT INTO exported_articles (article, fingerprint) VALUES (?1, ?2)",
            )?;
            for (article, fingerprint) in articles {
                insert.execute([&article.to_string(), fingerprint])?;
            }
            Ok(())
        };
        write().during("note an export")
    }
}
