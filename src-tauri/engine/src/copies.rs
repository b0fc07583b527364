//! Whole copies of a library's words, kept in the library's own folder. Pictures are not in them: those never change.

mod restoring;
mod thinning;

use std::fs;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use pamphlet_site::{patiently, whole_file};
use pamphlet_store::{Refusal, StoreError, copy, examine};

pub(crate) use restoring::{finish, is_under_way};

use crate::error::{At, EngineError, Result};
use crate::library::{DATABASE, Library};
use crate::lock::Lock;
use crate::world::World;

const FOLDER: &str = "backups";

/// What a copy is called until it is whole.
const UNFINISHED: &str = "unfinished";

/// In UTC, so that it means the same on every computer. Colons are not for file names.
const MOMENT: &str = "%Y-%m-%dT%H%M%SZ";

/// Less than a day: who starts at nine each morning has a copy of each day, also when it was five past nine once.
const EVERY: SignedDuration = SignedDuration::from_hours(20);

/// A whole copy of a library's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LibraryCopy {
    /// To the second.
    pub made: Timestamp,
    pub bytes: u64,
}

impl Library {
    /// The copies of this library, the last first.
    pub fn copies(&self) -> Result<Vec<LibraryCopy>> {
        copies_of(self.folder())
    }

    /// Makes a copy if the last one is of another day, and removes those that are not kept any longer. Takes as long as
    /// reading the library takes twice; it can be worked with meanwhile. What `stopped` ends leaves nothing.
    ///
    /// # Errors
    /// If the library is damaged or the disk has no room; then there are as many copies as before.
    pub fn keep_copy(&self, stopped: &dyn Fn() -> bool) -> Result<Option<LibraryCopy>> {
        let now = self.world.now();
        let last = self.copies()?.first().map(|copy| copy.made);
        // One of the future says that the clock was wrong, then or now.
        if last.is_some_and(|last| last <= now && now.duration_since(last) < EVERY) {
            return Ok(None);
        }
        self.make_copy(stopped)
    }

    /// As [`keep_copy`](Self::keep_copy), also if there is one of today.
    pub fn make_copy(&self, stopped: &dyn Fn() -> bool) -> Result<Option<LibraryCopy>> {
        let _one_at_a_time = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
        self.settled()?;
        let folder = self.folder().join(FOLDER);
        fs::create_dir_all(&folder).at("make", &folder)?;
        let unfinished = folder.join(UNFINISHED);
        let made = self.write_copy(&unfinished, &folder, stopped);
        if !matches!(made, Ok(Some(_))) {
            // It is of no use, and what could not be removed is overwritten the next time.
            let _ = remove(&unfinished);
        }
        if made.is_ok() {
            thin(&folder)?;
        }
        made
    }

    fn write_copy(
        &self,
        unfinished: &Path,
        folder: &Path,
        stopped: &dyn Fn() -> bool,
    ) -> Result<Option<LibraryCopy>> {
        remove(unfinished).at("remove", unfinished)?;
        // What is written from now on need not be in it.
        let made = to_the_second(self.world.now());
        if !copy(&self.folder().join(DATABASE), unfinished, stopped)? || stopped() {
            return Ok(None);
        }
        let file = fs::File::options().write(true).open(unfinished);
        file.and_then(|file| file.sync_all())
            .at("write", unfinished)?;
        // A copy is worth something only if it can be opened.
        examine(unfinished)?;
        let bytes = fs::metadata(unfinished).at("read", unfinished)?.len();
        let path = folder.join(file_name(made));
        patiently(|| fs::rename(unfinished, &path)).at("write", &path)?;
        whole_file::flush_folder(folder).at("write", folder)?;
        Ok(Some(LibraryCopy { made, bytes }))
    }

    /// Opens a copy in place of the library that is in this folder, which may be damaged. What was there is put aside
    /// and kept. Killed at any moment, the folder has the library as it was, or the next opening completes this.
    ///
    /// # Errors
    /// If it is open or whole, there is no copy of this moment, the copy is damaged too, or the disk has no room: nothing
    /// was changed then. Where the disk fails later, while the one takes the other's place, the next opening completes
    /// this, and all of both is kept.
    pub fn open_copy(folder: &Path, made: Timestamp, world: Arc<dyn World>) -> Result<Self> {
        Self::replace(folder, made, world, is_to_be_replaced)
    }

