//! Making a copy: written beside the others, looked through, and only then called one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use jiff::Timestamp;
use pamphlet_site::{patiently, whole_file};
use pamphlet_store::{copy, examine};

use super::kept::{LibraryCopy, copies_of, folder_of, last_before, to_the_second};
use super::thinning;
use crate::error::{At, Result};
use crate::library::DATABASE;

/// What a copy is called until it is whole.
const UNFINISHED: &str = "unfinished";

/// How many copies of libraries as earlier Pamphlets left them are kept.
const BEFORE_UPDATES: usize = 3;

/// What a copy is made for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody asked for it.
    Asked,
    /// It is time for one; where nothing has changed since the last one, that one is as good.
    Due,
    /// The library's schema is about to change.
    Update,
}

/// Copies the library in a folder, which was looked through before, and removes the copies that are not kept any longer.
/// Nothing if it was stopped, or is not needed.
///
/// # Errors
/// If what was copied is damaged, or the disk has no room; then there are as many copies as before.
pub fn write(
    library: &Path,
    purpose: Purpose,
    now: Timestamp,
    stopped: &dyn Fn() -> bool,
) -> Result<Option<LibraryCopy>> {
    let folder = folder_of(library);
    fs::create_dir_all(&folder).at("make", &folder)?;
    let unfinished = folder.join(UNFINISHED);
    let made = write_unfinished(library, &unfinished, stopped).and_then(|whole| match whole {
        true if purpose != Purpose::Due || differs_from_last(library, &unfinished, now)? => {
            finish(library, &unfinished, purpose, now).map(Some)
        }
        _ => Ok(None),
    });
    if !matches!(made, Ok(Some(_))) {
        // It is of no use, and what could not be removed is overwritten the next time.
        let _ = remove(&unfinished);
    }
    if made.is_ok() {
        thin(library, now)?;
    }
    made
}

/// Says whether it came to its end.
fn write_unfinished(library: &Path, unfinished: &Path, stopped: &dyn Fn() -> bool) -> Result<bool> {
    remove(unfinished).at("remove", unfinished)?;
    if !copy(&library.join(DATABASE), unfinished, stopped)? || stopped() {
        return Ok(false);
    }
    let file = File::options().write(true).open(unfinished);
    file.and_then(|file| file.sync_all())
        .at("write", unfinished)?;
    // A copy is worth something only if it can be opened.
    examine(unfinished)?;
    Ok(true)
}

fn finish(
    library: &Path,
    unfinished: &Path,
    purpose: Purpose,
    made: Timestamp,
) -> Result<LibraryCopy> {
    let bytes = fs::metadata(unfinished).at("read", unfinished)?.len();
    let copy = LibraryCopy {
        made: to_the_second(made),
        bytes,
        before_update: purpose == Purpose::Update,
    };
    let (folder, path) = (folder_of(library), copy.path(library));
    patiently(|| fs::rename(unfinished, &path)).at("write", &path)?;
    whole_file::flush_folder(&folder).at("write", &folder)?;
    Ok(copy)
}

fn differs_from_last(library: &Path, unfinished: &Path, now: Timestamp) -> Result<bool> {
    let Some(last) = last_before(library, now)?.map(|last| last.path(library)) else {
        return Ok(true);
    };
    // One that can't be read is no reason to do without.
    Ok(!are_alike(unfinished, &last).unwrap_or(false))
}

/// Whether two files say the same.
pub(super) fn are_alike(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut these, mut those) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = one.read(&mut these)?;
        if read == 0 {
            return Ok(true);
        }
        other.read_exact(&mut those[..read])?;
        if these[..read] != those[..read] {
            return Ok(false);
        }
    }
}

fn thin(library: &Path, now: Timestamp) -> Result<()> {
    let (updates, others): (Vec<_>, Vec<_>) =
        { copies_of(library)?.into_iter() }.partition(|copy| copy.before_update);
    let moments = |copies: &[LibraryCopy]| copies.iter().map(|copy| copy.made).collect::<Vec<_>>();
    let old_updates = thinning::all_but(BEFORE_UPDATES, &moments(&updates), now);
    let old_others = thinning::superfluous(&moments(&others), now);
    let updates = { updates.into_iter() }.filter(|copy| old_updates.contains(&copy.made));
    let others = { others.into_iter() }.filter(|copy| old_others.contains(&copy.made));
    for copy in updates.chain(others) {
        let path = copy.path(library);
        remove(&path).at("remove", &path)?;
    }
    Ok(())
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
