use std::path::{Path, PathBuf};

use pamphlet_model::Status;
use pamphlet_site::{Report, Site, Watch};
use pamphlet_store::Export;

use crate::error::{EngineError, Result};
use crate::library::{Library, snapshot};

/// The key of the setting that remembers where the finished site goes.
const FOLDER: &str = "export.folder";

/// What there is to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportState {
    /// Where the finished site goes, once that was chosen.
    pub folder: Option<PathBuf>,
    /// Changes since the last export: articles that are new, changed or withdrawn, pictures that look
    /// different, and the practice's facts.
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
}

impl Library {
    pub fn export_state(&self) -> Result<ExportState> {
        self.read(|tables| {
            let last = tables.exports().last()?;
            let (_, revision) = tables.practice().get()?;
            let pictures = match &last {
                Some(last) => tables.media().changed_since(last.finished)?,
                None => 0,
            };
            let practice = last.is_some_and(|last| last.practice_revision != revision);
            Ok(ExportState {
                folder: tables.settings().get(FOLDER)?.map(PathBuf::from),
                changes: tables.exports().changed_articles()? + usize::from(practice) + pictures,
                ready: tables.articles().count(Status::Ready)?,
                drafts: tables.articles().count(Status::Draft)?,
            })
        })
    }

    /// Completes the last export if it was cut short while its files moved into place. What can't be completed now, the
    /// next export completes, or says why it can't.
    pub fn mend_site(&self) -> Result<()> {
        if let Some(folder) = self.export_state()?.folder {
            let _ = pamphlet_site::recover(&folder);
        }
        Ok(())
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

    /// Writes the finished site to `folder`, or to the one of last time, and remembers the folder.
    ///
    /// # Errors
    /// If no folder is known, the folder is refused, the export was stopped, or something could not be written. The
    /// site that was there before is then still whole.
    pub fn export(&self, folder: Option<&Path>, watch: &dyn Watch) -> Result<ExportReport> {
        let remembered = self.read(|tables| Ok(tables.settings().get(FOLDER)?))?;
        let folder = folder
            .map(Path::to_owned)
            .or(remembered.map(PathBuf::from))
            .ok_or(EngineError::NoExportFolder)?;
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        if real(&folder).starts_with(real(self.folder())) {
            return Err(EngineError::ExportWithinLibrary { folder });
        }
        let (_, practice_revision) = self.read(|tables| Ok(tables.practice().get()?))?;
        let (snapshot, out) =
            self.read(|tables| Ok((snapshot(tables)?, tables.articles().fingerprints()?)))?;
        let report = pamphlet_site::export(&Site::new(snapshot), &self.media, &folder, watch)?;
        let export = Export {
            finished: self.world.now(),
            folder: folder.to_string_lossy().into_owned(),
            pages: report.pages,
            written: report.written,
            removed: report.removed,
            practice_revision,
        };
        self.write(|tables| -> Result<()> {
            tables.exports_mut().insert(&export, &out)?;
            out.iter()
                .try_for_each(|(id, _)| tables.articles_mut().fix_address(*id))?;
            tables.topics_mut().fix_addresses()?;
            Ok(tables.settings_mut().put(FOLDER, &export.folder)?)
        })?;
        Ok(ExportReport {
            index: folder.join("index.html"),
            folder,
            report,
        })
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
