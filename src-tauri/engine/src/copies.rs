//! Whole copies of a library's words, kept in the library's own folder. Pictures are not in them: those never change.

mod kept;
mod replacing;
mod restoring;
mod thinning;
mod writing;

use std::path::Path;
use std::sync::{MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use pamphlet_store::examine;

pub use kept::{LibraryCopy, copies_of};
pub(crate) use restoring::{finish, is_under_way};

use crate::error::Result;
use crate::library::{DATABASE, Library};
use writing::Purpose;

/// What somebody wrote within an hour is what they can write again.
const EVERY: SignedDuration = SignedDuration::from_hours(1);

/// What the newest copy has of the changes that were made since the library was opened: so many of them. Nothing as long
/// as that is not known.
pub(crate) type Copied = Option<u64>;

impl Library {
    /// The copies of this library, the last first.
    pub fn copies(&self) -> Result<Vec<LibraryCopy>> {
        copies_of(self.folder())
    }

    /// Makes a copy if something has changed since the last one and that one is an hour old, and removes those that are
    /// not kept any longer. Takes as long as reading the library takes twice; it can be worked with meanwhile. What
    /// `stopped` ends leaves nothing.
    ///
    /// # Errors
    /// If the library is damaged or the disk has no room; then there are as many copies as before.
    pub fn keep_copy(&self, stopped: &dyn Fn() -> bool) -> Result<Option<LibraryCopy>> {
        let copied = self.copied();
        if *copied == Some(self.changes()) {
            return Ok(None);
        }
        let now = self.world.now();
        let last = kept::last_before(self.folder(), now)?;
        if last.is_some_and(|last| now.duration_since(last.made) < EVERY) {
            return Ok(None);
        }
        self.write_copy(copied, Purpose::Due, stopped)
    }

    /// As [`keep_copy`](Self::keep_copy), however old the last copy is: for when the library is about to be closed. What
    /// was not changed while it was open is not looked at.
    pub fn keep_last_copy(&self, stopped: &dyn Fn() -> bool) -> Result<Option<LibraryCopy>> {
        let copied = self.copied();
        if copied.unwrap_or(0) == self.changes() {
            return Ok(None);
        }
        self.write_copy(copied, Purpose::Due, stopped)
    }

    /// Makes a copy, whatever has changed since the last one.
    ///
    /// # Errors
    /// As [`keep_copy`](Self::keep_copy).
    pub fn make_copy(&self, stopped: &dyn Fn() -> bool) -> Result<Option<LibraryCopy>> {
        self.write_copy(self.copied(), Purpose::Asked, stopped)
    }

    fn write_copy(
        &self,
        mut copied: MutexGuard<'_, Copied>,
        purpose: Purpose,
        stopped: &dyn Fn() -> bool,
    ) -> Result<Option<LibraryCopy>> {
        self.wait_for_check()?;
        // What is written from now on need not be in it.
        let (changes, now) = (self.changes(), self.world.now());
        let made = writing::write(self.folder(), purpose, now, stopped)?;
        if !stopped() {
            *copied = Some(changes);
        }
        Ok(made)
    }

    /// Held while a copy is made.
    fn copied(&self) -> MutexGuard<'_, Copied> {
        self.copied.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps a copy of a library as an earlier Pamphlet left it. For whoever has its lock, and is about to change its schema.
///
/// # Errors
/// If it is damaged or the disk has no room; the library is as it was then, and so are its copies.
pub(crate) fn keep_before_update(folder: &Path, now: Timestamp) -> Result<()> {
    examine(&folder.join(DATABASE))?;
    writing::write(folder, Purpose::Update, now, &|| false)?;
    Ok(())
}
