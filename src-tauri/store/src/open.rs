use std::fs::File;
use std::io::Read;
use std::ops::Deref;
use std::path::Path;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::{During, Refusal, Result, StoreError};
use crate::migration;
use crate::table::{articles, exports, media, people, practice, settings, topics, versions};

/// "PMPH", kept in the file's header so that other programs' databases are not taken for libraries.
const APPLICATION_ID: u32 = 0x504d_5048;

/// An open library database. One connection: the caller decides on which thread it works.
pub struct Store {
    connection: Connection,
}

impl Store {
    /// Makes a new database where there is no file yet.
    ///
    /// # Errors
    /// If something is there already, or the file can't be written.
    pub fn create(path: &Path) -> Result<Self> {
        // `create_new` is what refuses an existing file; SQLite alone would open it.
        File::create_new(path).map_err(|source| StoreError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        let mut connection = connect(path)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Exclusive)
            .during("make the library")?;
        transaction
            .pragma_update(None, "application_id", APPLICATION_ID)
            .during("make the library")?;
        migration::run(&transaction, 0)?;
        transaction.commit().during("make the library")?;
        Ok(Self { connection })
    }

    /// Looks whether a file can be a library that this Pamphlet knows, and touches nothing, not even beside it.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when it is missing, no library or from a newer Pamphlet.
    pub fn check(path: &Path) -> Result<()> {
        check_header(path)
    }

    /// Opens a database that Pamphlet made, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the file is missing, no library, from a newer Pamphlet or damaged; then it has not
    /// been written to.
    pub fn open(path: &Path) -> Result<Self> {
        let refuse = |refusal| StoreError::Refused {
            path: path.to_owned(),
            refusal,
        };
        check_header(path)?;
        let version = check_content(path)?;
        if version > migration::NEWEST {
            return Err(refuse(Refusal::Newer {
                found: version,
                known: migration::NEWEST,
            }));
        }
        let mut connection = connect(path)?;
        if version < migration::NEWEST {
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Exclusive)
                .during("bring the library up to date")?;
            migration::run(&transaction, version)?;
            transaction
                .commit()
                .during("bring the library up to date")?;
        }
        Ok(Self { connection })
    }

    /// The tables, for reading.
    pub fn read(&self) -> Tables<'_> {
        Tables {
            connection: &self.connection,
        }
    }

    /// Runs `change` in one transaction: all of it is kept, flushed to the disk, or none.
    ///
    /// # Errors
    /// What `change` returns, or that the change could not be kept; the database is then as before.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        change: impl FnOnce(&TablesMut<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .during("begin a change")?;
        let answer = change(&TablesMut {
            tables: Tables {
                connection: &transaction,
            },
        })?;
        transaction.commit().during("keep a change")?;
        Ok(answer)
    }
}

/// Read handles, one a table.
pub struct Tables<'c> {
    connection: &'c Connection,
}

/// Write handles, one a table, within one transaction.
pub struct TablesMut<'c> {
    tables: Tables<'c>,
}

impl<'c> Deref for TablesMut<'c> {
    type Target = Tables<'c>;

    fn deref(&self) -> &Tables<'c> {
        &self.tables
    }
}

