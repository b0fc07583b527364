mod aside;
mod fingerprint;
mod listing;
mod related;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use pamphlet_model::{Address, Article, ArticleId, Hero, Status, TopicId, pictures_named};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{moment, parsed, parsed_option, write_handle};
use crate::error::{During, Result};

pub use listing::{ArticleSummary, Listing, Order};
pub use search::{FOUND, Found, Indexed};

/// Reads articles.
pub struct Articles<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes articles.
    ArticlesMut: Articles
}

/// The file that an article was imported from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Folder and file name, as the import named them.
    pub path: String,
    /// What tells the file from what it was before, as the import wrote it.
    pub hash: String,
}

const COLUMNS: &str = "id, address, title, summary, text, author, hero_picture, hero_alt, status, published, created, \
                       changed, revision, reviewer, reviewed";

/// An article in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedArticle {
    pub id: ArticleId,
    pub title: String,
    pub binned: Timestamp,
}

impl Articles<'_> {
    /// An article that is not in the bin.
    pub fn get(&self, id: ArticleId) -> Result<Option<Article>> {
        self.find("id = ?1 AND binned IS NULL", &id.to_string())
    }

    /// The article at an address that is not in the bin.
    pub fn by_address(&self, address: &Address) -> Result<Option<Article>> {
        self.find("address = ?1 AND binned IS NULL", address.as_str())
    }

    /// The article that texts still call by an address which it had before, if it is not in the bin.
    pub fn by_former_address(&self, address: &Address) -> Result<Option<Article>> {
        self.find(
            "id = (SELECT article FROM former_addresses WHERE address = ?1) AND binned IS NULL",
            address.as_str(),
        )
    }

    /// Which article has an address, be it in the bin, or had it when others linked to it or patients got it, be it
    /// removed for ever.
    pub fn holder_of(&self, address: &Address) -> Result<Option<ArticleId>> {
        self.connection
            .prepare_cached(
                "SELECT id FROM articles WHERE address = ?1
                 UNION ALL SELECT article FROM former_addresses WHERE address = ?1
                 UNION ALL SELECT id FROM public_addresses WHERE kind = 'article' AND address = ?1 LIMIT 1",
            )
            .and_then(|mut s| {
                s.query_row([address.as_str()], |row| parsed(row, 0))
                    .optional()
            })
            .during("look whose a web address is")
    }

    /// Whether the library holds the article, be it in the bin.
    pub fn is_held(&self, id: ArticleId) -> Result<bool> {
        self.connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM articles WHERE id = ?1)")
            .and_then(|mut s| s.query_row([id.to_string()], |row| row.get(0)))
            .during("look for an article")
    }

    /// The title of an article that is in the bin.
    pub fn title_in_bin(&self, id: ArticleId) -> Result<Option<String>> {
        self.connection
            .prepare_cached("SELECT title FROM articles WHERE id = ?1 AND binned IS NOT NULL")
            .and_then(|mut s| s.query_row([id.to_string()], |row| row.get(0)).optional())
            .during("look what is in the bin")
    }

    /// The addresses of these articles, and those by which texts still call them.
    pub fn addresses_of(&self, ids: &[ArticleId]) -> Result<BTreeSet<Address>> {
        let ids: Vec<String> = ids.iter().map(ArticleId::to_string).collect();
        self.connection
            .prepare_cached(
                "SELECT address FROM articles WHERE id IN (SELECT value FROM json_each(?1))
                 UNION
                 SELECT address FROM former_addresses WHERE article IN (SELECT value FROM json_each(?1))",
            )
            .and_then(|mut s| {
                let ids = serde_json::json!(ids).to_string();
                s.query_map([ids], |row| parsed(row, 0))?.collect()
            })
            .during("read the web addresses of articles")
    }

    /// What is in the bin, the last first.
    pub fn binned(&self) -> Result<Vec<BinnedArticle>> {
        self.connection
            .prepare_cached(
                "SELECT id, title, binned FROM articles WHERE binned IS NOT NULL ORDER BY binned DESC, id",
            )
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok(BinnedArticle {
                        id: parsed(row, 0)?,
                        title: row.get(1)?,
                        binned: moment(row, 2)?,
                    })
                })?
                .collect()
            })
            .during("list what is in the bin")
    }

    /// The article that was imported from this path, be it in the bin.
    pub fn by_source(&self, path: &str) -> Result<Option<(Article, Source)>> {
        let Some(article) = self.find("source = ?1", path)? else {
            return Ok(None);
        };
        let hash = self
            .connection
            .prepare_cached("SELECT source_hash FROM articles WHERE source = ?1")
            .and_then(|mut s| s.query_row([path], |row| row.get::<_, Option<String>>(0)))
            .during("read where an article came from")?;
        let source = Source {
            path: path.to_owned(),
            hash: hash.unwrap_or_default(),
        };
        Ok(Some((article, source)))
    }

    /// Whether the article has been on the site, so that its address stays.
    pub fn is_address_fixed(&self, id: ArticleId) -> Result<bool> {
        self.connection
            .prepare_cached("SELECT address_fixed FROM articles WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.to_string()], |row| row.get(0)).optional())
            .during("read an article's web address")
            .map(|fixed| fixed.unwrap_or(false))
    }

    /// Every address in use: also by articles in the bin, by links to articles that had it, and by patients.
    pub fn addresses(&self) -> Result<BTreeSet<Address>> {
        self.connection
            .prepare_cached(
                "SELECT address FROM articles UNION SELECT address FROM former_addresses
                 UNION SELECT address FROM public_addresses WHERE kind = 'article'",
            )
            .and_then(|mut s| s.query_map([], |row| parsed(row, 0))?.collect())
            .during("read the web addresses")
    }

    /// Addresses by which texts still call articles that have another one now.
    pub fn former_addresses(&self) -> Result<BTreeMap<Address, ArticleId>> {
        self.connection
            .prepare_cached("SELECT address, article FROM former_addresses")
            .and_then(|mut s| {
                s.query_map([], |row| Ok((parsed(row, 0)?, parsed(row, 1)?)))?
                    .collect()
            })
            .during("read the former web addresses")
    }

    /// Calls `visit` with every article of this status that is not in the bin, in the order of their ids, one at a time.
    pub fn each(&self, status: Status, mut visit: impl FnMut(Article)) -> Result<()> {
        let sql = format!(
            "SELECT {COLUMNS} FROM articles WHERE status = ?1 AND binned IS NULL ORDER BY id"
        );
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .during("read the articles")?;
        let mut rows = statement
            .query([status_name(status)])
            .during("read the articles")?;
        while let Some(row) = rows.next().during("read the articles")? {
            let mut found = article(row).during("read the articles")?;
            self.complete(&mut found)?;
            visit(found);
        }
        Ok(())
    }

    fn find(&self, which: &'static str, value: &str) -> Result<Option<Article>> {
        let found = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM articles WHERE {which}"))
            .and_then(|mut s| s.query_row([value], article).optional())
            .during("read an article")?;
        let Some(mut found) = found else {
            return Ok(None);
        };
        self.complete(&mut found)?;
        Ok(Some(found))
    }

    /// Adds what other tables say of an article.
    fn complete(&self, article: &mut Article) -> Result<()> {
        let id = article.id.to_string();
        article.topics = self.topics_of(&id)?;
        (article.related_pins, article.related_hides) = self.related_of(&id)?;
        Ok(())
    }

    fn topics_of(&self, id: &str) -> Result<Vec<TopicId>> {
        self.connection
            .prepare_cached("SELECT topic FROM article_topics WHERE article = ?1 ORDER BY position")
            .and_then(|mut s| s.query_map([id], |row| parsed(row, 0))?.collect())
            .during("read an article's topics")
    }
}

