//! Topics in the bin. Which articles had one, and where among theirs, is kept aside.

use std::collections::BTreeSet;

use jiff::Timestamp;
use pamphlet_model::{Address, ArticleId, Topic, TopicId};
use rusqlite::{OptionalExtension, params};

use super::super::articles::{Articles, ArticlesMut};
use super::super::{moment, parsed};
use super::{COLUMNS, Topics, TopicsMut, topic};
use crate::error::{During, Result};

/// A topic in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedTopic {
    pub topic: Topic,
    pub binned: Timestamp,
    /// How many articles outside the bin had it.
    pub articles: u32,
}

impl Topics<'_> {
    /// The topics in the bin, the last first.
    pub fn binned(&self) -> Result<Vec<BinnedTopic>> {
        self.connection
            .prepare_cached(include_str!("binned_list.sql"))
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok(BinnedTopic {
                        topic: topic(row)?,
                        binned: moment(row, 3)?,
                        articles: row.get(4)?,
                    })
                })?
                .collect()
            })
            .during("list the topics in the bin")
    }

    /// The topic of this name that went into the bin last.
    pub fn binned_by_name(&self, name: &str) -> Result<Option<Topic>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM topics WHERE name = ?1 AND binned IS NOT NULL
                 ORDER BY binned DESC, id LIMIT 1"
            ))
            .and_then(|mut s| s.query_row([name], topic).optional())
            .during("find a topic in the bin")
    }

    /// The articles that have a topic, be they in the bin.
    pub(super) fn articles_with(&self, id: &str) -> Result<Vec<ArticleId>> {
        self.connection
            .prepare_cached("SELECT article FROM article_topics WHERE topic = ?1")
            .and_then(|mut s| s.query_map([id], |row| parsed(row, 0))?.collect())
            .during("read which articles have a topic")
    }
}

