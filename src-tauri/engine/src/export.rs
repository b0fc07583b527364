use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use pamphlet_model::{Address, ArticleId, PublicAddress, Standing};
use pamphlet_site::{Report, Site, Watch, practice_of, recover, state_of};
use pamphlet_store::{Export, TablesMut};

use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::links::LostLinks;
use crate::snapshot::snapshot;

/// The key of the setting that remembers where the finished site goes.
const FOLDER: &str = "export.folder";

/// The key of the setting that remembers where the library was when the folder was chosen. A copy of the library that
/// lies elsewhere has not chosen it.
const CHOSEN_AT: &str = "export.chosen-at";

/// What there is to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportState {
    /// Where the finished site goes, once that was chosen.
    pub folder: Option<PathBuf>,
    /// Where it went when the library was somewhere else: this one may be a copy of that one.
    pub elsewhere: Option<PathBuf>,
    /// Changes since the last export: articles that are new, changed or withdrawn, pictures that look
    /// different, pages and people that say something else, and the practice's facts.
    pub changes: usize,
    /// Articles that go on the site.
    pub ready: usize,
    /// Articles that stay here.
    pub drafts: usize,
}

/// A finished export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportReport {
    pub folder: PathBuf,
    /// The site's front page.
    pub index: PathBuf,
    pub report: Report,
    /// Links of which only the words are on the site, by the title of the article in which they stand.
    pub lost_links: Vec<LostLinks>,
}

impl Library {
    pub fn export_state(&self) -> Result<ExportState> {
        let here = self.here();
        self.read(|tables| {
            let last = tables.exports().last()?;
            let (_, revision) = tables.practice().get()?;
            let pictures = match &last {
                Some(last) => tables.media().changed_since(last.begun)?,
                None => 0,
            };
            let others = match &last {
                Some(last) => {
                    tables.people().changed_since(last.begun)?
                        + tables.pages().changed_since(last.begun)?
                }
                None => 0,
            };
            let practice = last.is_some_and(|last| last.practice_revision != revision);
            let remembered = tables.settings().get(FOLDER)?.map(PathBuf::from);
            let chosen = tables
                .settings()
                .get(CHOSEN_AT)?
                .is_none_or(|it| it == here);
            let (folder, elsewhere) = match chosen {
                true => (remembered, None),
                false => (None, remembered),
            };
            let standings = tables.articles().standings()?;
            let count = |which: &[Standing]| -> usize {
                let counts = standings.iter().filter(|(it, _)| which.contains(it));
                counts.map(|(_, count)| count).sum()
            };
            let articles = count(&[Standing::Ready, Standing::Changed, Standing::Leaving])
                + tables.exports().withdrawn_articles()?;
            Ok(ExportState {
                folder,
                elsewhere,
                changes: articles + usize::from(practice) + pictures + others,
                ready: count(&[Standing::Ready, Standing::Changed, Standing::OnSite]),
                drafts: count(&[Standing::Draft, Standing::Leaving]),
            })
        })
    }

    /// Completes the last export if it was cut short while its files moved into place, and finds out whether one came to
    /// its end of which that is not known. What can't be done now, is done the next time.
    pub(crate) fn mend_site(&self) -> Result<()> {
        let Some((export, state)) = self.read(|tables| Ok(tables.exports().pending()?))? else {
            return Ok(());
        };
        let folder = Path::new(&export.folder);
        let Ok(there) = recover(folder).and_then(|_| state_of(folder)) else {
            return Ok(());
        };
        self.write(|tables| match there == state {
            true => {
                tables.exports_mut().settle_pending()?;
                self.remember_folder(tables, &export.folder)
            }
            false => Ok(tables.exports_mut().forget_pending()?),
        })
    }

    /// The front page of the last export, if there was one and the page is still there.
    pub fn exported_index(&self) -> Result<PathBuf> {
        let folder = self
            .export_state()?
            .folder
            .ok_or(EngineError::NoExportFolder)?;
        let index = folder.join("index.html");
        if index.is_file() {
            Ok(index)
        } else {
            let which = folder.display().to_string();
            Err(EngineError::NotFound {
                what: "finished site in",
                which,
            })
        }
    }

