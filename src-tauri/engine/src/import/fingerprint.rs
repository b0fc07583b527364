use std::collections::{BTreeMap, BTreeSet};

use pamphlet_import::{Folder, PlannedArticle, PlannedPage};
use pamphlet_model::ArticleId;

/// What a file said when it was imported, and what of its folder it referred to.
///
/// The bytes alone tell files apart: what an article's text becomes depends also on what else the library holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fingerprint {
    /// BLAKE3 of the file's bytes, in hexadecimal.
    pub file: String,
    /// The pictures and the other articles that were found, each as the beginning of a hash.
    found: BTreeSet<String>,
}

impl Fingerprint {
    pub(super) fn of(planned: &PlannedArticle, files: &FileHashes<'_>) -> Self {
        Self::new(&planned.path, &planned.found, files)
    }

    pub(super) fn of_page(planned: &PlannedPage, files: &FileHashes<'_>) -> Self {
        Self::new(&planned.path, &planned.found, files)
    }

    fn new(path: &str, found: &BTreeSet<String>, files: &FileHashes<'_>) -> Self {
        Self {
            file: files.get(path).to_owned(),
            found: found
                .iter()
                .map(|found| blake3::hash(found.as_bytes()).to_hex()[..16].to_owned())
                .collect(),
        }
    }

    /// As the store keeps it: the hashes with blanks between them.
    pub(super) fn read(text: &str) -> Self {
        let mut parts = text.split(' ').map(str::to_owned);
        Self {
            file: parts.next().unwrap_or_default(),
            found: parts.collect(),
        }
    }

    pub(super) fn text(&self) -> String {
        let found = self.found.iter().map(String::as_str);
        let parts: Vec<&str> = std::iter::once(self.file.as_str()).chain(found).collect();
        parts.join(" ")
    }

    /// Whether the same file found nothing that it did not find `before`. What it finds no more, it had already.
    pub(super) fn brings_nothing_new(&self, before: &Self) -> bool {
        self.file == before.file && self.found.is_subset(&before.found)
    }
}

/// The hash of each file's bytes, by its path.
pub(super) struct FileHashes<'f>(BTreeMap<&'f str, String>);

impl<'f> FileHashes<'f> {
    pub(super) fn of(folder: &'f Folder) -> Self {
        let hash = |bytes: &[u8]| blake3::hash(bytes).to_hex().to_string();
        let files = folder.files.iter();
        Self(
            files
                .map(|file| (file.path.as_str(), hash(&file.bytes)))
                .collect(),
        )
    }

    fn get(&self, path: &str) -> &str {
        self.0.get(path).map_or("", String::as_str)
    }

    /// The id of the article that a file becomes.
    pub(super) fn article(&self, path: &str) -> ArticleId {
        let file = format!("{}\n{path}", self.get(path));
        let hash = blake3::hash(file.as_bytes());
        ArticleId::from_hash(std::array::from_fn(|n| hash.as_bytes()[n]))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, hash)| (*path, hash.as_str()))
    }
}
