use pamphlet_model::{Person, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{parsed, write_handle};
use crate::error::{During, Result};

/// Reads people.
pub struct People<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes people.
    PeopleMut: People
}

impl People<'_> {
    /// All people, by name.
    pub fn all(&self) -> Result<Vec<Person>> {
        self.connection
            .prepare_cached(
                "SELECT id, name, credentials FROM people ORDER BY name COLLATE NOCASE, id",
            )
            .and_then(|mut s| s.query_map([], person)?.collect())
            .during("list the people")
    }

    /// The person of this name; capitals don't matter.
    pub fn by_name(&self, name: &str) -> Result<Option<Person>> {
        self.connection
            .prepare_cached("SELECT id, name, credentials FROM people WHERE name = ?1")
            .and_then(|mut s| s.query_row([name], person).optional())
            .during("find a person")
    }

    pub fn get(&self, id: PersonId) -> Result<Option<Person>> {
        self.connection
            .prepare_cached("SELECT id, name, credentials FROM people WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.to_string()], person).optional())
            .during("read a person")
    }
}

impl PeopleMut<'_> {
    pub fn insert(&self, person: &Person) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO people (id, name, credentials) VALUES (?1, ?2, ?3)")
            .and_then(|mut s| {
                s.execute(params![
                    person.id.to_string(),
                    person.name,
                    person.credentials
                ])
            })
            .during("write a person")
            .map(|_| ())
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: parsed(row, 0)?,
        name: row.get(1)?,
        credentials: row.get(2)?,
    })
}