impl ArticlesMut<'_> {
    /// Writes the whole article, new or known. `indexed` gives the words by which it is found, if they may be others
    /// than before.
    pub fn put(&self, article: &Article, indexed: impl FnOnce() -> Indexed) -> Result<()> {
        let id = article.id.to_string();
        let says_the_same = self.says_the_same(article)?;
        self.put_row(article)?;
        if !says_the_same {
            self.index(article, &indexed())?;
        }
        if self.topics_of(&id)? != article.topics {
            self.put_topics(&id, &article.topics)?;
        }
        self.put_related(article)?;
        self.put_pictures(&id, &pictures_named(&article.text))
    }

    fn put_row(&self, article: &Article) -> Result<()> {
        let hero = article.hero.as_ref();
        let fingerprint = self.fingerprint(article)?;
        self.connection
            .prepare_cached(include_str!("articles/put.sql"))
            .and_then(|mut s| {
                s.execute(params![
                    article.id.to_string(),
                    article.address.as_str(),
                    article.title,
                    article.summary,
                    article.text,
                    article.author.map(|author| author.to_string()),
                    hero.map(|hero| hero.picture.as_str()),
                    hero.map_or("", |hero| &hero.alt),
                    status_name(article.status),
                    article.published.map(|date| date.to_string()),
                    article.created.as_millisecond(),
                    article.changed.as_millisecond(),
                    article.revision,
                    article.has_words(),
                    fingerprint,
                    article.reviewer.map(|reviewer| reviewer.to_string()),
                    article.reviewed.map(|date| date.to_string()),
                ])
            })
            .during("write an article")
            .map(|_| ())
    }

    /// Puts an article in the bin. Says whether it was not there before.
    pub fn bin(&self, id: ArticleId, now: Timestamp) -> Result<bool> {
        self.connection
            .prepare_cached("UPDATE articles SET binned = ?2 WHERE id = ?1 AND binned IS NULL")
            .and_then(|mut s| s.execute(params![id.to_string(), now.as_millisecond()]))
            .during("put an article in the bin")
            .map(|changed| changed > 0)
    }

    /// Takes an article out of the bin. Says whether it was there.
    pub fn take_out_of_bin(&self, id: ArticleId) -> Result<bool> {
        self.connection
            .prepare_cached(
                "UPDATE articles SET binned = NULL WHERE id = ?1 AND binned IS NOT NULL",
            )
            .and_then(|mut s| s.execute([id.to_string()]))
            .during("take an article out of the bin")
            .map(|changed| changed > 0)
    }

    /// Removes an article in the bin for ever, with its versions. Says whether it was there.
    pub fn remove_binned(&self, id: ArticleId) -> Result<bool> {
        self.connection
            .prepare_cached("DELETE FROM articles WHERE id = ?1 AND binned IS NOT NULL")
            .and_then(|mut s| s.execute([id.to_string()]))
            .during("remove an article for ever")
            .map(|changed| changed > 0)
    }

    pub fn set_source(&self, id: ArticleId, source: &Source) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE articles SET source = ?2, source_hash = ?3 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id.to_string(), source.path, source.hash]))
            .during("write where an article came from")
            .map(|_| ())
    }

    /// Notes that the article is about to have another address, if a text links to it by the one that it has.
    pub fn leave_address(&self, article: &Article) -> Result<()> {
        if !self.is_linked(&article.address)? {
            return Ok(());
        }
        self.connection
            .prepare_cached(
                "INSERT INTO former_addresses (address, article) VALUES (?1, ?2)
                 ON CONFLICT (address) DO UPDATE SET article = excluded.article",
            )
            .and_then(|mut s| s.execute([article.address.as_str(), &article.id.to_string()]))
            .during("write a former web address")
            .map(|_| ())
    }

    /// From now on the title no longer moves the address.
    pub fn fix_address(&self, id: ArticleId) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE articles SET address_fixed = 1 WHERE id = ?1")
            .and_then(|mut s| s.execute([id.to_string()]))
            .during("write a web address")
            .map(|_| ())
    }

    fn put_topics(&self, id: &str, topics: &[TopicId]) -> Result<()> {
        let write = || -> rusqlite::Result<()> {
            self.connection
                .execute("DELETE FROM article_topics WHERE article = ?1", [id])?;
            let mut insert = self.connection.prepare_cached(
                "INSERT INTO article_topics (article, position, topic) VALUES (?1, ?2, ?3)",
            )?;
            // Those in the bin come back to where they were.
            let kept = self.places_of_binned_topics(id)?;
            let free = (0..).filter(|position| !kept.contains(position));
            for (position, topic) in free.zip(topics) {
                insert.execute(params![id, position, topic.to_string()])?;
            }
            Ok(())
        };
        write().during("write an article's topics")
    }

    /// Notes which pictures the article's text names.
    fn put_pictures(&self, id: &str, digits: &[&str]) -> Result<()> {
        let write = || -> rusqlite::Result<()> {
            let known: Vec<String> = self
                .connection
                .prepare_cached(
                    "SELECT digits FROM article_pictures WHERE article = ?1 ORDER BY digits",
                )?
                .query_map([id], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            if known == digits {
                return Ok(());
            }
            self.connection
                .execute("DELETE FROM article_pictures WHERE article = ?1", [id])?;
            let mut insert = self
                .connection
                .prepare_cached("INSERT INTO article_pictures (article, digits) VALUES (?1, ?2)")?;
            digits
                .iter()
                .try_for_each(|digits| insert.execute([id, digits]).map(|_| ()))
        };
        write().during("write which pictures an article shows")
    }
}

fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    let picture = parsed_option(row, 6)?;
    let alt: String = row.get(7)?;
    Ok(Article {
        id: parsed(row, 0)?,
        address: parsed(row, 1)?,
        title: row.get(2)?,
        summary: row.get(3)?,
        text: row.get(4)?,
        topics: Vec::new(),
        author: parsed_option(row, 5)?,
        reviewer: parsed_option(row, 13)?,
        reviewed: parsed_option(row, 14)?,
        related_pins: Vec::new(),
        related_hides: Vec::new(),
        hero: picture.map(|picture| Hero { picture, alt }),
        status: status(row, 8)?,
        published: parsed_option(row, 9)?,
        created: moment(row, 10)?,
        changed: moment(row, 11)?,
        revision: row.get(12)?,
    })
}

pub(super) fn status(row: &Row<'_>, column: usize) -> rusqlite::Result<Status> {
    Ok(if row.get_ref(column)?.as_str()? == "ready" {
        Status::Ready
    } else {
        Status::Draft
    })
}

pub(super) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Ready => "ready",
    }
}
