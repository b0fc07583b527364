mod binned;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use pamphlet_model::{Address, ArticleId, Hero, Person, PersonId, picture_digits, pictures_named};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{parsed, parsed_option, put_other_pictures, write_handle};
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

const COLUMNS: &str = "id, name, credentials, address, role, picture, picture_alt, biography";

/// How many columns a person has in an answer.
const WIDTH: usize = 8;

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
                        articles: row.get(WIDTH)?,
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

    /// The person who is called so with what stands after the name, "Dana Whitlock, NP", and not in the bin.
    pub fn by_byline(&self, byline: &str) -> Result<Option<Person>> {
        self.find(
            "(name || ', ' || credentials) = ?1 COLLATE NOCASE AND credentials <> '' AND binned IS NULL
             ORDER BY id LIMIT 1",
            byline,
        )
    }

    /// A person who is not in the bin.
    pub fn get(&self, id: PersonId) -> Result<Option<Person>> {
        self.find("id = ?1 AND binned IS NULL", &id.to_string())
    }

    /// The person at an address who is not in the bin.
    pub fn by_address(&self, address: &Address) -> Result<Option<Person>> {
        self.find("address = ?1 AND binned IS NULL", address.as_str())
    }

    /// Who has an address, be they in the bin.
    pub fn holder_of(&self, address: &Address) -> Result<Option<PersonId>> {
        self.connection
            .prepare_cached(
                "SELECT id FROM people WHERE address = ?1
                 UNION ALL SELECT id FROM public_addresses WHERE kind = 'person' AND address = ?1 LIMIT 1",
            )
            .and_then(|mut s| {
                s.query_row([address.as_str()], |row| parsed(row, 0))
                    .optional()
            })
            .during("look whose a web address is")
    }

    /// Whether the person has had a page on the site, so that its address stays.
    pub fn is_address_fixed(&self, id: PersonId) -> Result<bool> {
        self.connection
            .prepare_cached("SELECT address_fixed FROM people WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.to_string()], |row| row.get(0)).optional())
            .during("read a person's web address")
            .map(|fixed| fixed.unwrap_or(false))
    }

    /// How many people's pages say something else since then, or went into the bin.
    pub fn changed_since(&self, then: Timestamp) -> Result<usize> {
        self.connection
            .prepare_cached(
                "SELECT count(*) FROM people WHERE max(ifnull(changed, 0), ifnull(binned, 0)) > ?1",
            )
            .and_then(|mut s| s.query_row([then.as_millisecond()], |row| row.get(0)))
            .during("count the changes")
    }

    /// The articles that a person looked over, be they in the bin.
    pub(super) fn articles_reviewed_by(&self, id: &str) -> Result<Vec<ArticleId>> {
        self.connection
            .prepare_cached("SELECT id FROM articles WHERE reviewer = ?1")
            .and_then(|mut s| s.query_map([id], |row| parsed(row, 0))?.collect())
            .during("read which articles a person looked over")
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
        self.insert_as(person, None)
    }

    /// As [`PeopleMut::insert`], into the bin if they went there.
    fn insert_as(&self, person: &Person, binned: Option<Timestamp>) -> Result<()> {
        let Person {
            id,
            name,
            credentials,
            address,
            role,
            biography,
            picture,
        } = person;
        self.connection
            .prepare_cached(include_str!("people/put.sql"))
            .and_then(|mut s| {
                s.execute(params![
                    id.to_string(),
                    name,
                    credentials,
                    address.as_str(),
                    role,
                    picture.as_ref().map(|it| it.picture.as_str()),
                    picture.as_ref().map_or("", |it| &it.alt),
                    biography,
                    binned.map(|it| it.as_millisecond()),
                ])
            })
            .during("write a person")?;
        let mut digits = pictures_named(biography);
        digits.extend(picture.iter().map(|it| picture_digits(&it.picture)));
        put_other_pictures(self.connection, &id.to_string(), &digits)
    }

    /// Writes what is known of a person. The pages of all articles that name them change with it.
    pub fn put(&self, person: &Person, now: Timestamp) -> Result<()> {
        let id = person.id.to_string();
        self.insert(person)?;
        self.connection
            .prepare_cached("UPDATE people SET changed = ?2 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id, now.as_millisecond()]))
            .during("write a person")?;
        self.articles().say_otherwise(&self.articles_by(&id)?)?;
        self.articles()
            .say_otherwise(&self.articles_reviewed_by(&id)?)
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let picture = parsed_option(row, 5)?;
    let alt: String = row.get(6)?;
    Ok(Person {
        id: parsed(row, 0)?,
        name: row.get(1)?,
        credentials: row.get(2)?,
        address: parsed(row, 3)?,
        role: row.get(4)?,
        picture: picture.map(|picture| Hero { picture, alt }),
        biography: row.get(7)?,
    })
}
