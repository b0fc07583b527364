use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};

use pamphlet_store::{Check, Refusal, Store, StoreError, Tables, TablesMut};

use crate::copies::{self, Copied, copies_of};
use crate::error::{EngineError, Result};
use crate::lock::{LOCK, Lock};
use crate::media::{self, MediaFolder};
use crate::pictures::Undoable;
use crate::preview_site::PreviewSite;
use crate::renditions::Renditions;
use crate::world::World;

pub(crate) const DATABASE: &str = "library.db";

pub(crate) const MEDIA: &str = "media";

pub(crate) const THUMBNAILS: &str = "thumbnails";

/// An open library. Operations take `&self` and may be called from any thread; each waits for the one before it.
pub struct Library {
    folder: PathBuf,
    pub(crate) media: MediaFolder,
    pub(crate) renditions: Renditions,
    pub(crate) world: Arc<dyn World>,
    check: Arc<Check>,
    store: Mutex<Store>,
    pub(crate) preview: Mutex<PreviewSite>,
    undoable: Mutex<Undoable>,
    /// Grows with every change.
    changes: AtomicU64,
    pub(crate) copied: Mutex<Copied>,
    tidied: Once,
    lock: Lock,
}

impl Library {
    /// Opens the library in a folder. It can be read at once; what it holds is still looked through, and the first
    /// change waits for that. [`wait_for_check`](Self::wait_for_check) and then [`tidy`](Self::tidy) are to be called
    /// soon, on a thread that may wait.
    ///
    /// # Errors
    /// If it is open elsewhere, there is none, a newer Pamphlet made it or it is seen to be damaged; nothing was changed
    /// then.
    pub fn open(folder: &Path, world: Arc<dyn World>) -> Result<Self> {
        if copies::is_under_way(folder) {
            let lock = Lock::take(folder)?;
            copies::finish(folder)?;
            return Self::open_with(folder, lock, world);
        }
        // Before the lock, which would leave a file in a folder that is no library.
        look_at(folder)?;
        Self::open_with(folder, Lock::take(folder)?, world)
    }

    /// Opens the library in a folder of which the caller has the lock. As an earlier Pamphlet left it, it is kept.
    pub(crate) fn open_with(folder: &Path, lock: Lock, world: Arc<dyn World>) -> Result<Self> {
        let database = folder.join(DATABASE);
        if Store::is_outdated(&database)? {
            copies::keep_before_update(folder, world.now())?;
        }
        Self::open_locked(folder, &database, lock, world)
    }

    /// Waits until what the library holds was looked through.
    ///
    /// # Errors
    /// If it is damaged; then it has not been written to.
    pub fn wait_for_check(&self) -> Result<()> {
        Ok(self.check.wait()?)
    }

    /// Does what is due once a library is open: what was in the bin for too long is removed, and what is known of the last
    /// export is made good. Only the first call does: later on an export may be under way, which is not to be taken for
    /// one that was cut short.
    pub fn tidy(&self) {
        self.tidied.call_once(|| {
            // Where the disk is full it can't be done now; it is due the next time as well.
            let _ = self.empty_old_bin();
            let _ = self.mend_site();
        });
    }

    pub(crate) fn open_locked(
        folder: &Path,
        database: &Path,
        lock: Lock,
        world: Arc<dyn World>,
    ) -> Result<Self> {
        let store = Store::open(database)?;
        Ok(Self {
            folder: folder.to_owned(),
            media: MediaFolder::new(folder.join(MEDIA)),
            renditions: Renditions::new(folder.join(THUMBNAILS)),
            world,
            check: store.check(),
            store: Mutex::new(store),
            preview: Mutex::default(),
            undoable: Mutex::default(),
            changes: AtomicU64::default(),
            copied: Mutex::default(),
            tidied: Once::new(),
            lock,
        })
    }

    /// Closes the database, and keeps the folder for whoever has the lock now.
    pub(crate) fn close(self) -> Lock {
        self.lock
    }

    /// The folder that the library is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads from the tables, as they stand between two changes.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Tables<'_>) -> Result<T>) -> Result<T> {
        read(&self.store().read())
    }

    /// Makes one change, whole or not at all.
    pub(crate) fn write<T>(&self, change: impl FnOnce(&TablesMut<'_>) -> Result<T>) -> Result<T> {
        // Whoever only reads does not wait for the check.
        self.wait_for_check()?;
        let mut store = self.store();
        let before = store.changes();
        let answer = store.write(change);
        if store.changes() != before {
            self.changes.fetch_add(1, Ordering::SeqCst);
        }
        answer
    }

    /// How many changes were made since the library was opened.
    pub(crate) fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }

    /// It is as it was made: there is nothing in it yet that a copy would be for.
    pub(crate) fn made_just_now(self) -> Self {
        *self.copied.lock().unwrap_or_else(PoisonError::into_inner) = Some(0);
        self
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        // A panic in an operation rolls its transaction back: the store is as it was before.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn undoable(&self) -> MutexGuard<'_, Undoable> {
        self.undoable.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks whether a folder can have a library, and touches nothing.
fn look_at(folder: &Path) -> Result<()> {
    match Store::look_at(&folder.join(DATABASE)) {
        Err(StoreError::Refused {
            path,
            refusal: Refusal::NotALibrary,
        }) if was_a_library(folder) => Err(EngineError::Store(StoreError::Refused {
            path,
            refusal: Refusal::Damaged("its beginning is lost".to_owned()),
        })),
        result => Ok(result?),
    }
}

/// Whether something here says that Pamphlet had a library open in this folder once.
fn was_a_library(folder: &Path) -> bool {
    folder.join(LOCK).is_file()
        || media::is_media_folder(&folder.join(MEDIA))
        || copies_of(folder).is_ok_and(|copies| !copies.is_empty())
}
