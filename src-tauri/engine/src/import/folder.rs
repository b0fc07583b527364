use std::fs;
use std::io;
use std::path::Path;

use pamphlet_import::{Folder, SourceFile};

use super::MAX_TEXT;
use crate::error::{At, Result};

/// Reads a folder: the bytes of its Markdown files, the names of all others, and what could not be read and why.
/// Hidden files and folders are passed over, links are not followed.
pub(super) fn list(folder: &Path) -> Result<(Folder, Vec<(String, String)>)> {
    let own = folder.canonicalize().at("read", folder)?;
    let mut listing = Folder {
        name: own
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        ..Folder::default()
    };
    let mut skipped = Vec::new();
    fs::read_dir(folder).at("read", folder)?;
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    for entry in walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
    {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(folder).display().to_string();
                skipped.push((path, format!("it can't be read: {error}")));
                continue;
            }
        };
        let Some(path) = slashed(entry.path(), folder) else {
            skipped.push((
                entry.path().display().to_string(),
                "its name is not Unicode".to_owned(),
            ));
            continue;
        };
        if !entry.file_type().is_file() {
            continue;
        }
        let lower = path.to_ascii_lowercase();
        if !lower.ends_with(".md") && !lower.ends_with(".markdown") {
            listing.others.insert(path);
            continue;
        }
        match read_text(entry.path()) {
            Ok(bytes) => listing.files.push(SourceFile { path, bytes }),
            Err(error) => skipped.push((path, format!("it can't be read: {error}"))),
        }
    }
    Ok((listing, skipped))
}

fn read_text(path: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > MAX_TEXT {
        return Err(io::Error::other("it is larger than 16 MB"));
    }
    fs::read(path)
}

/// The path relative to `folder` with forward slashes.
fn slashed(path: &Path, folder: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .strip_prefix(folder)
        .ok()?
        .iter()
        .map(|part| part.to_str())
        .collect();
    parts.map(|parts| parts.join("/"))
}
