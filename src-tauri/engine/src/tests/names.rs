//! Topics and people: their names, and the way to the bin and back.

use super::*;

/// An article that goes on the site, with these topics and this author.
fn about(library: &Library, title: &str, topics: &[&str], author: &str) -> ArticleId {
    let article = write(library, title, "Some words.").article;
    save(library, article.id, by(topics, author));
    article.id
}

fn by(topics: &[&str], author: &str) -> ArticlePatch {
    ArticlePatch {
        topics: Some(topics.iter().map(|it| (*it).to_owned()).collect()),
        author: Some(Some(author.to_owned())),
        ..ArticlePatch::default()
    }
}

fn save(library: &Library, id: ArticleId, patch: ArticlePatch) {
    let revision = library.article(id).unwrap().article.revision;
    library.save_article(id, revision, patch).unwrap();
}

/// Topics and author of an article, and where it stands: "Nights Stress, Ana, OnSite".
fn shown(library: &Library, id: ArticleId) -> String {
    let view = library.article(id).unwrap();
    let author = view.author.unwrap_or_default();
    format!("{}, {author}, {:?}", view.topics.join(" "), view.standing)
}

fn topic(library: &Library, name: &str) -> TopicId {
    library.find_topic(name).unwrap().id
}

fn person(library: &Library, name: &str) -> PersonId {
    library.find_person(name).unwrap().id
}

fn export(library: &Library, folder: &TempDir) -> std::path::PathBuf {
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    site
}

fn page(site: &Path, address: &str) -> String {
    fs::read_to_string(site.join("articles").join(address).join("index.html")).unwrap()
}

#[test]
fn a_topic_in_the_bin_is_nowhere_until_it_comes_back() {
    let folder = temporary();
    let library = library(&folder);
    let sleep = about(&library, "Sleep", &["Nights", "Stress", "Rest"], "Ana");
    let naps = about(&library, "Naps", &["Stress"], "");
    let site = export(&library, &folder);
    let before = page(&site, "sleep");
    let listed = |name: &str| {
        let topics = library.topics().unwrap();
        let found = topics.into_iter().find(|it| it.topic.name == name);
        found.map(|it| it.articles)
    };
    assert_eq!(listed("Stress"), Some(2));
    let stress = topic(&library, "stress");
    let frame = || {
        let draft = PreviewDraft {
            topics: vec!["Nights".to_owned(), "Stress".to_owned()],
            ..PreviewDraft::default()
        };
        library.preview(sleep, draft, "/").unwrap().frame.html
    };
    assert!(frame().contains("Stress"));

    library.delete_topic(stress).unwrap();
    assert!(library.delete_topic(stress).is_err());
    assert!(library.rename_topic(stress, "Strain").is_err());
    assert_eq!(library.names().unwrap().topics, ["Nights", "Rest"]);
    assert_eq!(listed("Stress"), None);
    assert_eq!(shown(&library, sleep), "Nights Rest, Ana, Changed");
    assert_eq!(shown(&library, naps), ", , Changed");
    assert_eq!(library.export_state().unwrap().changes, 2);
    assert!(!frame().contains("Stress"));
    let asked = ArticlesAsked {
        topic: Some("Stress".to_owned()),
        ..ArticlesAsked::default()
    };
    assert!(library.list_articles(&asked).unwrap().ids.is_empty());
    let none = ArticlesAsked {
        topic: Some(String::new()),
        ..ArticlesAsked::default()
    };
    assert_eq!(library.list_articles(&none).unwrap().ids, [naps]);
    let bin = library.binned_topics().unwrap();
    assert_eq!((bin[0].name.as_str(), bin[0].articles), ("Stress", 2));
    assert!(site.join("topics/stress").exists());
    export(&library, &folder);
    assert!(!site.join("topics/stress").exists());
    assert!(!page(&site, "sleep").contains("Stress"));

    let back = library.restore_topic(stress).unwrap();
    assert_eq!((back.id, back.joined), (stress, None));
    assert!(library.restore_topic(stress).is_err());
    assert_eq!(shown(&library, sleep), "Nights Stress Rest, Ana, Changed");
    assert!(frame().contains("Stress"));
    export(&library, &folder);
    assert_eq!(page(&site, "sleep"), before);

    // Undone before the next export, there is nothing to export.
    library.delete_topic(stress).unwrap();
    library.restore_topic(stress).unwrap();
    assert_eq!(library.export_state().unwrap().changes, 0);
}

