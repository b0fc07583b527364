use pamphlet_model::Practice;
use rusqlite::{Connection, OptionalExtension, params};

use super::write_handle;
use crate::error::{During, Result, StoreError};

/// Reads what the practice says of itself.
pub struct PracticeTable<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes what the practice says of itself.
    PracticeMut: PracticeTable
}

impl PracticeTable<'_> {
    /// The practice, and a number that grows by one with every change to it.
    pub fn get(&self) -> Result<(Practice, u64)> {
        let row = self
            .connection
            .prepare_cached("SELECT facts, revision FROM practice WHERE id = 1")
            .and_then(|mut s| {
                s.query_row([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
                    .optional()
            })
            .during("read the practice")?;
        let Some((facts, revision)) = row else {
            return Ok((Practice::default(), 0));
        };
        let practice = serde_json::from_str(&facts).map_err(|error| StoreError::BadRow {
            table: "practice",
            reason: error.to_string(),
        })?;
        Ok((practice, revision))
    }
}

impl PracticeMut<'_> {
    /// Something else changed that every page shows.
    pub fn touch(&self) -> Result<()> {
        self.connection
            .execute("UPDATE practice SET revision = revision + 1", [])
            .during("write the practice")
            .map(|_| ())
    }

    pub fn put(&self, practice: &Practice) -> Result<()> {
        let facts = serde_json::to_string(practice).map_err(|error| StoreError::BadRow {
            table: "practice",
            reason: error.to_string(),
        })?;
        self.connection
            .prepare_cached(
                "INSERT INTO practice (id, facts, revision) VALUES (1, ?1, 1)
                 ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, revision = revision + 1",
            )
            .and_then(|mut s| s.execute(params![facts]))
            .during("write the practice")
            .map(|_| ())
    }
}
