//! An export whose process is killed: the site that was there stays whole, and the next export mends the folder.

use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{fs, thread};

use pamphlet_engine::{ArticlePatch, Library};
use pamphlet_model::Status;
use pamphlet_tests::{CommandLine, TestWorld, Tree, fixtures};

/// Longer than any export of these few pages takes.
const DEADLINE: Duration = Duration::from_secs(60);

/// When to kill, and what to look for in the site's records.
type Moment = (&'static str, fn(&Path) -> bool);

const MOMENTS: &[Moment] = &[
    ("at once", |_| true),
    ("when the first file is ready", |records| {
        count(&records.join("staging")) >= 1
    }),
    ("when many files are ready", |records| {
        count(&records.join("staging")) >= 12
    }),
    ("when they begin to move into place", |records| {
        records.join("journal.json").exists()
    }),
    ("when some have moved into place", |records| {
        records.join("journal.json").exists() && count(&records.join("staging")) < 12
    }),
];

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn the_old_site_stays_whole_and_the_next_export_mends_the_folder() {
    let cli = CommandLine::with_library_of("millbrook");
    cli.json(["export", "library", "old"]);
    let old = Tree::published(&cli.path("old"));
    change(&cli);
    cli.json(["export", "library", "new"]);
    let new = Tree::everything(&cli.path("new"));
    for (when, moment) in MOMENTS {
        let site = cli.path(when);
        fixtures::copy(&cli.path("old"), &site);
        let mut export = cli
            .command(["export", "library", when])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        wait(&mut export, || moment(&site.join(".pamphlet")));
        export.kill().unwrap();
        export.wait().unwrap();

        if site.join(".pamphlet/journal.json").exists() {
            eprintln!("killed {when}: on the way from the old site to the new one");
        } else {
            // Before the moment, or after the end.
            let left = Tree::published(&site);
            let is_whole = left == old || left == Tree::published(&cli.path("new"));
            assert!(
                is_whole,
                "killed {when}: half of the site is new: {:?}",
                left.differing_from(&old)
            );
        }
        cli.json(["export", "library", when]);
        Tree::everything(&site).assert_same(
            &new,
            &format!("killed {when} and mended, and made from nothing"),
        );
    }
}

/// Every page changes, one goes and one comes.
fn change(cli: &CommandLine) {
    let world = Arc::new(TestWorld::default());
    let library = Library::open(&cli.path("library"), world).unwrap();
    let mut practice = library.practice().unwrap();
    practice.phone = "+1-503-555-0188".to_owned();
    library.save_practice(&practice).unwrap();
    for (address, status) in [
        ("sore-throat", Status::Draft),
        ("new-parking", Status::Ready),
    ] {
        let article = library.find_article(address).unwrap().article;
        let patch = ArticlePatch {
            status: Some(status),
            ..ArticlePatch::default()
        };
        library
            .save_article(article.id, article.revision, patch)
            .unwrap();
    }
}

/// Waits until something is so, or the process has ended.
fn wait(child: &mut Child, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < DEADLINE, "nothing happens");
        thread::yield_now();
    }
}
