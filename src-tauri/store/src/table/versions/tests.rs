use std::collections::BTreeMap;
use std::fs;

use jiff::Timestamp;
use pamphlet_model::{Address, Article, ArticleId, Status};
use tempfile::TempDir;

use super::*;
use crate::Indexed;
use crate::open::Store;

/// Numbers that look random and are the same every time: <https://en.wikipedia.org/wiki/Xorshift>.
struct Xorshift(u64);

impl Xorshift {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

const VOCABULARY: [&str; 24] = [
    "sleep", "blood", "pressure", "evening", "walk", "doctor", "nurse", "morning", "water", "salt",
    "the", "a", "and", "your", "before", "after", "slowly", "once", "twice", "daily", "clinic",
    "call", "if", "better",
];

/// An article of about 9 KB that a person works on: each step writes, changes or deletes some words.
struct Writer {
    random: Xorshift,
    words: Vec<String>,
}

impl Writer {
    fn new() -> Self {
        let mut writer = Self {
            random: Xorshift(20_261_123),
            words: Vec::new(),
        };
        writer.words = (0..1500).map(|_| writer.word()).collect();
        writer
    }

    fn word(&mut self) -> String {
        let word = VOCABULARY[self.random.below(VOCABULARY.len())];
        // Nothing repeats so much as these words would by themselves.
        format!("{word}{}", self.random.below(50))
    }

    fn work(&mut self) {
        let at = self.random.below(self.words.len() - 20);
        let gone = self.random.below(12);
        let new: Vec<String> = (0..self.random.below(13)).map(|_| self.word()).collect();
        self.words.splice(at..at + gone, new);
    }

    fn now(&self) -> Words {
        Words {
            title: "Small steps".to_owned(),
            summary: "What helps when nights are short.".to_owned(),
            text: self.words.join(" "),
        }
    }
}

fn store() -> (TempDir, Store, ArticleId) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("library.db")).unwrap();
    let id = ArticleId::from_random([7; 16]);
    let article = Article {
        id,
        address: Address::from_title("Small steps"),
        title: String::new(),
        summary: String::new(),
        text: String::new(),
        topics: Vec::new(),
        author: None,
        reviewer: None,
        reviewed: None,
        related_pins: Vec::new(),
        related_hides: Vec::new(),
        hero: None,
        status: Status::Draft,
        published: None,
        created: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        revision: 1,
    };
    store
        .write(|tables| tables.articles_mut().put(&article, Indexed::default))
        .unwrap();
    (folder, store, id)
}

/// Keeps so many versions of one writer's work: what each must say.
fn keep(store: &mut Store, article: ArticleId, count: usize) -> BTreeMap<VersionId, Words> {
    let mut writer = Writer::new();
    store
        .write(|tables| {
            (0..count)
                .map(|_| {
                    writer.work();
                    let words = writer.now();
                    let kept = tables.versions_mut().keep(
                        article,
                        &words,
                        "pause",
                        Change::default(),
                        Timestamp::UNIX_EPOCH,
                    );
                    Ok((kept?, words))
                })
                .collect::<Result<_>>()
        })
        .unwrap()
}

fn all(store: &Store, article: ArticleId) -> BTreeMap<VersionId, Words> {
    let tables = store.read();
    let versions = tables.versions();
    let words = |version: Version| {
        (
            version.id,
            versions.get(article, version.id).unwrap().unwrap().1,
        )
    };
    versions
        .of(article)
        .unwrap()
        .into_iter()
        .map(words)
        .collect()
}

#[test]
fn whatever_is_removed_the_others_keep_their_words() {
    let (_folder, mut store, article) = store();
    let mut expected = keep(&mut store, article, 120);
    let mut random = Xorshift(5);
    while !expected.is_empty() {
        let ids: Vec<_> = expected.keys().copied().collect();
        let gone: Vec<_> = ids.into_iter().filter(|_| random.below(3) == 0).collect();
        store
            .write(|tables| {
                gone.iter()
                    .try_for_each(|id| tables.versions_mut().remove(*id))
            })
            .unwrap();
        expected.retain(|id, _| !gone.contains(id));
        assert_eq!(all(&store, article), expected);
    }
}

#[test]
fn two_thousand_versions_of_an_article_take_less_than_a_megabyte() {
    let (folder, mut store, article) = store();
    let file = folder.path().join("library.db");
    let before = fs::metadata(&file).unwrap().len();
    let kept = keep(&mut store, article, 2000);
    assert!(kept.values().all(|words| words.text.len() > 9_000));
    // Closing moves all of it from SQLite's journal into the file.
    drop(store);
    let taken = fs::metadata(&file).unwrap().len() - before;
    assert!(taken < 1_000_000, "{taken} bytes");
}

#[test]
fn a_version_has_a_name_and_belongs_to_its_article() {
    let (_folder, mut store, article) = store();
    let id = *keep(&mut store, article, 1).keys().next().unwrap();
    let change = Change {
        added: 3,
        removed: 1,
    };
    store
        .write(|tables| {
            tables
                .versions_mut()
                .set_name(id, Some("As sent to Dr. Ruiz"))?;
            tables.versions_mut().set_change(id, change)
        })
        .unwrap();
    let tables = store.read();
    let newest = tables.versions().newest(article).unwrap().unwrap();
    assert_eq!(
        (newest.name.as_deref(), newest.change),
        (Some("As sent to Dr. Ruiz"), change)
    );
    let other = ArticleId::from_random([8; 16]);
    assert_eq!(tables.versions().get(other, id).unwrap(), None);
}

#[test]
fn versions_that_lean_on_one_another_in_a_circle_are_refused() {
    let (_folder, mut store, article) = store();
    let kept = keep(&mut store, article, 3);
    let ids: Vec<VersionId> = kept.into_keys().collect();
    for (id, base) in [(ids[0], ids[0]), (ids[0], ids[2])] {
        store
            .write(|tables| {
                let connection = tables.versions_mut().connection;
                connection
                    .execute(
                        "UPDATE versions SET base = ?2 WHERE id = ?1",
                        params![id.0, base.0],
                    )
                    .during("lean")
            })
            .unwrap();
        let found = store.read().versions().get(article, id);
        assert!(matches!(found, Err(StoreError::BadRow { .. })));
    }
}