    /// As [`open_copy`](Self::open_copy), also in place of a library that nothing is wrong with.
    pub fn open_copy_even_if_whole(
        folder: &Path,
        made: Timestamp,
        world: Arc<dyn World>,
    ) -> Result<Self> {
        Self::replace(folder, made, world, |_| Ok(()))
    }

    fn replace(
        folder: &Path,
        made: Timestamp,
        world: Arc<dyn World>,
        may_be_replaced: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<Self> {
        let missing = || EngineError::NotFound {
            what: "copy",
            which: made.to_string(),
        };
        let copies = copies_of(folder)?.into_iter();
        // Before the lock, which would leave a file in a folder that is no library.
        let found = { copies }
            .find(|copy| copy.made == to_the_second(made))
            .ok_or_else(missing)?;
        let lock = Lock::take(folder)?;
        may_be_replaced(folder)?;
        let path = folder.join(FOLDER).join(file_name(found.made));
        examine(&path).map_err(|error| match error {
            StoreError::Refused {
                refusal: Refusal::Damaged(_) | Refusal::NotALibrary,
                ..
            } => EngineError::CopyDamaged { made: found.made },
            other => other.into(),
        })?;
        restoring::begin(folder, &path, &world.now().strftime(MOMENT).to_string())?;
        finish(folder)?;
        Self::open_with(folder, lock, world)
    }
}

/// Refuses a library that is whole, and one of which that can't be found out.
fn is_to_be_replaced(folder: &Path) -> Result<()> {
    match examine(&folder.join(DATABASE)) {
        Ok(()) => Err(EngineError::Whole {
            folder: folder.to_owned(),
        }),
        Err(StoreError::Refused {
            refusal: Refusal::Missing | Refusal::NotALibrary | Refusal::Damaged(_),
            ..
        }) => Ok(()),
        Err(other) => Err(other.into()),
    }
}

/// The copies of the library in a folder, the last first, whatever is wrong with the library itself.
///
/// # Errors
/// If the disk can't be read.
pub fn copies_of(folder: &Path) -> Result<Vec<LibraryCopy>> {
    let folder = folder.join(FOLDER);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut copies = Vec::new();
    for entry in fs::read_dir(&folder).at("read", &folder)? {
        let entry = entry.at("read", &folder)?;
        let made = entry.file_name().to_str().and_then(moment_of);
        let known = entry.metadata().at("read", &folder)?;
        if let Some(made) = made.filter(|_| known.is_file()) {
            let bytes = known.len();
            copies.push(LibraryCopy { made, bytes });
        }
    }
    copies.sort_by_key(|copy| std::cmp::Reverse(copy.made));
    Ok(copies)
}

fn thin(folder: &Path) -> Result<()> {
    let beside = folder.parent().unwrap_or(folder);
    let made: Vec<_> = copies_of(beside)?.iter().map(|copy| copy.made).collect();
    for gone in thinning::superfluous(&made) {
        let path = folder.join(file_name(gone));
        remove(&path).at("remove", &path)?;
    }
    Ok(())
}

fn remove(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

fn to_the_second(moment: Timestamp) -> Timestamp {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment)
}

fn file_name(made: Timestamp) -> String {
    format!("{}.db", made.strftime(MOMENT))
}

fn moment_of(file_name: &str) -> Option<Timestamp> {
    let moment = DateTime::strptime(MOMENT, file_name.strip_suffix(".db")?).ok()?;
    let moment = moment.to_zoned(TimeZone::UTC).ok()?;
    Some(moment.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_named_by_its_moment_in_utc() {
        let made: Timestamp = "2026-11-23T17:32:45Z".parse().unwrap();
        assert_eq!(file_name(made), "2026-11-23T173245Z.db");
        assert_eq!(moment_of("2026-11-23T173245Z.db"), Some(made));
        for other in [
            "unfinished",
            "library.db",
            "2026-11-23T173245Z (1).db",
            "2026-13-23T173245Z.db",
        ] {
            assert_eq!(moment_of(other), None, "{other}");
        }
    }
}
