mod binned;
#[cfg(test)]
mod tests;

use pamphlet_model::{Person, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{parsed, write_handle};
use crate::error::{During, Result};

pub use binned::BinnedPerson;

/// Reads people.
pub struct People<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes people.
    PeopleMut: People
}

/// A person, and how many articles they wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPerson {
    pub person: Person,
    pub articles: u32,
}

const COLUMNS: &str = "id, name, credentials";

impl People<'_> {
    /// All people who are not in the bin, by name.
    pub fn all(&self) -> Result<Vec<Person>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM people WHERE binned IS NULL ORDER BY name COLLATE alphabet, id"
            ))
            .and_then(|mut s| s.query_map([], person)?.collect())
            .during("list the people")
    }

    /// The same, and how many articles each of them wrote.
    pub fn listed(&self) -> Result<Vec<ListedPerson>> {
        self.connection
            .prepare_cached(include_str!("people/listed.sql"))
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok(ListedPerson {
                        person: person(row)?,
                        articles: row.get(3)?,
                    })
                })?
                .collect()
            })
            .during("list the people")
    }

    /// The person of this name who is not in the bin; capitals don't matter.
    pub fn by_name(&self, name: &str) -> Result<Option<Person>> {
        self.find("name = ?1 AND binned IS NULL", name)
    }

    /// A person who is not in the bin.
    pub fn get(&self, id: PersonId) -> Result<Option<Person>> {
        self.find("id = ?1 AND binned IS NULL", &id.to_string())
    }

    fn find(&self, which: &'static str, value: &str) -> Result<Option<Person>> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM people WHERE {which}"))
            .and_then(|mut s| s.query_row([value], person).optional())
            .during("find a person")
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

    /// Writes what is known of a person. The pages of all articles that they wrote change with it.
    pub fn put(&self, person: &Person) -> Result<()> {
        let id = person.id.to_string();
        self.connection
            .prepare_cached("UPDATE people SET name = ?2, credentials = ?3 WHERE id = ?1")
            .and_then(|mut s| s.execute([&id, &person.name, &person.credentials]))
            .during("write a person")?;
        self.articles().say_otherwise(&self.articles_by(&id)?)
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: parsed(row, 0)?,
        name: row.get(1)?,
        credentials: row.get(2)?,
    })
}
