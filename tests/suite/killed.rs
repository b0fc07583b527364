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

/// How often a moment is tried that the process was too quick for.
const TRIES: usize = 20;

/// When to kill.
struct Moment {
    name: &'static str,
    /// What to look for in the site's records.
    has_come: fn(&Path) -> bool,
    /// Whether the records then say that files are on the way into place.
    on_the_way: bool,
}

const MOMENTS: &[Moment] = &[
    Moment {
        name: "at once",
        has_come: |_| true,
        on_the_way: false,
    },
    Moment {
        name: "when the first file is ready",
        has_come: |records| count(&records.join("staging")) >= 1,
        on_the_way: false,
    },
    Moment {
        name: "when many files are ready",
        has_come: |records| count(&records.join("staging")) >= 12,
        on_the_way: false,
    },
    Moment {
        name: "when they begin to move into place",
        has_come: |records| records.join("journal.json").exists(),
        on_the_way: true,
    },
    Moment {
        name: "when some have moved into place",
        has_come: |records| {
            records.join("journal.json").exists() && count(&records.join("staging")) < 12
        },
        on_the_way: true,
    },
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
    let complete = Tree::published(&cli.path("new"));
    for moment in MOMENTS {
        let mut hits = 0;
        for number in 0..TRIES {
            let when = format!("{} {number}", moment.name);
            let site = cli.path(&when);
            fixtures::copy(&cli.path("old"), &site);
            let killed = kill_at(&cli, &when, moment);
            let on_the_way = site.join(".pamphlet/journal.json").exists();
            hits += usize::from(killed && on_the_way == moment.on_the_way);
            if !on_the_way {
                let left = Tree::published(&site);
                assert!(
                    left == old || left == complete,
                    "killed {when}: half of the site is new: {:?}",
                    left.differing_from(&old)
                );
            }
            cli.json(["export", "library", &when]);
            Tree::everything(&site).assert_same(
                &new,
                &format!("killed {when} and mended, and made from nothing"),
            );
            if hits > 0 {
                break;
            }
        }
        assert!(hits > 0, "never killed {}", moment.name);
    }
}

/// Exports, and kills the export at this moment. Says whether it was still at work then.
fn kill_at(cli: &CommandLine, site: &str, moment: &Moment) -> bool {
    let records = cli.path(site).join(".pamphlet");
    let mut export = cli
        .command(["export", "library", site])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    wait(&mut export, || (moment.has_come)(&records));
    export.kill().unwrap();
    !export.wait().unwrap().success()
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
