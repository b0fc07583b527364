use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;

use serde::{Deserialize, Serialize};

use super::disk::{Disk, failed};
use super::{Site, names};
use crate::{ExportError, SitePath};

/// Raise it when an older Pamphlet must not touch what a newer one wrote.
pub(super) const FORMAT: u32 = 1;

/// What we wrote into the folder, and so all that we may ever overwrite or remove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    /// The name of the practice whose site it is.
    #[serde(default)]
    practice: String,
    files: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Of the file's bytes, as hexadecimal digits.
    pub blake3: String,
    /// Bytes.
    pub size: u64,
    /// True if people are told of it as a page.
    pub page: bool,
}

/// The part that every format has.
#[derive(Deserialize)]
pub(super) struct Format {
    pub format: u32,
}

impl Manifest {
    pub fn new(practice: &str, files: impl IntoIterator<Item = (SitePath, Entry)>) -> Self {
        let files = files
            .into_iter()
            .map(|(path, entry)| (path.to_string(), entry))
            .collect();
        Self {
            format: FORMAT,
            practice: practice.to_owned(),
            files,
        }
    }

    /// The folder's manifest; an empty one if there is none.
    ///
    /// # Errors
    /// [`ExportError::NotEmpty`] if what is there is not a manifest that Pamphlet can have written.
    pub fn load(site: &Site) -> Result<Self, ExportError> {
        let path = site.manifest();
        match fs::read(&path) {
            Ok(bytes) => Self::parse(&bytes, site),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::new("", [])),
            Err(error) => Err(failed("read", &path, error)),
        }
    }

    pub fn store(&self, disk: &Disk<'_>, site: &Site) -> Result<(), ExportError> {
        let path = site.manifest();
        let bytes = serde_json::to_vec_pretty(self)
            .map_err(|error| failed("write", &path, error.into()))?;
        disk.write_at_once("write", &path, &bytes)
    }

    /// Tells two states of a site apart: BLAKE3 of what they hold, in hexadecimal.
    pub fn state(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, entry) in &self.files {
            for part in [path.as_str(), "\0", &entry.blake3, "\0"] {
                hasher.update(part.as_bytes());
            }
        }
        hasher.finalize().to_hex().to_string()
    }

    /// The name of the practice whose site it is, if it is one's.
    pub fn practice(&self) -> Option<&str> {
        Some(self.practice.as_str()).filter(|name| !name.is_empty())
    }

    pub fn get(&self, path: &SitePath) -> Option<&Entry> {
        self.files.get(path.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = (SitePath, &Entry)> {
        self.files
            .iter()
            .map(|(path, entry)| (SitePath::new(path.as_str()), entry))
    }

    /// True if it names only files that lie in the folder.
    pub fn is_safe(&self) -> bool {
        self.files.keys().all(|path| names::problem(path).is_none())
    }

    fn parse(bytes: &[u8], site: &Site) -> Result<Self, ExportError> {
        let folder = || site.folder.clone();
        let Format { format } = serde_json::from_slice(bytes)
            .map_err(|_| ExportError::NotEmpty { folder: folder() })?;
        if format > FORMAT {
            return Err(ExportError::Newer { folder: folder() });
        }
        serde_json::from_slice(bytes)
            .ok()
            .filter(Self::is_safe)
            .ok_or_else(|| ExportError::NotEmpty { folder: folder() })
    }
}
