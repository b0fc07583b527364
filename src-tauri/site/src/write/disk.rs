use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::patience::patiently;
use crate::{ExportError, whole_file};

/// Every change to the folder is made here, one step at a time.
///
/// Before each step it asks `before` with the step's name and path: tests put a crash or a full disk there.
pub(super) struct Disk<'a> {
    before: &'a (dyn Fn(&'static str, &Path) -> io::Result<()> + Sync),
    /// False in tests, which would wait for the disk tens of thousands of times.
    flushes: bool,
}

impl<'a> Disk<'a> {
    pub fn new() -> Self {
        Self {
            before: &|_, _| Ok(()),
            flushes: true,
        }
    }

    #[cfg(test)]
    pub fn hooked(before: &'a (dyn Fn(&'static str, &Path) -> io::Result<()> + Sync)) -> Self {
        Self {
            before,
            flushes: false,
        }
    }

    pub fn create_folders(&self, operation: &'static str, path: &Path) -> Result<(), ExportError> {
        self.step(operation, path, || fs::create_dir_all(path))
    }

    /// A new file with these bytes, flushed to the disk itself.
    pub fn write(
        &self,
        operation: &'static str,
        path: &Path,
        bytes: &[u8],
    ) -> Result<(), ExportError> {
        let mut file = self.step(operation, path, || File::create(path))?;
        self.step(operation, path, || file.write_all(bytes))?;
        self.step(operation, path, || {
            if self.flushes {
                file.sync_all()
            } else {
                Ok(())
            }
        })
    }

    /// The file appears whole or not at all, for good; `path` with `.new` behind it is used meanwhile.
    pub fn write_at_once(
        &self,
        operation: &'static str,
        path: &Path,
        bytes: &[u8],
    ) -> Result<(), ExportError> {
        let beside = whole_file::beside(path);
        self.write(operation, &beside, bytes)?;
        self.rename(operation, &beside, path)?;
        path.parent()
            .map_or(Ok(()), |folder| self.flush_folder(operation, folder))
    }

    pub fn rename(
        &self,
        operation: &'static str,
        from: &Path,
        to: &Path,
    ) -> Result<(), ExportError> {
        self.step(operation, to, || patiently(|| fs::rename(from, to)))
    }

    /// A file that is not there is removed already.
    pub fn remove_file(&self, operation: &'static str, path: &Path) -> Result<(), ExportError> {
        self.step(operation, path, || {
            patiently(|| fine_if_absent(fs::remove_file(path)))
        })
    }

    /// Removes a folder with all that is in it. Links in it are removed, not followed.
    pub fn remove_tree(&self, operation: &'static str, path: &Path) -> Result<(), ExportError> {
        self.step(operation, path, || {
            patiently(|| fine_if_absent(fs::remove_dir_all(path)))
        })
    }

    /// Removes a folder if nothing is in it. True if it is not there afterwards.
    pub fn remove_empty_folder(
        &self,
        operation: &'static str,
        path: &Path,
    ) -> Result<bool, ExportError> {
        self.step(operation, path, || {
            Ok(fine_if_absent(fs::remove_dir(path)).is_ok())
        })
    }

    /// Makes the names in a folder last through a power failure.
    pub fn flush_folder(&self, operation: &'static str, path: &Path) -> Result<(), ExportError> {
        self.step(operation, path, || {
            if self.flushes {
                whole_file::flush_folder(path)
            } else {
                Ok(())
            }
        })
    }

    /// Opens a file that may or may not be there, for writing, leaving what is in it.
    pub fn open(&self, operation: &'static str, path: &Path) -> Result<File, ExportError> {
        self.step(operation, path, || {
            OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(path)
        })
    }

    fn step<T>(
        &self,
        operation: &'static str,
        path: &Path,
        act: impl FnOnce() -> io::Result<T>,
    ) -> Result<T, ExportError> {
        (self.before)(operation, path)
            .and_then(|()| act())
            .map_err(|source| failed(operation, path, source))
    }
}

pub(super) fn failed(operation: &'static str, path: &Path, source: io::Error) -> ExportError {
    ExportError::Io {
        operation,
        path: path.to_owned(),
        source,
    }
}

fn fine_if_absent(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
