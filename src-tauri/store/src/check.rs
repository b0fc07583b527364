//! Whether a file is a library, and a whole one.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rusqlite::{Connection, OpenFlags};

use crate::error::{Refusal, Result, StoreError, is_damage};
use crate::migration;

/// "PMPH", kept in the file's header so that other programs' databases are not taken for libraries.
pub(crate) const APPLICATION_ID: u32 = 0x504d_5048;

/// A look through the whole of a database that goes on by itself. Letting go of it waits for its end.
pub struct Check {
    path: PathBuf,
    state: Mutex<State>,
}

enum State {
    GoesOn(JoinHandle<Verdict>),
    Done(Verdict),
}

type Verdict = std::result::Result<(), Refusal>;

impl Check {
    /// Begins to look through a file that nobody writes to until the check is done.
    pub(crate) fn begin(path: &Path) -> Self {
        let file = path.to_owned();
        let state = thread::Builder::new()
            .name("check".to_owned())
            .spawn(move || verdict(&file))
            .map_or_else(|_| State::Done(verdict(path)), State::GoesOn);
        Self {
            path: path.to_owned(),
            state: Mutex::new(state),
        }
    }

    /// Of a file that was made just now.
    pub(crate) fn unneeded(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            state: Mutex::new(State::Done(Ok(()))),
        }
    }

    /// Waits for the end of the check.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if the database is damaged, or that could not be found out.
    pub fn wait(&self) -> Result<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown = || Err(Refusal::Unchecked("the check broke off".to_owned()));
        let verdict = match std::mem::replace(&mut *state, State::Done(unknown())) {
            State::GoesOn(thread) => thread.join().unwrap_or_else(|_| unknown()),
            // A disk that could not be read a moment ago may be there again.
            State::Done(Err(Refusal::Unchecked(_))) => verdict(&self.path),
            State::Done(verdict) => verdict,
        };
        *state = State::Done(verdict.clone());
        verdict.map_err(|refusal| StoreError::Refused {
            path: self.path.clone(),
            refusal,
        })
    }
}

impl Drop for Check {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let State::GoesOn(thread) = std::mem::replace(state, State::Done(Ok(()))) {
            let _ = thread.join();
        }
    }
}

/// Looks at the first hundred bytes (<https://www.sqlite.org/fileformat.html#the_database_header>) before SQLite is let
/// near the file: SQLite would take an empty file for an empty database.
pub(crate) fn check_header(path: &Path) -> Result<()> {
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

pub(crate) fn verdict(path: &Path) -> Verdict {
    match open_untouched(path).and_then(|connection| first_damage(&connection)) {
        Ok(None) => Ok(()),
        Ok(Some(damage)) => Err(Refusal::Damaged(damage)),
        Err(error) => {
            let reason = error.to_string();
            Err(match is_damage(&error) {
                true => Refusal::Damaged(reason),
                false => Refusal::Unchecked(reason),
            })
        }
    }
}

/// The first damage. Each table is checked by itself, because SQLite would otherwise also read every text again to
/// compare it with the search index: with 10,000 articles that takes longer than a second.
fn first_damage(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")?;
    let tables: rusqlite::Result<Vec<String>> = tables.query_map([], |row| row.get(0))?.collect();
    for table in std::iter::once("sqlite_schema".to_owned()).chain(tables?) {
        let mut verdict = None;
        connection.pragma(None, "quick_check", &table, |row| {
            verdict.get_or_insert(row.get::<_, String>(0)?);
            Ok(())
        })?;
        if let Some(damage) = verdict.filter(|verdict| verdict != "ok") {
            return Ok(Some(damage));
        }
    }
    Ok(None)
}

/// Opens a database for reading, and leaves nothing beside it that was not there: a reader of a database in WAL mode
/// makes its `-wal` and `-shm`, unless it is told that nobody writes. Nobody does: the caller
/// holds the library's lock, and writes only after the check.
pub(crate) fn open_untouched(path: &Path) -> rusqlite::Result<Connection> {
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
mod tests {
    use std::fs;

    use super::*;
    use crate::Store;

    #[test]
    fn what_could_not_be_found_out_is_looked_at_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        // A folder in its place stands for a disk that can't be read.
        fs::create_dir(&path).unwrap();
        let check = Check::begin(&path);
        for _ in 0..2 {
            assert!(matches!(
                check.wait(),
                Err(StoreError::Refused {
                    refusal: Refusal::Unchecked(_),
                    ..
                })
            ));
        }
        fs::remove_dir(&path).unwrap();
        drop(Store::create(&path).unwrap());
        check.wait().unwrap();
    }
}
