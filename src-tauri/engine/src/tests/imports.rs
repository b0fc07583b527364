//! Folders that are imported more than once.

use super::*;

fn outcomes(report: &ImportReport) -> Vec<Outcome> {
    report.articles.iter().map(|it| it.outcome).collect()
}

#[test]
fn another_folder_in_the_place_of_one_that_is_not_plugged_in_replaces_nothing() {
    let folder = temporary();
    let library = library(&folder);
    let stick = folder.path().join("stick/posts");
    let pulled = folder.path().join("pulled");
    let other = folder.path().join("other/posts");
    put(&stick, "flu.md", b"---\ntitle: Flu\n---\nFrom the stick.");
    put(
        &other,
        "flu.md",
        b"---\ntitle: Flu shots\n---\nAnother text.",
    );
    let first = library.import(&stick).unwrap().articles.remove(0).article;
    fs::rename(&stick, &pulled).unwrap();
    assert_eq!(outcomes(&library.import(&other).unwrap()), [Outcome::Added]);
    assert_eq!(library.article(first.id).unwrap().article, first);
    // Plugged in again, both are known.
    fs::rename(&pulled, &stick).unwrap();
    for known in [&stick, &other] {
        let report = library.import(known).unwrap();
        assert_eq!(outcomes(&report), [Outcome::Unchanged], "{known:?}");
    }
}

#[test]
fn a_folder_that_was_moved_and_worked_on_is_still_the_same() {
    let folder = temporary();
    let library = library(&folder);
    let (old, new) = (folder.path().join("a/posts"), folder.path().join("b/posts"));
    for (name, text) in [("a.md", "One."), ("b.md", "Two."), ("c.md", "Three.")] {
        put(
            &old,
            name,
            format!("---\ntitle: {name}\n---\n{text}").as_bytes(),
        );
    }
    library.import(&old).unwrap();
    fs::create_dir_all(new.parent().unwrap()).unwrap();
    fs::rename(&old, &new).unwrap();
    put(&new, "c.md", b"---\ntitle: c.md\n---\nFour.");
    let report = library.import(&new).unwrap();
    assert_eq!(
        outcomes(&report),
        [Outcome::Unchanged, Outcome::Unchanged, Outcome::Updated]
    );
}

const WITH_PICTURES: &str = "---\ntitle: Sleep\nimage: images/x.png\nimage_alt: A bed\n\
                             topics: Sleep\nauthor: Ana Ruiz\n---\n![y](images/y.png)";

#[test]
fn pictures_that_are_not_there_any_more_stay_in_the_articles() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", WITH_PICTURES.as_bytes());
    put(&from, "images/x.png", &png(1));
    put(&from, "images/y.png", &png(2));
    let first = library.import(&from).unwrap().articles.remove(0).article;
    fs::remove_dir_all(from.join("images")).unwrap();
    let again = library.import(&from).unwrap().articles.remove(0);
    assert_eq!(
        (&again.article, again.outcome),
        (&first, Outcome::Unchanged)
    );
    assert_eq!(again.notes.len(), 2, "{:?}", again.notes);

    // The words are replaced, the picture at the top is not.
    put(
        &from,
        "a.md",
        WITH_PICTURES.replace("![y]", "More. ![y]").as_bytes(),
    );
    let changed = library.import(&from).unwrap().articles.remove(0);
    assert_eq!(changed.outcome, Outcome::Updated);
    assert_eq!(changed.article.hero, first.hero);
    // As soon as they are there again, all is as the file says.
    put(&from, "images/x.png", &png(3));
    put(&from, "images/y.png", &png(2));
    let back = library.import(&from).unwrap().articles.remove(0);
    assert_eq!(back.outcome, Outcome::Updated);
    assert_eq!(
        back.article.hero.unwrap().picture,
        PictureId::of(&png(3)),
        "another picture of the same name"
    );
    assert!(back.article.text.starts_with("More. ![y](picture:"));
}

