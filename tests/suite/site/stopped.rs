//! An export that is stopped has never happened.

use pamphlet_engine::{EngineError, ExportError};
use pamphlet_tests::{SiteSandbox, StopsAfter, Tree, crawl};

#[test]
fn wherever_it_is_stopped_the_old_site_stays_as_it_was() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    site.change(
        "articles/sore-throat.md",
        "ten sore throats",
        "a hundred sore throats",
    );
    site.change(
        "articles/headache-diary.md",
        "images/diary.png",
        "images/porch.jpg",
    );
    let before = Tree::everything(&site.site());
    let mut stops = 0;
    while let Err(refused) = site.export_watched(&StopsAfter::new(stops)) {
        assert!(
            matches!(refused, EngineError::Export(ExportError::Stopped)),
            "{refused:?}"
        );
        Tree::everything(&site.site())
            .assert_same(&before, &format!("after {stops} questions, and before"));
        stops += 1;
    }
    assert!(stops > 5, "it can be stopped at {stops} moments only");
    assert!(
        site.tree()
            .text("articles/sore-throat/index.html")
            .contains("a hundred sore throats")
    );
    let faults = crawl::faults(&site.tree());
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_first_export_that_is_stopped_leaves_no_site_and_is_no_obstacle() {
    let site = SiteSandbox::of("millbrook");
    site.export_watched(&StopsAfter::new(3)).unwrap_err();
    assert!(!site.site().exists() || site.tree().is_empty());
    site.export();
    assert!(site.tree().get("index.html").is_some());
}
