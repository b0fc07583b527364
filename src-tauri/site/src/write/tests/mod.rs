//! An export into a folder of the real disk, where what goes wrong can be chosen.

mod changes;
mod crashes;
mod kills;
mod names;
mod refusals;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use pamphlet_model::PictureId;
use tempfile::TempDir;

use super::disk::Disk;
use super::{Wanted, put_in_place, transaction};
use crate::{Content, ExportError, FileKind, Originals, OutputFile, SitePath, Watch, Written};

/// A folder to export to, in a folder that disappears with the test.
struct Sandbox {
    _outer: TempDir,
    folder: PathBuf,
}

impl Sandbox {
    /// The folder itself does not exist yet.
    fn new() -> Self {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("website");
        Self {
            _outer: outer,
            folder,
        }
    }

    /// With these files, none of them Pamphlet's.
    fn with(files: &[(&str, &str)]) -> Self {
        let sandbox = Self::new();
        fs::create_dir_all(&sandbox.folder).unwrap();
        for (path, text) in files {
            sandbox.write(path, text);
        }
        sandbox
    }

    /// Beside the folder.
    fn outside(&self, name: &str) -> PathBuf {
        self.folder.with_file_name(name)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn export(&self, files: &[OutputFile]) -> Result<Written, ExportError> {
        self.export_with(files, &|_, _| Ok(()))
    }

    /// As `export`, asking `before` ahead of each step.
    fn export_with(
        &self,
        files: &[OutputFile],
        before: &(dyn Fn(&'static str, &Path) -> io::Result<()> + Sync),
    ) -> Result<Written, ExportError> {
        transaction(
            &Disk::hooked(before),
            &self.folder,
            &wanted(files),
            &NoOriginals,
            &Patient,
        )
    }

    /// Everything in the folder but our records: files with their content, and empty folders, whose names end in `/`.
    fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        collect(&self.folder, "", &mut tree);
        tree
    }

    /// As `tree`, with our records.
    fn whole_tree(&self) -> Tree {
        let mut tree = self.tree();
        if self.path(".pamphlet").exists() {
            collect(&self.path(".pamphlet"), ".pamphlet/", &mut tree);
        }
        tree
    }
}

fn wanted(files: &[OutputFile]) -> Wanted<'_> {
    let practice = "Alder Lane Clinic";
    Wanted { practice, files }
}

type Tree = BTreeMap<String, Vec<u8>>;

fn collect(folder: &Path, prefix: &str, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut is_empty = true;
    for entry in entries.map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        is_empty = false;
        if entry.file_type().unwrap().is_dir() {
            if name != ".pamphlet" {
                collect(&entry.path(), &format!("{name}/"), tree);
            }
        } else if entry.file_type().unwrap().is_symlink() {
            tree.insert(name, b"a link".to_vec());
        } else {
            tree.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    if is_empty && !prefix.is_empty() {
        tree.insert(prefix.to_owned(), Vec::new());
    }
}

/// What a folder with these files looks like.
fn tree_of(files: &[(&str, &str)]) -> Tree {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

/// The files of a site: pages, and assets if their names end in `css`.
fn site(files: &[(&str, &str)]) -> Vec<OutputFile> {
    let file = |(path, text): &(&str, &str)| OutputFile {
        path: SitePath::new(*path),
        kind: if path.ends_with("css") {
            FileKind::Asset
        } else {
            FileKind::Page
        },
        content: Content::Bytes(text.as_bytes().to_vec()),
    };
    files.iter().map(file).collect()
}

struct NoOriginals;

impl Originals for NoOriginals {
    fn read(&self, _: &PictureId) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
}

/// One original, and how often it was read.
struct OneOriginal {
    bytes: Vec<u8>,
    reads: AtomicUsize,
}

impl OneOriginal {
    fn new(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            reads: AtomicUsize::new(0),
        }
    }
}

impl Originals for OneOriginal {
    fn read(&self, id: &PictureId) -> io::Result<Vec<u8>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        if *id == PictureId::of(&self.bytes) {
            Ok(self.bytes.clone())
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    }
}

/// Watches, and lets the export go on.
struct Patient;

impl Watch for Patient {
    fn progress(&self, _: usize, _: usize) {}

    fn stopped(&self) -> bool {
        false
    }
}

/// Remembers what it was told, and stops the export when it is asked the `patience`th time.
struct Impatient {
    told: Mutex<Vec<(usize, usize)>>,
    asked: AtomicUsize,
    patience: usize,
}

impl Impatient {
    fn new(patience: usize) -> Self {
        Self {
            told: Mutex::default(),
            asked: AtomicUsize::new(0),
            patience,
        }
    }
}

impl Watch for Impatient {
    fn progress(&self, done: usize, total: usize) {
        self.told.lock().unwrap().push((done, total));
    }

    fn stopped(&self) -> bool {
        self.asked.fetch_add(1, Ordering::SeqCst) >= self.patience
    }
}

/// A site, and what becomes of it: every kind of change is there.
const OLD: &[(&str, &str)] = &[
    (
        "articles/gone/index.html",
        "an article that will be withdrawn",
    ),
    ("articles/index.html", "all articles, before"),
    ("articles/sleep/index.html", "on sleep"),
    ("assets/site-1.css", "body {}"),
    ("index.html", "front page, before"),
    ("topics/a/page/2/index.html", "the last of a topic"),
];
const NEW: &[(&str, &str)] = &[
    ("articles/fresh/index.html", "a new article"),
    ("articles/index.html", "all articles, after"),
    ("articles/sleep/index.html", "on sleep"),
    ("assets/site-2.css", "main {}"),
    ("index.html", "front page, after"),
    ("people/b/index.html", "a new folder"),
];
/// What a person keeps in the same folder.
const FOREIGN: &[(&str, &str)] = &[
    (".well-known/security.txt", "Contact: mailto:me"),
    ("articles/gone/notes.txt", "mine"),
    ("assets/logo.svg", "<svg/>"),
    ("google1234.html", "verification"),
];

/// A folder with the old site and a person's own files.
fn with_old_site() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.export(&site(OLD)).unwrap();
    for (path, text) in FOREIGN {
        sandbox.write(path, text);
    }
    sandbox
}

fn old_tree() -> Tree {
    tree_of(&[OLD, FOREIGN].concat())
}

fn new_tree() -> Tree {
    tree_of(&[NEW, FOREIGN].concat())
}
