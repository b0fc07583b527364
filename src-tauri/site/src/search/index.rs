use std::collections::{BTreeMap, HashMap};

use super::searched::Searched;

/// A page that has a word: its number, and what the word weighs there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    pub page: u32,
    pub weight: u8,
}

/// All pages that can be found, and which have which word.
#[derive(Debug)]
pub struct Index {
    /// In the order of their numbers: the oldest first, so that a new article changes no other's number.
    pub pages: Vec<Searched>,
    /// By stem, each in the order of the pages.
    pub stems: BTreeMap<String, Vec<Posting>>,
}

impl Index {
    pub fn new(mut pages: Vec<Searched>) -> Self {
        pages.sort_by(|a, b| (a.date, &a.path).cmp(&(b.date, &b.path)));
        let mut stems: HashMap<&str, Vec<Posting>> = HashMap::new();
        for (page, searched) in (0..).zip(&pages) {
            for (stem, weight) in searched.stems() {
                let posting = Posting { page, weight };
                stems.entry(stem).or_default().push(posting);
            }
        }
        let stems = stems.into_iter();
        let stems = stems.map(|(stem, postings)| (stem.to_owned(), postings));
        Self {
            stems: stems.collect(),
            pages,
        }
    }
}
