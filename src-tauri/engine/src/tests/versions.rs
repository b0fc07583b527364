//! Earlier words of articles.

use super::*;

#[test]
fn versions_are_kept_at_pauses_and_before_much_is_gone() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let library =
        Library::create(&folder.path().join("Alder"), &practice(), world.clone()).unwrap();
    let article = library.create_article().unwrap().article;
    let long = "Much was written here before it was gone. ".repeat(8);
    let steps = [
        // (minutes that pass before, the text that is saved, versions that there are then)
        (0, "One.", 0),
        (1, "One two.", 0),
        // The person was away: what stood there is kept.
        (5, "One two three.", 1),
        (0, &long, 1),
        // All of it is selected and typed over.
        (0, "x", 2),
        (1, "xy", 2),
        // Writing on and on.
        (1, "xyz", 2),
        (1, "xyza", 2),
        (1, "xyzab", 2),
        (1, "xyzabc", 2),
        (1, "xyzabcd", 2),
        (1, "xyzabcde", 2),
        (1, "xyzabcdef", 2),
        (1, "xyzabcdefg", 2),
        (1, "xyzabcdefgh", 3),
    ];
    let mut revision = article.revision;
    for (minutes, text, versions) in steps {
        world.pass(minutes);
        revision = library
            .save_article(article.id, revision, saying(text))
            .unwrap()
            .article
            .revision;
        assert_eq!(
            library.versions(article.id).unwrap().len(),
            versions,
            "{text}"
        );
    }
    let kept = library.versions(article.id).unwrap();
    let reasons: Vec<_> = kept.iter().map(|version| version.reason.as_str()).collect();
    assert_eq!(reasons, ["pause", "change", "pause"]);
    assert_eq!(library.version(article.id, kept[1].id).unwrap().text, long);
    assert_eq!(
        kept[1].change,
        Change {
            added: 64,
            removed: 2
        }
    );
}

#[test]
fn a_version_is_named_compared_and_brought_back() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Go to bed at ten.\n\nNo screens.").article;
    let named = library.name_version(article.id, " As approved ").unwrap();
    assert_eq!(named.name.as_deref(), Some("As approved"));
    let save = |revision, text| {
        library
            .save_article(article.id, revision, saying(text))
            .unwrap()
            .article
    };
    let changed = save(
        article.revision,
        "Go to bed at nine.\n\nNo screens.\n\nRead.",
    );
    let compared = library.compare_version(article.id, named.id).unwrap();
    let different: Vec<_> = compared.rows.iter().map(Row::is_changed).collect();
    assert_eq!(different, [true, false, true]);

    let one = library
        .bring_back_paragraph(article.id, named.id, 0, changed.revision)
        .unwrap()
        .article;
    assert_eq!(one.text, "Go to bed at ten.\n\nNo screens.\n\nRead.");
    let none = library.bring_back_paragraph(article.id, named.id, 3, one.revision);
    assert!(matches!(none, Err(EngineError::NotFound { .. })));
    // Somebody changed the article since the person looked.
    assert!(matches!(
        library.bring_back(article.id, named.id, changed.revision),
        Err(EngineError::Stale { .. })
    ));
    let all = library
        .bring_back(article.id, named.id, one.revision)
        .unwrap()
        .article;
    assert_eq!((all.title, all.text), (article.title, article.text));
    // What was replaced is there too.
    let texts: Vec<_> = library
        .versions(article.id)
        .unwrap()
        .iter()
        .map(|version| library.version(article.id, version.id).unwrap().text)
        .collect();
    assert_eq!(
        texts,
        [
            one.text,
            changed.text,
            "Go to bed at ten.\n\nNo screens.".to_owned()
        ]
    );
}

#[test]
fn an_earlier_version_gets_a_name_another_one_and_none() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Go to bed at ten.").article;
    let other = write(&library, "Pain", "Move a little.").article;
    let first = library.name_version(article.id, "First").unwrap();
    library
        .save_article(article.id, article.revision, saying("Go to bed at nine."))
        .unwrap();
    library.name_version(article.id, "Second").unwrap();
    for (name, expected) in [
        (Some(" Approved by Dr. Lee "), Some("Approved by Dr. Lee")),
        (None, None),
        (Some("First"), Some("First")),
        (Some("  "), None),
    ] {
        let named = library.rename_version(article.id, first.id, name).unwrap();
        assert_eq!(named.name.as_deref(), expected, "{name:?}");
        let kept = library.versions(article.id).unwrap();
        let names: Vec<_> = kept.iter().map(|version| version.name.as_deref()).collect();
        assert_eq!(names, [Some("Second"), expected]);
    }
    assert!(matches!(
        library.rename_version(other.id, first.id, Some("Theirs")),
        Err(EngineError::NotFound { .. })
    ));
}

#[test]
fn a_version_that_lost_its_name_is_thinned_out_like_others() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let library =
        Library::create(&folder.path().join("Alder"), &practice(), world.clone()).unwrap();
    let article = library.create_article().unwrap().article;
    let mut revision = article.revision;
    let mut keep = |text: &str| {
        let saved = library.save_article(article.id, revision, saying(text));
        revision = saved.unwrap().article.revision;
        library.name_version(article.id, text).unwrap().id
    };
    let (staying, going) = (keep("One."), keep("One two."));
    keep("One two three.");
    library.rename_version(article.id, going, None).unwrap();
    world.pass(60 * 24 * 400);
    keep("One two three four.");
    let kept = library.versions(article.id).unwrap();
    assert!(kept.iter().any(|version| version.id == staying));
    assert!(!kept.iter().any(|version| version.id == going));
}

#[test]
fn words_that_were_not_taken_are_a_version_and_the_article_stays() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Go to bed at ten.").article;
    let words = Words {
        text: "Go to bed at nine.".to_owned(),
        ..Words::from(&article)
    };
    let aside = library.set_words_aside(article.id, &words).unwrap();
    assert_eq!(aside.reason, "set-aside");
    assert_eq!(library.version(article.id, aside.id).unwrap(), words);
    assert_eq!(library.article(article.id).unwrap().article, article);
    let again = library.set_words_aside(article.id, &words).unwrap();
    assert_eq!(again.id, aside.id);
}

#[test]
fn what_a_version_changed_is_told_of_the_one_that_is_left_before_it() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let library =
        Library::create(&folder.path().join("Alder"), &practice(), world.clone()).unwrap();
    let article = library.create_article().unwrap().article;
    let mut revision = article.revision;
    let mut save = |text: &str| {
        let saved = library.save_article(article.id, revision, saying(text));
        revision = saved.unwrap().article.revision;
    };
    for text in ["One.", "One two.", "One two three.", "One two three four."] {
        save(text);
        world.pass(5);
    }
    let added = || -> Vec<u32> {
        let kept = library.versions(article.id).unwrap();
        kept.iter().map(|version| version.change.added).collect()
    };
    let of_the_first_hour = added();
    assert_eq!(of_the_first_hour.len(), 3);
    // Of an hour long ago the newest stays.
    world.pass(48 * 60);
    save("One two three four five.");
    let kept = library.versions(article.id).unwrap();
    assert_eq!(kept.len(), 2);
    assert_eq!(
        library.version(article.id, kept[1].id).unwrap().text,
        "One two three."
    );
    assert_eq!(
        kept[1].change,
        Change {
            added: 3,
            removed: 0
        }
    );
    assert_ne!(kept[1].change.added, of_the_first_hour[0]);
}
