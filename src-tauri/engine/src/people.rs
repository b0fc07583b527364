//! People: who writes, and who looks articles over.

use pamphlet_model::{Address, ArticleId, Hero, Person, PersonId};
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
    /// Of their page.
    pub address: Option<String>,
    pub role: Option<String>,
    pub biography: Option<String>,
    pub picture: Option<Option<Hero>>,
}

impl Library {
    /// All people by name, and how many articles each of them wrote.
    pub fn people(&self) -> Result<Vec<ListedPerson>> {
        self.read(|tables| Ok(tables.people().listed()?))
    }

    /// The person with this name, this name and credentials, this web address or this id.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn find_person(&self, which: &str) -> Result<Person> {
        let found = self.read(|tables| {
            let (people, which) = (tables.people(), which.trim());
            let mut found = people.by_name(which)?;
            if found.is_none() {
                found = people.by_byline(which)?;
            }
            if let (None, Ok(address)) = (&found, which.parse()) {
                found = people.by_address(&address)?;
            }
            if let (None, Ok(id)) = (&found, which.parse()) {
                found = people.get(id)?;
            }
            Ok(found)
        })?;
        found.ok_or_else(|| no_person(which))
    }

    /// Adds a person who has written nothing yet.
    ///
    /// # Errors
    /// [`EngineError::NameNeeded`] or [`EngineError::NameTaken`].
    pub fn add_person(&self, name: &str, credentials: &str) -> Result<Person> {
        let person = Person {
            credentials: credentials.trim().to_owned(),
            ..Person::named(
                PersonId::from_random(self.world.random()),
                given("person", name)?,
            )
        };
        let person = self.write(|tables| {
            refuse_name_of_another(tables, &person)?;
            let person = with_free_address(tables, person)?;
            tables.people_mut().insert(&person)?;
            Ok(person)
        })?;
        self.refresh_site(|site| site.put_person(person.clone()));
        Ok(person)
    }

    /// Changes what is known of a person; every byline follows. The web address of their page follows the name until it
    /// has been on the site.
    ///
    /// # Errors
    /// [`EngineError::NameNeeded`], [`EngineError::NameTaken`], [`EngineError::BadAddress`],
    /// [`EngineError::AddressTaken`], or [`EngineError::NotFound`] if they or the picture are not outside the bin.
    pub fn save_person(&self, id: PersonId, patch: PersonPatch) -> Result<Person> {
        let now = self.world.now();
        let person = self.write(|tables| {
            let before = tables.people().get(id)?.ok_or_else(|| no_person(id))?;
            let person = patched(tables, &before, patch)?;
            refuse_name_of_another(tables, &person)?;
            if person != before {
                tables.people_mut().put(&person, now)?;
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
        let now = self.world.now();
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
            tables.people_mut().take_out_of_bin(id, now)?;
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
            let parted = with_free_address(tables, Person { id: new, ..person })?;
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

pub(crate) fn patched(tables: &Tables<'_>, before: &Person, patch: PersonPatch) -> Result<Person> {
    let trimmed = |new: Option<String>, old: &String| match new {
        Some(new) => new.trim().to_owned(),
        None => old.clone(),
    };
    let mut person = Person {
        id: before.id,
        name: given("person", patch.name.as_deref().unwrap_or(&before.name))?,
        credentials: trimmed(patch.credentials, &before.credentials),
        address: before.address.clone(),
        role: trimmed(patch.role, &before.role),
        biography: patch.biography.unwrap_or_else(|| before.biography.clone()),
        picture: patch.picture.unwrap_or_else(|| before.picture.clone()),
    };
    if let Some(picture) = person.picture.as_ref().map(|it| &it.picture)
        && person.picture != before.picture
        && tables.media().get(picture)?.is_none()
    {
        return Err(EngineError::NotFound {
            what: "picture",
            which: picture.to_string(),
        });
    }
    if let Some(address) = patch.address {
        person.address = chosen_address(tables, &address, person.id)?;
    } else if person.name != before.name && !tables.people().is_address_fixed(person.id)? {
        person.address = Person::address_for(&person.name);
        person = with_free_address(tables, person)?;
    }
    Ok(person)
}

/// The person with their address, or one like it that nobody else has.
pub(crate) fn with_free_address(tables: &Tables<'_>, person: Person) -> Result<Person> {
    let address = person.address.first_free(|address| {
        let holder = tables.people().holder_of(address)?;
        Ok::<_, EngineError>(holder.is_some_and(|holder| holder != person.id))
    })?;
    Ok(Person { address, ..person })
}

fn chosen_address(tables: &Tables<'_>, address: &str, id: PersonId) -> Result<Address> {
    let chosen = address_of(address)?;
    match tables.people().holder_of(&chosen)? {
        Some(holder) if holder != id => Err(EngineError::AddressTaken {
            what: "person",
            address: chosen.to_string(),
        }),
        _ => Ok(chosen),
    }
}

/// A web address as a person typed it.
pub(crate) fn address_of(text: &str) -> Result<Address> {
    let text = text.trim();
    text.parse().map_err(|_| EngineError::BadAddress {
        address: text.to_owned(),
    })
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
