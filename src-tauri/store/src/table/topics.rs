use pamphlet_model::{Address, Topic, TopicId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{parsed, write_handle};
use crate::error::{During, Result};

/// Reads topics.
pub struct Topics<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes topics.
    TopicsMut: Topics
}

impl Topics<'_> {
    /// All topics, by name.
    pub fn all(&self) -> Result<Vec<Topic>> {
        self.connection
            .prepare_cached("SELECT id, name, address FROM topics ORDER BY name COLLATE NOCASE, id")
            .and_then(|mut s| s.query_map([], topic)?.collect())
            .during("list the topics")
    }

    /// The topic of this name; capitals don't matter.
    pub fn by_name(&self, name: &str) -> Result<Option<Topic>> {
        self.connection
            .prepare_cached("SELECT id, name, address FROM topics WHERE name = ?1")
            .and_then(|mut s| s.query_row([name], topic).optional())
            .during("find a topic")
    }

    pub fn by_address(&self, address: &Address) -> Result<Option<Topic>> {
        self.connection
            .prepare_cached("SELECT id, name, address FROM topics WHERE address = ?1")
            .and_then(|mut s| s.query_row([address.as_str()], topic).optional())
            .during("find a topic")
    }

    pub fn get(&self, id: TopicId) -> Result<Option<Topic>> {
        self.connection
            .prepare_cached("SELECT id, name, address FROM topics WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.to_string()], topic).optional())
            .during("read a topic")
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
}

fn topic(row: &Row<'_>) -> rusqlite::Result<Topic> {
    Ok(Topic {
        id: parsed(row, 0)?,
        name: row.get(1)?,
        address: parsed(row, 2)?,
    })
}
