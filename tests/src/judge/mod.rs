//! Judges a finished site: what programs can find wrong with it. `cargo xtask judge` runs all of it; the suite `judged`
//! shows that each judge finds what it is there to find.
//!
//! Judges that only read are functions of the site's files. The W3C's checker, html-validate and a browser with axe-core
//! are programs of their own. What is forgiven stands in `tests/judge/exceptions.toml`, each with its reason.

#[cfg(target_os = "linux")]
pub mod browser;
mod budgets;
mod exceptions;
mod feeds;
mod html_validate;
pub mod kinds;
mod nu;
mod pictures;
mod redirects;
mod sitemap;
pub mod sites;
mod structured;
#[cfg(target_os = "linux")]
pub mod web_server;

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::{Tree, crawl, repository};
pub use exceptions::Exceptions;
use kinds::Sampled;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Who says so.
    pub judge: &'static str,
    /// Path of the page or file; empty for the whole site.
    pub path: String,
    pub fault: String,
}

impl Finding {
    pub fn new(judge: &'static str, path: &str, fault: impl Into<String>) -> Self {
        Self {
            judge,
            path: path.to_owned(),
            fault: fault.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.judge, self.path, self.fault)
    }
}

/// What was exported, and which of its pages the slow judges look at.
pub struct Judged {
    pub folder: PathBuf,
    pub tree: Tree,
    pub sample: Sampled,
}

impl Judged {
    pub fn of(folder: &Path) -> Self {
        let tree = Tree::published(folder);
        Self {
            folder: folder.to_owned(),
            sample: Sampled::of(&tree),
            tree,
        }
    }
}

/// One of the [`READERS`].
type Reader = fn(&Tree) -> Vec<Finding>;

/// Judges that read the files and need nothing else.
const READERS: &[(&str, Reader)] = &[
    ("links", links),
    ("budgets", budgets::findings),
    ("pictures", pictures::findings),
    ("structured data", structured::findings),
    ("feeds", feeds::findings),
    ("sitemap", sitemap::findings),
    ("redirects", redirects::findings),
];

/// What one judge said, and how long it thought.
pub struct Verdict {
    pub judge: &'static str,
    /// Of each site.
    pub findings: Vec<Vec<Finding>>,
    pub took: Duration,
}

/// What all judges that only read say of a site's files.
pub fn read(tree: &Tree) -> Vec<Finding> {
    READERS.iter().flat_map(|(_, judge)| judge(tree)).collect()
}

/// What all judges say. Three of them work beside one another: the first two wait for programs of their own.
pub fn all(sites: &[Judged]) -> Vec<Verdict> {
    thread::scope(|scope| {
        let nu = scope.spawn(|| timed("nu", || nu::findings(sites)));
        let html_validate =
            scope.spawn(|| timed("html-validate", || html_validate::findings(sites)));
        let of_all = |judge: &Reader| sites.iter().map(|site| judge(&site.tree)).collect();
        let read = READERS
            .iter()
            .map(|(name, judge)| timed(name, || of_all(judge)));
        let mut verdicts: Vec<Verdict> = read.collect();
        #[cfg(target_os = "linux")]
        verdicts.push(timed("browser", || browser::findings(sites)));
        verdicts.extend([nu.join().unwrap(), html_validate.join().unwrap()]);
        verdicts
    })
}

fn timed(judge: &'static str, work: impl FnOnce() -> Vec<Vec<Finding>>) -> Verdict {
    let begun = Instant::now();
    let findings = work();
    Verdict {
        judge,
        findings,
        took: begun.elapsed(),
    }
}

/// Whose file it is, and its path there.
fn place<'a>(sites: &[Judged], file: &'a str) -> (usize, &'a str) {
    let of = |site: &Judged| Path::new(file).strip_prefix(&site.folder).ok()?.to_str();
    let mut places = sites.iter().map(of).enumerate();
    places
        .find_map(|(number, path)| Some((number, path?)))
        .unwrap_or((0, file))
}

fn links(tree: &Tree) -> Vec<Finding> {
    let fault = |fault| Finding::new("links", "", fault);
    crawl::faults(tree).into_iter().map(fault).collect()
}

/// Something that npm installed.
fn node_module(path: &str) -> PathBuf {
    repository().join("node_modules").join(path)
}

/// What stands in `tests/judge`.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("judge")
        .join(name)
}

/// Standard output of a program that may well end with a complaint, which is what it is there for.
fn said(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        !output.stdout.is_empty(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}
