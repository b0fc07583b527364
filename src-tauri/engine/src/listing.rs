//! Lists of articles that may be long: all of them in their order, and what is shown of those in sight.

use jiff::Timestamp;
use pamphlet_model::{ArticleId, Standing};
use pamphlet_store::{Listing, Order, Tables};

use crate::error::Result;
use crate::library::Library;
use crate::search::{FoundArticle, found};

/// So many articles are shown at once in a tall window.
const FIRST: usize = 40;

/// Which articles, and in which order. By default all of them, the last changed first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticlesAsked {
    /// All of these words are in title, summary or text. Blank for any.
    pub words: String,
    pub standing: Option<Standing>,
    /// By name; a blank one for those without a topic.
    pub topic: Option<String>,
    /// By name; a blank one for those without an author.
    pub author: Option<String>,
    /// Changed at this moment or later.
    pub changed_from: Option<Timestamp>,
    /// Changed before this moment.
    pub changed_before: Option<Timestamp>,
    pub order: Order,
    /// No more than so many, the first of the order.
    pub most: Option<u32>,
}

/// The articles that were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticlesListed {
    /// All of them, or as many as were asked for, in the order that was asked for.
    pub ids: Vec<ArticleId>,
    /// What is shown of the first 40.
    pub first: Vec<FoundArticle>,
    /// How many articles there are in all.
    pub total: usize,
}

impl Library {
    /// The articles that fit, in the order that was asked for.
    pub fn list_articles(&self, asked: &ArticlesAsked) -> Result<ArticlesListed> {
        self.read(|tables| {
            let ids = match listing(tables, asked)? {
                Some(listing) => tables.articles().list(&listing)?,
                None => Vec::new(),
            };
            let first = &ids[..ids.len().min(FIRST)];
            Ok(ArticlesListed {
                first: found(tables, first, &asked.words)?,
                total: tables.articles().count_all()?,
                ids,
            })
        })
    }

    /// What a list shows of these articles, with the words marked that were looked for. Those that are not there any
    /// more are left out.
    pub fn listed_articles(&self, ids: &[ArticleId], words: &str) -> Result<Vec<FoundArticle>> {
        self.read(|tables| found(tables, ids, words))
    }
}

/// The same by ids. Nothing where a name is not known: no article has it.
fn listing(tables: &Tables<'_>, asked: &ArticlesAsked) -> Result<Option<Listing>> {
    let topic = match named(asked.topic.as_deref()) {
        Some(Some(name)) => match tables.topics().by_name(name)? {
            Some(topic) => Some(Some(topic.id)),
            None => return Ok(None),
        },
        other => other.map(|_| None),
    };
    let author = match named(asked.author.as_deref()) {
        Some(Some(name)) => match tables.people().by_name(name)? {
            Some(person) => Some(Some(person.id)),
            None => return Ok(None),
        },
        other => other.map(|_| None),
    };
    Ok(Some(Listing {
        words: asked.words.clone(),
        standing: asked.standing,
        topic,
        author,
        changed_from: asked.changed_from,
        changed_before: asked.changed_before,
        order: asked.order,
        most: asked.most,
    }))
}

/// `Some(None)` for those without.
fn named(name: Option<&str>) -> Option<Option<&str>> {
    name.map(|name| Some(name.trim()).filter(|name| !name.is_empty()))
}
