//! Putting a copy in place of a library that is damaged, so that a crash in between is made good by the next opening.
//!
//! ```text
//! put-aside/2026-11-23T173245Z/replacement.db   the copy, on its way: while it is there, it is to take the place
//! put-aside/2026-11-23T173245Z/library.db       what was there before, with what SQLite had beside it
//! ```
//!
//! The log goes before the database does: SQLite would take the old log for a part of the new database.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use pamphlet_site::{patiently, whole_file};

use crate::error::{At, Result};
use crate::library::DATABASE;

const ASIDE: &str = "put-aside";
const REPLACEMENT: &str = "replacement.db";

/// In the order in which they go.
const BESIDE: [&str; 3] = ["library.db-wal", "library.db-shm", "library.db-journal"];

/// Gets a copy ready to take the library's place. Once this has come to its end, [`finish`] has to follow, if need be at
/// the next opening.
pub fn begin(folder: &Path, copy: &Path, name: &str) -> Result<()> {
    let all = folder.join(ASIDE);
    let aside = all.join(name);
    fs::create_dir_all(&aside).at("make", &aside)?;
    let unfinished = aside.join("unfinished");
    let ready = aside.join(REPLACEMENT);
    let written = fs::copy(copy, &unfinished)
        .and_then(|_| File::options().write(true).open(&unfinished)?.sync_all())
        .and_then(|()| patiently(|| fs::rename(&unfinished, &ready)));
    if written.is_err() {
        // Nothing has begun; what is left of it is of no use.
        let _ = fs::remove_file(&unfinished);
        let _ = fs::remove_dir(&aside);
        let _ = fs::remove_dir(&all);
    }
    written.at("write", &ready)?;
    for made in [&*aside, &*all, folder] {
        whole_file::flush_folder(made).at("write", made)?;
    }
    Ok(())
}

/// Whether the library in this folder is on its way aside.
pub fn is_under_way(folder: &Path) -> bool {
    under_way(folder).is_ok_and(|asides| !asides.is_empty())
}

/// Puts aside what is there, and what was got ready in its place. For whoever has the library's lock.
pub fn finish(folder: &Path) -> Result<()> {
    let all = folder.join(ASIDE);
    for aside in under_way(folder).at("read", &all)? {
        for part in BESIDE.into_iter().chain([DATABASE]) {
            move_if_there(&folder.join(part), &aside.join(part))?;
        }
        whole_file::flush_folder(&aside).at("write", &aside)?;
        whole_file::flush_folder(folder).at("write", folder)?;
        move_if_there(&aside.join(REPLACEMENT), &folder.join(DATABASE))?;
        whole_file::flush_folder(folder).at("write", folder)?;
    }
    Ok(())
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

fn move_if_there(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Ok(());
    }
    patiently(|| fs::rename(from, to)).at("put aside", from)
}
