use jiff::Timestamp;
use pamphlet_model::{Address, ArticleId, PublicAddress};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::public_addresses::kind_and_id;
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

/// One export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What was changed later is not on the site.
    pub begun: Timestamp,
    pub folder: String,
    /// The practice's revision that went out.
    pub practice_revision: u64,
}

impl Exports<'_> {
    /// The last finished export.
    pub fn last(&self) -> Result<Option<Export>> {
        self.connection
            .prepare_cached(
                "SELECT begun, folder, practice_revision FROM exports ORDER BY id DESC LIMIT 1",
            )
            .and_then(|mut s| s.query_row([], export).optional())
            .during("read the last export")
    }

    /// The export of which it is not known whether it came to its end, and the state of its folder if it did.
    pub fn pending(&self) -> Result<Option<(Export, String)>> {
        self.connection
            .prepare_cached("SELECT begun, folder, practice_revision, state FROM pending_export")
            .and_then(|mut s| {
                s.query_row([], |row| Ok((export(row)?, row.get(3)?)))
                    .optional()
            })
            .during("read the last export")
    }

    /// How many articles of the site as last exported are in the bin, or removed for ever.
    pub fn withdrawn_articles(&self) -> Result<usize> {
        self.connection
            .prepare_cached(
                "SELECT count(*) FROM exported_articles
                 WHERE article NOT IN (SELECT id FROM articles WHERE binned IS NULL)",
            )
            .and_then(|mut s| s.query_row([], |row| row.get(0)))
            .during("count the changes")
    }
}

impl ExportsMut<'_> {
    /// Notes an export that is about to come to its end, and the articles that go out with it, with their
    /// fingerprints and addresses, and the pages and people. `state` is what will tell whether it did.
    pub fn announce(
        &self,
        export: &Export,
        state: &str,
        articles: &[(ArticleId, String, Address)],
        others: &[PublicAddress],
    ) -> Result<()> {
        self.forget_pending()?;
        let write = || -> rusqlite::Result<()> {
            self.connection.execute(
                "INSERT INTO pending_export (id, begun, folder, practice_revision, state)
                 VALUES (1, ?1, ?2, ?3, ?4)",
                params![
                    export.begun.as_millisecond(),
                    export.folder,
                    export.practice_revision,
                    state,
                ],
            )?;
            let mut insert = self.connection.prepare_cached(
                "INSERT INTO pending_articles (article, fingerprint, address) VALUES (?1, ?2, ?3)",
            )?;
            for (article, fingerprint, address) in articles {
                insert.execute([&article.to_string(), fingerprint, address.as_str()])?;
            }
            let mut insert = self.connection.prepare_cached(
                "INSERT INTO pending_addresses (kind, address, id) VALUES (?1, ?2, ?3)",
            )?;
            for other in others {
                let (kind, id) = kind_and_id(other.of);
                insert.execute([kind, other.address.as_str(), &id])?;
            }
            Ok(())
        };
        write().during("note an export")
    }

    /// The export that was announced came to its end: what it put on the site is there, at addresses that stay.
    pub fn settle_pending(&self) -> Result<()> {
        self.connection
            .execute_batch(include_str!("exports/settle.sql"))
            .during("note an export")
    }

    /// The export that was announced never came to its end.
    pub fn forget_pending(&self) -> Result<()> {
        self.connection
            .execute_batch("DELETE FROM pending_export; DELETE FROM pending_articles; DELETE FROM pending_addresses;")
            .during("note an export")
    }
}

fn export(row: &Row<'_>) -> rusqlite::Result<Export> {
    Ok(Export {
        begun: super::moment(row, 0)?,
        folder: row.get(1)?,
        practice_revision: row.get(2)?,
    })
}
