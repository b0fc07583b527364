use std::fs::{File, TryLockError};
use std::path::Path;

use crate::error::{At, EngineError, Result};

pub(crate) const LOCK: &str = "library.lock";

/// A library that nobody else can open until this is dropped, or its process ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    pub fn take(folder: &Path) -> Result<Self> {
        let path = folder.join(LOCK);
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .at("open", &path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(EngineError::OpenElsewhere {
                folder: folder.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(source).at("lock", &path),
        }
    }
}
