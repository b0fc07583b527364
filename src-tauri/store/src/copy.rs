//! Whole copies of a database.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::check::{check_header, verdict};
use crate::error::{During, Result, StoreError};
use crate::open::connect;

const OPERATION: &str = "copy the library";

/// Pages between two looks at whether to stop: 4 MB of them.
const STEP: i32 = 1024;

/// For SQLite, which may have to wait until another connection has done a checkpoint.
const PATIENCE: Duration = Duration::from_secs(5);

/// Copies a database as it stands, while somebody else may be writing to it, to a file that is not there yet. Whether
/// the copy is a whole one, [`examine`] says. Only a database that was [checked](crate::Check) may be copied.
///
/// The answer is whether it came to its end: half a copy is left where it was `stopped`.
///
/// # Errors
/// If it can't be read, or there is no room.
pub fn copy(from: &Path, to: &Path, stopped: &dyn Fn() -> bool) -> Result<bool> {
    let source = connect(from)?;
    source.busy_timeout(PATIENCE).during(OPERATION)?;
    // Held until the end, so that what is written meanwhile does not make it begin again.
    let moment = source.unchecked_transaction().during(OPERATION)?;
    moment
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .during(OPERATION)?;
    let mut copy = Connection::open_with_flags(
        to,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .during(OPERATION)?;
    // Nobody reads it before it is whole; who made it flushes it then.
    copy.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        .during(OPERATION)?;
    let backup = Backup::new(&source, &mut copy).during(OPERATION)?;
    while !stopped() {
        if backup.step(STEP).during(OPERATION)? == StepResult::Done {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Looks through the whole of a file that nobody writes to, and touches nothing.
///
/// # Errors
/// [`StoreError::Refused`] if it is not a whole library that this Pamphlet can open.
pub fn examine(path: &Path) -> Result<()> {
    check_header(path)?;
    verdict(path).map_err(|refusal| StoreError::Refused {
        path: path.to_owned(),
        refusal,
    })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::fs;

    use pamphlet_model::Practice;

    use super::*;
    use crate::{Refusal, Store};

    fn named(name: &str) -> Practice {
        Practice {
            name: name.to_owned(),
            ..Practice::default()
        }
    }

    fn write(store: &mut Store, name: &str) {
        store
            .write(|tables| tables.practice_mut().put(&named(name)))
            .unwrap();
    }

    fn read(path: &Path) -> String {
        let store = Store::open(path).unwrap();
        store.check().wait().unwrap();
        store.read().practice().get().unwrap().0.name
    }

    #[test]
    fn a_copy_is_as_the_library_was_when_it_began() {
        let folder = tempfile::tempdir().unwrap();
        let (path, to) = (folder.path().join("library.db"), folder.path().join("copy"));
        let store = RefCell::new(Store::create(&path).unwrap());
        // In the log alone so far.
        write(&mut store.borrow_mut(), "Alder");
        let whole = copy(&path, &to, &|| {
            // Somebody goes on writing.
            write(&mut store.borrow_mut(), "Birch");
            false
        });
        assert!(whole.unwrap());
        examine(&to).unwrap();
        drop(store);
        assert_eq!(
            (read(&to).as_str(), read(&path).as_str()),
            ("Alder", "Birch")
        );
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["copy", "library.db"]);
    }

    #[test]
    fn a_copy_that_was_stopped_or_damaged_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let (path, to) = (folder.path().join("library.db"), folder.path().join("copy"));
        drop(Store::create(&path).unwrap());
        assert!(!copy(&path, &to, &|| true).unwrap());
        assert!(examine(&to).is_err());
        fs::remove_file(&to).unwrap();
        assert!(copy(&path, &to, &|| false).unwrap());
        let mut bytes = fs::read(&to).unwrap();
        let half = bytes.len() / 8192 * 4096;
        bytes[half..half + 4096].fill(0xAA);
        fs::write(&to, &bytes).unwrap();
        assert!(matches!(
            examine(&to),
            Err(StoreError::Refused {
                refusal: Refusal::Damaged(_),
                ..
            })
        ));
    }
}
