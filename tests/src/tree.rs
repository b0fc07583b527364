use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a folder by their paths, which have forward slashes everywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// Every file, our own records included.
    pub fn everything(folder: &Path) -> Self {
        let mut tree = Self::default();
        tree.collect(folder, "");
        tree
    }

    /// What a visitor can ask for: everything but the folder's records in `.pamphlet`.
    pub fn published(folder: &Path) -> Self {
        let mut tree = Self::everything(folder);
        tree.files.retain(|path, _| !path.starts_with(".pamphlet/"));
        tree
    }

    /// A site of these files, each with its text.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter();
        Self {
            files: files
                .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
                .collect(),
        }
    }

    fn collect(&mut self, folder: &Path, prefix: &str) {
        let entries =
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                self.collect(&entry.path(), &format!("{path}/"));
            } else {
                self.files.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Leaves a file out of the comparison.
    pub fn forget(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// A file that is text.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self
            .get(path)
            .unwrap_or_else(|| panic!("no '{path}' in {:?}", self.files.keys()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// The pages, by path.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.paths()
            .filter(|path| path.ends_with(".html"))
            .map(|path| (path, self.text(path)))
    }

    /// Paths of files that the other tree does not have, or has with other bytes.
    pub fn differing_from(&self, other: &Self) -> Vec<&str> {
        self.iter()
            .filter(|(path, bytes)| other.get(path) != Some(bytes))
            .map(|(path, _)| path)
            .collect()
    }

    /// Panics with the names of the files that differ, not with their bytes.
    pub fn assert_same(&self, other: &Self, why: &str) {
        let (here, there) = (self.differing_from(other), other.differing_from(self));
        assert!(
            here.is_empty() && there.is_empty(),
            "{why}: differing {here:?} from {there:?}"
        );
    }
}