#[test]
fn what_a_file_does_not_say_stays_and_what_it_replaces_is_told() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", WITH_PICTURES.as_bytes());
    put(&from, "images/x.png", &png(1));
    put(&from, "images/y.png", &png(2));
    let first = library.import(&from).unwrap().articles.remove(0).article;
    put(&from, "a.md", b"---\ntitle: Sleep well\n---\nWords.");
    let bare = library.import(&from).unwrap().articles.remove(0);
    assert_eq!(
        (
            &bare.article.hero,
            &bare.article.topics,
            bare.article.author
        ),
        (&first.hero, &first.topics, first.author)
    );
    assert_eq!(bare.notes, [""; 0]);
    put(
        &from,
        "a.md",
        b"---\ntitle: Sleep well\ntopics: Rest\nauthor: Bo Lind\nimage: images/y.png\n---\nWords.",
    );
    let other = library.import(&from).unwrap().articles.remove(0);
    assert_eq!(other.notes.len(), 3, "{:?}", other.notes);
    assert!(other.notes.iter().any(|note| note.contains("Ana Ruiz")));
}

#[test]
fn an_address_that_moved_is_no_change_of_the_files_that_link_to_it() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", b"---\ntitle: A\n---\nSee [b](b.md).");
    put(&from, "b.md", b"---\ntitle: B\n---\nWords.");
    let first = library.import(&from).unwrap();
    let b = &first.articles[1].article;
    library
        .save_article(b.id, b.revision, titled("Bees"))
        .unwrap();
    assert_eq!(
        outcomes(&library.import(&from).unwrap()),
        [Outcome::Unchanged; 2]
    );
}

#[test]
fn a_link_is_made_as_soon_as_its_file_is_there() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", b"---\ntitle: A\n---\nSee [b](b.md).");
    library.import(&from).unwrap();
    put(&from, "b.md", b"---\ntitle: B\n---\nWords.");
    let second = library.import(&from).unwrap();
    assert_eq!(outcomes(&second), [Outcome::Updated, Outcome::Added]);
    assert_eq!(second.articles[0].article.text, "See [b](article:b).");
}

#[test]
fn what_is_not_to_be_seen_yet_comes_in_as_a_draft() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    // The world's day is 2026-06-15.
    put(
        &from,
        "a.md",
        b"---\ntitle: A\ndate: 2026-06-15\n---\nWords.",
    );
    put(
        &from,
        "b.md",
        b"---\ntitle: B\ndate: 2026-06-16\n---\nWords.",
    );
    put(
        &from,
        "c.md",
        b"---\ntitle: C\npublished: false\n---\nWords.",
    );
    put(&from, "_drafts/d.md", b"---\ntitle: D\n---\nWords.");
    let report = library.import(&from).unwrap();
    let ready: Vec<_> = report
        .articles
        .iter()
        .filter(|it| it.article.status == Status::Ready)
        .map(|it| it.path.as_str())
        .collect();
    assert_eq!(ready, ["a.md"]);
}

#[test]
fn a_second_import_updates_and_loses_nothing() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("from");
    put(
        &from,
        "a.md",
        b"---\ntitle: Sleep\nimage: images/x.png\n---\nFirst [b](b.md).",
    );
    put(&from, "b.md", b"---\ntitle: Naps\ndraft: true\n---\nOther.");
    put(&from, "images/x.png", &png(1));
    put(&from, ".hidden/c.md", b"---\ntitle: Hidden\n---\n");
    put(&from, "notes.md", b"No front matter.");
    let outcomes = |report: &ImportReport| {
        report
            .articles
            .iter()
            .map(|a| (a.article.title.clone(), a.outcome))
            .collect::<Vec<_>>()
    };
    let first = library.import(&from).unwrap();
    let added = |title: &str| (title.to_owned(), Outcome::Added);
    assert_eq!(outcomes(&first), [added("Sleep"), added("Naps")]);
    assert_eq!(first.skipped.len(), 1);
    assert_eq!(first.pictures, 1);
    assert_eq!(first.articles[0].article.text, "First [b](article:b).");
    assert_eq!(first.articles[1].article.status, Status::Draft);

    // Changed here meanwhile: the file has not changed, so the article stays.
    let naps = &first.articles[1].article;
    library
        .save_article(naps.id, naps.revision, titled("My naps"))
        .unwrap();
    put(
        &from,
        "a.md",
        b"---\ntitle: Better sleep\nimage: images/x.png\n---\nSecond.",
    );
    let second = library.import(&from).unwrap();
    assert_eq!(
        outcomes(&second),
        [
            ("Better sleep".to_owned(), Outcome::Updated),
            ("My naps".to_owned(), Outcome::Unchanged)
        ]
    );
    assert_eq!(library.articles().unwrap().len(), 2);
    assert_eq!(second.articles[0].article.id, first.articles[0].article.id);
    let article = first.articles[0].article.id;
    let kept = library.versions(article).unwrap();
    assert_eq!(kept.len(), 1);
    let words = library.version(article, kept[0].id).unwrap();
    assert_eq!(words.text, "First [b](article:b).");
}

