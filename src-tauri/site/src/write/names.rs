use std::collections::HashSet;

use pamphlet_model::is_device_name;

use crate::{ExportError, OutputFile};

/// Long enough for every page, short enough for Windows' 260 characters with a folder before it.
const MAX_LENGTH: usize = 180;

/// Refuses a site whose files could not all exist, under these names, on every system.
pub(super) fn check(files: &[OutputFile]) -> Result<(), ExportError> {
    let refuse = |file: &OutputFile, reason| {
        Err(ExportError::Name {
            path: file.path.to_string(),
            reason,
        })
    };
    let mut seen = HashSet::with_capacity(files.len());
    for file in files {
        if let Some(reason) = problem(file.path.as_str()) {
            return refuse(file, reason);
        }
        if !seen.insert(file.path.as_str()) {
            return refuse(file, "two files have this name");
        }
    }
    for file in files {
        if folders(file.path.as_str()).any(|folder| seen.contains(folder)) {
            return refuse(file, "a file has the name of a folder");
        }
    }
    Ok(())
}

/// Why this can't be the path of a file in a site, if it can't.
///
/// Lower case only, and ASCII: then no two names are one name on Windows or macOS.
pub(super) fn problem(path: &str) -> Option<&'static str> {
    let allowed = |b: u8| {
        b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'_' | b'/')
    };
    if path.len() > MAX_LENGTH {
        Some("too long")
    } else if !path.bytes().all(allowed) {
        Some("only lower-case letters, digits, '.', '-', '_' and '/' are allowed")
    } else {
        path.split('/').find_map(part_problem)
    }
}

/// The folders that a file with this path lies in, outermost first.
pub(super) fn folders(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

fn part_problem(part: &str) -> Option<&'static str> {
    if part.is_empty() || part.ends_with('.') {
        // Windows drops a dot at the end; and this covers `.` and `..`.
        Some("a part is empty or ends in a dot")
    } else if part == super::RECORDS {
        Some("Pamphlet keeps its own records there")
    } else if is_device_name(part.split('.').next().unwrap_or(part)) {
        Some("Windows keeps a part of it for a device")
    } else {
        None
    }
}
