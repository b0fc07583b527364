//! People in the bin. Which articles they wrote is kept aside.

use jiff::Timestamp;
use pamphlet_model::{ArticleId, Person, PersonId};
use rusqlite::{OptionalExtension, params};

use super::super::articles::{Articles, ArticlesMut};
use super::super::{moment, parsed};
use super::{COLUMNS, People, PeopleMut, WIDTH, person};
use crate::error::{During, Result};

/// A person in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedPerson {
    pub person: Person,
    pub binned: Timestamp,
    /// How many articles outside the bin they wrote.
    pub articles: u32,
}

impl People<'_> {
    /// The people in the bin, the last first.
    pub fn binned(&self) -> Result<Vec<BinnedPerson>> {
        self.connection
            .prepare_cached(include_str!("binned_list.sql"))
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok(BinnedPerson {
                        person: person(row)?,
                        binned: moment(row, WIDTH)?,
                        articles: row.get(WIDTH + 1)?,
                    })
                })?
                .collect()
            })
            .during("list the people in the bin")
    }

    /// The person of this name who went into the bin last.
    pub fn binned_by_name(&self, name: &str) -> Result<Option<Person>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM people WHERE name = ?1 AND binned IS NOT NULL
                 ORDER BY binned DESC, id LIMIT 1"
            ))
            .and_then(|mut s| s.query_row([name], person).optional())
            .during("find a person in the bin")
    }

    /// The articles that a person wrote, be they in the bin.
    pub(super) fn articles_by(&self, id: &str) -> Result<Vec<ArticleId>> {
        self.connection
            .prepare_cached("SELECT id FROM articles WHERE author = ?1")
            .and_then(|mut s| s.query_map([id], |row| parsed(row, 0))?.collect())
            .during("read which articles a person wrote")
    }
}

impl PeopleMut<'_> {
    /// Puts a person in the bin. Says whether they were outside. Their articles name no author until they come back.
    pub fn bin(&self, id: PersonId, now: Timestamp) -> Result<bool> {
        let id = id.to_string();
        let changed = self
            .connection
            .prepare_cached("UPDATE people SET binned = ?2 WHERE id = ?1 AND binned IS NULL")
            .and_then(|mut s| s.execute(params![id, now.as_millisecond()]))
            .during("put a person in the bin")?;
        if changed > 0 {
            self.put_aside(&id, &id, &self.articles_by(&id)?)?;
            self.articles()
                .say_otherwise(&self.articles_reviewed_by(&id)?)?;
        }
        Ok(changed > 0)
    }

    /// Takes these of a person's articles away, as those of `parted`, who is new and in the bin.
    pub fn part(
        &self,
        id: PersonId,
        articles: &[ArticleId],
        parted: &Person,
        now: Timestamp,
    ) -> Result<()> {
        self.insert_as(parted, Some(now))?;
        self.put_aside(&id.to_string(), &parted.id.to_string(), articles)
    }

    /// Takes a person out of the bin. The answer are the articles that name them as author again: all that have no other
    /// one meanwhile.
    pub fn take_out_of_bin(&self, id: PersonId, now: Timestamp) -> Result<Vec<ArticleId>> {
        self.connection
            .prepare_cached("UPDATE people SET binned = NULL, changed = ?2 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id.to_string(), now.as_millisecond()]))
            .during("take a person out of the bin")?;
        let reviewed = self.articles_reviewed_by(&id.to_string())?;
        self.articles().say_otherwise(&reviewed)?;
        self.give_back(id, id)
    }

    /// Gives the articles of a person who is in the bin to somebody else, and forgets the one in the bin. The answer
    /// are those that had no other author meanwhile.
    pub fn join(&self, binned: PersonId, with: PersonId) -> Result<Vec<ArticleId>> {
        let articles = self.give_back(binned, with)?;
        let reviewed = self.articles_reviewed_by(&binned.to_string())?;
        self.connection
            .prepare_cached("UPDATE articles SET reviewer = ?2 WHERE reviewer = ?1")
            .and_then(|mut s| s.execute([binned.to_string(), with.to_string()]))
            .during("give a person back to their articles")?;
        self.articles().say_otherwise(&reviewed)?;
        self.remove_binned(binned)?;
        Ok(articles)
    }

    /// Removes a person in the bin for ever. Says whether they were there.
    pub fn remove_binned(&self, id: PersonId) -> Result<bool> {
        self.connection
            .prepare_cached("DELETE FROM people WHERE id = ?1 AND binned IS NOT NULL")
            .and_then(|mut s| s.execute([id.to_string()]))
            .during("remove a person for ever")
            .map(|changed| changed > 0)
    }

    /// Of the people in the bin, this one comes back as the article's author, and nobody else.
    pub fn set_aside(&self, article: ArticleId, person: Option<PersonId>) -> Result<()> {
        let article = article.to_string();
        let write = || -> rusqlite::Result<()> {
            self.connection
                .prepare_cached("DELETE FROM binned_authors WHERE article = ?1")?
                .execute([&article])?;
            let Some(person) = person else {
                return Ok(());
            };
            self.connection
                .prepare_cached("INSERT INTO binned_authors (person, article) VALUES (?1, ?2)")?
                .execute([&person.to_string(), &article])
                .map(|_| ())
        };
        write().during("write who wrote an article")
    }

    pub(super) fn articles(&self) -> ArticlesMut<'_> {
        ArticlesMut {
            read: Articles {
                connection: self.connection,
            },
        }
    }

    /// Keeps in mind that these articles were by `id`, to be by `new` when they come back.
    fn put_aside(&self, id: &str, new: &str, articles: &[ArticleId]) -> Result<()> {
        let write = || -> rusqlite::Result<()> {
            let mut remove = self.connection.prepare_cached(
                "UPDATE articles SET author = NULL WHERE id = ?1 AND author = ?2",
            )?;
            let mut keep = self
                .connection
                .prepare_cached("INSERT INTO binned_authors (person, article) VALUES (?1, ?2)")?;
            for article in articles.iter().map(ArticleId::to_string) {
                if remove.execute([&article, id])? > 0 {
                    keep.execute([new, &article])?;
                }
            }
            Ok(())
        };
        write().during("take a person away from their articles")?;
        self.articles().say_otherwise(articles)
    }

    fn give_back(&self, id: PersonId, new: PersonId) -> Result<Vec<ArticleId>> {
        let write = || -> rusqlite::Result<Vec<ArticleId>> {
            let mut had = self
                .connection
                .prepare_cached("DELETE FROM binned_authors WHERE person = ?1 RETURNING article")?;
            let had: Vec<ArticleId> = had
                .query_map([id.to_string()], |row| parsed(row, 0))?
                .collect::<rusqlite::Result<_>>()?;
            let mut name = self.connection.prepare_cached(
                "UPDATE articles SET author = ?2 WHERE id = ?1 AND author IS NULL",
            )?;
            let mut articles = Vec::new();
            for article in had {
                if name.execute([article.to_string(), new.to_string()])? > 0 {
                    articles.push(article);
                }
            }
            Ok(articles)
        };
        let articles = write().during("give a person back to their articles")?;
        self.articles().say_otherwise(&articles)?;
        Ok(articles)
    }
}