    /// Writes the finished site to a folder and remembers the folder.
    ///
    /// # Errors
    /// If no folder is known, the folder is refused, the export was stopped, or something could not be written. The
    /// site that was there before is then still whole, but after [`ExportError::HalfInPlace`].
    ///
    /// [`ExportError::HalfInPlace`]: crate::ExportError::HalfInPlace
    pub fn export(&self, to: Destination<'_>, watch: &dyn Watch) -> Result<ExportReport> {
        let folder = self.folder_for(to)?;
        self.mend_site()?;
        let begun = self.world.now();
        let (_, practice_revision) = self.read(|tables| Ok(tables.practice().get()?))?;
        let (snapshot, articles) =
            self.read(|tables| Ok((snapshot(tables)?, tables.articles().fingerprints()?)))?;
        let site = Site::new(snapshot);
        let noting = Noting {
            library: self,
            watch,
            articles,
            others: site.other_addresses(),
            export: Export {
                begun,
                folder: folder.to_string_lossy().into_owned(),
                practice_revision,
            },
            failed: Mutex::default(),
        };
        let report = pamphlet_site::export(&site, &self.media, &folder, &noting);
        if let Some(error) = noting.failure() {
            return Err(error);
        }
        let report = report?;
        self.write(|tables| -> Result<()> {
            noting.announce(tables, "")?;
            tables.exports_mut().settle_pending()?;
            self.remember_folder(tables, &noting.export.folder)
        })?;
        Ok(ExportReport {
            index: folder.join("index.html"),
            folder,
            lost_links: self.explained(&report.lost_links)?,
            report,
        })
    }

    fn folder_for(&self, to: Destination<'_>) -> Result<PathBuf> {
        let state = self.export_state()?;
        let (folder, replaces) = match to {
            Destination::Remembered => (state.folder.clone(), false),
            Destination::Folder { folder, replaces } => (Some(folder.to_owned()), replaces),
        };
        let folder = folder.ok_or(EngineError::NoExportFolder)?;
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        if real(&folder).starts_with(real(self.folder())) {
            return Err(EngineError::ExportWithinLibrary { folder });
        }
        let is_ours = state
            .folder
            .is_some_and(|ours| real(&ours) == real(&folder));
        if !is_ours && !replaces {
            let own = self.practice()?.name;
            if let Some(practice) = practice_of(&folder)?.filter(|practice| *practice != own) {
                return Err(EngineError::OtherSite { folder, practice });
            }
        }
        Ok(folder)
    }

    fn remember_folder(&self, tables: &TablesMut<'_>, folder: &str) -> Result<()> {
        tables.settings_mut().put(FOLDER, folder)?;
        Ok(tables.settings_mut().put(CHOSEN_AT, &self.here())?)
    }

    /// Where the library is, without links and other spellings.
    fn here(&self) -> String {
        real(self.folder()).to_string_lossy().into_owned()
    }
}

/// Where the finished site goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination<'a> {
    /// Where it went the last time.
    Remembered,
    /// `replaces` says that the site of another practice may be there.
    Folder { folder: &'a Path, replaces: bool },
}

impl<'a> Destination<'a> {
    /// A folder in which no other practice's site may be.
    pub fn folder(folder: &'a Path) -> Self {
        let replaces = false;
        Self::Folder { folder, replaces }
    }
}

/// Notes in the library what the folder is about to hold, just before it holds it: whatever happens then, the addresses
/// that patients get are known.
struct Noting<'a> {
    library: &'a Library,
    watch: &'a dyn Watch,
    articles: Vec<(ArticleId, String, Address)>,
    others: Vec<PublicAddress>,
    export: Export,
    failed: Mutex<Option<EngineError>>,
}

impl Noting<'_> {
    fn announce(&self, tables: &TablesMut<'_>, state: &str) -> Result<()> {
        Ok(tables
            .exports_mut()
            .announce(&self.export, state, &self.articles, &self.others)?)
    }

    fn failure(&self) -> Option<EngineError> {
        self.failed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }
}

impl Watch for Noting<'_> {
    fn progress(&self, done: usize, total: usize) {
        self.watch.progress(done, total);
    }

    fn stopped(&self) -> bool {
        self.watch.stopped()
    }

    fn commits(&self, state: &str) -> bool {
        let noted = self.library.write(|tables| self.announce(tables, state));
        let may_go_on = noted.is_ok();
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = noted.err();
        may_go_on && self.watch.commits(state)
    }
}

/// The path without links, `..` and other spellings, as far as it is there already.
fn real(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|ancestor| {
        let real = ancestor.canonicalize().ok()?;
        Some((real, path.strip_prefix(ancestor).ok()?))
    });
    there.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
}
