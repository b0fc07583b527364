use std::path::PathBuf;

use super::*;

/// A practice with one article that is ready, and where its site goes.
fn with_a_ready_article(folder: &TempDir, name: &str) -> (Library, ArticleId, PathBuf) {
    let practice = Practice {
        name: name.to_owned(),
        ..Practice::default()
    };
    let library = Library::create(&folder.path().join("library"), &practice, world()).unwrap();
    let article = library.create_article().unwrap().article;
    let patch = ArticlePatch {
        title: Some("Better sleep".to_owned()),
        text: Some("Go to bed.".to_owned()),
        status: Some(Status::Ready),
        ..ArticlePatch::default()
    };
    library
        .save_article(article.id, article.revision, patch)
        .unwrap();
    (library, article.id, folder.path().join("site"))
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|it| it.unwrap()) {
        let target = to.join(entry.file_name());
        if target.ends_with("library.lock") {
            // Windows lets nobody read what is locked.
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_copy_of_a_library_asks_where_its_site_goes() {
    let folder = temporary();
    let (library, _, site) = with_a_ready_article(&folder, "Alder Street");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    drop(library);
    let copy = folder.path().join("last year");
    copy_folder(&folder.path().join("library"), &copy);
    let library = Library::open(&copy, world()).unwrap();
    let state = library.export_state().unwrap();
    assert_eq!((state.folder, state.elsewhere), (None, Some(site.clone())));
    assert!(matches!(
        library.export(Destination::Remembered, &NoWatch),
        Err(EngineError::NoExportFolder)
    ));
    // It may have been moved: then it is the right one.
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    assert_eq!(library.export_state().unwrap().folder, Some(site));
}

#[test]
fn the_site_of_another_practice_is_replaced_on_purpose_only() {
    let (here, there) = (temporary(), temporary());
    let (library, _, site) = with_a_ready_article(&here, "Alder Street");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    let front = fs::read(site.join("index.html")).unwrap();
    let (other, ..) = with_a_ready_article(&there, "Birch Street");
    let refused = other.export(Destination::folder(&site), &NoWatch);
    assert!(
        matches!(&refused, Err(EngineError::OtherSite { practice, .. }) if practice == "Alder Street"),
        "{refused:?}"
    );
    assert_eq!(fs::read(site.join("index.html")).unwrap(), front);
    assert_eq!(other.export_state().unwrap().folder, None);
    let replaces = Destination::Folder {
        folder: &site,
        replaces: true,
    };
    other.export(replaces, &NoWatch).unwrap();
    other.export(Destination::Remembered, &NoWatch).unwrap();
    // A practice may change its name, and goes on with its site.
    let renamed = Practice {
        name: "Cedar Street".to_owned(),
        ..Practice::default()
    };
    other.save_practice(&renamed).unwrap();
    other.export(Destination::Remembered, &NoWatch).unwrap();
}

/// Keeps the library as it is when the new site is about to be what is there, and lets it be so or not.
struct AtTheBrink {
    library: PathBuf,
    copy: PathBuf,
    go_on: bool,
}

impl Watch for AtTheBrink {
    fn progress(&self, _: usize, _: usize) {}

    fn stopped(&self) -> bool {
        false
    }

    fn commits(&self, _: &str) -> bool {
        copy_folder(&self.library, &self.copy);
        self.go_on
    }
}

#[test]
fn an_export_that_was_cut_short_is_known_at_the_next_start_if_its_site_is_there() {
    for (go_on, address) in [(true, "better-sleep"), (false, "sleeping-well")] {
        let folder = temporary();
        let (library, id, site) = with_a_ready_article(&folder, "Alder Street");
        let brink = AtTheBrink {
            library: library.folder().to_owned(),
            copy: folder.path().join("copy"),
            go_on,
        };
        let done = library.export(Destination::folder(&site), &brink);
        assert_eq!(done.is_ok(), go_on);
        drop(library);
        // As if the computer had lost its power there.
        fs::remove_dir_all(&brink.library).unwrap();
        fs::rename(&brink.copy, &brink.library).unwrap();

        let library = Library::open(&brink.library, world()).unwrap();
        assert_eq!(library.export_state().unwrap().changes, 1);
        settle(&library);
        let state = library.export_state().unwrap();
        assert_eq!(state.changes, usize::from(!go_on));
        assert_eq!(state.folder.is_some(), go_on);
        let patch = ArticlePatch {
            title: Some("Sleeping well".to_owned()),
            ..ArticlePatch::default()
        };
        let revision = library.article(id).unwrap().article.revision;
        let renamed = library.save_article(id, revision, patch).unwrap();
        assert_eq!(renamed.article.address.as_str(), address);
    }
}

#[test]
fn the_library_is_known_by_every_spelling_of_its_folder() {
    let folder = temporary();
    let library = library(&folder);
    fs::create_dir_all(folder.path().join("early")).unwrap();
    for inside in ["Alder/site", "early/../Alder/site", "early/../Alder"] {
        let inside = folder.path().join(inside);
        assert!(matches!(
            library.export(Destination::folder(&inside), &NoWatch),
            Err(EngineError::ExportWithinLibrary { .. })
        ));
    }
}

#[test]
fn changes_are_counted_until_they_are_exported() {
    let folder = temporary();
    let library = library(&folder);
    let out = folder.path().join("site");
    let changes = || library.export_state().unwrap().changes;
    assert!(matches!(
        library.export(Destination::Remembered, &NoWatch),
        Err(EngineError::NoExportFolder)
    ));
    let article = write(&library, "Sleep", "Words.").article;
    library.create_article().unwrap();
    let state = library.export_state().unwrap();
    assert_eq!(
        (state.changes, state.ready, state.drafts, state.folder),
        (1, 1, 1, None)
    );
    let done = library.export(Destination::folder(&out), &NoWatch).unwrap();
    assert!(done.index.is_file());
    assert_eq!(library.exported_index().unwrap(), done.index);
    assert_eq!(changes(), 0);
    library
        .save_article(article.id, article.revision, titled("Better sleep"))
        .unwrap();
    let named = Practice {
        phone: "+1-802-555-0136".to_owned(),
        ..practice()
    };
    library.save_practice(&named).unwrap();
    assert_eq!(changes(), 2);
    assert_eq!(
        library
            .export(Destination::Remembered, &NoWatch)
            .unwrap()
            .folder,
        out
    );
    assert_eq!(changes(), 0);
}

#[test]
fn the_site_does_not_go_into_the_library() {
    let folder = temporary();
    let library = library(&folder);
    for inside in [library.folder().to_owned(), library.folder().join("site")] {
        let refused = library.export(Destination::folder(&inside), &NoWatch);
        assert!(
            matches!(refused, Err(EngineError::ExportWithinLibrary { .. })),
            "{inside:?}"
        );
        assert!(!library.folder().join("index.html").exists());
    }
}
