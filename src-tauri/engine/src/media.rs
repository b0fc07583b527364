use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pamphlet_model::PictureId;
use pamphlet_site::{Originals, patiently, whole_file};

use crate::error::{At, Result};

/// The library's `media` folder: pictures as they came, each named by the hash of its bytes and never changed.
#[derive(Debug, Clone)]
pub(crate) struct MediaFolder {
    folder: PathBuf,
}

impl MediaFolder {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps the bytes, unless they are there already.
    pub fn keep(&self, id: &PictureId, bytes: &[u8]) -> Result<()> {
        let path = self.path(id);
        // A file of another length was cut short by something outside; the name says what it must be.
        if fs::metadata(&path).is_ok_and(|file| file.len() == bytes.len() as u64) {
            return Ok(());
        }
        let shelf = self.folder.join(&id.as_str()[..2]);
        fs::create_dir_all(&shelf).at("make", &shelf)?;
        whole_file::write(&path, bytes).at("write", &path)
    }

    /// Removes a picture that nothing needs. One that can't be removed takes some room, and does no other harm.
    pub fn remove(&self, id: &PictureId) {
        let path = self.path(id);
        let _ = patiently(|| fs::remove_file(&path));
    }

    fn path(&self, id: &PictureId) -> PathBuf {
        self.folder.join(&id.as_str()[..2]).join(id.as_str())
    }
}

/// Whether pictures lie in a folder as a library keeps them.
pub(crate) fn is_media_folder(folder: &Path) -> bool {
    let is_shelf = |name: &str| name.len() == 2 && u8::from_str_radix(name, 16).is_ok();
    fs::read_dir(folder).is_ok_and(|entries| {
        let mut names = entries.flatten().map(|entry| entry.file_name());
        names.any(|name| name.to_str().is_some_and(is_shelf))
    })
}

impl Originals for MediaFolder {
    fn read(&self, id: &PictureId) -> io::Result<Vec<u8>> {
        fs::read(self.path(id))
    }
}
