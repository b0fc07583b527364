use std::collections::BTreeMap;

use jiff::Timestamp;
use pamphlet_model::{Address, Article, ArticleId, Status, Topic, TopicId};
use tempfile::TempDir;

use crate::{Indexed, Store, Tables};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("library.db")).unwrap();
    (folder, store)
}

/// The topic that is called by this letter.
fn topic(name: char) -> Topic {
    Topic {
        id: TopicId::from_random([u8::try_from(name).unwrap(); 16]),
        name: name.to_string(),
        address: Address::from_title(&name.to_string()),
    }
}

fn ids(letters: &str) -> Vec<TopicId> {
    letters.chars().map(|letter| topic(letter).id).collect()
}

fn article(n: u8, topics: &str) -> Article {
    Article {
        id: ArticleId::from_random([n; 16]),
        address: Address::from_title(&format!("article {n}")),
        title: format!("Article {n}"),
        summary: String::new(),
        text: "Some words.".to_owned(),
        topics: ids(topics),
        author: None,
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

fn letters_of(tables: &Tables<'_>, n: u8) -> String {
    let article = tables.articles().get(article(n, "").id).unwrap().unwrap();
    let letter = |id| ('A'..='E').find(|it| topic(*it).id == id).unwrap();
    article.topics.into_iter().map(letter).collect()
}

fn fingerprint(tables: &Tables<'_>, n: u8) -> String {
    let all: BTreeMap<_, _> = tables
        .articles()
        .fingerprints()
        .unwrap()
        .into_iter()
        .map(|(id, said, _)| (id, said))
        .collect();
    all[&article(n, "").id].clone()
}

/// What is done, and the topics that the article has then: `-B` puts B in the bin, `+B` takes it out, and letters alone
/// are what somebody writes.
type Steps = &'static [(&'static str, &'static str)];

#[test]
fn a_topic_comes_back_to_its_place() {
    let cases: &[Steps] = &[
        &[("ABC", "ABC"), ("-B", "AC"), ("+B", "ABC")],
        &[
            ("ABC", "ABC"),
            ("-A", "BC"),
            ("-B", "C"),
            ("+B", "BC"),
            ("+A", "ABC"),
        ],
        &[
            ("ABC", "ABC"),
            ("-A", "BC"),
            ("-B", "C"),
            ("+A", "AC"),
            ("+B", "ABC"),
        ],
        &[
            ("ABC", "ABC"),
            ("-C", "AB"),
            ("ABD", "ABD"),
            ("AB", "AB"),
            ("+C", "ABC"),
        ],
        &[
            ("ABC", "ABC"),
            ("-C", "AB"),
            ("ABD", "ABD"),
            ("+C", "ABCD"),
            ("DCBA", "DCBA"),
        ],
        &[("ABC", "ABC"), ("-B", "AC"), ("CA", "CA"), ("+B", "CBA")],
        &[("ABC", "ABC"), ("-A", "BC"), ("", ""), ("+A", "A")],
    ];
    for steps in cases {
        let (_folder, mut store) = store();
        store
            .write(|tables| ('A'..='E').try_for_each(|it| tables.topics_mut().insert(&topic(it))))
            .unwrap();
        let mut said = BTreeMap::new();
        for (step, expected) in *steps {
            match step.split_at(step.len().min(1)) {
                ("-", name) => {
                    let id = ids(name)[0];
                    let binned = store.write(|tables| tables.topics_mut().bin(id, NOW));
                    assert!(binned.unwrap());
                }
                ("+", name) => {
                    let topic = topic(name.chars().next().unwrap());
                    let back = store.write(|tables| {
                        let topics = tables.topics_mut();
                        topics.take_out_of_bin(topic.id, &topic.address)
                    });
                    assert_eq!(back.unwrap(), [article(1, "").id]);
                }
                _ => put(&mut store, &article(1, step)),
            }
            let tables = store.read();
            assert_eq!(letters_of(&tables, 1), *expected, "{step} of {steps:?}");
            // The page says the same where the topics are the same, and only there.
            let fingerprint = fingerprint(&tables, 1);
            let before = said.insert((*expected).to_owned(), fingerprint.clone());
            assert_eq!(before.unwrap_or(fingerprint.clone()), fingerprint);
            let others = said.values().filter(|it| **it == fingerprint);
            assert_eq!(others.count(), 1, "{steps:?}");
        }
    }
}

#[test]
fn what_is_in_the_bin_keeps_no_name_and_says_how_many_had_it() {
    let (_folder, mut store) = store();
    let [sleep, again] = [topic('A'), topic('B')];
    store
        .write(|tables| tables.topics_mut().insert(&sleep))
        .unwrap();
    for n in [1, 2, 3] {
        put(&mut store, &article(n, "A"));
    }
    let again = Topic {
        id: again.id,
        ..sleep.clone()
    };
    let binned = store
        .write(|tables| {
            tables.articles_mut().bin(article(3, "").id, NOW)?;
            assert_eq!(tables.topics().listed()?[0].articles, 2);
            tables.topics_mut().bin(sleep.id, NOW)?;
            tables.topics_mut().insert(&again)?;
            tables.topics().binned()
        })
        .unwrap();
    assert_eq!((binned.len(), binned[0].articles), (1, 2));
    assert_eq!(
        store.read().topics().by_name("a").unwrap(),
        Some(again.clone())
    );
    put(&mut store, &article(1, "B"));

    // It joins the new one, also where the article itself is in the bin, and leaves those again that it came to.
    let joined = store
        .write(|tables| tables.topics_mut().join(sleep.id, again.id))
        .unwrap();
    assert_eq!(joined, [2, 3].map(|n| article(n, "").id));
    assert_eq!([1, 2].map(|n| letters_of(&store.read(), n)), ["B", "B"]);
    let parted = topic('C');
    store
        .write(|tables| tables.topics_mut().part(again.id, &joined, &parted, NOW))
        .unwrap();
    assert_eq!([1, 2].map(|n| letters_of(&store.read(), n)), ["B", ""]);
    let removed = store.write(|tables| {
        assert!(!tables.topics_mut().remove_binned(again.id)?);
        tables.topics_mut().remove_binned(parted.id)
    });
    assert!(removed.unwrap());
    assert_eq!(store.read().topics().all().unwrap(), [again]);
}

#[test]
fn a_copy_gets_back_what_its_original_gets_back() {
    let (_folder, mut store) = store();
    store
        .write(|tables| {
            ['A', 'B']
                .iter()
                .try_for_each(|it| tables.topics_mut().insert(&topic(*it)))
        })
        .unwrap();
    put(&mut store, &article(1, "AB"));
    store
        .write(|tables| tables.topics_mut().bin(topic('A').id, NOW))
        .unwrap();
    put(&mut store, &article(2, "B"));
    let (from, to) = (article(1, "").id, article(2, "").id);
    store
        .write(|tables| {
            tables.articles_mut().copy_what_is_in_the_bin(from, to)?;
            let sleep = topic('A');
            tables
                .topics_mut()
                .take_out_of_bin(sleep.id, &sleep.address)
        })
        .unwrap();
    assert_eq!([1, 2].map(|n| letters_of(&store.read(), n)), ["AB", "AB"]);
}

#[test]
fn a_name_changes_what_the_pages_of_its_articles_say() {
    let (_folder, mut store) = store();
    store
        .write(|tables| tables.topics_mut().insert(&topic('A')))
        .unwrap();
    put(&mut store, &article(1, "A"));
    put(&mut store, &article(2, ""));
    let said = |store: &Store| [1, 2].map(|n| fingerprint(&store.read(), n));
    let before = said(&store);
    let other = Topic {
        name: "Sleep".to_owned(),
        ..topic('A')
    };
    let write = |store: &mut Store, topic: &Topic| {
        store
            .write(|tables| tables.topics_mut().put(topic))
            .unwrap();
    };
    write(&mut store, &other);
    let after = said(&store);
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1], after[1]);
    write(&mut store, &topic('A'));
    assert_eq!(said(&store), before);
}