#[test]
fn what_a_file_withdraws_stays_here() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", b"---\ntitle: Sleep\n---\nFirst.");
    assert_eq!(
        library.import(&from).unwrap().articles[0].article.status,
        Status::Ready
    );
    put(
        &from,
        "a.md",
        b"---\ntitle: Sleep\ndraft: true\n---\nHalf a sen",
    );
    assert_eq!(
        library.import(&from).unwrap().articles[0].article.status,
        Status::Draft
    );
    // And does not go out again by itself.
    put(&from, "a.md", b"---\ntitle: Sleep\n---\nSecond.");
    assert_eq!(
        library.import(&from).unwrap().articles[0].article.status,
        Status::Draft
    );
}

#[test]
fn folders_of_one_name_do_not_overwrite_each_other() {
    let folder = temporary();
    let library = library(&folder);
    let (old, new) = (
        folder.path().join("2024/posts"),
        folder.path().join("2025/posts"),
    );
    put(&old, "flu.md", b"---\ntitle: Flu 2024\n---\nOld.");
    put(&new, "flu.md", b"---\ntitle: Flu 2025\n---\nNew.");
    let outcome = |from: &Path| library.import(from).unwrap().articles[0].outcome;
    assert_eq!(outcome(&old), Outcome::Added);
    assert_eq!(outcome(&new), Outcome::Added);
    assert_eq!(outcome(&new.join("../posts")), Outcome::Unchanged);
    // A folder that was moved is still the same.
    let moved = folder.path().join("elsewhere/posts");
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(&old, &moved).unwrap();
    assert_eq!(outcome(&moved), Outcome::Unchanged);
    assert_eq!(library.articles().unwrap().len(), 2);
}

#[test]
fn a_folder_gives_the_same_articles_in_every_library() {
    let folder = temporary();
    let elsewhere = temporary();
    let (first, second) = (library(&folder), library(&elsewhere));
    let (posts, copy) = (
        folder.path().join("posts"),
        folder.path().join("copy/posts"),
    );
    for posts in [&posts, &copy] {
        put(posts, "flu.md", b"---\ntitle: Flu\n---\nWords.");
        put(posts, "flu-again.md", b"---\ntitle: Flu\n---\nWords.");
    }
    let ids = |library: &Library, from: &Path| -> Vec<ArticleId> {
        let report = library.import(from).unwrap();
        report.articles.iter().map(|it| it.article.id).collect()
    };
    let here = ids(&first, &posts);
    assert_ne!(here[0], here[1]);
    assert_eq!(here, ids(&second, &posts));
    // A copy beside it is another folder with articles of its own, also when the first are in the bin.
    first.delete_article(here[0]).unwrap();
    let beside = ids(&first, &copy);
    assert!(beside.iter().all(|id| !here.contains(id)));
}

#[test]
fn a_text_file_becomes_a_draft_each_time() {
    let folder = temporary();
    let library = library(&folder);
    let first = library
        .import_file("when-it-hurts.txt", b"Move a little.")
        .unwrap();
    let second = library
        .import_file("when-it-hurts.txt", b"Move a little.")
        .unwrap();
    assert_eq!(first.article.title, "When it hurts");
    assert_eq!(first.article.status, Status::Draft);
    assert_ne!(first.article.address, second.article.address);
    assert_eq!(library.articles().unwrap().len(), 2);
    let refused = library
        .import_file("letter.docx", b"PK\x03\x04")
        .unwrap_err();
    assert!(
        matches!(refused, EngineError::NotText { .. }),
        "{refused:?}"
    );
    assert_eq!(library.articles().unwrap().len(), 2);
}

#[test]
fn a_file_that_changes_does_not_bring_its_article_back_from_the_bin() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", b"---\ntitle: Sleep\n---\nFirst.");
    let article = library.import(&from).unwrap().articles[0].article.id;
    library.delete_article(article).unwrap();
    put(&from, "a.md", b"---\ntitle: Sleep\n---\nSecond.");
    let again = library.import(&from).unwrap();
    assert_eq!(outcomes(&again), [Outcome::Unchanged]);
    assert_eq!(again.articles[0].notes.len(), 1);
    assert_eq!(library.articles().unwrap().len(), 0);
    let restored = library.restore_article(article).unwrap();
    assert_eq!(restored.article.text, "First.");
}