#[test]
fn a_person_in_the_bin_is_nowhere_until_they_come_back() {
    let folder = temporary();
    let library = library(&folder);
    let sleep = about(&library, "Sleep", &[], "Ana Ruiz");
    let naps = about(&library, "Naps", &[], "Ana Ruiz");
    let ana = person(&library, "ana ruiz");
    let patch = PersonPatch {
        credentials: Some(" MD, PhD ".to_owned()),
        ..PersonPatch::default()
    };
    library.save_person(ana, patch).unwrap();
    let site = export(&library, &folder);
    assert!(page(&site, "sleep").contains("MD, PhD"));
    assert_eq!(library.people().unwrap()[0].articles, 2);

    library.delete_person(ana).unwrap();
    assert!(library.delete_person(ana).is_err());
    assert_eq!(library.names().unwrap().people, [""; 0]);
    assert_eq!(shown(&library, sleep), ", , Changed");
    assert_eq!(library.binned_people().unwrap()[0].articles, 2);
    export(&library, &folder);
    assert!(!page(&site, "sleep").contains("Ruiz"));
    // Somebody else signs one of them meanwhile.
    save(&library, naps, by(&[], "Lee"));

    library.restore_person(ana).unwrap();
    assert_eq!(shown(&library, sleep), ", Ana Ruiz, Changed");
    assert_eq!(shown(&library, naps), ", Lee, Changed");
    assert_eq!(
        library.find_person("Ana Ruiz").unwrap().credentials,
        "MD, PhD"
    );
}

#[test]
fn a_name_that_is_typed_again_is_a_new_one_which_the_old_one_joins() {
    let folder = temporary();
    let library = library(&folder);
    let both = ["Stress", "Nights"];
    let sleep = about(&library, "Sleep", &both, "Ana");
    let naps = about(&library, "Naps", &[], "");
    let (nights, ana) = (topic(&library, "Nights"), person(&library, "Ana"));
    library.delete_topic(nights).unwrap();
    library.delete_person(ana).unwrap();
    save(&library, naps, by(&["nights"], "ana"));
    assert_eq!(shown(&library, sleep), "Stress, , Ready");

    let topic = library.restore_topic(nights).unwrap();
    let person = library.restore_person(ana).unwrap();
    assert_eq!(topic.joined, Some(vec![sleep]));
    assert_eq!(person.joined, Some(vec![sleep]));
    assert_eq!(shown(&library, sleep), "Stress nights, ana, Ready");
    assert_eq!(library.topics().unwrap().len(), 2);

    // The way back, and there again.
    let parted = library.part_topic(topic.id, &[sleep]).unwrap();
    let gone = library.part_person(person.id, &[sleep]).unwrap();
    assert_eq!(shown(&library, sleep), "Stress, , Ready");
    assert_eq!(shown(&library, naps), "nights, ana, Ready");
    assert_eq!(library.restore_topic(parted).unwrap(), topic);
    assert_eq!(library.restore_person(gone).unwrap(), person);
    assert_eq!(library.binned_topics().unwrap(), []);
    assert_eq!(library.binned_people().unwrap(), []);
}

#[test]
fn an_import_does_not_bring_back_what_is_in_the_bin() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("from");
    let file = |words: &str| {
        let head = "title: Sleep\nauthor: Ana\ntopics: [Stress, Nights]";
        put(
            &from,
            "a.md",
            format!("---\n{head}\n---\n{words}").as_bytes(),
        );
    };
    file("First.");
    let id = library.import(&from).unwrap().articles[0].article.id;
    library.delete_topic(topic(&library, "Stress")).unwrap();
    library.delete_person(person(&library, "Ana")).unwrap();
    let again = library.import(&from).unwrap();
    assert_eq!(again.articles[0].outcome, Outcome::Unchanged);
    file("Second.");
    put(
        &from,
        "b.md",
        b"---\ntitle: Naps\nauthor: ana\ntopics: [stress]\n---\nNew.",
    );
    let again = library.import(&from).unwrap();
    assert_eq!(again.articles[0].outcome, Outcome::Updated);
    assert_eq!(again.articles[0].notes.len(), 2, "{again:?}");
    let naps = again.articles[1].article.id;
    assert_eq!(library.names().unwrap().topics, ["Nights"]);
    assert_eq!(shown(&library, id), "Nights, , Ready");
    assert_eq!(shown(&library, naps), ", , Ready");

    library
        .restore_topic(library.binned_topics().unwrap()[0].id)
        .unwrap();
    library
        .restore_person(library.binned_people().unwrap()[0].id)
        .unwrap();
    assert_eq!(shown(&library, id), "Stress Nights, Ana, Ready");
    assert_eq!(shown(&library, naps), "Stress, Ana, Ready");
}

