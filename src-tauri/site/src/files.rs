use std::fmt;

use crate::pictures::Recipe;

/// Where a file lies in the finished site: relative, with forward slashes, never `..`, never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// Made only from parts that are safe as file names everywhere: addresses, numbers, hashes and our own words.
    pub fn new(path: impl Into<String>) -> Self {
        let path = path.into();
        debug_assert!(
            path.split('/')
                .all(|part| !part.is_empty() && part != "." && part != ".."),
            "{path:?}"
        );
        Self(path)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many folders lie between the file and the site's root: 0 for `index.html`.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// Something a visitor reads: these are counted for the person who exports.
    Page,
    /// Stands at an old address and leads on.
    Forward,
    /// Stylesheet, icon.
    Asset,
    /// A published version of a picture.
    Picture,
}

/// One file of the finished site.
#[derive(Debug, Clone)]
pub struct OutputFile {
    pub path: SitePath,
    pub kind: FileKind,
    pub content: Content,
}

#[derive(Debug, Clone)]
pub enum Content {
    Bytes(Vec<u8>),
    /// Made only if the folder does not hold the file yet: its name contains the hash of the original and the version of
    /// the recipe, so the name decides.
    Picture(Recipe),
}

/// What putting files in place did to the folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Of the files of kind [`FileKind::Page`]: not there before.
    pub pages_new: usize,
    pub pages_changed: usize,
    pub pages_removed: usize,
    /// Files of all kinds that were new or changed.
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Bytes of the files written.
    pub bytes: u64,
}
