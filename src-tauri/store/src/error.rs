use std::path::PathBuf;

/// Why a file is not opened. The file is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such file")]
    Missing,
    #[error("it is not a database, or not one that Pamphlet made")]
    NotALibrary,
    #[error("a newer Pamphlet made it (schema {found}; this one knows {known})")]
    Newer { found: u32, known: u32 },
    #[error("it is damaged: {0}")]
    Damaged(String),
    #[error("it could not be found out whether it is damaged: {0}")]
    Unchecked(String),
}

/// What can go wrong with the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("'{path}' was not opened: {refusal}", path = path.display())]
    Refused { path: PathBuf, refusal: Refusal },
    #[error("failed to read '{path}': {source}", path = path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the database failed to {operation}: {source}")]
    Sqlite {
        operation: &'static str,
        source: rusqlite::Error,
    },
    #[error("the database has a row that makes no sense in {table}: {reason}")]
    BadRow { table: &'static str, reason: String },
}

impl StoreError {
    /// Whether the disk had no room for the change.
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Sqlite { source, .. }
            if source.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull))
    }

    /// Whether SQLite found the file to be damaged while working with it.
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Refused {
                refusal: Refusal::Damaged(_),
                ..
            }
        ) || matches!(self, Self::Sqlite { source, .. } if is_damage(source))
    }
}

pub(crate) fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(
        error.sqlite_error_code(),
        Some(DatabaseCorrupt | NotADatabase)
    )
}

pub(crate) type Result<T> = std::result::Result<T, StoreError>;

/// Names what was being done when SQLite failed.
pub(crate) trait During<T> {
    fn during(self, operation: &'static str) -> Result<T>;
}

impl<T> During<T> for rusqlite::Result<T> {
    fn during(self, operation: &'static str) -> Result<T> {
        self.map_err(|source| StoreError::Sqlite { operation, source })
    }
}
