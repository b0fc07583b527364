use super::*;

fn standing(library: &Library, id: ArticleId) -> Standing {
    library.article(id).unwrap().standing
}

fn text(text: &str) -> ArticlePatch {
    ArticlePatch {
        text: Some(text.to_owned()),
        ..ArticlePatch::default()
    }
}

fn status(status: Status) -> ArticlePatch {
    ArticlePatch {
        status: Some(status),
        ..ArticlePatch::default()
    }
}

#[test]
fn an_article_says_where_it_stands_between_here_and_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let site = folder.path().join("site");
    let id = library.create_article().unwrap().article.id;
    let save = |patch| {
        let revision = library.article(id).unwrap().article.revision;
        library.save_article(id, revision, patch).unwrap().standing
    };
    let export = || {
        library
            .export(Destination::folder(&site), &NoWatch)
            .unwrap();
        standing(&library, id)
    };
    assert_eq!(standing(&library, id), Standing::Draft);
    let ready = ArticlePatch {
        status: Some(Status::Ready),
        ..titled("Sleep")
    };
    save(text("Words."));
    assert_eq!(save(ready), Standing::Ready);
    assert_eq!(export(), Standing::OnSite);
    assert_eq!(save(text("Other words.")), Standing::Changed);
    // As it was: there is nothing to export.
    assert_eq!(save(text("Words.")), Standing::OnSite);
    assert_eq!(save(status(Status::Draft)), Standing::Leaving);
    assert_eq!(save(status(Status::Ready)), Standing::OnSite);
    assert_eq!(library.export_state().unwrap().changes, 0);
    // Nothing without words is on the site.
    assert_eq!(save(text("")), Standing::Leaving);
    assert_eq!(export(), Standing::Draft);
    assert_eq!(save(text("Words.")), Standing::Ready);
    export();
    library.delete_article(id).unwrap();
    assert_eq!(library.export_state().unwrap().changes, 1);
    assert_eq!(
        library.restore_article(id).unwrap().standing,
        Standing::OnSite
    );
}

#[test]
fn articles_are_listed_by_names_and_all_of_them_are_counted() {
    let folder = temporary();
    let library = library(&folder);
    for (title, topics, author) in [
        ("Sleep", &["Nights", "Stress"][..], "Ana Ruiz"),
        ("Naps", &["Nights"], ""),
        ("Walks", &[], "Ana Ruiz"),
    ] {
        let article = write(&library, title, "Some words.").article;
        let patch = ArticlePatch {
            topics: Some(topics.iter().map(|it| (*it).to_owned()).collect()),
            author: Some(Some(author.to_owned())),
            ..ArticlePatch::default()
        };
        library
            .save_article(article.id, article.revision, patch)
            .unwrap();
    }
    let some = |name: &str| Some(name.to_owned());
    let all = ArticlesAsked::default;
    for (asked, expected) in [
        (all(), "Walks Naps Sleep"),
        (
            ArticlesAsked {
                topic: some("nights"),
                order: Order::Title,
                ..all()
            },
            "Naps Sleep",
        ),
        (
            ArticlesAsked {
                topic: some(""),
                ..all()
            },
            "Walks",
        ),
        (
            ArticlesAsked {
                author: some("Ana Ruiz"),
                ..all()
            },
            "Walks Sleep",
        ),
        (
            ArticlesAsked {
                author: some(" "),
                ..all()
            },
            "Naps",
        ),
        (
            ArticlesAsked {
                author: some("Nobody"),
                ..all()
            },
            "",
        ),
        (
            ArticlesAsked {
                words: "sleeping".to_owned(),
                ..all()
            },
            "Sleep",
        ),
    ] {
        let listed = library.list_articles(&asked).unwrap();
        assert_eq!(titles(&listed.first), expected, "{asked:?}");
        assert_eq!(listed.ids.len(), listed.first.len());
        assert_eq!(listed.total, 3);
        let rows = library.listed_articles(&listed.ids, &asked.words).unwrap();
        assert_eq!(rows, listed.first);
    }
}

fn titles(found: &[FoundArticle]) -> String {
    let titles = found.iter().map(|it| it.article.summary.title.as_str());
    titles.collect::<Vec<_>>().join(" ")
}

