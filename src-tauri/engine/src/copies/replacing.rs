//! A copy in the place of a library that is damaged.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use pamphlet_store::{Refusal, StoreError, examine};

use super::kept::{copies_of, spelled, to_the_second};
use super::restoring;
use crate::error::{EngineError, Result};
use crate::library::{DATABASE, Library};
use crate::lock::Lock;
use crate::world::World;

impl Library {
    /// Opens a copy in place of the library that is in this folder, which may be damaged. What was there is put aside
    /// and kept. Killed at any moment, the folder has the library as it was, or the next opening completes this.
    ///
    /// # Errors
    /// If it is open or whole, there is no copy of this moment, the copy is damaged too, or the disk has no room: nothing
    /// was changed then. Where the disk fails later, while the one takes the other's place, the next opening completes
    /// this, and all of both is kept.
    pub fn open_copy(folder: &Path, made: Timestamp, world: Arc<dyn World>) -> Result<Self> {
        Self::replace(folder, made, world, is_to_be_replaced)
    }

    /// As [`open_copy`](Self::open_copy), also in place of a library that nothing is wrong with.
    pub fn open_copy_even_if_whole(
        folder: &Path,
        made: Timestamp,
        world: Arc<dyn World>,
    ) -> Result<Self> {
        Self::replace(folder, made, world, |_| Ok(()))
    }

    fn replace(
        folder: &Path,
        made: Timestamp,
        world: Arc<dyn World>,
        may_be_replaced: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<Self> {
        let missing = || EngineError::NotFound {
            what: "copy",
            which: made.to_string(),
        };
        // Before the lock, which would leave a file in a folder that is no library.
        let copies = copies_of(folder)?.into_iter();
        let found = { copies }
            .find(|copy| copy.made == to_the_second(made))
            .ok_or_else(missing)?;
        let lock = Lock::take(folder)?;
        may_be_replaced(folder)?;
        let path = found.path(folder);
        examine(&path).map_err(|error| match error {
            StoreError::Refused {
                refusal: Refusal::Damaged(_) | Refusal::NotALibrary,
                ..
            } => EngineError::CopyDamaged { made: found.made },
            other => other.into(),
        })?;
        restoring::begin(folder, &path, &spelled(world.now()))?;
        restoring::finish(folder)?;
        Self::open_with(folder, lock, world)
    }
}

/// Refuses a library that is whole, and one of which that can't be found out.
fn is_to_be_replaced(folder: &Path) -> Result<()> {
    match examine(&folder.join(DATABASE)) {
        Ok(()) => Err(EngineError::Whole {
            folder: folder.to_owned(),
        }),
        Err(StoreError::Refused {
            refusal: Refusal::Missing | Refusal::NotALibrary | Refusal::Damaged(_),
            ..
        }) => Ok(()),
        Err(other) => Err(other.into()),
    }
}
