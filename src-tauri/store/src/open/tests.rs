mod former;

use std::fs;
use std::slice;

use jiff::Timestamp;
use pamphlet_model::{
    Address, Adjustments, Article, ArticleId, Hero, Look, Page, PageId, PageKind, Person, PersonId,
    Picture, PictureFormat, PictureId, Practice, PublicAddress, PublicPage, Standing, Status,
    Topic, TopicId,
};
use tempfile::TempDir;

use super::*;
use crate::{Change, Export, Indexed, Listing, Order, Source, Words};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn article(n: u8) -> Article {
    Article {
        id: ArticleId::from_random([n; 16]),
        address: Address::from_title(&format!("article {n}")),
        title: format!("Article {n}"),
        summary: "Short.".to_owned(),
        text: "Some *words*.".to_owned(),
        topics: Vec::new(),
        author: None,
        reviewer: None,
        reviewed: None,
        related_pins: Vec::new(),
        related_hides: Vec::new(),
        hero: None,
        status: Status::Draft,
        published: None,
        created: moment(1),
        changed: moment(i64::from(n)),
        revision: 1,
    }
}

fn put(store: &mut Store, article: &Article) {
    store
        .write(|tables| tables.articles_mut().put(article, || indexed(article)))
        .unwrap();
}

fn indexed(article: &Article) -> Indexed {
    Indexed {
        text: article.text.clone(),
        ..Indexed::default()
    }
}

