use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::SignedDuration;
use pamphlet_engine::{Library, PlaceInArticle, Recent, RecentLibraries, Timestamp, World};

use crate::beside::Beside;
use crate::error::WireError;
use crate::exporting::Exporting;
use crate::host::{AppEvent, Host};
use crate::shown::LastAnswer;
use crate::types::{self, AppStart, LibraryProblem, OpenLibrary};

/// One running Pamphlet: the library that is open, if one is, and what goes on in it. Its commands may be called from
/// any thread, and should not be called from the one that draws the window.
pub struct App<H> {
    host: H,
    pub(crate) world: Arc<dyn World>,
    library: Mutex<Option<Arc<Library>>>,
    beside: Beside,
    /// Held while the list of recent libraries is changed.
    changing_recent: Mutex<()>,
    /// The library to open first, instead of the one of last time.
    first: Mutex<Option<PathBuf>>,
    pub(crate) last_preview: LastAnswer,
    pub(crate) exporting: Exporting,
}

/// For how long a copy may still be written once the window is closed.
const LONGEST_FAREWELL: SignedDuration = SignedDuration::from_secs(5);

/// A file that the preview shows.
#[derive(Debug)]
pub struct Asset {
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl<H: Host> App<H> {
    /// `first` is a library that the app was asked to open.
    pub fn new(host: H, world: Arc<dyn World>, first: Option<PathBuf>) -> Self {
        Self {
            host,
            world,
            library: Mutex::new(None),
            beside: Beside::default(),
            changing_recent: Mutex::default(),
            first: Mutex::new(first),
            last_preview: LastAnswer::default(),
            exporting: Exporting::default(),
        }
    }

    pub fn host(&self) -> &H {
        &self.host
    }

    /// What the preview's page asks for at its base: `assets/` and `media/<id>`.
    pub fn preview_asset(&self, path: &str) -> Option<Asset> {
        let (media_type, bytes) = self.library().ok()?.preview_asset(path)?;
        Some(Asset { media_type, bytes })
    }

    pub(crate) fn library(&self) -> Result<Arc<Library>, WireError> {
        lock(&self.library)
            .clone()
            .ok_or_else(WireError::no_library)
    }

    pub(crate) fn start(&self) -> Result<AppStart, WireError> {
        let recent = self.recent();
        let first = lock(&self.first).take();
        let (library, problem) = match (self.library(), first.or_else(|| recent.open.clone())) {
            (Ok(library), _) => (Some(self.describe(&library)?), None),
            (Err(_), Some(folder)) => match self.open(&folder) {
                Ok(library) => (Some(library), None),
                Err(error) => (
                    None,
                    Some(LibraryProblem {
                        folder: folder.display().to_string(),
                        error,
                    }),
                ),
            },
            (Err(_), None) => (None, None),
        };
        Ok(AppStart {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            menu_bar: self.host.has_menu_bar(),
            library,
            recent: self.recent().libraries.iter().map(recent_library).collect(),
            problem,
        })
    }

    pub(crate) fn open(&self, folder: &Path) -> Result<OpenLibrary, WireError> {
        let mut slot = lock(&self.library);
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        if let Some(open) = slot.as_ref().filter(|open| is_same(open.folder(), &folder)) {
            return self.describe(open);
        }
        // Of whichever library it is: the one that was open before this one may be copied still.
        self.beside.end();
        let library = Library::open(&folder, self.world.clone())?;
        self.put(&mut slot, Some(library));
        drop(slot);
        self.remember()
    }

    /// Opens a copy of the library that is in this folder in its place. None is to be open.
    pub(crate) fn open_copy(
        &self,
        folder: &Path,
        made: Timestamp,
    ) -> Result<OpenLibrary, WireError> {
        let mut slot = lock(&self.library);
        self.beside.end();
        let library = Library::open_copy(folder, made, self.world.clone())?;
        self.put(&mut slot, Some(library));
        drop(slot);
        self.remember()
    }

    pub(crate) fn adopt(&self, library: Library) -> Result<OpenLibrary, WireError> {
        self.put(&mut lock(&self.library), Some(library));
        self.remember()
    }

    /// Waits until the library was looked through, and does what is due once it is open.
    pub(crate) fn settle(&self) -> Result<(), WireError> {
        self.beside.run(
            || self.library(),
            |library, _| {
                library.wait_for_check()?;
                library.tidy();
                Ok(())
            },
        )
    }

    /// Makes the copy of the library that may be due.
    pub(crate) fn keep_copy(&self) -> Result<(), WireError> {
        self.beside.run(
            || self.library(),
            |library, stopped| {
                library.keep_copy(stopped)?;
                Ok(())
            },
        )
    }

    fn put(&self, slot: &mut Option<Arc<Library>>, library: Option<Library>) {
        self.exporting.end();
        let Some(former) = std::mem::replace(slot, library.map(Arc::new)) else {
            return;
        };
        self.beside.end();
        self.beside.run_afterwards(former, |former, stopped| {
            // Where there is no room for it, everything was kept all the same.
            let _ = former.keep_last_copy(stopped);
        });
    }

    pub(crate) fn close(&self) {
        self.put(&mut lock(&self.library), None);
        self.change_recent(|recent| recent.open = None);
    }

    /// Pamphlet is about to end: makes the copy of what was written since the last one, if that takes a few seconds at most.
    pub fn end(&self) {
        let begun = self.world.now();
        let library = lock(&self.library).take();
        match library {
            Some(library) => {
                self.beside.end();
                let late = || self.world.now().duration_since(begun) > LONGEST_FAREWELL;
                let _ = library.keep_last_copy(&late);
            }
            None => self.beside.end_after(LONGEST_FAREWELL.unsigned_abs()),
        }
    }

    /// Notes which library is open, and by which name.
    pub(crate) fn remember(&self) -> Result<OpenLibrary, WireError> {
        let library = self.library()?;
        let described = self.describe(&library)?;
        self.change_recent(|recent| {
            recent.opened(library.folder().to_owned(), described.name.clone());
        });
        Ok(described)
    }

    /// Notes where the person is in the library that is open.
    pub(crate) fn note_place(&self, place: Option<PlaceInArticle>) -> Result<(), WireError> {
        let library = self.library()?;
        self.change_recent(|recent| recent.put_place(library.folder(), place));
        Ok(())
    }

    fn describe(&self, library: &Library) -> Result<OpenLibrary, WireError> {
        let place = self.recent().place(library.folder()).cloned();
        Ok(OpenLibrary {
            folder: library.folder().display().to_string(),
            name: library.practice()?.name,
            place: place.map(|place| types::Place {
                article: place.article.to_string(),
                top: place.top,
                cursor: place.cursor,
            }),
        })
    }

    pub(crate) fn emit(&self, event: AppEvent) {
        self.host.emit(event);
    }

    fn recent_file(&self) -> PathBuf {
        self.host.settings_folder().join("libraries.json")
    }

    fn recent(&self) -> RecentLibraries {
        RecentLibraries::read(&self.recent_file()).unwrap_or_default()
    }

    fn change_recent(&self, change: impl FnOnce(&mut RecentLibraries)) {
        let _held = lock(&self.changing_recent);
        // A convenience: that it can't be read or written must not keep anyone from writing.
        if let Ok(mut recent) = RecentLibraries::read(&self.recent_file()) {
            change(&mut recent);
            let _ = recent.write(&self.recent_file());
        }
    }
}

/// Whether two paths lead to one folder, by whatever links and spellings.
fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || one
            .canonicalize()
            .ok()
            .is_some_and(|one| other.canonicalize().ok() == Some(one))
}

fn recent_library(recent: &Recent) -> types::Recent {
    types::Recent {
        folder: recent.folder.display().to_string(),
        name: recent.name.clone(),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
