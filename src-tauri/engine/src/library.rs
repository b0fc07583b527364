use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pamphlet_model::{Look, Practice, Status};
use pamphlet_site::preview::Frame;
use pamphlet_site::{LITTER, Site, Snapshot, patiently};
use pamphlet_store::{Check, Store, Tables, TablesMut};

use crate::error::{At, EngineError, Result};
use crate::lock::Lock;
use crate::media::MediaFolder;
use crate::pictures::Undoable;
use crate::preview::Around;
use crate::renditions::Renditions;
use crate::world::World;

const DATABASE: &str = "library.db";

/// What a library is made in, and what SQLite puts beside it: left where Pamphlet was killed while making one.
const BEGINNING: [&str; 4] = [
    "library.db.new",
    "library.db.new-wal",
    "library.db.new-shm",
    "library.db.new-journal",
];

/// What else such a folder may hold.
const EMPTY_LIBRARY: [&str; 3] = ["library.lock", "media", "thumbnails"];

/// An open library. Operations take `&self` and may be called from any thread; each waits for the one before it.
pub struct Library {
    folder: PathBuf,
    pub(crate) media: MediaFolder,
    pub(crate) renditions: Renditions,
    pub(crate) world: Arc<dyn World>,
    check: Arc<Check>,
    store: Mutex<Store>,
    preview: Mutex<PreviewSite>,
    undoable: Mutex<Undoable>,
    _lock: Lock,
}

/// The site as the preview needs it, until something changes that it shows.
#[derive(Default)]
struct PreviewSite {
    site: Option<Site>,
    /// The page around a body that was made last.
    last: Option<(Around, Frame)>,
    /// Grows with everything that may change a page.
    changes: u64,
}

impl PreviewSite {
    fn forget(&mut self) {
        self.site = None;
        self.last = None;
        self.changes += 1;
    }
}

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
        let Self { store, _lock, .. } = library;
        drop(store);
        Self::complete(folder, _lock, world)
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
        Self::open_locked(folder, &database, lock, world)
    }

    /// Opens the library in a folder. It can be read at once; what it holds is still looked through, and the first
    /// change waits for that. [`settle`](Self::settle) is to be called soon, on a thread that may wait.
    ///
    /// # Errors
    /// If it is open elsewhere, there is none, a newer Pamphlet made it or it is seen to be damaged; nothing was changed
    /// then.
    pub fn open(folder: &Path, world: Arc<dyn World>) -> Result<Self> {
        let database = folder.join(DATABASE);
        // Before the lock, which would leave a file in a folder that is no library.
        Store::look_at(&database)?;
        Self::open_locked(folder, &database, Lock::take(folder)?, world)
    }

    /// Waits until what the library holds was looked through, and does what is due once it is open.
    ///
    /// # Errors
    /// If it is damaged; then it has not been written to.
    pub fn settle(&self) -> Result<()> {
        self.check.wait()?;
        // Where the disk is full it can't be done now; it is due the next time as well.
        let _ = self.empty_old_bin();
        let _ = self.mend_site();
        Ok(())
    }

    fn open_locked(
        folder: &Path,
        database: &Path,
        lock: Lock,
        world: Arc<dyn World>,
    ) -> Result<Self> {
        let store = Store::open(database)?;
        Ok(Self {
            folder: folder.to_owned(),
            media: MediaFolder::new(folder.join("media")),
            renditions: Renditions::new(folder.join("thumbnails")),
            world,
            check: store.check(),
            store: Mutex::new(store),
            preview: Mutex::default(),
            undoable: Mutex::default(),
            _lock: lock,
        })
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
        self.check.wait()?;
        self.store().write(change)
    }

    /// Does something with the site as the library stands, without the articles that stay here.
    pub(crate) fn with_preview_site<T>(&self, work: impl FnOnce(&Site) -> T) -> Result<T> {
        let mut preview = self.preview_site();
        let site = match &mut preview.site {
            Some(site) => site,
            none => none.insert(Site::new(self.snapshot()?)),
        };
        Ok(work(site))
    }

    /// The page around a body, if it is the one that was made last, and a number that tells states of the site apart.
    pub(crate) fn last_frame(&self, around: &Around) -> (Option<Frame>, u64) {
        let preview = self.preview_site();
        let last = preview.last.as_ref().filter(|(last, _)| last == around);
        (last.map(|(_, frame)| frame.clone()), preview.changes)
    }

    /// Keeps the page around a body that was made when the site's state had the number `changes`.
    pub(crate) fn remember_frame(&self, around: Around, frame: &Frame, changes: u64) {
        let mut preview = self.preview_site();
        if preview.changes == changes {
            preview.last = Some((around, frame.clone()));
        }
    }

    /// Lets `change` keep the site that the preview uses up to date. If there is none yet, the next preview makes one.
    pub(crate) fn refresh_site(&self, change: impl FnOnce(&mut Site)) {
        let mut preview = self.preview_site();
        preview.last = None;
        preview.changes += 1;
        if let Some(site) = &mut preview.site {
            change(site);
        }
    }

    /// The next preview reads everything again.
    pub(crate) fn forget_site(&self) {
        let mut preview = self.preview_site();
        preview.forget();
    }

    /// Everything that the finished site is made of.
    pub(crate) fn snapshot(&self) -> Result<Snapshot> {
        self.read(snapshot)
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        // A panic in an operation rolls its transaction back: the store is as it was before.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn undoable(&self) -> MutexGuard<'_, Undoable> {
        self.undoable.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn preview_site(&self) -> MutexGuard<'_, PreviewSite> {
        self.preview.lock().unwrap_or_else(|poisoned| {
            // It can be made again from the store.
            let mut preview = poisoned.into_inner();
            preview.forget();
            preview
        })
    }
}

/// Everything that the finished site is made of.
pub(crate) fn snapshot(tables: &Tables<'_>) -> Result<Snapshot> {
    let mut articles = Vec::new();
    tables
        .articles()
        .each(Status::Ready, |article| articles.push(Arc::new(article)))?;
    Ok(Snapshot {
        former: tables.articles().former_addresses()?,
        practice: tables.practice().get()?.0,
        look: Look::default(),
        articles,
        topics: tables.topics().all()?,
        people: tables.people().all()?,
        pictures: tables
            .media()
            .all()?
            .into_iter()
            .map(|p| (p.id.clone(), p))
            .collect(),
    })
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
