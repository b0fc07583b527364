//! What a list of articles shows, and in which order.

use jiff::Timestamp;
use jiff::civil::Date;
use pamphlet_model::{Address, ArticleId, PersonId, Standing, Status, TopicId};
use rusqlite::types::{FromSqlError, ToSql, ToSqlOutput};
use rusqlite::{OptionalExtension, Row, params_from_iter};

use super::super::{moment, parsed, parsed_option};
use super::search::query;
use super::{Articles, status};
use crate::error::{During, Result};

/// What a list shows of an article: all but its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleSummary {
    pub id: ArticleId,
    pub address: Address,
    pub title: String,
    pub summary: String,
    pub status: Status,
    pub standing: Standing,
    pub author: Option<PersonId>,
    pub topics: Vec<TopicId>,
    pub published: Option<Date>,
    pub changed: Timestamp,
    pub revision: u64,
}

/// Which articles, and in which order. By default all of them, the last changed first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// All of these words are in title, summary or text. Blank for any.
    pub words: String,
    pub standing: Option<Standing>,
    /// `Some(None)`: those without a topic.
    pub topic: Option<Option<TopicId>>,
    /// `Some(None)`: those without an author.
    pub author: Option<Option<PersonId>>,
    /// Changed at this moment or later.
    pub changed_from: Option<Timestamp>,
    /// Changed before this moment.
    pub changed_before: Option<Timestamp>,
    pub order: Order,
    /// No more than so many, the first of the order.
    pub most: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The last changed first.
    #[default]
    Changed,
    /// From A to Z.
    Title,
    /// By the date that patients see, the newest first, those without one last.
    Published,
    /// Those first that fit the words best; the last changed first where no words are looked for.
    Fit,
}

impl Articles<'_> {
    /// All articles that are not in the bin, the last changed first.
    pub fn summaries(&self) -> Result<Vec<ArticleSummary>> {
        let sql = concat!(
            include_str!("summary.sql"),
            "ORDER BY changed DESC, title COLLATE NOCASE, id"
        );
        self.connection
            .prepare_cached(sql)
            .and_then(|mut s| s.query_map([], summary)?.collect())
            .during("list the articles")
    }

    /// What a list shows of one article.
    pub fn summary(&self, id: ArticleId) -> Result<Option<ArticleSummary>> {
        self.connection
            .prepare_cached(concat!(include_str!("summary.sql"), "WHERE id = ?1"))
            .and_then(|mut s| s.query_row([id.to_string()], summary).optional())
            .during("read an article")
    }

    /// How many articles are not in the bin.
    pub fn count_all(&self) -> Result<usize> {
        self.connection
            .prepare_cached("SELECT count(*) FROM articles WHERE binned IS NULL")
            .and_then(|mut s| s.query_row([], |row| row.get(0)))
            .during("count the articles")
    }

    /// How many articles stand where.
    pub fn standings(&self) -> Result<Vec<(Standing, usize)>> {
        self.connection
            .prepare_cached("SELECT standing, count(*) FROM listed_articles GROUP BY standing")
            .and_then(|mut s| {
                s.query_map([], |row| Ok((standing(row, 0)?, row.get(1)?)))?
                    .collect()
            })
            .during("count the articles")
    }

    /// The articles of a listing. Where there are words, but none that can be looked for, there are none.
    pub fn list(&self, listing: &Listing) -> Result<Vec<ArticleId>> {
        let Some((sql, values)) = statement(listing) else {
            return Ok(Vec::new());
        };
        self.connection
            .prepare_cached(&sql)
            .and_then(|mut s| {
                s.query_map(params_from_iter(values), |row| parsed(row, 0))?
                    .collect()
            })
            .during("list the articles")
    }
}

/// The query for a listing, and its values in the order of their question marks.
fn statement(listing: &Listing) -> Option<(String, Vec<Value>)> {
    let searched = !listing.words.trim().is_empty();
    let mut conditions = Vec::new();
    let mut values = Vec::new();
    let mut only = |condition: &'static str, value: Option<Value>| {
        conditions.push(condition);
        values.extend(value);
    };
    if searched {
        only("article_words MATCH ?", Some(text(query(&listing.words)?)));
    }
    // The articles need not be read for it: this is what their index is of.
    only("binned IS NULL", None);
    if let Some(standing) = listing.standing {
        only("standing = ?", Some(text(standing_name(standing))));
    }
    match listing.topic {
        Some(Some(topic)) => only(
            "id IN (SELECT article FROM article_topics WHERE topic = ?)",
            Some(text(topic.to_string())),
        ),
        Some(None) => only("id NOT IN (SELECT article FROM article_topics)", None),
        None => {}
    }
    match listing.author {
        Some(Some(author)) => only("author = ?", Some(text(author.to_string()))),
        Some(None) => only("author IS NULL", None),
        None => {}
    }
    if let Some(from) = listing.changed_from {
        only("changed >= ?", Some(Value::Moment(from)));
    }
    if let Some(before) = listing.changed_before {
        only("changed < ?", Some(Value::Moment(before)));
    }
    let from = match searched {
        true => "article_words JOIN listed_articles ON number = article_words.rowid",
        false => "listed_articles",
    };
    let id = if searched { "listed_articles.id" } else { "id" };
    let order = order(listing.order, searched);
    let conditions = conditions.join(" AND ");
    let most = listing.most.map(|most| format!(" LIMIT {most}"));
    let most = most.unwrap_or_default();
    let sql = format!("SELECT {id} FROM {from} WHERE {conditions} ORDER BY {order}{most}");
    Some((sql, values))
}

fn order(order: Order, searched: bool) -> &'static str {
    match order {
        Order::Fit if searched => "bm25(article_words, 10.0, 4.0, 1.0, 0.0), id",
        Order::Changed | Order::Fit => "changed DESC, listed_articles.title COLLATE NOCASE, id",
        Order::Title => "listed_articles.title COLLATE alphabet, changed DESC, id",
        Order::Published => "published DESC, changed DESC, id",
    }
}

enum Value {
    Text(String),
    Moment(Timestamp),
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Text(text) => text.to_sql(),
            Self::Moment(moment) => Ok(moment.as_millisecond().into()),
        }
    }
}

fn summary(row: &Row<'_>) -> rusqlite::Result<ArticleSummary> {
    let topics: Option<String> = row.get(8)?;
    Ok(ArticleSummary {
        id: parsed(row, 0)?,
        title: row.get(1)?,
        summary: row.get(2)?,
        author: parsed_option(row, 3)?,
        status: status(row, 4)?,
        published: parsed_option(row, 5)?,
        changed: moment(row, 6)?,
        revision: row.get(7)?,
        address: parsed(row, 9)?,
        standing: standing(row, 10)?,
        topics: topics
            .iter()
            .flat_map(|t| t.split(' '))
            .filter_map(|t| t.parse().ok())
            .collect(),
    })
}

const STANDINGS: [Standing; 5] = [
    Standing::Draft,
    Standing::Ready,
    Standing::OnSite,
    Standing::Changed,
    Standing::Leaving,
];

/// As the view `listed_articles` says it.
fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "draft",
        Standing::Ready => "ready",
        Standing::OnSite => "on-site",
        Standing::Changed => "changed",
        Standing::Leaving => "leaving",
    }
}

fn standing(row: &Row<'_>, column: usize) -> rusqlite::Result<Standing> {
    let name = row.get_ref(column)?.as_str()?;
    let known = STANDINGS.into_iter().find(|it| standing_name(*it) == name);
    known.ok_or_else(|| FromSqlError::InvalidType.into())
}
