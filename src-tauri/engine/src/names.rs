use std::collections::BTreeSet;

use pamphlet_model::{Address, Person, PersonId, Topic, TopicId};
use pamphlet_store::TablesMut;

use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::world::World;

/// The names that a library knows, for suggestions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    pub topics: Vec<String>,
    pub people: Vec<String>,
}

impl Library {
    /// All topics and people, by name.
    pub fn names(&self) -> Result<Names> {
        self.read(|tables| {
            Ok(Names {
                topics: tables
                    .topics()
                    .all()?
                    .into_iter()
                    .map(|topic| topic.name)
                    .collect(),
                people: tables
                    .people()
                    .all()?
                    .into_iter()
                    .map(|person| person.name)
                    .collect(),
            })
        })
    }
}

/// The topics of these names, in their order and each once; new ones are made. Blank names are passed over.
pub(crate) fn topics_named(
    tables: &TablesMut<'_>,
    names: &[String],
    world: &dyn World,
) -> Result<Vec<TopicId>> {
    let mut topics: Vec<TopicId> = Vec::new();
    for name in names
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
    {
        let id = match tables.topics().by_name(name)? {
            Some(topic) => topic.id,
            None => make_topic(tables, name, world)?,
        };
        if !topics.contains(&id) {
            topics.push(id);
        }
    }
    Ok(topics)
}

fn make_topic(tables: &TablesMut<'_>, name: &str, world: &dyn World) -> Result<TopicId> {
    let taken: BTreeSet<Address> = tables
        .topics()
        .all()?
        .into_iter()
        .map(|topic| topic.address)
        .collect();
    let topic = Topic {
        id: TopicId::from_random(world.random()),
        name: name.to_owned(),
        address: Address::from_title(name)
            .first_free(|address| Ok::<_, EngineError>(taken.contains(address)))?,
    };
    tables.topics_mut().insert(&topic)?;
    Ok(topic.id)
}

/// The person of this name, made if new; nobody for a blank name.
pub(crate) fn person_named(
    tables: &TablesMut<'_>,
    name: &str,
    world: &dyn World,
) -> Result<Option<PersonId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    if let Some(person) = tables.people().by_name(name)? {
        return Ok(Some(person.id));
    }
    let person = Person {
        id: PersonId::from_random(world.random()),
        name: name.to_owned(),
        credentials: String::new(),
    };
    tables.people_mut().insert(&person)?;
    Ok(Some(person.id))
}
