//! People: who writes.

use pamphlet_model::{ArticleId, Person, PersonId};
use pamphlet_store::{ListedPerson, Tables};

use crate::bin::until;
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::names::{BinnedName, BroughtBack, given};

/// What is to change in what is known of a person. `None` leaves a field alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonPatch {
    pub name: Option<String>,
    pub credentials: Option<String>,
}

impl Library {
    /// All people by name, and how many articles each of them wrote.
    pub fn people(&self) -> Result<Vec<ListedPerson>> {
        self.read(|tables| Ok(tables.people().listed()?))
    }

    /// The person with this name or this id.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn find_person(&self, which: &str) -> Result<Person> {
        let found = self.read(|tables| {
            if let Some(person) = tables.people().by_name(which.trim())? {
                return Ok(Some(person));
            }
            match which.parse() {
                Ok(id) => Ok(tables.people().get(id)?),
                Err(_) => Ok(None),
            }
        })?;
        found.ok_or_else(|| no_person(which))
    }

    /// Adds a person who has written nothing yet.
    ///
    /// # Errors
    /// [`EngineError::NameNeeded`] or [`EngineError::NameTaken`].
    pub fn add_person(&self, name: &str, credentials: &str) -> Result<Person> {
        let person = Person {
            id: PersonId::from_random(self.world.random()),
            name: given("person", name)?,
            credentials: credentials.trim().to_owned(),
        };
        self.write(|tables| {
            refuse_name_of_another(tables, &person)?;
            Ok(tables.people_mut().insert(&person)?)
        })?;
        self.refresh_site(|site| site.put_person(person.clone()));
        Ok(person)
    }

    /// Changes what is known of a person; every byline follows.
    ///
    /// # Errors
    /// [`EngineError::NameNeeded`], [`EngineError::NameTaken`], or [`EngineError::NotFound`] if they are not outside the
    /// bin.
    pub fn save_person(&self, id: PersonId, patch: PersonPatch) -> Result<Person> {
        let person = self.write(|tables| {
            let before = tables.people().get(id)?.ok_or_else(|| no_person(id))?;
            let person = Person {
                id,
                name: given("person", patch.name.as_deref().unwrap_or(&before.name))?,
                credentials: match &patch.credentials {
                    Some(credentials) => credentials.trim().to_owned(),
                    None => before.credentials.clone(),
                },
            };
            refuse_name_of_another(tables, &person)?;
            if person != before {
                tables.people_mut().put(&person)?;
            }
            Ok(person)
        })?;
        self.refresh_site(|site| site.put_person(person.clone()));
        Ok(person)
    }

    /// Puts a person in the bin. Their articles name no author until they come back.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if they are not outside the bin.
    pub fn delete_person(&self, id: PersonId) -> Result<()> {
        let now = self.world.now();
        match self.write(|tables| Ok(tables.people_mut().bin(id, now)?))? {
            true => self.forget_site(),
            false => return Err(no_person(id)),
        }
        Ok(())
    }

    /// Takes a person out of the bin: all their articles that have no other author meanwhile name them again. If there
    /// is somebody new of their name meanwhile, they join.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if they are not in the bin.
    pub fn restore_person(&self, id: PersonId) -> Result<BroughtBack<PersonId>> {
        let back = self.write(|tables| {
            let mut binned = tables.people().binned()?.into_iter();
            let person = binned.find(|it| it.person.id == id).map(|it| it.person);
            let person = person.ok_or_else(|| no_person(id))?;
            if let Some(same) = tables.people().by_name(&person.name)? {
                let joined = tables.people_mut().join(id, same.id)?;
                return Ok(BroughtBack {
                    id: same.id,
                    joined: Some(joined),
                });
            }
            tables.people_mut().take_out_of_bin(id)?;
            Ok(BroughtBack { id, joined: None })
        })?;
        self.forget_site();
        Ok(back)
    }

    /// Undoes that somebody joined this person when they came out of the bin: they are in the bin again, and these
    /// articles name no author. The answer is their id.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if the person is not outside the bin.
    pub fn part_person(&self, id: PersonId, articles: &[ArticleId]) -> Result<PersonId> {
        let (new, now) = (PersonId::from_random(self.world.random()), self.world.now());
        self.write(|tables| {
            let person = tables.people().get(id)?.ok_or_else(|| no_person(id))?;
            let parted = Person { id: new, ..person };
            Ok(tables.people_mut().part(id, articles, &parted, now)?)
        })?;
        self.forget_site();
        Ok(new)
    }

    /// The people in the bin, the last first.
    pub fn binned_people(&self) -> Result<Vec<BinnedName<PersonId>>> {
        let binned = self.read(|tables| Ok(tables.people().binned()?))?;
        let people = binned.into_iter().map(|it| BinnedName {
            id: it.person.id,
            name: it.person.name,
            articles: it.articles,
            binned: it.binned,
            until: until(it.binned),
        });
        Ok(people.collect())
    }

    /// Removes a person in the bin for ever. Their articles stay.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if they are not in the bin.
    pub fn remove_person_for_ever(&self, id: PersonId) -> Result<()> {
        match self.write(|tables| Ok(tables.people_mut().remove_binned(id)?))? {
            true => Ok(()),
            false => Err(no_person(id)),
        }
    }
}

fn refuse_name_of_another(tables: &Tables<'_>, person: &Person) -> Result<()> {
    match tables.people().by_name(&person.name)? {
        Some(other) if other.id != person.id => Err(EngineError::NameTaken {
            what: "person",
            name: other.name,
        }),
        _ => Ok(()),
    }
}

fn no_person(which: impl ToString) -> EngineError {
    EngineError::NotFound {
        what: "person",
        which: which.to_string(),
    }
}
