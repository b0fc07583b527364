//! The people of a folder: its file `people.toml`.

use std::io;

use pamphlet_import::{Folder, PlannedPerson, TakePicture, read_people};
use pamphlet_model::{Hero, Person, PersonId};
use pamphlet_store::TablesMut;

use crate::error::Result;
use crate::library::Library;
use crate::people::{PersonPatch, patched, with_free_address};

/// What the file is called, at the folder's root.
pub(super) const PEOPLE: &str = "people.toml";

/// What a file says of people, and what tells it from what it said before.
pub(super) struct PlannedPeople {
    key: String,
    hash: String,
    people: Vec<(PlannedPerson, Option<Hero>)>,
}

impl Library {
    /// What the folder's file says of people. Nothing where there is none, or it is as it was when it was imported; why
    /// it is not taken, in plain words.
    pub(super) fn planned_people(
        &self,
        folder_name: &str,
        listing: &Folder,
        read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
        take_picture: TakePicture<'_>,
    ) -> Result<std::result::Result<Option<PlannedPeople>, String>> {
        if !listing.others.contains(PEOPLE) {
            return Ok(Ok(None));
        }
        let bytes = match read(PEOPLE) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(format!("it can't be read: {error}"))),
        };
        let key = format!("import.people.{folder_name}");
        let hash = blake3::hash(&bytes).to_hex().to_string();
        if self
            .read(|tables| Ok(tables.settings().get(&key)?))?
            .as_ref()
            == Some(&hash)
        {
            return Ok(Ok(None));
        }
        let people = match read_people(&String::from_utf8_lossy(&bytes)) {
            Ok(people) => people,
            Err(reason) => return Ok(Err(reason)),
        };
        let mut picture = |person: &PlannedPerson| {
            let path = person.picture.as_ref()?;
            let alt = person.picture_alt.clone();
            let there = listing.others.contains(path);
            let taken = there.then(|| take_picture(path).ok()).flatten();
            taken.map(|picture| Hero { picture, alt })
        };
        let people = people.into_iter().map(|person| {
            let picture = picture(&person);
            (person, picture)
        });
        let people = people.collect();
        Ok(Ok(Some(PlannedPeople { key, hash, people })))
    }

    /// Makes them known, or changes what is known of them. Those in the bin stay there. Says how many.
    pub(super) fn apply_people(
        &self,
        tables: &TablesMut<'_>,
        planned: Option<PlannedPeople>,
    ) -> Result<usize> {
        let Some(PlannedPeople { key, hash, people }) = planned else {
            return Ok(0);
        };
        let mut changed = 0;
        for (person, picture) in people {
            changed += usize::from(self.apply_person(tables, person, picture)?);
        }
        tables.settings_mut().put(&key, &hash)?;
        Ok(changed)
    }

    fn apply_person(
        &self,
        tables: &TablesMut<'_>,
        planned: PlannedPerson,
        picture: Option<Hero>,
    ) -> Result<bool> {
        let name = planned.name.trim().to_owned();
        let known = tables.people().by_name(&name)?;
        if known.is_none() && tables.people().binned_by_name(&name)?.is_some() {
            return Ok(false);
        }
        let before = match known {
            Some(person) => person,
            None => {
                let id = PersonId::from_random(self.world.random());
                let person = with_free_address(tables, Person::named(id, name))?;
                tables.people_mut().insert(&person)?;
                person
            }
        };
        let patch = PersonPatch {
            credentials: planned.credentials,
            role: planned.role,
            biography: planned.biography.map(|text| text.trim().to_owned()),
            picture: picture.map(Some),
            ..PersonPatch::default()
        };
        let after = patched(tables, &before, patch)?;
        tables.people_mut().put(&after, self.world.now())?;
        Ok(true)
    }
}
