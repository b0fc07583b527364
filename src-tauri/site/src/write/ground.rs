use std::collections::BTreeSet;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::failed;
use super::journal::Journal;
use super::manifest::Manifest;
use super::{RECORDS, Site, names};
use crate::{ExportError, SitePath};

/// What systems leave in every folder that a person has looked at.
pub const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Refuses a folder that holds anything and that Pamphlet did not make.
pub(super) fn must_be_ours_or_empty(site: &Site) -> Result<(), ExportError> {
    if look(&site.records)?.is_some_and(|found| !found.is_dir()) {
        return Err(ExportError::Foreign {
            paths: vec![site.records.clone()],
        });
    }
    // A first export that was cut short has left a journal and no manifest.
    if look(&site.manifest())?.is_some() || look(&site.journal())?.is_some() {
        return Manifest::load(site).map(drop);
    }
    let entries = match fs::read_dir(&site.folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| failed("look into", &site.folder, error))?,
    };
    for entry in entries {
        let name = entry
            .map_err(|error| failed("look into", &site.folder, error))?
            .file_name();
        if name != RECORDS && !LITTER.iter().any(|litter| name == OsStr::new(litter)) {
            return Err(ExportError::NotEmpty {
                folder: site.folder.clone(),
            });
        }
    }
    Ok(())
}

/// What is in the folder now, seen without following links.
pub(super) struct Ground<'a> {
    site: &'a Site,
    /// For each folder that was looked at, what in its place or above it is no folder.
    folders: HashMap<String, Option<PathBuf>>,
}

/// What lies where a file of the site goes.
pub(super) enum Found {
    Nothing,
    /// A file, or a link, which can be replaced and removed without touching what it leads to.
    File {
        size: u64,
        is_link: bool,
    },
    /// This is in the way: a folder in the file's place, or a link or a file where one of its folders should be.
    Blocked(PathBuf),
}

impl<'a> Ground<'a> {
    pub fn new(site: &'a Site) -> Self {
        Self {
            site,
            folders: HashMap::new(),
        }
    }

    pub fn look(&mut self, path: &SitePath) -> Result<Found, ExportError> {
        for folder in names::folders(path.as_str()) {
            if let Some(blocking) = self.blocked_at(folder)? {
                return Ok(Found::Blocked(blocking));
            }
        }
        let target = self.site.folder.join(path.as_str());
        Ok(match look(&target)? {
            None => Found::Nothing,
            Some(found) if found.is_dir() => Found::Blocked(target),
            Some(found) => Found::File {
                size: found.len(),
                is_link: found.is_symlink(),
            },
        })
    }

    /// Refuses if a file that is not ours lies where one of these goes.
    pub fn nothing_in_the_way<'p>(
        &mut self,
        ours: &Manifest,
        paths: impl Iterator<Item = &'p SitePath>,
    ) -> Result<(), ExportError> {
        let mut foreign = BTreeSet::new();
        for path in paths {
            match self.look(path)? {
                Found::Blocked(blocking) => {
                    foreign.insert(blocking);
                }
                Found::File { .. } if ours.get(path).is_none() => {
                    foreign.insert(self.target(path));
                }
                Found::File { .. } | Found::Nothing => {}
            }
        }
        refuse(foreign)
    }

    /// Refuses if carrying out the journal, which may have been begun, would overwrite or remove what is not ours.
    pub fn journal_can_be_carried_out(
        &mut self,
        old: &Manifest,
        journal: &Journal,
    ) -> Result<(), ExportError> {
        let mut foreign = BTreeSet::new();
        for (index, path) in journal.moves().enumerate() {
            let is_pending = look(&self.site.staged(index))?.is_some();
            match self.look(&path)? {
                Found::Blocked(blocking) if is_pending => {
                    foreign.insert(blocking);
                }
                Found::File { .. }
                    if is_pending
                        && old.get(&path).is_none()
                        && !self.is_there(&path, journal)? =>
                {
                    foreign.insert(self.target(&path));
                }
                _ => {}
            }
        }
        for path in journal.removals() {
            if let Found::Blocked(blocking) = self.look(&path)?
                && blocking != self.target(&path)
            {
                foreign.insert(blocking);
            }
        }
        refuse(foreign)
    }

    fn target(&self, path: &SitePath) -> PathBuf {
        self.site.folder.join(path.as_str())
    }

    /// What is in the place of this folder, if it is there and no folder. Not called before its parents are known.
    fn blocked_at(&mut self, folder: &str) -> Result<Option<PathBuf>, ExportError> {
        if let Some(known) = self.folders.get(folder) {
            return Ok(known.clone());
        }
        let path = self.site.folder.join(folder);
        let blocking = look(&path)?.filter(|found| !found.is_dir()).map(|_| path);
        self.folders.insert(folder.to_owned(), blocking.clone());
        Ok(blocking)
    }

    /// True if the new file is in place already, though it is still staged too: a power failure may leave that.
    fn is_there(&self, path: &SitePath, journal: &Journal) -> Result<bool, ExportError> {
        let target = self.target(path);
        let bytes = fs::read(&target).map_err(|error| failed("read", &target, error))?;
        let hash = blake3::hash(&bytes).to_hex();
        Ok(journal
            .manifest
            .get(path)
            .is_some_and(|entry| entry.blake3 == hash.as_str()))
    }
}

pub(super) fn refuse(foreign: BTreeSet<PathBuf>) -> Result<(), ExportError> {
    if foreign.is_empty() {
        Ok(())
    } else {
        Err(ExportError::Foreign {
            paths: foreign.into_iter().collect(),
        })
    }
}

fn look(path: &Path) -> Result<Option<Metadata>, ExportError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("look at", path, error)),
    }
}
