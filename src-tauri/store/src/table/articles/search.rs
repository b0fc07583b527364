//! Finding articles by their words, as a person types them.

use pamphlet_model::{Address, Article, ArticleId};
use rusqlite::{OptionalExtension, params};

use super::super::parsed;
use super::{Articles, ArticlesMut};
use crate::error::{During, Result};

/// Stand around found words in what [`Articles::places`] gives: characters for private use, which nobody types.
pub const FOUND: [char; 2] = ['\u{E000}', '\u{E001}'];

/// Endings that the index takes off words. While one is being typed, the word without it is meant as well.
const ENDINGS: [&str; 4] = ["ing", "ed", "es", "ly"];

/// What is searched: not the links.
const COLUMNS: &str = "{title summary text}";

/// The words by which an article is found, but for title and summary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Indexed {
    /// The text as people read it, without marks.
    pub text: String,
    /// The links to other articles, as they are written.
    pub links: String,
}

/// Where an article has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: ArticleId,
    /// With [`FOUND`] around found words.
    pub title: String,
    /// The place in the text that has most of the words, with [`FOUND`] around them.
    pub place: String,
}

impl Articles<'_> {
    /// Where those of these articles that have the words have them, in no order.
    pub fn places(&self, words: &str, ids: &[ArticleId]) -> Result<Vec<Found>> {
        let Some(query) = query(words) else {
            return Ok(Vec::new());
        };
        let ids: Vec<String> = ids.iter().map(ArticleId::to_string).collect();
        let [begin, end] = FOUND.map(String::from);
        self.connection
            .prepare_cached(include_str!("places.sql"))
            .and_then(|mut s| {
                let ids = serde_json::json!(ids).to_string();
                s.query_map(params![query, begin, end, ids], |row| {
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

    /// The articles outside the bin whose texts may link to one of these addresses, in the order of their ids. As with
    /// [`is_linked`](Self::is_linked), some of them may have other links that begin with the same words.
    pub fn may_link_to<'a>(
        &self,
        addresses: impl IntoIterator<Item = &'a Address>,
    ) -> Result<Vec<ArticleId>> {
        let phrases: Vec<String> = addresses.into_iter().map(phrase).collect();
        if phrases.is_empty() {
            return Ok(Vec::new());
        }
        self.connection
            .prepare_cached(
                "SELECT id FROM articles WHERE binned IS NULL
                 AND number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?1) ORDER BY id",
            )
            .and_then(|mut s| {
                let query = format!("links : ({})", phrases.join(" OR "));
                s.query_map([query], |row| parsed(row, 0))?.collect()
            })
            .during("look for links to articles")
    }

    /// Whether a text may link to an article by this address: `article:better-sleep`. The index answers, in which
    /// "article better sleep" is the same.
    pub(super) fn is_linked(&self, address: &Address) -> Result<bool> {
        let phrase = format!("links : {}", phrase(address));
        self.connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM article_words WHERE article_words MATCH ?1)",
            )
            .and_then(|mut s| s.query_row([phrase], |row| row.get(0)))
            .during("look for links to an article")
    }
}

impl ArticlesMut<'_> {
    /// Whether the article is known, with the words that it has now.
    pub(super) fn says_the_same(&self, article: &Article) -> Result<bool> {
        self.connection
            .prepare_cached(
                "SELECT title = ?2 AND summary = ?3 AND text = ?4 FROM articles WHERE id = ?1",
            )
            .and_then(|mut s| {
                let id = article.id.to_string();
                s.query_row(
                    [&id, &article.title, &article.summary, &article.text],
                    |row| row.get(0),
                )
                .optional()
            })
            .during("read an article")
            .map(|same| same.unwrap_or(false))
    }

    /// Makes an article that was written found by these words, and no others.
    pub(super) fn index(&self, article: &Article, indexed: &Indexed) -> Result<()> {
        self.connection
            .prepare_cached(include_str!("index.sql"))
            .and_then(|mut s| {
                s.execute(params![
                    article.id.to_string(),
                    article.title,
                    article.summary,
                    indexed.text,
                    indexed.links
                ])
            })
            .during("index an article")
            .map(|_| ())
    }
}

/// A link to this address as the index has it.
fn phrase(address: &Address) -> String {
    format!("\"article {}\"", address.as_str().replace('-', " "))
}

/// In the language of <https://www.sqlite.org/fts5.html#full_text_query_syntax>; nothing for nothing to look for.
pub(super) fn query(words: &str) -> Option<String> {
    let mut words: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let last = words.pop()?;
    let mut query: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    query.push(format!("({})", unfinished(last).join(" OR ")));
    Some(format!("{COLUMNS} : ({})", query.join(" AND ")))
}

/// What a word may become that is being typed. One or two letters are the beginning of some word in nearly every text,
/// which helps nobody and takes long: they are looked for in titles.
fn unfinished(word: &str) -> Vec<String> {
    match word.chars().count() {
        1 => vec![format!("title : \"{word}\"*")],
        2 => vec![format!("title : \"{word}\"*"), format!("\"{word}\"")],
        _ => {
            let mut words = vec![format!("\"{word}\"*")];
            words.extend(stems(word));
            words.dedup();
            words
        }
    }
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
            ("s", Some("(title : \"s\"*)")),
            ("TB", Some("(title : \"TB\"* OR \"TB\")")),
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
            let expected = expected.map(|expected| format!("{COLUMNS} : ({expected})"));
            assert_eq!(query(typed), expected, "{typed}");
        }
    }
}
