//! Making a library: whole, or not at all.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use pamphlet_model::Practice;
use pamphlet_site::{LITTER, patiently};
use pamphlet_store::Store;

use crate::error::{At, EngineError, Result};
use crate::library::{DATABASE, Library, MEDIA, THUMBNAILS};
use crate::lock::{LOCK, Lock};
use crate::world::World;

/// What a library is made in, and what SQLite puts beside it: left where Pamphlet was killed while making one.
const BEGINNING: [&str; 4] = [
    "library.db.new",
    "library.db.new-wal",
    "library.db.new-shm",
    "library.db.new-journal",
];

/// What else such a folder may hold.
const EMPTY_LIBRARY: [&str; 3] = [LOCK, MEDIA, THUMBNAILS];

impl Library {
    /// Makes a library in a folder that is new or empty, and opens it.
    ///
    /// # Errors
    /// If the folder has something in it, or can't be written to.
    pub fn create(folder: &Path, practice: &Practice, world: Arc<dyn World>) -> Result<Self> {
        let lock = Self::begin(folder, practice)?;
        Self::complete(folder, lock, world)
    }

    /// As [`Library::create`]. Until `fill` has put in what belongs in it, the folder is no library, and one can be made
    /// in it once more.
    pub(crate) fn create_filled(
        folder: &Path,
        practice: &Practice,
        world: Arc<dyn World>,
        fill: impl FnOnce(&Self) -> Result<()>,
    ) -> Result<Self> {
        let lock = Self::begin(folder, practice)?;
        let beginning = folder.join(BEGINNING[0]);
        let library = Self::open_locked(folder, &beginning, lock, world.clone())?;
        fill(&library)?;
        Self::complete(folder, library.close(), world)
    }

    /// Makes the database, not yet under its name.
    fn begin(folder: &Path, practice: &Practice) -> Result<Lock> {
        fs::create_dir_all(folder).at("make", folder)?;
        // Before the lock, which would leave a file among somebody's own.
        must_be_new_or_empty(folder)?;
        Self::begin_locked(folder, Lock::take(folder)?, practice)
    }

    pub(crate) fn begin_locked(folder: &Path, lock: Lock, practice: &Practice) -> Result<Lock> {
        // Another Pamphlet may have made a library before this one had the lock.
        must_be_new_or_empty(folder)?;
        for part in BEGINNING.map(|part| folder.join(part)) {
            if part.exists() {
                fs::remove_file(&part).at("remove", &part)?;
            }
        }
        let mut store = Store::create(&folder.join(BEGINNING[0]))?;
        store.write(|tables| tables.practice_mut().put(practice))?;
        Ok(lock)
    }

    /// Whole or not at all: the database gets its name when everything is in it.
    fn complete(folder: &Path, lock: Lock, world: Arc<dyn World>) -> Result<Self> {
        let (beginning, database) = (folder.join(BEGINNING[0]), folder.join(DATABASE));
        patiently(|| fs::rename(&beginning, &database)).at("write", &database)?;
        Ok(Self::open_with(folder, lock, world)?.made_just_now())
    }
}

fn must_be_new_or_empty(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).at("read", folder)? {
        let path = entry.at("read", folder)?.path();
        let may_stay = LITTER.iter().chain(&BEGINNING).chain(&EMPTY_LIBRARY);
        if !may_stay.into_iter().any(|name| path.ends_with(name)) {
            return Err(EngineError::FolderNotEmpty {
                folder: folder.to_owned(),
            });
        }
    }
    Ok(())
}
