use jiff::Timestamp;
use pamphlet_model::{
    Address, Adjustments, Article, ArticleId, Crop, Focus, Hero, Picture, PictureFormat, PictureId,
    Status,
};
use tempfile::TempDir;

use crate::{Change, Indexed, Store, Words};

fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn picture(name: &str, second: i64) -> Picture {
    Picture {
        id: PictureId::of(name.as_bytes()),
        file_name: name.to_owned(),
        format: PictureFormat::Png,
        width: 4,
        height: 3,
        bytes: 12,
        added: moment(second),
        animated: false,
        alt: String::new(),
        adjustments: Adjustments::default(),
    }
}

fn naming(picture: &Picture) -> String {
    format!("![x](picture:{})", &picture.id.as_str()[..16])
}

fn article(n: u8, text: &str, hero: Option<&Picture>) -> Article {
    Article {
        id: ArticleId::from_random([n; 16]),
        address: Address::from_title(&format!("Article {n}")),
        title: format!("Article {n}"),
        summary: String::new(),
        text: text.to_owned(),
        topics: Vec::new(),
        author: None,
        reviewer: None,
        reviewed: None,
        related_pins: Vec::new(),
        related_hides: Vec::new(),
        hero: hero.map(|picture| Hero {
            picture: picture.id.clone(),
            alt: String::new(),
        }),
        status: Status::Ready,
        published: None,
        created: moment(0),
        changed: moment(0),
        revision: 1,
    }
}

fn store(pictures: &[&Picture]) -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    store
        .write(|tables| {
            pictures
                .iter()
                .try_for_each(|picture| tables.media_mut().insert(picture))
        })
        .unwrap();
    (folder, store)
}

#[test]
fn a_picture_is_listed_with_how_many_articles_show_it() {
    let (door, lamp, path) = (picture("door", 1), picture("lamp", 2), picture("path", 3));
    let (_folder, mut store) = store(&[&door, &lamp, &path]);
    let both = article(1, &naming(&door), Some(&door));
    let text = article(2, &format!("{} {}", naming(&door), naming(&lamp)), None);
    let binned = article(3, "", Some(&lamp));
    let uses = |store: &Store| {
        let listed = store.read().media().listed().unwrap();
        listed
            .into_iter()
            .map(|it| (it.picture.file_name, it.uses))
            .collect::<Vec<_>>()
    };
    store
        .write(|tables| {
            let articles = tables.articles_mut();
            [&both, &text, &binned]
                .into_iter()
                .try_for_each(|article| articles.put(article, Indexed::default))?;
            articles.bin(binned.id, moment(9)).map(|_| ())
        })
        .unwrap();
    let named = |name: &str, uses| (name.to_owned(), uses);
    assert_eq!(
        uses(&store),
        [named("path", 0), named("lamp", 1), named("door", 2)]
    );
    let shown = store.read().media().uses(&lamp.id).unwrap();
    let shown: Vec<_> = shown
        .iter()
        .map(|it| (it.title.as_str(), it.hero, it.text, it.binned))
        .collect();
    assert_eq!(
        shown,
        [
            ("Article 2", false, true, false),
            ("Article 3", true, false, true)
        ]
    );
    // Taken out of the text again.
    store
        .write(|tables| {
            tables
                .articles_mut()
                .put(&article(2, "", None), Indexed::default)
        })
        .unwrap();
    assert_eq!(
        uses(&store),
        [named("path", 0), named("lamp", 0), named("door", 1)]
    );
}

#[test]
fn only_what_nothing_needs_is_forgotten() {
    let (text, hero, binned, version, free) = (
        picture("text", 1),
        picture("hero", 2),
        picture("binned", 3),
        picture("version", 4),
        picture("free", 5),
    );
    let all = [&text, &hero, &binned, &version, &free];
    let (_folder, mut store) = store(&all);
    let first = article(1, &naming(&text), Some(&hero));
    let second = article(2, &naming(&binned), None);
    let removed = store
        .write(|tables| {
            tables.articles_mut().put(&first, Indexed::default)?;
            tables.articles_mut().put(&second, Indexed::default)?;
            tables.articles_mut().bin(second.id, moment(5))?;
            let words = Words {
                text: naming(&version),
                ..Words::default()
            };
            let versions = tables.versions_mut();
            versions.keep(first.id, &words, "pause", Change::default(), moment(6))?;
            let media = tables.media_mut();
            let mut removed = Vec::new();
            for picture in all {
                assert!(!media.remove_binned(&picture.id)?, "not in the bin yet");
                assert!(media.bin(&picture.id, moment(7))?);
                if media.remove_binned(&picture.id)? {
                    removed.push(picture.file_name.clone());
                }
            }
            Ok::<_, crate::StoreError>(removed)
        })
        .unwrap();
    assert_eq!(removed, ["free"]);
    let needed = store.read().media().binned().unwrap();
    assert!(needed.iter().all(|it| it.needed));
    assert_eq!(needed.len(), 4);
    assert_eq!(store.read().media().all().unwrap(), []);
    // What is in the bin can still stand in an article, and comes back as it was.
    assert_eq!(
        store.read().media().known(&hero.id).unwrap(),
        Some(hero.clone())
    );
    store
        .write(|tables| tables.media_mut().take_out_of_bin(&hero.id, moment(8)))
        .unwrap();
    assert_eq!(store.read().media().get(&hero.id).unwrap(), Some(hero));
}

#[test]
fn what_is_known_of_a_picture_comes_back() {
    let door = picture("door", 1);
    let (_folder, mut store) = store(&[&door]);
    let adjustments = Adjustments {
        turns: 3,
        crop: Crop {
            left: 1,
            top: 2,
            width: 3,
            height: 4,
        },
        focus: Focus { x: 5, y: 6 },
    };
    store
        .write(|tables| {
            tables.media_mut().describe(&door.id, "A door")?;
            tables.media_mut().adjust(&door.id, adjustments, moment(2))
        })
        .unwrap();
    let expected = Picture {
        alt: "A door".to_owned(),
        adjustments,
        ..door.clone()
    };
    assert_eq!(store.read().media().get(&door.id).unwrap(), Some(expected));
    // It counts as a change of the site only where a ready article shows it.
    assert_eq!(store.read().media().changed_since(moment(1)).unwrap(), 0);
    store
        .write(|tables| {
            tables
                .articles_mut()
                .put(&article(1, "", Some(&door)), Indexed::default)
        })
        .unwrap();
    assert_eq!(store.read().media().changed_since(moment(1)).unwrap(), 1);
    assert_eq!(store.read().media().changed_since(moment(2)).unwrap(), 0);
}
