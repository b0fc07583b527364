//! Exporting a second time: as little as possible is touched, and nothing old stays.

use std::fs;
use std::time::SystemTime;

use pamphlet_engine::{ArticlePatch, Destination};
use pamphlet_model::Status;
use pamphlet_tests::{Patient, SiteSandbox, Tree, crawl};

#[test]
fn without_a_change_nothing_is_written() {
    let site = SiteSandbox::of("millbrook");
    let first = site.export();
    assert_eq!((first.unchanged, first.removed), (0, 0));
    assert_eq!(first.written, site.tree().len());
    let written = touched(&site);
    let second = site.export();
    assert_eq!((second.written, second.removed, second.bytes), (0, 0, 0));
    assert_eq!(second.unchanged, first.written);
    assert_eq!(touched(&site), written);
}

/// When each published file was written.
fn touched(site: &SiteSandbox) -> Vec<(String, SystemTime)> {
    let time = |path: &str| {
        fs::metadata(site.site().join(path))
            .unwrap()
            .modified()
            .unwrap()
    };
    site.tree()
        .paths()
        .map(|path| (path.to_owned(), time(path)))
        .collect()
}

#[test]
fn a_word_in_the_text_changes_one_page_and_where_it_is_found() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    let before = site.tree();
    site.change(
        "articles/sore-throat.md",
        "ten sore throats",
        "twenty sore throats",
    );
    let report = site.export();
    let after = site.tree();
    let differing = after.differing_from(&before);
    let (index, pages): (Vec<&str>, Vec<&str>) = differing
        .iter()
        .copied()
        .partition(|path| path.starts_with("search/"));
    assert_eq!(pages, ["articles/sore-throat/index.html"]);
    assert!((1..=3).contains(&index.len()), "{index:?}");
    assert_eq!((report.pages_changed, report.pages_new), (1, 0));
    assert_eq!(report.written, differing.len());
    assert!(
        after
            .text("articles/sore-throat/index.html")
            .contains("twenty sore throats")
    );
}

#[test]
fn the_practice_s_new_phone_is_on_every_page() {
    let site = SiteSandbox::of("millbrook");
    let first = site.export();
    let mut practice = site.library().practice().unwrap();
    practice.phone = "+1-503-555-0188".to_owned();
    site.library().save_practice(&practice).unwrap();
    let report = site.export();
    assert_eq!(report.pages_changed, first.pages);
    for (path, text) in site.tree().pages() {
        assert!(text.contains("tel:+15035550188"), "{path}");
        assert!(
            !text.contains("tel:+15035550117"),
            "{path} still has the old one"
        );
    }
}

#[test]
fn a_withdrawn_article_leaves_nothing_behind_but_a_way_on() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    let library = site.library();
    let view = library.find_article("sore-throat").unwrap();
    let patch = ArticlePatch {
        status: Some(Status::Draft),
        ..ArticlePatch::default()
    };
    library
        .save_article(view.article.id, view.article.revision, patch)
        .unwrap();
    let report = site.export();
    assert_eq!(
        report.pages_removed, 2,
        "the article, and the topic that only it had"
    );
    let mut tree = site.tree();
    let old = "articles/sore-throat/index.html";
    let (_, forward) = tree.pages().find(|(path, _)| *path == old).unwrap();
    assert!(forward.contains("url=../../"), "{forward}");
    for (path, text) in tree.pages().filter(|(path, _)| *path != old) {
        assert!(!text.contains("sore-throat"), "{path} still names it");
    }
    // No page of the site leads there.
    tree.forget(old);
    let faults = crawl::faults(&tree);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_changed_site_is_the_same_as_one_made_from_nothing() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    site.change(
        "articles/after-a-sprain.md",
        "date: 2026-04-15",
        "date: 2026-01-01\nimage: images/porch.jpg",
    );
    site.change(
        "articles/headache-diary.md",
        "images/diary.png",
        "images/porch.jpg",
    );
    site.export();
    let anew = site.path("anew");
    site.library()
        .export(Destination::folder(&anew), &Patient)
        .unwrap();
    site.tree()
        .assert_same(&Tree::published(&anew), "changed, and made from nothing");
}

#[test]
fn the_same_library_gives_the_same_bytes_in_another_place() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    let other = site.path("another/place with blanks");
    site.library()
        .export(Destination::folder(&other), &Patient)
        .unwrap();
    Tree::everything(&site.site())
        .assert_same(&Tree::everything(&other), "one folder, and another");
    // And once more over the first.
    site.export();
    Tree::everything(&site.site()).assert_same(&Tree::everything(&other), "the first folder again");
}

#[test]
fn the_same_articles_on_another_computer_give_the_same_bytes() {
    let (here, there) = (SiteSandbox::of("millbrook"), SiteSandbox::of("millbrook"));
    // Another order of events gives other ids and other times.
    there.library().create_article().unwrap();
    there.change(
        "articles/sore-throat.md",
        "ten sore throats",
        "eleven sore throats",
    );
    there.change(
        "articles/sore-throat.md",
        "eleven sore throats",
        "ten sore throats",
    );
    here.export();
    there.export();
    here.tree().assert_same(&there.tree(), "here, and there");
}