impl TopicsMut<'_> {
    /// Puts a topic in the bin. Says whether it was outside. The articles go on without it until it comes back.
    pub fn bin(&self, id: TopicId, now: Timestamp) -> Result<bool> {
        let id = id.to_string();
        let changed = self
            .connection
            .prepare_cached("UPDATE topics SET binned = ?2 WHERE id = ?1 AND binned IS NULL")
            .and_then(|mut s| s.execute(params![id, now.as_millisecond()]))
            .during("put a topic in the bin")?;
        if changed > 0 {
            self.put_aside(&id, &id, &self.articles_with(&id)?)?;
        }
        Ok(changed > 0)
    }

    /// Takes a topic away from these articles and puts it in the bin as `parted`, which is new.
    pub fn part(
        &self,
        id: TopicId,
        articles: &[ArticleId],
        parted: &Topic,
        now: Timestamp,
    ) -> Result<()> {
        let new = parted.id.to_string();
        self.connection
            .prepare_cached(
                "INSERT INTO topics (id, name, address, binned) VALUES (?1, ?2, ?3, ?4)",
            )
            .and_then(|mut s| {
                let now = now.as_millisecond();
                s.execute(params![new, parted.name, parted.address.as_str(), now])
            })
            .during("put a topic in the bin")?;
        self.put_aside(&id.to_string(), &new, articles)
    }

    /// Takes a topic out of the bin, to an address that is free. The answer are the articles that have it again.
    pub fn take_out_of_bin(&self, id: TopicId, address: &Address) -> Result<Vec<ArticleId>> {
        self.connection
            .prepare_cached("UPDATE topics SET binned = NULL, address = ?2 WHERE id = ?1")
            .and_then(|mut s| s.execute([&id.to_string(), address.as_str()]))
            .during("take a topic out of the bin")?;
        self.give_back(id, id)
    }

    /// Gives the articles that had a topic that is in the bin another one instead, and forgets the one in the bin. The
    /// answer are those that did not have the other one already.
    pub fn join(&self, binned: TopicId, with: TopicId) -> Result<Vec<ArticleId>> {
        let articles = self.give_back(binned, with)?;
        self.remove_binned(binned)?;
        Ok(articles)
    }

    /// Removes a topic in the bin for ever. Says whether it was there.
    pub fn remove_binned(&self, id: TopicId) -> Result<bool> {
        self.connection
            .prepare_cached("DELETE FROM topics WHERE id = ?1 AND binned IS NOT NULL")
            .and_then(|mut s| s.execute([id.to_string()]))
            .during("remove a topic for ever")
            .map(|changed| changed > 0)
    }

    /// Of the topics in the bin, the article gets these back with them, and no others.
    pub fn set_aside(&self, article: ArticleId, topics: &[TopicId]) -> Result<()> {
        let ids: Vec<String> = topics.iter().map(TopicId::to_string).collect();
        let article = article.to_string();
        let write = || -> rusqlite::Result<()> {
            self.connection
                .prepare_cached(
                    "DELETE FROM binned_article_topics
                     WHERE article = ?1 AND topic NOT IN (SELECT value FROM json_each(?2))",
                )?
                .execute([&article, &serde_json::json!(ids).to_string()])?;
            let mut insert = self.connection.prepare_cached(
                "INSERT INTO binned_article_topics (topic, article, position) VALUES (?1, ?2, ?3)
                 ON CONFLICT (topic, article) DO NOTHING",
            )?;
            for id in &ids {
                insert.execute(params![id, article, self.end(&article)?])?;
            }
            Ok(())
        };
        write().during("write which topics an article had")
    }

    pub(super) fn articles(&self) -> ArticlesMut<'_> {
        ArticlesMut {
            read: Articles {
                connection: self.connection,
            },
        }
    }

    /// Keeps in mind that these articles had `id`, to get `new` back in its place.
    fn put_aside(&self, id: &str, new: &str, articles: &[ArticleId]) -> Result<()> {
        let write = || -> rusqlite::Result<()> {
            let mut keep = self.connection.prepare_cached(
                "INSERT INTO binned_article_topics (topic, article, position)
                 SELECT ?2, article, position FROM article_topics WHERE topic = ?1 AND article = ?3",
            )?;
            let mut remove = self
                .connection
                .prepare_cached("DELETE FROM article_topics WHERE topic = ?1 AND article = ?2")?;
            for article in articles.iter().map(ArticleId::to_string) {
                keep.execute([id, new, &article])?;
                remove.execute([id, &article])?;
            }
            Ok(())
        };
        write().during("take a topic away from its articles")?;
        self.articles().say_otherwise(articles)
    }

    /// The way back, for those that don't have `new` meanwhile.
    fn give_back(&self, id: TopicId, new: TopicId) -> Result<Vec<ArticleId>> {
        let (id, new) = (id.to_string(), new.to_string());
        let has: BTreeSet<ArticleId> = self.articles_with(&new)?.into_iter().collect();
        let write = || -> rusqlite::Result<Vec<ArticleId>> {
            let mut had = self.connection.prepare_cached(
                "DELETE FROM binned_article_topics WHERE topic = ?1 RETURNING article, position",
            )?;
            let had: Vec<(ArticleId, i64)> = had
                .query_map([&id], |row| Ok((parsed(row, 0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            let mut insert = self.connection.prepare_cached(
                "INSERT INTO article_topics (article, position, topic) VALUES (?1, ?2, ?3)",
            )?;
            let mut articles = Vec::new();
            for (article, position) in had {
                if !has.contains(&article) {
                    insert.execute(params![article.to_string(), position, new])?;
                    articles.push(article);
                }
            }
            Ok(articles)
        };
        let articles = write().during("give a topic back to its articles")?;
        self.articles().say_otherwise(&articles)?;
        Ok(articles)
    }

    /// The place behind all topics of an article, be they in the bin.
    fn end(&self, article: &str) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached(
                "SELECT coalesce(max(position) + 1, 0)
                 FROM (SELECT position FROM article_topics WHERE article = ?1
                       UNION ALL SELECT position FROM binned_article_topics WHERE article = ?1)",
            )?
            .query_row([article], |row| row.get(0))
    }
}
