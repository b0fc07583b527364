use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pamphlet_engine::{
    Destination, EngineError, ImportReport, Library, Report, Watch, read_practice,
};
use tempfile::TempDir;

use crate::{Page, Patient, TestWorld, Tree, fixtures};

/// A library made of a folder of articles, and the site that it is exported to, in a folder of their own.
///
/// ```no_run
/// # use pamphlet_tests::SiteSandbox;
/// let site = SiteSandbox::of("millbrook");
/// assert_eq!(site.export().pages, 20);
/// site.change("articles/sore-throat.md", "late shifts", "early shifts");
/// assert_eq!(site.export().written, 1);
/// ```
pub struct SiteSandbox {
    folder: TempDir,
    library: Library,
}

impl SiteSandbox {
    /// Takes a fixture in. The fixture's folder is copied first, so that it can be changed.
    pub fn of(fixture: &str) -> Self {
        Self::made_from(|input| fixtures::copy(&fixtures::folder(fixture), input))
    }

    /// Takes in as many small articles, numbered from 1, of the practice in the fixture `millbrook`.
    pub fn with_articles(count: usize) -> Self {
        Self::made_from(|input| {
            let practice = fixtures::folder("millbrook").join("practice.toml");
            fs::copy(practice, input.join("practice.toml")).unwrap();
            for number in 1..=count {
                let text = format!(
                    "---\ntitle: \"Article {number}\"\ndate: 2026-01-{:02}\ntopics: [\"Numbers\"]\n\
                     summary: \"Number {number} of {count}.\"\n---\n\nThis is number {number}.\n",
                    number % 28 + 1
                );
                fs::write(input.join(format!("article-{number:03}.md")), text).unwrap();
            }
        })
    }

    fn made_from(fill: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("input");
        fs::create_dir(&input).unwrap();
        fill(&input);
        let practice = fs::read_to_string(input.join("practice.toml")).unwrap();
        let practice = read_practice(&practice).unwrap();
        let world = Arc::new(TestWorld::default());
        let library = Library::create(&folder.path().join("library"), &practice, world).unwrap();
        let sandbox = Self { folder, library };
        sandbox.import();
        sandbox
    }

    pub fn library(&self) -> &Library {
        &self.library
    }

    /// A path in the sandbox's own folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder that the site is exported to.
    pub fn site(&self) -> PathBuf {
        self.path("site")
    }

    /// Takes the folder of articles in once more.
    pub fn import(&self) -> ImportReport {
        self.library.import(&self.path("input")).unwrap()
    }

    /// Replaces words in a file of articles, and takes it in again.
    pub fn change(&self, file: &str, from: &str, to: &str) -> ImportReport {
        let path = self.path("input").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "'{from}' stands in {file}");
        fs::write(path, text.replace(from, to)).unwrap();
        self.import()
    }

    pub fn export(&self) -> Report {
        self.export_watched(&Patient).unwrap()
    }

    /// # Errors
    /// The export's own.
    pub fn export_watched(&self, watch: &dyn Watch) -> Result<Report, EngineError> {
        Ok(self
            .library
            .export(Destination::folder(&self.site()), watch)?
            .report)
    }

    /// The site as a visitor finds it.
    pub fn tree(&self) -> Tree {
        Tree::published(&self.site())
    }

    /// A page of the site.
    pub fn page(&self, path: &str) -> Page {
        Page::parse(self.tree().text(path))
    }
}
