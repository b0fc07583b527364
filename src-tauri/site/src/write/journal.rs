use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::{Disk, failed};
use super::manifest::{FORMAT, Format, Manifest};
use super::{Site, names};
use crate::{ExportError, SitePath};

/// What is left to do once every new file lies ready. As long as it exists, it is to be carried out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Journal {
    format: u32,
    /// Where each staged file goes: the first is `staging/000000`.
    moves: Vec<String>,
    removals: Vec<String>,
    /// What the folder holds afterwards.
    pub manifest: Manifest,
}

impl Journal {
    pub fn new<'a>(
        moves: impl Iterator<Item = &'a SitePath>,
        removals: &[SitePath],
        manifest: Manifest,
    ) -> Self {
        let moves = moves.map(SitePath::to_string).collect();
        let removals = removals.iter().map(SitePath::to_string).collect();
        Self {
            format: FORMAT,
            moves,
            removals,
            manifest,
        }
    }

    pub fn load(site: &Site) -> Result<Option<Self>, ExportError> {
        let path = site.journal();
        match fs::read(&path) {
            Ok(bytes) => Self::parse(&bytes, site, &path).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed("read", &path, error)),
        }
    }

    pub fn store(&self, disk: &Disk<'_>, site: &Site) -> Result<(), ExportError> {
        let path = site.journal();
        let bytes = serde_json::to_vec_pretty(self)
            .map_err(|error| failed("write", &path, error.into()))?;
        disk.write_at_once("write", &path, &bytes)
    }

    pub fn moves(&self) -> impl Iterator<Item = SitePath> {
        self.moves.iter().map(|path| SitePath::new(path.as_str()))
    }

    pub fn removals(&self) -> impl Iterator<Item = SitePath> {
        self.removals
            .iter()
            .map(|path| SitePath::new(path.as_str()))
    }

    fn parse(bytes: &[u8], site: &Site, path: &Path) -> Result<Self, ExportError> {
        let broken =
            |reason: String| failed("read", path, io::Error::new(ErrorKind::InvalidData, reason));
        let Format { format } =
            serde_json::from_slice(bytes).map_err(|error| broken(error.to_string()))?;
        if format > FORMAT {
            return Err(ExportError::Newer {
                folder: site.folder.clone(),
            });
        }
        let journal: Self =
            serde_json::from_slice(bytes).map_err(|error| broken(error.to_string()))?;
        match journal
            .moves
            .iter()
            .chain(&journal.removals)
            .find(|path| names::problem(path).is_some())
        {
            Some(path) => Err(broken(format!("it names '{path}'"))),
            None if !journal.manifest.is_safe() => {
                Err(broken("its manifest is not ours".to_owned()))
            }
            None => Ok(journal),
        }
    }
}