#[test]
fn several_articles_are_changed_at_once_and_put_back() {
    let folder = temporary();
    let library = library(&folder);
    let sleep = write(&library, "Sleep", "Words.").article.id;
    let naps = write(&library, "Naps", "Words.").article.id;
    let revision = library.article(naps).unwrap().article.revision;
    let draft = ArticlePatch {
        published: Some(None),
        ..status(Status::Draft)
    };
    library.save_article(naps, revision, draft).unwrap();
    let empty = library.create_article().unwrap().article.id;
    let gone = library.create_article().unwrap().article.id;
    library.delete_article(gone).unwrap();
    let ids = [sleep, naps, empty, gone];
    let now = || {
        ids[..3]
            .iter()
            .map(|id| {
                let view = library.article(*id).unwrap();
                (view.article.status, view.article.published, view.topics)
            })
            .collect::<Vec<_>>()
    };
    let changed = |done: &SeveralDone| {
        done.changed
            .iter()
            .map(|it| it.summary.id)
            .collect::<Vec<_>>()
    };
    let before = now();

    let ready = library
        .change_articles(&ids, &SeveralChange::Status(Status::Ready))
        .unwrap();
    assert_eq!(changed(&ready), [naps]);
    assert_eq!(
        ready
            .refused
            .iter()
            .map(|it| it.summary.id)
            .collect::<Vec<_>>(),
        [empty]
    );
    assert_eq!(ready.changed[0].summary.published, Some(world().today()));
    let topic = library
        .change_articles(&ids, &SeveralChange::AddTopic("Nights".to_owned()))
        .unwrap();
    assert_eq!(changed(&topic), [sleep, naps, empty]);
    assert_eq!(topic.changed[2].topics, ["Nights"]);
    // It is there already.
    let again = library
        .change_articles(&ids, &SeveralChange::AddTopic("nights".to_owned()))
        .unwrap();
    assert_eq!(again, SeveralDone::default());

    let off = SeveralChange::RemoveTopic("nights ".to_owned());
    let removed = library.change_articles(&[sleep, naps], &off).unwrap();
    assert_eq!(changed(&removed), [sleep, naps]);
    assert!(!removed.changed[0].topics.contains(&"Nights".to_owned()));
    let none_left = library.change_articles(&[sleep, naps], &off).unwrap();
    assert_eq!(none_left, SeveralDone::default());
    let back = library.put_articles_back(&removed.before).unwrap();
    assert!(back.changed[0].topics.contains(&"Nights".to_owned()));

    assert_eq!(
        changed(&library.put_articles_back(&topic.before).unwrap()),
        [sleep, naps, empty]
    );
    assert_eq!(
        changed(&library.put_articles_back(&ready.before).unwrap()),
        [naps]
    );
    assert_eq!(now(), before);
}

#[test]
fn several_articles_are_deleted_at_once_and_restored() {
    let folder = temporary();
    let library = library(&folder);
    let ids = ["Sleep", "Naps", "Walks"].map(|title| write(&library, title, "Words.").article.id);
    library.delete_article(ids[1]).unwrap();
    assert_eq!(library.delete_articles(&ids).unwrap(), [ids[0], ids[2]]);
    assert_eq!(library.bin().unwrap().len(), 3);
    let restored = library.restore_articles(&[ids[0], ids[2]]).unwrap();
    assert_eq!(
        restored.iter().map(|it| it.summary.id).collect::<Vec<_>>(),
        [ids[0], ids[2]]
    );
    assert_eq!(library.restore_articles(&ids).unwrap().len(), 1);
    assert_eq!(library.articles().unwrap().len(), 3);
}

#[test]
fn a_copy_is_a_draft_with_an_address_of_its_own() {
    let folder = temporary();
    let library = library(&folder);
    let original = write(&library, "Sleep", "Words about naps.").article;
    let copy = library
        .duplicate_article(original.id, "Copy of Sleep")
        .unwrap();
    assert_eq!(copy.standing, Standing::Draft);
    let Article {
        address,
        title,
        text,
        published,
        ..
    } = copy.article;
    assert_eq!(
        (address.as_str(), title.as_str(), published),
        ("copy-of-sleep", "Copy of Sleep", None)
    );
    assert_eq!(text, original.text);
    assert_eq!(library.article(original.id).unwrap().article, original);
    assert_eq!(library.search("naps").unwrap().len(), 2);
}
