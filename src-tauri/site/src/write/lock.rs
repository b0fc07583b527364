use std::fs::{File, TryLockError};
use std::io::ErrorKind;

use super::Site;
use super::disk::{Disk, failed};
use crate::ExportError;

/// While it lives, no other export writes to the folder. The system lets go of it when the process dies.
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Creates the folder, if need be.
    pub fn take(disk: &Disk<'_>, site: &Site) -> Result<Self, ExportError> {
        disk.create_folders("create", &site.records)?;
        let path = site.records.join("lock");
        let file = disk.open("open", &path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            // Some network shares know no locks. Better no lock than no website.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                Ok(Self { file })
            }
            Err(TryLockError::WouldBlock) => Err(ExportError::Busy {
                folder: site.folder.clone(),
            }),
            Err(TryLockError::Error(source)) => Err(failed("lock", &path, source)),
        }
    }
}

impl Drop for Lock {
    /// Closing the file is not enough: a program that is being started at this moment still has it open.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}
