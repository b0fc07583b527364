//! Finding articles by their words, as a person types them.

use pamphlet_model::{Address, ArticleId};
use rusqlite::params;

use super::super::parsed;
use super::Articles;
use crate::error::{During, Result};

/// Stand around found words in what [`Articles::search`] gives: characters for private use, which nobody types.
pub const FOUND: [char; 2] = ['\u{E000}', '\u{E001}'];

/// Endings that the index takes off words. While one is being typed, the word without it is meant as well.
const ENDINGS: [&str; 4] = ["ing", "ed", "es", "ly"];

/// An article that has all the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: ArticleId,
    /// With [`FOUND`] around found words.
    pub title: String,
    /// Where in the text, in its Markdown, with [`FOUND`] around found words.
    pub place: String,
}

impl Articles<'_> {
    /// Articles that are not in the bin and have all of these words in title, summary or text, the best first. Endings,
    /// capitals and accents don't matter, and the last word may be unfinished.
    pub fn search(&self, words: &str, most: usize) -> Result<Vec<Found>> {
        let Some(query) = query(words) else {
            return Ok(Vec::new());
        };
        self.connection
            .prepare_cached(include_str!("search.sql"))
            .and_then(|mut s| {
                let [begin, end] = FOUND.map(String::from);
                s.query_map(params![query, begin, end, most], |row| {
                    Ok(Found {
                        id: parsed(row, 0)?,
                        title: row.get(1)?,
                        place: row.get(2)?,
                    })
                })?
                .collect()
            })
            .during("search the articles")
    }
}

impl Articles<'_> {
    /// Whether a text may link to an article by this address: `article:better-sleep`. The index answers, in which
    /// "article better sleep" is the same.
    pub(super) fn is_linked(&self, address: &Address) -> Result<bool> {
        let words = address.as_str().replace('-', " ");
        let phrase = format!("text : \"article {words}\"");
        self.connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM article_words WHERE article_words MATCH ?1)",
            )
            .and_then(|mut s| s.query_row([phrase], |row| row.get(0)))
            .during("look for links to an article")
    }
}

/// In the language of <https://www.sqlite.org/fts5.html#full_text_query_syntax>; nothing for nothing to look for.
fn query(words: &str) -> Option<String> {
    let mut words: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let last = words.pop()?;
    let mut query: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let mut unfinished = vec![format!("\"{last}\"*")];
    unfinished.extend(stems(last));
    unfinished.dedup();
    query.push(format!("({})", unfinished.join(" OR ")));
    Some(query.join(" AND "))
}

/// What a word may be that ends in the beginning of an ending.
fn stems(word: &str) -> impl Iterator<Item = String> {
    ENDINGS.iter().filter_map(move |ending| {
        let begun = (1..ending.len())
            .rev()
            .find(|&length| word.ends_with(&ending[..length]))?;
        let stem = &word[..word.len() - begun];
        (stem.chars().count() > 2).then(|| format!("\"{stem}\""))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_is_a_query_for_words() {
        for (typed, expected) in [
            ("", None),
            ("  -- \"' *", None),
            ("sle", Some("(\"sle\"*)")),
            (
                "better sleepin",
                Some("\"better\" AND (\"sleepin\"* OR \"sleep\")"),
            ),
            (
                "don't OR NEAR(",
                Some("\"don\" AND \"t\" AND \"OR\" AND (\"NEAR\"*)"),
            ),
            ("Müde", Some("(\"Müde\"* OR \"Müd\")")),
        ] {
            assert_eq!(query(typed).as_deref(), expected, "{typed}");
        }
    }
}
