//! Puts the files of a site in place, as one transaction: whatever happens, the folder holds the old site or the new one.
//!
//! Our own records lie in `.pamphlet` inside the folder. The order is all there is to it:
//!
//! 1. The names of the files are checked, then the folder: absent, empty, or made by us. `lock` is taken.
//! 2. An export that was cut short is completed (see 6).
//! 3. The files are compared with `manifest.json`, the list of what we wrote last time. A file of anyone else in the
//!    way: refused. Up to here nothing has been touched.
//! 4. New and changed files are written to `staging`, and flushed. A failure or a stop removes `staging`, and that is all.
//! 5. `journal.json` appears, in one rename: which staged file goes where, what is to be removed, and the new manifest.
//!    From now on the new site is what will be there.
//! 6. The journal is carried out: files are moved into place (pictures and stylesheets, then pages), files of the old
//!    site removed, the manifest replaced, and at last the journal and `staging` removed. Each of these steps can be
//!    done twice without harm, so that whoever finds a journal (the next export, or [`recover`]) starts from the first.
//!
//! Only files that a manifest lists are ever overwritten or removed, and only folders that became empty thereby.

mod disk;
mod ground;
mod journal;
mod lock;
mod manifest;
mod names;
mod place;
mod plan;
mod stage;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use disk::Disk;
use ground::Ground;
pub use ground::LITTER;
use journal::Journal;
use lock::Lock;
use manifest::Manifest;
use plan::Plan;

use crate::{ExportError, Originals, OutputFile, Watch, Written};

/// Where our own records lie, inside the folder of a site.
const RECORDS: &str = ".pamphlet";

/// All of a site's files, and the name of the practice whose site it is.
pub(crate) struct Wanted<'a> {
    pub practice: &'a str,
    pub files: &'a [OutputFile],
}

/// Makes `folder` hold exactly these files, beside those that are not ours.
///
/// `watch` hears how many of the files that must be written are ready, and may stop the export until the moment when
/// they begin to move into place.
///
/// # Errors
/// The folder holds the old site; but after [`ExportError::HalfInPlace`], a mixture that the next export or [`recover`]
/// makes the new one.
pub(crate) fn put_in_place(
    folder: &Path,
    wanted: &Wanted<'_>,
    originals: &dyn Originals,
    watch: &dyn Watch,
) -> Result<Written, ExportError> {
    transaction(&Disk::new(), folder, wanted, originals, watch)
}

/// The name of the practice whose site is in `folder`, if it is known.
///
/// # Errors
/// As [`export`](crate::export()).
pub fn practice_of(folder: &Path) -> Result<Option<String>, ExportError> {
    let site = Site::new(folder);
    let manifest = match Journal::load(&site)? {
        Some(journal) => journal.manifest,
        None => Manifest::load(&site)?,
    };
    Ok(manifest.practice().map(str::to_owned))
}

/// The state of the site in `folder`, as [`Watch::commits`] was told it.
///
/// # Errors
/// As [`export`](crate::export()).
pub fn state_of(folder: &Path) -> Result<String, ExportError> {
    Ok(Manifest::load(&Site::new(folder))?.state())
}

/// Completes an export to `folder` that was cut short while its files moved into place. True if there was one.
///
/// # Errors
/// As [`export`](crate::export()).
pub fn recover(folder: &Path) -> Result<bool, ExportError> {
    let site = Site::new(folder);
    if !site.has_journal() {
        return Ok(false);
    }
    let disk = Disk::new();
    let _lock = Lock::take(&disk, &site)?;
    complete_last(&disk, &site)
}

/// The folder of a site, and where our records in it are.
struct Site {
    folder: PathBuf,
    records: PathBuf,
}

impl Site {
    fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            records: folder.join(RECORDS),
        }
    }

    fn manifest(&self) -> PathBuf {
        self.records.join("manifest.json")
    }

    fn journal(&self) -> PathBuf {
        self.records.join("journal.json")
    }

    /// True in doubt, for what the journal needs must then be kept.
    fn has_journal(&self) -> bool {
        self.journal().try_exists().unwrap_or(true)
    }

    fn staging(&self) -> PathBuf {
        self.records.join("staging")
    }

    /// The `index`th file to be moved into place. Short names: Windows takes 260 characters for a whole path.
    fn staged(&self, index: usize) -> PathBuf {
        self.staging().join(format!("{index:06}"))
    }
}

fn transaction(
    disk: &Disk<'_>,
    folder: &Path,
    wanted: &Wanted<'_>,
    originals: &dyn Originals,
    watch: &dyn Watch,
) -> Result<Written, ExportError> {
    names::check(wanted.files)?;
    let site = Site::new(folder);
    ground::must_be_ours_or_empty(&site)?;
    let _lock = Lock::take(disk, &site)?;
    complete_last(disk, &site)?;
    let old = Manifest::load(&site)?;
    let plan = Plan::new(&site, &old, wanted.files)?;
    stop_if_told(watch)?;
    if plan.changes_nothing() {
        place::discard_staging(disk, &site);
        return Ok(plan.counts);
    }
    let (journal, written) = commit(disk, &site, &old, plan, wanted.practice, originals, watch)?;
    carry_out(disk, &site, &journal)?;
    Ok(written)
}

/// Step 6: what fails here is to be begun again.
fn carry_out(disk: &Disk<'_>, site: &Site, journal: &Journal) -> Result<(), ExportError> {
    place::carry_out(disk, site, journal).map_err(half_in_place)
}

fn half_in_place(reason: ExportError) -> ExportError {
    ExportError::HalfInPlace {
        reason: Box::new(reason),
    }
}

/// Steps 4 and 5: what fails here has never happened.
fn commit(
    disk: &Disk<'_>,
    site: &Site,
    old: &Manifest,
    plan: Plan<'_>,
    practice: &str,
    originals: &dyn Originals,
    watch: &dyn Watch,
) -> Result<(Journal, Written), ExportError> {
    let attempt = || {
        let staged = stage::stage(disk, site, &plan.write, originals, watch)?;
        let (journal, written) = plan.journal(practice, staged);
        // Making pictures takes minutes, in which a person may have put something into the folder.
        Ground::new(site).journal_can_be_carried_out(old, &journal)?;
        stop_if_told(watch)?;
        if !watch.commits(&journal.manifest.state()) {
            return Err(ExportError::Stopped);
        }
        journal.store(disk, site)?;
        Ok((journal, written))
    };
    attempt().map_err(|error| {
        if site.has_journal() {
            return half_in_place(error);
        }
        place::discard_staging(disk, site);
        error
    })
}

fn complete_last(disk: &Disk<'_>, site: &Site) -> Result<bool, ExportError> {
    let Some(journal) = Journal::load(site)? else {
        return Ok(false);
    };
    let old = Manifest::load(site)?;
    Ground::new(site).journal_can_be_carried_out(&old, &journal)?;
    carry_out(disk, site, &journal)?;
    Ok(true)
}

fn stop_if_told(watch: &dyn Watch) -> Result<(), ExportError> {
    if watch.stopped() {
        Err(ExportError::Stopped)
    } else {
        Ok(())
    }
}
