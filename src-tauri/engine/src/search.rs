//! Articles found by what they say.

use pamphlet_markdown::{parse, plain_text};
use pamphlet_store::FOUND;

use crate::articles::{ListedArticle, NamesById};
use crate::error::Result;
use crate::library::Library;

/// More than this nobody reads through: another word finds it sooner.
const MOST: usize = 200;

/// A piece of a text in which words were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether it is a word that was looked for.
    pub found: bool,
}

/// An article that has all the words that were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundArticle {
    pub article: ListedArticle,
    pub title: Vec<Piece>,
    /// The place in the text that has most of the words, as plain words.
    pub place: Vec<Piece>,
}

impl Library {
    /// The articles that have all of these words in title, summary or text, the best first, at most 200. Endings,
    /// capitals and accents don't matter, and the last word may be unfinished.
    pub fn search(&self, words: &str) -> Result<Vec<FoundArticle>> {
        self.read(|tables| {
            let names = NamesById::read(tables)?;
            let mut articles = Vec::new();
            for found in tables.articles().search(words, MOST)? {
                let Some(summary) = tables.articles().summary(found.id)? else {
                    continue;
                };
                articles.push(FoundArticle {
                    article: names.listed(summary),
                    title: pieces(&found.title),
                    place: pieces(&plain_text(&parse(&found.place)).replace('\n', " ")),
                });
            }
            Ok(articles)
        })
    }
}

/// Takes a text with marks around found words apart.
fn pieces(marked: &str) -> Vec<Piece> {
    let mut found = false;
    let mut pieces = Vec::new();
    for text in marked.split(FOUND) {
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                found,
            });
        }
        found = !found;
    }
    pieces
}
