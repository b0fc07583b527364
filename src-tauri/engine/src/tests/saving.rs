//! What is saved of an article.

use super::*;

#[test]
fn a_change_made_on_an_older_revision_is_refused() {
    let folder = temporary();
    let library = library(&folder);
    let first = write(&library, "Sleep", "Words.").article;
    let second = library
        .save_article(first.id, first.revision, titled("Better sleep"))
        .unwrap();
    let late = library.save_article(first.id, first.revision, titled("Lost"));
    assert!(matches!(late, Err(EngineError::Stale { .. })));
    assert_eq!(library.article(first.id).unwrap(), second);
    let same = library.save_article(first.id, second.article.revision, titled("Better sleep"));
    assert_eq!(same.unwrap(), second, "nothing changed");
}

#[test]
fn on_an_older_revision_nothing_is_saved_whatever_it_would_change() {
    let folder = temporary();
    let library = library(&folder);
    let first = library.create_article().unwrap().article;
    let patch = ArticlePatch {
        text: Some("Words.".to_owned()),
        topics: Some(vec![" Sleep ".to_owned()]),
        author: Some(Some("Ana Ruiz".to_owned())),
        status: Some(Status::Ready),
        ..titled("Sleep")
    };
    let save = |patch: &ArticlePatch| library.save_article(first.id, first.revision, patch.clone());
    let saved = save(&patch).unwrap();
    for other in [
        // What stands there already.
        patch.clone(),
        titled("Sleep"),
        saying("Other words."),
        ArticlePatch {
            text: Some("Other words.".to_owned()),
            ..patch.clone()
        },
        ArticlePatch {
            topics: Some(vec!["Naps".to_owned()]),
            ..ArticlePatch::default()
        },
        // Would be refused for another reason if the article was still what it was.
        ArticlePatch {
            text: Some(" ".to_owned()),
            status: Some(Status::Ready),
            ..ArticlePatch::default()
        },
    ] {
        assert!(
            matches!(save(&other), Err(EngineError::Stale { .. })),
            "{other:?}"
        );
    }
    assert_eq!(library.article(first.id).unwrap(), saved);
    assert_eq!(library.names().unwrap().topics, ["Sleep"]);
    assert_eq!(library.versions(first.id).unwrap().len(), 0);
}

#[test]
fn topics_and_authors_are_known_by_their_names() {
    let folder = temporary();
    let library = library(&folder);
    let article = library.create_article().unwrap().article;
    let patch = ArticlePatch {
        topics: Some(
            ["Sleep", " sleep ", "", "Sleep!"]
                .map(str::to_owned)
                .to_vec(),
        ),
        author: Some(Some(" Ana Ruiz, MD ".to_owned())),
        ..ArticlePatch::default()
    };
    let saved = library
        .save_article(article.id, article.revision, patch)
        .unwrap();
    assert_eq!(saved.topics, ["Sleep", "Sleep!"]);
    assert_eq!(saved.author.as_deref(), Some("Ana Ruiz, MD"));
    let names = library.names().unwrap();
    assert_eq!((names.topics.len(), names.people.len()), (2, 1));
    let nobody = ArticlePatch {
        author: Some(None),
        ..ArticlePatch::default()
    };
    let saved = library
        .save_article(article.id, saved.article.revision, nobody)
        .unwrap();
    assert_eq!(saved.author, None);
}

#[test]
fn the_address_follows_the_title_until_the_article_was_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let one = write(&library, "Sleep", "Words.").article;
    let two = write(&library, "Sleep", "Words.").article;
    assert_eq!(
        (one.address.as_str(), two.address.as_str()),
        ("sleep", "sleep-2")
    );
    let two = library
        .save_article(two.id, two.revision, titled("Rest"))
        .unwrap()
        .article;
    assert_eq!(two.address.as_str(), "rest");
    library
        .export(Destination::folder(&folder.path().join("site")), &NoWatch)
        .unwrap();
    let two = library
        .save_article(two.id, two.revision, titled("Naps"))
        .unwrap()
        .article;
    assert_eq!(two.address.as_str(), "rest");
}

#[test]
fn an_article_that_becomes_ready_gets_a_date_and_keeps_it() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Words.").article;
    assert_eq!(article.published, Some(jiff::civil::date(2026, 6, 15)));
    let earlier = ArticlePatch {
        published: Some(Some(jiff::civil::date(2020, 1, 2))),
        status: Some(Status::Draft),
        ..ArticlePatch::default()
    };
    let article = library
        .save_article(article.id, article.revision, earlier)
        .unwrap()
        .article;
    let ready = ArticlePatch {
        status: Some(Status::Ready),
        ..ArticlePatch::default()
    };
    let article = library
        .save_article(article.id, article.revision, ready)
        .unwrap()
        .article;
    assert_eq!(article.published, Some(jiff::civil::date(2020, 1, 2)));
}

#[test]
fn a_link_leads_to_its_article_when_the_title_changes() {
    let folder = temporary();
    let library = library(&folder);
    let back = write(&library, "Back pain", "Rest.").article;
    let text = "Read [about backs](article:back-pain).";
    let sleep = write(&library, "Sleep", text).article;
    let shown = |library: &Library| {
        let draft = PreviewDraft {
            text: text.to_owned(),
            ..PreviewDraft::default()
        };
        library.preview(sleep.id, draft, "/").unwrap().blocks[0]
            .html
            .clone()
    };
    let before = shown(&library);
    assert!(before.contains("<a "), "{before}");
    library
        .save_article(back.id, back.revision, titled("When your back hurts"))
        .unwrap();
    assert_eq!(
        library.article(back.id).unwrap().article.address.as_str(),
        "when-your-back-hurts"
    );
    assert!(shown(&library).contains("<a "));
    for address in ["when-your-back-hurts", "back-pain"] {
        assert_eq!(library.find_article(address).unwrap().article.id, back.id);
    }
    // The same from what is kept.
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    let page = fs::read_to_string(site.join("articles/sleep/index.html")).unwrap();
    assert!(page.contains("when-your-back-hurts/index.html\">about backs</a>"));

    // An article of the old title is another article.
    let other = write(&library, "Back pain", "Move.").article;
    assert_eq!(other.address.as_str(), "back-pain-2");
    library.export(Destination::Remembered, &NoWatch).unwrap();
    let page = fs::read_to_string(site.join("articles/sleep/index.html")).unwrap();
    assert!(page.contains("when-your-back-hurts/index.html\">about backs</a>"));
}

#[test]
fn an_article_without_words_does_not_go_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let ready = ArticlePatch {
        status: Some(Status::Ready),
        ..ArticlePatch::default()
    };
    let blank = library.create_article().unwrap().article;
    assert!(matches!(
        library.save_article(blank.id, blank.revision, ready),
        Err(EngineError::NoWords)
    ));
    // Whoever empties one that is ready goes on writing; nothing refuses to save that.
    let emptied = write(&library, "Sleep", "Words.").article;
    library
        .save_article(emptied.id, emptied.revision, saying(" "))
        .unwrap();
    assert_eq!(library.export_state().unwrap().changes, 0);
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    assert!(!site.join("articles/sleep").exists());
    assert_eq!(library.export_state().unwrap().changes, 0);
}
