//! Whose folder it is: what Pamphlet did not write, it does not touch.

use std::fs;
use std::path::Path;

use pamphlet_engine::{Destination, EngineError, ExportError};
use pamphlet_tests::{Patient, SiteSandbox, Tree};

#[test]
fn a_folder_with_anything_in_it_is_refused_and_left_alone() {
    let site = SiteSandbox::of("millbrook");
    fill(&site.site(), &["holiday/beach.jpg", "index.html"]);
    let before = Tree::everything(&site.site());
    let refused = site.export_watched(&Patient).unwrap_err();
    assert!(
        matches!(refused, EngineError::Export(ExportError::NotEmpty { .. })),
        "{refused:?}"
    );
    Tree::everything(&site.site()).assert_same(&before, "refused, and before");
}

#[test]
fn a_folder_that_only_the_system_wrote_to_is_empty() {
    let site = SiteSandbox::of("millbrook");
    fill(&site.site(), &[".DS_Store", "Thumbs.db", "desktop.ini"]);
    site.export();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini"] {
        assert!(site.site().join(name).exists(), "{name} was removed");
    }
}

#[test]
fn files_of_others_in_the_site_stay() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    let foreign = [
        "CNAME",
        "downloads/form.pdf",
        "articles/notes.txt",
        "articles/sore-throat/notes.txt",
    ];
    fill(&site.site(), &foreign);
    let view = site.library().find_article("sore-throat").unwrap();
    let draft = pamphlet_engine::ArticlePatch {
        status: Some(pamphlet_model::Status::Draft),
        ..pamphlet_engine::ArticlePatch::default()
    };
    site.library()
        .save_article(view.article.id, view.article.revision, draft)
        .unwrap();
    site.export();
    let tree = site.tree();
    assert!(
        tree.text("articles/sore-throat/index.html")
            .contains("refresh")
    );
    for path in foreign {
        assert_eq!(tree.text(path), path, "{path}");
    }
}

#[test]
fn a_file_of_others_where_a_new_page_would_go_is_in_the_way_and_stays() {
    let site = SiteSandbox::of("millbrook");
    site.export();
    fill(&site.site(), &["articles/new-parking/index.html"]);
    let before = Tree::everything(&site.site());
    let view = site.library().find_article("new-parking").unwrap();
    let ready = pamphlet_engine::ArticlePatch {
        status: Some(pamphlet_model::Status::Ready),
        ..pamphlet_engine::ArticlePatch::default()
    };
    site.library()
        .save_article(view.article.id, view.article.revision, ready)
        .unwrap();
    let refused = site.export_watched(&Patient).unwrap_err();
    assert!(
        matches!(refused, EngineError::Export(ExportError::Foreign { .. })),
        "{refused:?}"
    );
    Tree::everything(&site.site()).assert_same(&before, "refused, and before");
}

#[test]
fn the_library_itself_is_no_place_for_the_site() {
    let site = SiteSandbox::of("millbrook");
    let before = Tree::everything(&site.path("library/media"));
    for name in [
        "library",
        "library/site",
        "library/media",
        "library/../library/site",
    ] {
        let refused = site
            .library()
            .export(Destination::folder(&site.path(name)), &Patient);
        assert!(refused.is_err(), "{name}");
    }
    Tree::everything(&site.path("library/media")).assert_same(&before, "refused, and before");
    assert!(!site.path("library/site").exists());
}

/// Files that say their own path.
fn fill(folder: &Path, paths: &[&str]) {
    for path in paths {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, path).unwrap();
    }
}
