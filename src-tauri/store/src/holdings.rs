//! What a database holds, in a few numbers that a person can tell one copy from another by.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, Row};

use crate::check::open_untouched;
use crate::error::{During, Result};
use crate::table::moment;

/// What is in a library, but for what is in its bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holdings {
    pub articles: u32,
    pub pictures: u32,
    /// When an article was changed last.
    pub last_change: Option<Timestamp>,
}

/// Every schema since the first has these tables and columns.
const HOLDINGS: &str = "SELECT (SELECT count(*) FROM articles WHERE binned IS NULL),
                               (SELECT count(*) FROM media WHERE binned IS NULL),
                               (SELECT max(changed) FROM articles WHERE binned IS NULL)";

impl Holdings {
    /// Of a file that nobody writes to, which is not touched. Whether all of it is whole, this does not say.
    ///
    /// # Errors
    /// If it is no library, or its lists are damaged.
    pub fn of(path: &Path) -> Result<Self> {
        let read = |connection: Connection| connection.query_row(HOLDINGS, [], Self::from_row);
        open_untouched(path)
            .and_then(read)
            .during("see what a copy holds")
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            articles: row.get(0)?,
            pictures: row.get(1)?,
            last_change: (row.get::<_, Option<i64>>(2)?)
                .map(|_| moment(row, 2))
                .transpose()?,
        })
    }
}
