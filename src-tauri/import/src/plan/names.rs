use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

/// The files that others may name.
pub(super) struct Names<'f> {
    exact: BTreeSet<&'f str>,
    /// In lower case; nothing where two files differ in case alone.
    folded: BTreeMap<String, Option<&'f str>>,
}

impl<'f> Names<'f> {
    pub(super) fn new(paths: impl Iterator<Item = &'f str>) -> Self {
        let exact: BTreeSet<&str> = paths.collect();
        let mut folded = BTreeMap::new();
        for path in &exact {
            folded
                .entry(path.to_lowercase())
                .and_modify(|known| *known = None)
                .or_insert(Some(*path));
        }
        Self { exact, folded }
    }

    /// The file that is meant by a reference in the file at `from`. What was written on Windows or a Mac need not mind
    /// upper and lower case.
    pub(super) fn find(&self, reference: &str, from: &str) -> Option<&'f str> {
        let candidates = candidates(reference, from);
        let exact = candidates
            .iter()
            .find_map(|path| self.exact.get(path.as_str()));
        exact.copied().or_else(|| {
            candidates
                .iter()
                .find_map(|path| *self.folded.get(&path.to_lowercase())?)
        })
    }
}

/// The paths that a reference in the file at `from` can mean, the likeliest first. None leads out of the folder.
fn candidates(reference: &str, from: &str) -> Vec<String> {
    // "My%20picture.jpg" is how Markdown spells blanks in a file's name.
    let plain = percent_decode_str(reference.trim())
        .decode_utf8_lossy()
        .into_owned();
    let beside = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    [
        format!("{beside}/{plain}"),
        plain.clone(),
        format!("images/{plain}"),
    ]
    .iter()
    .filter_map(|path| normal(path))
    .collect()
}

/// The path without `.`, `..` and empty parts, or nothing if it leads out of the folder.
fn normal(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}