macro_rules! table_handles {
    ($($name:ident / $name_mut:ident: $module:ident :: $read:ident, $write:ident;)*) => {
        impl<'c> Tables<'c> {
            $(pub fn $name(&self) -> $module::$read<'c> { $module::$read { connection: self.connection } })*
        }

        impl<'c> TablesMut<'c> {
            $(pub fn $name_mut(&self) -> $module::$write<'c> { $module::$write { read: self.tables.$name() } })*
        }
    };
}

table_handles! {
    articles / articles_mut: articles::Articles, ArticlesMut;
    versions / versions_mut: versions::Versions, VersionsMut;
    topics / topics_mut: topics::Topics, TopicsMut;
    people / people_mut: people::People, PeopleMut;
    practice / practice_mut: practice::PracticeTable, PracticeMut;
    settings / settings_mut: settings::Settings, SettingsMut;
    media / media_mut: media::Media, MediaMut;
    exports / exports_mut: exports::Exports, ExportsMut;
}

fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .during("open the library")?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA cache_size = -16000;",
        )
        .during("open the library")?;
    if cfg!(target_os = "macos") {
        // Without it, macOS' fsync leaves the words in the drive's own memory.
        connection
            .execute_batch("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")
            .during("open the library")?;
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Looks at the first hundred bytes (<https://www.sqlite.org/fileformat.html#the_database_header>) before SQLite is let
/// near the file: SQLite would take an empty file for an empty database.
fn check_header(path: &Path) -> Result<()> {
    let refuse = |refusal| {
        Err(StoreError::Refused {
            path: path.to_owned(),
            refusal,
        })
    };
    let unreadable = |source| StoreError::Unreadable {
        path: path.to_owned(),
        source,
    };
    if !path.is_file() {
        return refuse(if path.exists() {
            Refusal::NotALibrary
        } else {
            Refusal::Missing
        });
    }
    let mut header = Vec::with_capacity(100);
    File::open(path)
        .map_err(unreadable)?
        .take(100)
        .read_to_end(&mut header)
        .map_err(unreadable)?;
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return refuse(Refusal::NotALibrary);
    }
    let number = |at: usize| {
        u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    if number(68) != APPLICATION_ID {
        return refuse(Refusal::NotALibrary);
    }
    let found = number(60);
    if found > migration::NEWEST {
        return refuse(Refusal::Newer {
            found,
            known: migration::NEWEST,
        });
    }
    Ok(())
}

/// Has SQLite check the file through a connection that can't write to it, and returns its schema version (which, after
/// a crash, may stand in the write-ahead log and not in the header).
fn check_content(path: &Path) -> Result<u32> {
    let damaged = |reason: String| StoreError::Refused {
        path: path.to_owned(),
        refusal: Refusal::Damaged(reason),
    };
    let check = || -> rusqlite::Result<(u32, String)> {
        let connection = open_untouched(path)?;
        let version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok((version, verdict(&connection)?))
    };
    match check() {
        Ok((version, verdict)) if verdict == "ok" => Ok(version),
        Ok((_, verdict)) => Err(damaged(verdict)),
        Err(error) => {
            let error = StoreError::Sqlite {
                operation: "check the library",
                source: error,
            };
            Err(if error.is_damage() {
                damaged(error.to_string())
            } else {
                error
            })
        }
    }
}

/// "ok", or the first damage. Each table is checked by itself, because SQLite would otherwise also read every text again
/// to compare it with the search index: with 10,000 articles that takes longer than a second.
fn verdict(connection: &Connection) -> rusqlite::Result<String> {
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")?;
    let tables: rusqlite::Result<Vec<String>> = tables.query_map([], |row| row.get(0))?.collect();
    for table in std::iter::once("sqlite_schema".to_owned()).chain(tables?) {
        let mut verdict = None;
        connection.pragma(None, "quick_check", &table, |row| {
            verdict.get_or_insert(row.get::<_, String>(0)?);
            Ok(())
        })?;
        match verdict {
            Some(verdict) if verdict != "ok" => return Ok(verdict),
            _ => {}
        }
    }
    Ok("ok".to_owned())
}

/// Opens a database for reading, and leaves nothing beside it that was not there: a reader of a database in WAL mode
/// makes its `-wal` and `-shm`, unless it is told that nobody writes. Nobody does: the caller holds the library's lock.
fn open_untouched(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    if Path::new(&wal).exists() {
        // What it holds belongs to the library.
        return Connection::open_with_flags(path, flags);
    }
    let encoded = utf8_percent_encode(&path.to_string_lossy(), NON_ALPHANUMERIC).to_string();
    let uri = format!("file:{encoded}?immutable=1");
    Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)
}

#[cfg(test)]
mod tests;