fn refusal(path: &Path) -> Refusal {
    match Store::open(path).and_then(|store| store.check().wait()) {
        Err(StoreError::Refused { refusal, .. }) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// A closed library with some content, all of it in the main file.
fn closed_library(folder: &TempDir) -> std::path::PathBuf {
    let path = folder.path().join("library.db");
    let mut store = Store::create(&path).unwrap();
    for n in 0..50 {
        put(
            &mut store,
            &Article {
                text: "word ".repeat(500),
                ..article(n)
            },
        );
    }
    drop(store);
    path
}

#[test]
fn what_is_no_library_is_refused_and_left_alone() {
    let folder = folder();
    let path = folder.path().join("library.db");
    assert_eq!(refusal(&path), Refusal::Missing);
    let other = {
        let other = folder.path().join("other.db");
        Connection::open(&other)
            .unwrap()
            .execute_batch("CREATE TABLE t (x)")
            .unwrap();
        fs::read(other).unwrap()
    };
    let cut = fs::read(closed_library(&self::folder())).unwrap()[..60].to_vec();
    let contents: [&[u8]; 5] = [b"", b"hello", &[0; 4096], &other, &cut];
    for content in contents {
        fs::write(&path, content).unwrap();
        assert_eq!(
            refusal(&path),
            Refusal::NotALibrary,
            "{} bytes",
            content.len()
        );
        assert_eq!(fs::read(&path).unwrap(), content);
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(refusal(&path), Refusal::NotALibrary);
}

#[test]
fn a_library_from_a_newer_pamphlet_is_refused_and_left_alone() {
    let folder = folder();
    let path = closed_library(&folder);
    let mut bytes = fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&(migration::NEWEST + 1).to_be_bytes());
    fs::write(&path, &bytes).unwrap();
    let found = migration::NEWEST + 1;
    assert_eq!(
        refusal(&path),
        Refusal::Newer {
            found,
            known: migration::NEWEST
        }
    );
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_newer_schema_that_is_still_in_the_log_is_refused_too() {
    let folder = folder();
    let path = closed_library(&folder);
    let copy = folder.path().join("copy.db");
    {
        let newer = Connection::open(&path).unwrap();
        newer
            .pragma_update(None, "user_version", migration::NEWEST + 1)
            .unwrap();
        // As after a crash: the main file and its log, without a checkpoint.
        fs::copy(&path, &copy).unwrap();
        fs::copy(
            folder.path().join("library.db-wal"),
            folder.path().join("copy.db-wal"),
        )
        .unwrap();
    }
    let before = fs::read(&copy).unwrap();
    assert!(matches!(refusal(&copy), Refusal::Newer { .. }));
    assert_eq!(fs::read(&copy).unwrap(), before);
}

#[test]
fn a_damaged_library_is_refused_and_left_alone() {
    let whole = fs::read(closed_library(&folder())).unwrap();
    let mut scribbled = whole.clone();
    for page in scribbled.chunks_mut(4096).skip(1) {
        page[..64].fill(0xAA);
    }
    let cut = whole[..whole.len() / 2].to_vec();
    for content in [scribbled, cut] {
        let folder = folder();
        let path = folder.path().join("library.db");
        fs::write(&path, &content).unwrap();
        assert!(matches!(refusal(&path), Refusal::Damaged(_)));
        assert_eq!(fs::read(&path).unwrap(), content);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

#[test]
fn a_damaged_library_that_can_be_read_is_not_written_to() {
    let folder = folder();
    let path = closed_library(&folder);
    let mut content = fs::read(&path).unwrap();
    // The articles' own pages; what stands before them is whole.
    let half = content.len() / 8192 * 4096;
    content[half..half + 4096].fill(0xAA);
    fs::write(&path, &content).unwrap();
    let mut store = Store::open(&path).unwrap();
    store.read().practice().get().unwrap();
    let written = store.write(|tables| tables.practice_mut().put(&Practice::default()));
    assert!(matches!(
        written,
        Err(StoreError::Refused {
            refusal: Refusal::Damaged(_),
            ..
        })
    ));
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), content);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_library_is_not_made_over_something_else() {
    let folder = folder();
    let path = folder.path().join("library.db");
    fs::write(&path, "mine").unwrap();
    assert!(Store::create(&path).is_err());
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

#[test]
fn everything_comes_back_after_reopening() {
    let folder = folder();
    let path = folder.path().join("library.db");
    let picture_of = |picture: &Picture| Hero {
        picture: picture.id.clone(),
        alt: "A door".to_owned(),
    };
    let topic = |n: u8, name: &str| Topic {
        id: TopicId::from_random([n; 16]),
        name: name.to_owned(),
        address: Address::from_title(name),
    };
    let topics = [topic(1, "Sleep"), topic(2, "Back pain")];
    let picture = Picture {
        id: PictureId::of(b"a picture"),
        file_name: "door.jpg".to_owned(),
        format: PictureFormat::Jpeg,
        width: 1600,
        height: 900,
        bytes: 9,
        added: moment(5),
        animated: true,
        alt: "A door".to_owned(),
        adjustments: Adjustments::default(),
    };
    let author = Person {
        credentials: "MD".to_owned(),
        role: "Physician".to_owned(),
        biography: "She *walks*.".to_owned(),
        picture: Some(picture_of(&picture)),
        ..Person::named(PersonId::from_random([7; 16]), "Dr. Ana Ruiz")
    };
    let full = Article {
        topics: vec![topics[1].id, topics[0].id],
        author: Some(author.id),
        reviewer: Some(author.id),
        reviewed: Some(jiff::civil::date(2026, 6, 16)),
        related_pins: vec![article(3).id],
        related_hides: vec![article(2).id],
        hero: Some(picture_of(&picture)),
        status: Status::Ready,
        published: Some(jiff::civil::date(2026, 6, 15)),
        ..article(9)
    };
    let about = Page {
        id: PageId::from_random([8; 16]),
        kind: PageKind::About,
        address: Address::from_title("about us"),
        title: "About us".to_owned(),
        summary: "Who we are.".to_owned(),
        text: "We *are*.".to_owned(),
        status: Status::Ready,
        in_menu: true,
        position: 3,
        created: moment(1),
        changed: moment(2),
        revision: 4,
    };
    let look = Look {
        name: "calm".to_owned(),
        colour: "#1f6f6b".parse().ok(),
        logo: Some(picture.id.clone()),
    };
    let others = [
        PublicAddress {
            of: PublicPage::Page(about.id),
            address: about.address.clone(),
            topic: None,
        },
        PublicAddress {
            of: PublicPage::Person(author.id),
            address: author.address.clone(),
            topic: None,
        },
    ];
    let practice = Practice {
        name: "Alder Street".to_owned(),
        ..Practice::default()
    };
    let export = Export {
        begun: moment(9),
        folder: "/somewhere".to_owned(),
        practice_revision: 1,
    };
    let source = Source {
        path: "in/a.md".to_owned(),
        hash: "00".to_owned(),
    };
    Store::create(&path)
        .unwrap()
        .write(|tables| {
            tables.media_mut().insert(&picture)?;
            tables.people_mut().insert(&author)?;
            topics
                .iter()
                .try_for_each(|topic| tables.topics_mut().insert(topic))?;
            for other in [2, 3] {
                tables
                    .articles_mut()
                    .put(&article(other), Indexed::default)?;
            }
            tables.articles_mut().put(&full, Indexed::default)?;
            tables.articles_mut().set_source(full.id, &source)?;
            tables.practice_mut().put(&practice)?;
            tables.settings_mut().put("export.folder", "/somewhere")?;
            tables.versions_mut().keep(
                article(3).id,
                &Words::from(&article(3)),
                "import",
                Change::default(),
                moment(4),
            )?;
            tables.pages_mut().put(&about)?;
            tables.settings_mut().put_look(&look)?;
            let out = tables.articles().fingerprints()?;
            tables.exports_mut().announce(&export, "", &out, &others)?;
            tables.exports_mut().settle_pending()
        })
        .unwrap();

    let store = Store::open(&path).unwrap();
    let tables = store.read();
    assert_eq!(tables.articles().get(full.id).unwrap(), Some(full.clone()));
    assert_eq!(
        tables.articles().by_address(&full.address).unwrap(),
        Some(full.clone())
    );
    assert_eq!(
        tables.articles().by_source("in/a.md").unwrap(),
        Some((full.clone(), source))
    );
    assert!(tables.articles().is_address_fixed(full.id).unwrap());
    assert!(!tables.articles().is_address_fixed(article(3).id).unwrap());
    assert_eq!(tables.pages().all().unwrap(), slice::from_ref(&about));
    assert!(tables.pages().is_address_fixed(about.id).unwrap());
    assert!(tables.people().is_address_fixed(author.id).unwrap());
    assert_eq!(tables.settings().look().unwrap(), look);
    let article_out = PublicAddress {
        of: PublicPage::Article(full.id),
        address: full.address.clone(),
        topic: Some(topics[1].id),
    };
    let [page_out, person_out] = others;
    assert_eq!(
        tables.public_addresses().all().unwrap(),
        [article_out, page_out, person_out]
    );
    let listed = tables.articles().summaries().unwrap();
    assert_eq!(
        listed.iter().map(|s| s.id).collect::<Vec<_>>(),
        [full.id, article(3).id, article(2).id]
    );
    assert_eq!(listed[0].topics, full.topics);
    assert_eq!(
        Some(&listed[0]),
        tables.articles().summary(full.id).unwrap().as_ref()
    );
    assert_eq!(
        tables.people().by_name("dr. ana ruiz").unwrap(),
        Some(author)
    );
    assert_eq!(
        tables.topics().all().unwrap(),
        [topics[1].clone(), topics[0].clone()]
    );
    assert_eq!(
        tables
            .media()
            .by_prefix(&picture.id.as_str()[..16])
            .unwrap(),
        Some(picture)
    );
    assert_eq!(tables.media().by_prefix("0000").unwrap(), None);
    assert_eq!(tables.practice().get().unwrap(), (practice, 1));
    assert_eq!(
        tables.settings().get("export.folder").unwrap().as_deref(),
        Some("/somewhere")
    );
    let kept = &tables.versions().of(article(3).id).unwrap()[0];
    assert_eq!((kept.reason.as_str(), kept.kept), ("import", moment(4)));
    assert_eq!(tables.exports().last().unwrap(), Some(export));
}

#[test]
fn articles_are_found_by_their_words() {
    let folder = folder();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    let texts = [
        (1, "Better sleep", "Naps in the *afternoon* may help."),
        (
            2,
            "Walking",
            "People who sleep badly walk less. Crème brûlée is no help.",
        ),
        (3, "Back pain", "Walks, stretches and <b>\"quotes\"</b>."),
    ];
    for (n, title, text) in texts {
        put(
            &mut store,
            &Article {
                title: title.to_owned(),
                text: text.to_owned(),
                ..article(n)
            },
        );
    }
    let found = |store: &Store, words: &str| -> Vec<u8> {
        let listing = Listing {
            words: words.to_owned(),
            order: Order::Fit,
            ..Listing::default()
        };
        numbers(store, &listing)
    };
    for (words, expected) in [
        // The title counts more than the text.
        ("sleep", vec![1, 2]),
        ("sleeping", vec![1, 2]),
        ("SLE", vec![1, 2]),
        ("walk", vec![2, 3]),
        ("walks sleep", vec![2]),
        // Two letters begin words of titles, and are words of texts.
        ("sl", vec![1]),
        ("no", vec![2]),
        ("sleep w", vec![2]),
        ("creme brulee", vec![2]),
        ("Brûlé", vec![2]),
        ("\"quotes\"", vec![3]),
        ("nothing of the kind", vec![]),
        ("\u{0}", vec![]),
    ] {
        assert_eq!(found(&store, words), expected, "{words}");
    }
    let marked = store
        .read()
        .articles()
        .places("afternoons", &[article(1).id, article(2).id])
        .unwrap();
    assert_eq!(marked.len(), 1);
    assert_eq!(
        marked[0].place,
        "Naps in the *\u{E000}afternoon\u{E001}* may help."
    );

    // The index follows every change.
    put(
        &mut store,
        &Article {
            text: "Something else.".to_owned(),
            ..article(2)
        },
    );
    assert_eq!(found(&store, "sleep"), [1]);
    store
        .write(|tables| tables.articles_mut().bin(article(1).id, moment(9)))
        .unwrap();
    assert_eq!(found(&store, "sleep"), [0; 0]);
    store
        .write(|tables| tables.articles_mut().take_out_of_bin(article(1).id))
        .unwrap();
    assert_eq!(found(&store, "sleep"), [1]);
}

#[test]
fn a_change_that_fails_leaves_nothing_behind() {
    let folder = folder();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    put(&mut store, &article(1));
    let failed: std::result::Result<(), StoreError> = store.write(|tables| {
        let lost = Article {
            title: "Lost".to_owned(),
            ..article(1)
        };
        tables.articles_mut().put(&lost, Indexed::default)?;
        tables.articles_mut().put(&article(2), Indexed::default)?;
        let same_address = Article {
            address: article(1).address,
            ..article(3)
        };
        tables.articles_mut().put(&same_address, Indexed::default)
    });
    assert!(failed.is_err());
    assert_eq!(
        store.read().articles().get(article(1).id).unwrap(),
        Some(article(1))
    );
    assert_eq!(store.read().articles().get(article(2).id).unwrap(), None);
}

#[test]
fn changes_since_the_last_export_are_counted() {
    let folder = folder();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    let ready = |n| Article {
        status: Status::Ready,
        ..article(n)
    };
    for n in [1, 2, 3] {
        put(&mut store, &ready(n));
    }
    put(&mut store, &article(4));
    let changes = |store: &Store| {
        let standings = store.read().articles().standings().unwrap();
        let differ = |standing| !matches!(standing, Standing::Draft | Standing::OnSite);
        let differ = standings.iter().filter(|(it, _)| differ(*it));
        let withdrawn = store.read().exports().withdrawn_articles().unwrap();
        differ.map(|(_, count)| count).sum::<usize>() + withdrawn
    };
    assert_eq!(changes(&store), 3);
    let export = Export {
        begun: moment(9),
        folder: String::new(),
        practice_revision: 0,
    };
    store
        .write(|tables| {
            let out = tables.articles().fingerprints()?;
            tables.exports_mut().announce(&export, "state", &out, &[])
        })
        .unwrap();
    // Whether it came to its end is not known.
    assert_eq!(changes(&store), 3);
    let pending = store.read().exports().pending().unwrap();
    assert_eq!(pending, Some((export.clone(), "state".to_owned())));
    store
        .write(|tables| tables.exports_mut().settle_pending())
        .unwrap();
    assert_eq!(store.read().exports().pending().unwrap(), None);
    assert_eq!(store.read().exports().last().unwrap(), Some(export.clone()));
    assert_eq!(changes(&store), 0);
    // One that never came to its end changes nothing.
    store
        .write(|tables| {
            tables.exports_mut().announce(&export, "other", &[], &[])?;
            tables.exports_mut().forget_pending()
        })
        .unwrap();
    assert_eq!(store.read().exports().pending().unwrap(), None);
    assert_eq!(changes(&store), 0);
    // Saved again, and the same.
    put(
        &mut store,
        &Article {
            revision: 2,
            ..ready(3)
        },
    );
    assert_eq!(changes(&store), 0);
    put(
        &mut store,
        &Article {
            summary: "Shorter.".to_owned(),
            ..ready(1)
        },
    );
    put(&mut store, &article(2));
    put(&mut store, &ready(4));
    assert_eq!(changes(&store), 3);
    let standing = |n| {
        store
            .read()
            .articles()
            .summary(article(n).id)
            .unwrap()
            .unwrap()
            .standing
    };
    assert_eq!(
        [1, 2, 3, 4].map(standing),
        [
            Standing::Changed,
            Standing::Leaving,
            Standing::OnSite,
            Standing::Ready
        ]
    );
    store
        .write(|tables| tables.articles_mut().bin(article(3).id, moment(9)))
        .unwrap();
    assert_eq!(changes(&store), 4);
}

#[test]
fn of_exports_that_are_announced_the_last_one_is_pending() {
    let folder = folder();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    let export = |folder: &str| Export {
        begun: moment(9),
        folder: folder.to_owned(),
        practice_revision: 0,
    };
    let out = [(article(1).id, "as it is".to_owned(), article(1).address)];
    for (folder, state) in [("one", "first"), ("two", "second")] {
        store
            .write(|tables| {
                tables
                    .exports_mut()
                    .announce(&export(folder), state, &out, &[])
            })
            .unwrap();
    }
    let pending = store.read().exports().pending().unwrap();
    assert_eq!(pending, Some((export("two"), "second".to_owned())));
}

fn numbers(store: &Store, listing: &Listing) -> Vec<u8> {
    let found = store.read().articles().list(listing).unwrap();
    let number = |id| (0..=9).find(|n| article(*n).id == id).unwrap();
    found.into_iter().map(number).collect()
}

#[test]
fn titles_and_names_are_in_order_whatever_their_accents() {
    let folder = folder();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    for (n, title) in [
        (1, "Zoster"),
        (2, "\u{c9}dith"),
        (3, "eczema"),
        (4, "Elbow"),
    ] {
        put(
            &mut store,
            &Article {
                title: title.to_owned(),
                ..article(n)
            },
        );
    }
    let listing = Listing {
        order: Order::Title,
        ..Listing::default()
    };
    assert_eq!(numbers(&store, &listing), [3, 2, 4, 1]);
    store
        .write(|tables| {
            [(1, "Zoster"), (2, "\u{c9}dith")]
                .into_iter()
                .try_for_each(|(n, name)| {
                    tables.topics_mut().insert(&Topic {
                        id: TopicId::from_random([n; 16]),
                        name: name.to_owned(),
                        address: Address::from_title(name),
                    })
                })
        })
        .unwrap();
    let names: Vec<_> = { store.read().topics().all().unwrap().into_iter() }
        .map(|topic| topic.name)
        .collect();
    assert_eq!(names, ["\u{c9}dith", "Zoster"]);
}

#[test]
fn articles_are_listed_by_what_they_are_and_in_the_order_that_was_asked_for() {
    let folder = folder();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    let sleep = Topic {
        id: TopicId::from_random([1; 16]),
        name: "Sleep".to_owned(),
        address: Address::from_title("sleep"),
    };
    let ana = Person::named(PersonId::from_random([2; 16]), "Ana");
    store
        .write(|tables| {
            tables.people_mut().insert(&ana)?;
            tables.topics_mut().insert(&sleep)
        })
        .unwrap();
    let date = |date: &str| Some(date.parse().unwrap());
    let articles = [
        Article {
            title: "banana".to_owned(),
            topics: vec![sleep.id],
            published: date("2026-01-02"),
            ..article(1)
        },
        Article {
            title: "Apple".to_owned(),
            author: Some(ana.id),
            status: Status::Ready,
            ..article(2)
        },
        Article {
            title: "Cherry".to_owned(),
            text: "apple apple".to_owned(),
            topics: vec![sleep.id],
            author: Some(ana.id),
            published: date("2026-01-03"),
            ..article(3)
        },
        Article {
            title: "In the bin".to_owned(),
            topics: vec![sleep.id],
            ..article(4)
        },
        // Nothing of it goes on the site.
        Article {
            title: "Damson".to_owned(),
            text: "\n".to_owned(),
            status: Status::Ready,
            ..article(5)
        },
    ];
    articles.iter().for_each(|it| put(&mut store, it));
    store
        .write(|tables| tables.articles_mut().bin(article(4).id, moment(9)))
        .unwrap();
    let all = Listing::default;
    for (listing, expected) in [
        (all(), vec![5, 3, 2, 1]),
        (
            Listing {
                order: Order::Title,
                ..all()
            },
            vec![2, 1, 3, 5],
        ),
        (
            Listing {
                order: Order::Published,
                ..all()
            },
            vec![3, 1, 5, 2],
        ),
        (
            Listing {
                order: Order::Fit,
                ..all()
            },
            vec![5, 3, 2, 1],
        ),
        (
            Listing {
                standing: Some(Standing::Ready),
                ..all()
            },
            vec![2],
        ),
        (
            Listing {
                standing: Some(Standing::Draft),
                ..all()
            },
            vec![5, 3, 1],
        ),
        (
            Listing {
                topic: Some(Some(sleep.id)),
                ..all()
            },
            vec![3, 1],
        ),
        (
            Listing {
                topic: Some(None),
                ..all()
            },
            vec![5, 2],
        ),
        (
            Listing {
                author: Some(Some(ana.id)),
                ..all()
            },
            vec![3, 2],
        ),
        (
            Listing {
                author: Some(None),
                ..all()
            },
            vec![5, 1],
        ),
        (
            Listing {
                changed_from: Some(moment(2)),
                changed_before: Some(moment(5)),
                ..all()
            },
            vec![3, 2],
        ),
        (
            Listing {
                words: "apple".to_owned(),
                order: Order::Fit,
                ..all()
            },
            vec![2, 3],
        ),
        (
            Listing {
                words: "apple".to_owned(),
                ..all()
            },
            vec![3, 2],
        ),
        (
            Listing {
                words: "apple".to_owned(),
                order: Order::Title,
                topic: Some(Some(sleep.id)),
                ..all()
            },
            vec![3],
        ),
        (
            Listing {
                words: " -- ".to_owned(),
                ..all()
            },
            vec![],
        ),
    ] {
        assert_eq!(numbers(&store, &listing), expected, "{listing:?}");
    }
    assert_eq!(store.read().articles().count_all().unwrap(), 4);
}
