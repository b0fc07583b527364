mod binned;
#[cfg(test)]
mod tests;

use pamphlet_model::{Address, Topic, TopicId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{parsed, write_handle};
use crate::error::{During, Result};

pub use binned::BinnedTopic;

/// Reads topics.
pub struct Topics<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes topics.
    TopicsMut: Topics
}

/// A topic, and how many articles have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedTopic {
    pub topic: Topic,
    pub articles: u32,
}

const COLUMNS: &str = "id, name, address";

impl Topics<'_> {
    /// All topics that are not in the bin, by name.
    pub fn all(&self) -> Result<Vec<Topic>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM topics WHERE binned IS NULL ORDER BY name COLLATE alphabet, id"
            ))
            .and_then(|mut s| s.query_map([], topic)?.collect())
            .during("list the topics")
    }

    /// The same, and how many articles have each.
    pub fn listed(&self) -> Result<Vec<ListedTopic>> {
        self.connection
            .prepare_cached(include_str!("topics/listed.sql"))
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok(ListedTopic {
                        topic: topic(row)?,
                        articles: row.get(3)?,
                    })
                })?
                .collect()
            })
            .during("list the topics")
    }

    /// The topic of this name that is not in the bin; capitals don't matter.
    pub fn by_name(&self, name: &str) -> Result<Option<Topic>> {
        self.find("name = ?1 AND binned IS NULL", name)
    }

    /// The topic at an address that is not in the bin.
    pub fn by_address(&self, address: &Address) -> Result<Option<Topic>> {
        self.find("address = ?1 AND binned IS NULL", address.as_str())
    }

    /// A topic that is not in the bin.
    pub fn get(&self, id: TopicId) -> Result<Option<Topic>> {
        self.find("id = ?1 AND binned IS NULL", &id.to_string())
    }

    /// Whether the topic has been on the site, so that its address stays.
    pub fn is_address_fixed(&self, id: TopicId) -> Result<bool> {
        self.connection
            .prepare_cached("SELECT address_fixed FROM topics WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.to_string()], |row| row.get(0)).optional())
            .during("read a topic's web address")
            .map(|fixed| fixed.unwrap_or(false))
    }

    fn find(&self, which: &'static str, value: &str) -> Result<Option<Topic>> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM topics WHERE {which}"))
            .and_then(|mut s| s.query_row([value], topic).optional())
            .during("find a topic")
    }
}

impl TopicsMut<'_> {
    pub fn insert(&self, topic: &Topic) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO topics (id, name, address) VALUES (?1, ?2, ?3)")
            .and_then(|mut s| {
                s.execute(params![
                    topic.id.to_string(),
                    topic.name,
                    topic.address.as_str()
                ])
            })
            .during("write a topic")
            .map(|_| ())
    }

    /// Gives a known topic its name and its address. The pages of all articles that have it change with it.
    pub fn put(&self, topic: &Topic) -> Result<()> {
        let id = topic.id.to_string();
        self.connection
            .prepare_cached("UPDATE topics SET name = ?2, address = ?3 WHERE id = ?1")
            .and_then(|mut s| s.execute([&id, &topic.name, topic.address.as_str()]))
            .during("write a topic")?;
        self.articles().say_otherwise(&self.articles_with(&id)?)
    }
}

fn topic(row: &Row<'_>) -> rusqlite::Result<Topic> {
    Ok(Topic {
        id: parsed(row, 0)?,
        name: row.get(1)?,
        address: parsed(row, 2)?,
    })
}
