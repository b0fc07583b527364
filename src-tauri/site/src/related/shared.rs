//! Which words two articles share, for people who ask why one was recommended.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Index;
use super::terms::{each_form, log2};

/// What an article says: its title, its summary and its text without marks.
pub type Said<'a> = [&'a str; 3];

/// The words that tell most of what both are about, as the first one has them.
pub fn shared_words(index: &Index, one: Said<'_>, other: Said<'_>, count: usize) -> Vec<String> {
    let (one, other) = (counted(one), counted(other));
    let mut shared: Vec<_> = one
        .iter()
        .filter_map(|(word, (times, form))| {
            let (others, _) = other.get(word)?;
            let weight = log2(1 + times) * log2(1 + others) * index.telling(word);
            Some((Reverse(weight), word, form))
        })
        .collect();
    shared.sort_unstable();
    let words = shared.into_iter().take(count);
    words.map(|(_, _, form)| form.clone()).collect()
}

/// How often each word comes, those of the title and the summary more, and how it is written first.
fn counted(said: Said<'_>) -> BTreeMap<String, (u64, String)> {
    let mut counted = BTreeMap::new();
    for (text, times) in said.into_iter().zip([4, 2, 1]) {
        each_form(text, |word, form| {
            let entry = counted
                .entry(word.to_owned())
                .or_insert_with(|| (0, form.to_owned()));
            entry.0 += times;
        });
    }
    counted
}
