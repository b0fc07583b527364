//! Articles found by what they say.

use std::collections::BTreeMap;

use pamphlet_markdown::{linked_article, links, parse, plain_text};
use pamphlet_model::{Article, ArticleId};
use pamphlet_store::{FOUND, Indexed, Listing, Order, Tables, TablesMut};

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
    /// Nothing where nothing is looked for.
    pub title: Vec<Piece>,
    /// The place in the text that has most of the words. Nothing where nothing is looked for.
    pub place: Vec<Piece>,
}

impl Library {
    /// The articles that have all of these words in title, summary or text, the best first, at most 200. Endings,
    /// capitals and accents don't matter, and the last word may be unfinished.
    pub fn search(&self, words: &str) -> Result<Vec<FoundArticle>> {
        if words.trim().is_empty() {
            return Ok(Vec::new());
        }
        let listing = Listing {
            words: words.to_owned(),
            order: Order::Fit,
            ..Listing::default()
        };
        self.read(|tables| {
            let mut ids = tables.articles().list(&listing)?;
            ids.truncate(MOST);
            found(tables, &ids, words)
        })
    }
}

/// These articles, with the words marked. Those that are not there any more are left out.
pub(crate) fn found(
    tables: &Tables<'_>,
    ids: &[ArticleId],
    words: &str,
) -> Result<Vec<FoundArticle>> {
    let names = NamesById::read(tables)?;
    let places = tables.articles().places(words, ids)?;
    let mut places: BTreeMap<_, _> = places.into_iter().map(|it| (it.id, it)).collect();
    let mut articles = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(summary) = tables.articles().summary(*id)? else {
            continue;
        };
        let place = places.remove(id);
        let title = place.as_ref().map(|it| pieces(&it.title));
        let place = place.map(|it| pieces(&it.place.replace('\n', " ")));
        articles.push(FoundArticle {
            article: names.listed(summary),
            title: title.unwrap_or_default(),
            place: place.unwrap_or_default(),
        });
    }
    Ok(articles)
}

/// Writes the whole article, new or known, and the words by which it is found.
pub(crate) fn put(tables: &TablesMut<'_>, article: &Article) -> Result<()> {
    Ok(tables.articles_mut().put(article, || indexed(article))?)
}

fn indexed(article: &Article) -> Indexed {
    let document = parse(&article.text);
    let own = links(&document).filter(|link| linked_article(link).is_some());
    Indexed {
        links: own.collect::<Vec<_>>().join(" "),
        text: plain_text(&document),
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
