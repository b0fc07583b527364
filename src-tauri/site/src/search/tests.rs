//! What the script's own tests read, made anew and compared: `script/` holds the same against what it does itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use insta::assert_binary_snapshot;

use super::words::{self, Stems};
use super::{Searched, files};
use crate::files::Content;
use crate::pages::Pages;
use crate::sample::{self, article};
use crate::{Site, Snapshot};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Title and text of 40 articles, by path.
fn articles() -> Vec<(String, String)> {
    let folder = repository().join("tests/fixtures/related/articles");
    let paths = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        let (head, body) = text
            .trim_start_matches("---\n")
            .split_once("\n---\n")
            .unwrap();
        let title = head
            .lines()
            .find_map(|line| line.strip_prefix("title: "))
            .unwrap();
        (title.trim_matches('"').to_owned(), body.to_owned())
    };
    paths.into_iter().map(read).collect()
}

fn searched(site: &Site) -> Vec<Searched> {
    let pages = Pages::new(site);
    let rendered = pages.list().into_iter().map(|page| page.render().unwrap());
    rendered.filter_map(|page| page.searched).collect()
}

/// All files of the index one after the other, as they are on a site.
fn index(site: &Site) -> String {
    let mut files = files(searched(site));
    files.retain(|file| file.path.as_str().starts_with("search/"));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let text = |content| match content {
        Content::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
        Content::Picture(_) => unreachable!(),
    };
    files.into_iter().map(|file| text(file.content)).collect()
}

#[test]
fn the_script_is_tested_with_an_index_as_it_is_made_today() {
    let articles = (1..).zip(articles());
    let author = sample::person(1, "Ana Ortiz", "MD");
    let articles = articles.map(|(n, (title, text))| {
        let mut article = article(n, &title, &[], &text);
        article.author = (n == 1).then_some(author.id);
        Arc::new(article)
    });
    let site = Site::new(Snapshot {
        articles: articles.collect(),
        practice: sample::practice(),
        people: vec![author.clone()],
        ..Snapshot::default()
    });
    assert_binary_snapshot!("index.js", index(&site).into_bytes());
}

#[test]
fn an_index_does_not_depend_on_the_order_of_its_pages() {
    let site = Site::new(sample::snapshot());
    let mut turned = searched(&site);
    turned.reverse();
    let text = |pages| format!("{:?}", super::index::Index::new(pages));
    assert_eq!(text(searched(&site)), text(turned));
}

#[test]
fn a_new_article_leaves_most_files_as_they_are() {
    let site = |count: u32| {
        let articles = (1..=count).map(|n| {
            // Six words of one's own and six that many share.
            let own = (0..6).map(|k| format!("word{}", n * 7 + k));
            let shared = (0..6).map(|k| format!("some{}", (n * k) % 40));
            let text: Vec<String> = own.chain(shared).collect();
            Arc::new(article(n, &format!("Number {n}"), &[], &text.join(" ")))
        });
        Site::new(Snapshot {
            articles: articles.collect(),
            ..Snapshot::default()
        })
    };
    let paths = |count| -> BTreeSet<String> {
        let files = files(searched(&site(count))).into_iter();
        files.map(|file| file.path.to_string()).collect()
    };
    let (before, after) = (paths(600), paths(601));
    let new = after.difference(&before).count();
    assert!(
        before.len() > 80 && new <= 12,
        "{new} of {} are new",
        before.len()
    );
}

/// Texts, and the words they are found by.
#[test]
fn texts_are_read_as_the_script_reads_them() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("script/cases/words.json");
    let cases = fs::read_to_string(cases).unwrap();
    let cases: Vec<(String, Vec<String>)> = serde_json::from_str(&cases).unwrap();
    for (text, wanted) in cases {
        assert_eq!(words::tests::words(&text), wanted, "{text:?}");
    }
}

const ENDINGS: &str = "s es ed ing er ers est ly ness nesses ful less able ible ably al ally ally ate ated ation ational \
    ence ance ency ancy ic ical ically ize ized izing izer ization ise ised ism ist ity ities ive iveness ment ments \
    ous ously ousness y ies ied ying logy logist eed eedly ingly";

/// The stems of all words of the fixtures with all endings, as one number for each ending: FNV-1a of all of them, each
/// with a line end.
#[test]
fn words_have_the_stems_that_the_script_gives_them() {
    let mut base = BTreeSet::new();
    for (title, text) in articles() {
        for text in [title, text] {
            words::each(&text, |word| {
                base.extend(
                    word.bytes()
                        .all(|b| b.is_ascii_lowercase())
                        .then(|| word.to_owned()),
                );
            });
        }
    }
    let stems = Stems::new();
    let line = |ending: &str| {
        let hash = base.iter().fold(0x811c_9dc5_u32, |hash, word| {
            let stem = stems.of(&format!("{word}{ending}")) + "\n";
            stem.bytes().fold(hash, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            })
        });
        format!("{ending}\t{hash}\n")
    };
    let lines: String = [""]
        .into_iter()
        .chain(ENDINGS.split_whitespace())
        .map(line)
        .collect();
    let base: Vec<_> = base.into_iter().collect();
    assert!(base.len() > 500);
    let text = format!("{}\n{lines}", base.join(" "));
    assert_binary_snapshot!("stems.txt", text.into_bytes());
}
