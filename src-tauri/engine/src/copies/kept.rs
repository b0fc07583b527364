//! The copies that a library's folder has, and what they are called.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use pamphlet_store::Holdings;

use crate::error::{At, Result};

const FOLDER: &str = "backups";

/// In UTC, so that it means the same on every computer. Colons are not for file names.
const MOMENT: &str = "%Y-%m-%dT%H%M%SZ";

const ENDING: &str = ".db";

/// Ends the name of a copy that was made before a newer Pamphlet changed the library's schema.
const BEFORE_UPDATE: &str = "-before-update";

/// A whole copy of a library's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LibraryCopy {
    /// To the second.
    pub made: Timestamp,
    pub bytes: u64,
    /// Whether it is as an earlier Pamphlet left the library.
    pub before_update: bool,
}

impl LibraryCopy {
    /// What it holds; nothing if it is damaged.
    pub fn holdings(&self, library: &Path) -> Option<Holdings> {
        Holdings::of(&self.path(library)).ok()
    }

    pub(super) fn path(&self, library: &Path) -> PathBuf {
        folder_of(library).join(file_name(self.made, self.before_update))
    }
}

/// The copies of the library in a folder, the last first, whatever is wrong with the library itself.
///
/// # Errors
/// If the disk can't be read.
pub fn copies_of(library: &Path) -> Result<Vec<LibraryCopy>> {
    let folder = folder_of(library);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut copies = Vec::new();
    for entry in fs::read_dir(&folder).at("read", &folder)? {
        let entry = entry.at("read", &folder)?;
        let named = entry.file_name().to_str().and_then(named);
        let known = entry.metadata().at("read", &folder)?;
        if let Some((made, before_update)) = named.filter(|_| known.is_file()) {
            copies.push(LibraryCopy {
                made,
                bytes: known.len(),
                before_update,
            });
        }
    }
    copies.sort_by_key(|copy| Reverse((copy.made, !copy.before_update)));
    Ok(copies)
}

/// The last copy that is not of the future: one of those says that the clock was wrong, then or now.
pub(super) fn last_before(library: &Path, now: Timestamp) -> Result<Option<LibraryCopy>> {
    let mut copies = copies_of(library)?.into_iter();
    Ok(copies.find(|copy| copy.made <= now))
}

pub(super) fn folder_of(library: &Path) -> PathBuf {
    library.join(FOLDER)
}

pub(super) fn to_the_second(moment: Timestamp) -> Timestamp {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment)
}

/// A moment as part of a file's name.
pub(super) fn spelled(moment: Timestamp) -> String {
    moment.strftime(MOMENT).to_string()
}

fn file_name(made: Timestamp, before_update: bool) -> String {
    let kind = if before_update { BEFORE_UPDATE } else { "" };
    format!("{}{kind}{ENDING}", spelled(made))
}

/// When the file of this name was made, and whether before an update; nothing if it is no copy.
fn named(file_name: &str) -> Option<(Timestamp, bool)> {
    let name = file_name.strip_suffix(ENDING)?;
    let (moment, before_update) = match name.strip_suffix(BEFORE_UPDATE) {
        Some(moment) => (moment, true),
        None => (name, false),
    };
    let moment = DateTime::strptime(MOMENT, moment).ok()?;
    let moment = moment.to_zoned(TimeZone::UTC).ok()?;
    Some((moment.timestamp(), before_update))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_named_by_its_moment_in_utc() {
        let made: Timestamp = "2026-11-23T17:32:45Z".parse().unwrap();
        for (name, before_update) in [
            ("2026-11-23T173245Z.db", false),
            ("2026-11-23T173245Z-before-update.db", true),
        ] {
            assert_eq!(file_name(made, before_update), name);
            assert_eq!(named(name), Some((made, before_update)));
        }
        for other in [
            "unfinished",
            "library.db",
            "2026-11-23T173245Z (1).db",
            "2026-13-23T173245Z.db",
            "2026-11-23T173245Z-before.db",
        ] {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
