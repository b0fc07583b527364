use std::collections::BTreeMap;

use jiff::Timestamp;
use pamphlet_model::{Address, Article, ArticleId, Person, PersonId, Status};
use tempfile::TempDir;

use crate::{Indexed, Store, Tables};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    store
        .write(|tables| ('A'..='C').try_for_each(|it| tables.people_mut().insert(&person(it))))
        .unwrap();
    (folder, store)
}

/// The person who is called by this letter.
fn person(name: char) -> Person {
    let id = PersonId::from_random([u8::try_from(name).unwrap(); 16]);
    Person::named(id, name)
}

fn article(n: u8, author: &str) -> Article {
    Article {
        id: ArticleId::from_random([n; 16]),
        address: Address::from_title(&format!("article {n}")),
        title: format!("Article {n}"),
        summary: String::new(),
        text: "Some words.".to_owned(),
        topics: Vec::new(),
        author: author.chars().next().map(|it| person(it).id),
        reviewer: None,
        reviewed: None,
        related_pins: Vec::new(),
        related_hides: Vec::new(),
        hero: None,
        status: Status::Ready,
        published: None,
        created: NOW,
        changed: NOW,
        revision: 1,
    }
}

fn put(store: &mut Store, article: &Article) {
    store
        .write(|tables| tables.articles_mut().put(article, Indexed::default))
        .unwrap();
}

fn author_of(tables: &Tables<'_>, n: u8) -> String {
    let article = tables.articles().get(article(n, "").id).unwrap().unwrap();
    let letter = |id| ('A'..='C').find(|it| person(*it).id == id).unwrap();
    article.author.into_iter().map(letter).collect()
}

fn fingerprint(tables: &Tables<'_>) -> String {
    tables.articles().fingerprints().unwrap()[0].1.clone()
}

/// What is done, and the article's author then: `-B` puts B in the bin, `+B` takes them out, and a letter alone is whom
/// somebody writes.
type Steps = &'static [(&'static str, &'static str)];

#[test]
fn a_person_comes_back_to_articles_without_another_author() {
    let cases: &[Steps] = &[
        &[("A", "A"), ("-A", ""), ("+A", "A")],
        &[("A", "A"), ("-A", ""), ("B", "B"), ("", ""), ("+A", "A")],
        &[("A", "A"), ("-A", ""), ("B", "B"), ("+A", "B"), ("", "")],
        &[
            ("A", "A"),
            ("-A", ""),
            ("B", "B"),
            ("-B", ""),
            ("+B", "B"),
            ("", ""),
            ("+A", "A"),
        ],
    ];
    for steps in cases {
        let (_folder, mut store) = store();
        let mut said = BTreeMap::new();
        for (step, expected) in *steps {
            match step.split_at(step.len().min(1)) {
                ("-", name) => {
                    let id = person(name.chars().next().unwrap()).id;
                    let binned = store.write(|tables| tables.people_mut().bin(id, NOW));
                    assert!(binned.unwrap());
                }
                ("+", name) => {
                    let id = person(name.chars().next().unwrap()).id;
                    store
                        .write(|tables| tables.people_mut().take_out_of_bin(id, NOW))
                        .unwrap();
                }
                _ => put(&mut store, &article(1, step)),
            }
            let tables = store.read();
            assert_eq!(author_of(&tables, 1), *expected, "{step} of {steps:?}");
            let fingerprint = fingerprint(&tables);
            let before = said.insert(*expected, fingerprint.clone());
            assert_eq!(before.unwrap_or(fingerprint.clone()), fingerprint);
            let others = said.values().filter(|it| **it == fingerprint);
            assert_eq!(others.count(), 1, "{steps:?}");
        }
    }
}

#[test]
fn who_comes_back_joins_somebody_of_the_same_name_and_parts_again() {
    let (_folder, mut store) = store();
    put(&mut store, &article(1, "A"));
    put(&mut store, &article(2, "A"));
    let again = Person {
        id: person('B').id,
        credentials: "MD".to_owned(),
        address: person('B').address,
        ..person('A')
    };
    let joined = store
        .write(|tables| {
            assert_eq!(tables.people().listed()?[0].articles, 2);
            tables.people_mut().bin(person('A').id, NOW)?;
            assert_eq!(tables.people().binned()?[0].articles, 2);
            tables.people_mut().put(&again, NOW)?;
            tables.people_mut().join(person('A').id, again.id)
        })
        .unwrap();
    assert_eq!(joined.len(), 2);
    assert_eq!([1, 2].map(|n| author_of(&store.read(), n)), ["B", "B"]);
    let said = fingerprint(&store.read());
    let parted = Person {
        id: person('A').id,
        address: person('A').address,
        ..again.clone()
    };
    let only = [article(1, "").id];
    store
        .write(|tables| tables.people_mut().part(again.id, &only, &parted, NOW))
        .unwrap();
    assert_eq!([1, 2].map(|n| author_of(&store.read(), n)), ["", "B"]);
    assert_ne!(fingerprint(&store.read()), said);
    let removed = store.write(|tables| {
        assert!(!tables.people_mut().remove_binned(again.id)?);
        tables.people_mut().remove_binned(parted.id)
    });
    assert!(removed.unwrap());
    assert_eq!(store.read().people().binned().unwrap(), []);
}
