//! Putting a copy in place of a library that is damaged, so that a crash in between is made good by the next opening.
//!
//! ```text
//! put-aside/2026-11-23T173245Z/replacement.db   the copy, on its way: while it is there, it is to take the place
//! put-aside/2026-11-23T173245Z/library.db       what was there before, with what SQLite had beside it
//! ```
//!
//! The log goes before the database does: SQLite would take the old log for a part of the new database.
//!
//! A program that keeps folders alike, such as OneDrive, may put files back meanwhile: they are put aside, too, as
//! `2-library.db` and so on.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use pamphlet_site::{patiently, whole_file};

use super::writing::are_alike;
use crate::error::{At, Result};
use crate::library::DATABASE;

const ASIDE: &str = "put-aside";
const REPLACEMENT: &str = "replacement.db";

/// What the replacement is called until it is whole.
const UNFINISHED: &str = "unfinished";

/// In the order in which they go.
const BESIDE: [&str; 3] = ["library.db-wal", "library.db-shm", "library.db-journal"];

/// How often what was put back meanwhile is put aside.
const PATIENCE: usize = 10;

/// Gets a copy ready to take the library's place. Once this has come to its end, [`finish`] has to follow, if need be at
/// the next opening. What it could not get ready, it takes away again.
pub fn begin(folder: &Path, copy: &Path, moment: &str) -> Result<()> {
    let all = folder.join(ASIDE);
    fs::create_dir_all(&all).at("make", &all)?;
    let aside = new_folder(&all, moment).at("make", &all)?;
    let ready = get_ready(copy, &aside).and_then(|()| {
        let made = [&*aside, &*all, folder];
        (made.into_iter()).try_for_each(|made| whole_file::flush_folder(made).at("write", made))
    });
    if ready.is_err() {
        for left in [REPLACEMENT, UNFINISHED] {
            let _ = fs::remove_file(aside.join(left));
        }
        let _ = fs::remove_dir(&aside);
        let _ = fs::remove_dir(&all);
    }
    ready
}

/// A folder that was not there: two restores may be of one second, and a clock may be set back.
fn new_folder(all: &Path, moment: &str) -> io::Result<PathBuf> {
    let mut folder = all.join(moment);
    for number in 2.. {
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                folder = all.join(format!("{moment}-{number}"));
            }
            made => return made.map(|()| folder),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn get_ready(copy: &Path, aside: &Path) -> Result<()> {
    let unfinished = aside.join(UNFINISHED);
    let ready = aside.join(REPLACEMENT);
    fs::copy(copy, &unfinished)
        .and_then(|_| File::options().write(true).open(&unfinished)?.sync_all())
        .and_then(|()| patiently(|| fs::rename(&unfinished, &ready)))
        .at("write", &ready)
}

/// Whether the library in this folder is on its way aside.
pub fn is_under_way(folder: &Path) -> bool {
    under_way(folder).is_ok_and(|asides| !asides.is_empty())
}

/// Puts aside what is there, and what was got ready in its place. For whoever has the library's lock.
///
/// # Errors
/// If the disk fails, or another program puts a file back again and again; all that was there is kept, and the next
/// opening goes on.
pub fn finish(folder: &Path) -> Result<()> {
    let all = folder.join(ASIDE);
    for aside in under_way(folder).at("read", &all)? {
        let mut patience = PATIENCE;
        while !finish_one(folder, &aside, patience == 0)? {
            patience -= 1;
        }
        whole_file::flush_folder(folder).at("write", folder)?;
    }
    Ok(())
}

/// Says whether the replacement is in its place: another file may have come there meanwhile.
fn finish_one(folder: &Path, aside: &Path, is_last_try: bool) -> Result<bool> {
    let (replacement, database) = (aside.join(REPLACEMENT), folder.join(DATABASE));
    for part in BESIDE {
        put_aside(&folder.join(part), aside, part)?;
    }
    // Killed between the two halves of a move, it has both names.
    if are_alike(&replacement, &database).unwrap_or(false) {
        fs::remove_file(&replacement).at("remove", &replacement)?;
        return Ok(true);
    }
    put_aside(&database, aside, DATABASE)?;
    whole_file::flush_folder(aside).at("write", aside)?;
    whole_file::flush_folder(folder).at("write", folder)?;
    match patiently(|| move_as_new(&replacement, &database)) {
        Err(error) if is_taken(&error) && !is_last_try => Ok(false),
        moved => moved.map(|()| true).at("put back", &database),
    }
}

/// Under the first name that is free there. What is not there need not be.
fn put_aside(from: &Path, aside: &Path, name: &str) -> Result<()> {
    let mut to = aside.join(name);
    for number in 2.. {
        match patiently(|| move_as_new(from, &to)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => break,
            Err(error) if is_taken(&error) => to = aside.join(format!("{number}-{name}")),
            moved => return moved.at("put aside", from),
        }
    }
    Ok(())
}

fn is_taken(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::AlreadyExists
}

fn under_way(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let all = folder.join(ASIDE);
    if !all.is_dir() {
        return Ok(Vec::new());
    }
    let asides: io::Result<Vec<_>> = fs::read_dir(all)?.map(|entry| Ok(entry?.path())).collect();
    let mut asides = asides?;
    asides.retain(|aside| aside.join(REPLACEMENT).is_file());
    asides.sort();
    Ok(asides)
}

/// Never in place of another file, which may be the only one that has somebody's words.
fn move_as_new(from: &Path, to: &Path) -> io::Result<()> {
    // Windows lets nobody take a name from a file that another program looks at: with both, it would go nowhere.
    if !cfg!(windows) {
        match fs::hard_link(from, to) {
            Ok(()) => return fs::remove_file(from),
            Err(error) if is_taken(&error) || error.kind() == io::ErrorKind::NotFound => {
                return Err(error);
            }
            // The disks of some sticks and servers know no second name for a file.
            Err(_) => (),
        }
    }
    if to.try_exists()? && from.try_exists()? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_moved_takes_no_other_files_place() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&to, "kept").unwrap();
        fs::write(&from, "also kept").unwrap();
        assert!(is_taken(&move_as_new(&from, &to).unwrap_err()));
        assert_eq!(fs::read(&to).unwrap(), b"kept");
        put_aside(&from, folder.path(), "to").unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"kept");
        assert_eq!(fs::read(folder.path().join("2-to")).unwrap(), b"also kept");
        assert!(!from.exists());
        put_aside(&from, folder.path(), "to").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn what_can_not_be_looked_at_is_not_taken_for_missing() {
        let folder = tempfile::tempdir().unwrap();
        // A file in a folder's place stands for one that can't be looked into.
        fs::write(folder.path().join("closed"), "").unwrap();
        let from = folder.path().join("closed/library.db");
        put_aside(&from, folder.path(), "to").unwrap_err();
    }

    #[test]
    fn what_can_not_be_got_ready_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        begin(folder.path(), &folder.path().join("no copy"), "now").unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
