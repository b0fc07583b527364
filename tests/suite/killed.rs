//! An export whose process is killed: the site that was there stays whole, and the next export mends the folder.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use pamphlet_tests::{CommandLine, Tree, crawl};

/// Longer than any export of these few pages takes.
const DEADLINE: Duration = Duration::from_secs(60);

/// When to kill: what to look for in the site's records.
const MOMENTS: &[(&str, fn(&Path) -> bool)] = &[
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
];

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn the_old_site_stays_whole_and_the_next_export_mends_the_folder() {
    for (when, moment) in MOMENTS {
        let cli = CommandLine::with_library_of("millbrook");
        let records = cli.path("site/.pamphlet");
        cli.json(["export", "library", "site"]);
        let old = Tree::published(&cli.path("site"));
        // The phone stands on every page, and the picture is made anew.
        change(&cli);
        let mut export = cli
            .command(["export", "library", "site"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        wait(&mut export, || moment(&records));
        export.kill().unwrap();
        export.wait().unwrap();

        if !records.join("journal.json").exists() {
            // Before the moment, or after the end.
            let site = Tree::published(&cli.path("site"));
            let faults = crawl::faults(&site);
            assert!(faults.is_empty(), "killed {when}: {faults:#?}");
            assert!(
                site == old || site.differing_from(&old).len() > 10,
                "killed {when}: half of it is new"
            );
        }
        cli.json(["export", "library", "site"]);
        cli.json(["export", "library", "anew"]);
        let mended = Tree::everything(&cli.path("site"));
        mended.assert_same(
            &Tree::everything(&cli.path("anew")),
            &format!("killed {when} and mended, and made from nothing"),
        );
    }
}

/// A change to every page.
fn change(cli: &CommandLine) {
    let world = std::sync::Arc::new(pamphlet_tests::TestWorld::default());
    let library = pamphlet_engine::Library::open(&cli.path("library"), world).unwrap();
    let mut practice = library.practice().unwrap();
    practice.phone = "+1-503-555-0188".to_owned();
    library.save_practice(&practice).unwrap();
}

/// Waits until something is so, or the process has ended.
fn wait(child: &mut Child, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < DEADLINE, "nothing happens");
        thread::yield_now();
    }
}