#[test]
fn what_is_done_to_articles_meanwhile_keeps_what_comes_back() {
    let folder = temporary();
    let library = library(&folder);
    let id = about(&library, "Sleep", &["Stress", "Nights"], "Ana");
    library.delete_topic(topic(&library, "Stress")).unwrap();
    library.delete_person(person(&library, "Ana")).unwrap();
    let copy = library.duplicate_article(id, "Copy").unwrap().article.id;
    let add = SeveralChange::AddTopic("Rest".to_owned());
    let done = library.change_articles(&[id, copy], &add).unwrap();
    library.put_articles_back(&done.before).unwrap();
    library.delete_article(id).unwrap();
    library
        .restore_topic(library.binned_topics().unwrap()[0].id)
        .unwrap();
    library
        .restore_person(library.binned_people().unwrap()[0].id)
        .unwrap();
    library.restore_article(id).unwrap();
    assert_eq!(shown(&library, id), "Stress Nights, Ana, Ready");
    assert_eq!(shown(&library, copy), "Stress Nights, Ana, Draft");
}

#[test]
fn a_name_is_refused_that_is_blank_or_another_s() {
    let folder = temporary();
    let library = library(&folder);
    let sleep = about(&library, "Sleep", &["Nights", "Stress"], "Ana");
    library.add_person(" Lee ", "").unwrap();
    library.add_topic(" Rest ").unwrap();
    let (nights, ana) = (topic(&library, "Nights"), person(&library, "Ana"));
    let topic_to = |name: &str| library.rename_topic(nights, name).map(|it| it.name);
    let person_to = |name: &str| {
        let patch = PersonPatch {
            name: Some(name.to_owned()),
            ..PersonPatch::default()
        };
        library.save_person(ana, patch).map(|it| it.name)
    };
    for name in ["", " ", "\n"] {
        let added = library.add_topic(name).map(|it| it.name);
        for refused in [topic_to(name), person_to(name), added] {
            assert!(matches!(refused, Err(EngineError::NameNeeded { .. })));
        }
    }
    for refused in [topic_to("stress"), person_to("LEE")] {
        assert!(matches!(refused, Err(EngineError::NameTaken { .. })));
    }
    assert!(library.add_person("ana", "").is_err());
    assert!(library.add_topic("rest").is_err());
    // Other capitals of its own are no other name, and a name in the bin is nobody's.
    assert_eq!(topic_to(" nights ").unwrap(), "nights");
    library.delete_topic(topic(&library, "Stress")).unwrap();
    topic_to("Stress").unwrap();
    assert_eq!(shown(&library, sleep), "Stress, Ana, Ready");
}

#[test]
fn a_topic_is_added_that_articles_get_later() {
    let folder = temporary();
    let library = library(&folder);
    let rest = library.add_topic("Rest").unwrap();
    assert_eq!(rest.address.as_str(), "rest");
    assert_eq!(library.topics().unwrap()[0].articles, 0);
    about(&library, "Sleep", &["Rest"], "");
    let topics = library.topics().unwrap();
    assert_eq!((topics[0].topic.id, topics[0].articles), (rest.id, 1));
    // One that is in the bin is nobody's.
    library.delete_topic(rest.id).unwrap();
    library.add_topic("Rest").unwrap();
}

#[test]
fn the_address_of_a_topic_follows_its_name_until_it_was_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let sleep = about(&library, "Sleep", &["Slepe", "Rest"], "");
    let slepe = topic(&library, "Slepe");
    let renamed = |name: &str| library.rename_topic(slepe, name).unwrap().address;
    assert_eq!(renamed("Sleep").as_str(), "sleep");
    assert_eq!(renamed("Rest!").as_str(), "rest-2");
    assert_eq!(renamed("Sleep").as_str(), "sleep");
    let site = export(&library, &folder);
    assert_eq!(renamed("Better sleep").as_str(), "sleep");
    assert_eq!(shown(&library, sleep), "Better sleep Rest, , Changed");
    export(&library, &folder);
    assert!(page(&site, "sleep").contains("Better sleep"));
    assert_eq!(renamed("Sleep").as_str(), "sleep");
    renamed("Better sleep");
    assert_eq!(library.export_state().unwrap().changes, 0);
}

#[test]
fn the_bin_forgets_topics_and_people_after_30_days() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let path = folder.path().join("Alder");
    let library = Library::create(&path, &practice(), world.clone()).unwrap();
    let id = about(&library, "Sleep", &["Nights", "Rest"], "Ana");
    let now = topic(&library, "Rest");
    library.delete_topic(now).unwrap();
    library.remove_topic_for_ever(now).unwrap();
    assert!(library.remove_topic_for_ever(now).is_err());
    library.delete_topic(topic(&library, "Nights")).unwrap();
    library.delete_person(person(&library, "Ana")).unwrap();
    drop(library);
    let mut left = Vec::new();
    for minutes in [30 * 24 * 60 - 1, 1] {
        world.pass(minutes);
        let library = Library::open(&path, world.clone()).unwrap();
        settle(&library);
        let (topics, people) = (library.binned_topics(), library.binned_people());
        left.push((topics.unwrap().len(), people.unwrap().len()));
        assert_eq!(shown(&library, id), ", , Ready");
    }
    assert_eq!(left, [(1, 1), (0, 0)]);
}
