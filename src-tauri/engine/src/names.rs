use jiff::Timestamp;
use pamphlet_model::{Address, ArticleId, Person, PersonId, Topic, TopicId};
use pamphlet_store::TablesMut;

use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::people::with_free_address;
use crate::topics::free_topic_address;
use crate::world::World;

/// The names that a library knows, for suggestions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    pub topics: Vec<String>,
    pub people: Vec<String>,
}

/// A topic or a person in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedName<Id> {
    pub id: Id,
    pub name: String,
    /// How many articles outside the bin get it back with it.
    pub articles: u32,
    pub binned: Timestamp,
    /// From then on it may be removed for ever.
    pub until: Timestamp,
}

/// A topic or a person that came out of the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtBack<Id> {
    /// Its own, or that of the one that it joined.
    pub id: Id,
    /// The articles that it brought along, where it joined another one of its name.
    pub joined: Option<Vec<ArticleId>>,
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

/// A name without the blanks around it.
pub(crate) fn given(what: &'static str, name: &str) -> Result<String> {
    match name.trim() {
        "" => Err(EngineError::NameNeeded { what }),
        name => Ok(name.to_owned()),
    }
}

/// The topics of these names, in their order and each once; new ones are made, also where one of that name is in the
/// bin: who types a name for one article does not give it back to others. Blank names are passed over.
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
            None => make_topic(tables, name, world)?.id,
        };
        if !topics.contains(&id) {
            topics.push(id);
        }
    }
    Ok(topics)
}

pub(crate) fn make_topic(tables: &TablesMut<'_>, name: &str, world: &dyn World) -> Result<Topic> {
    let id = TopicId::from_random(world.random());
    let topic = Topic {
        id,
        name: name.to_owned(),
        address: free_topic_address(tables, &Address::from_title(name), id)?,
    };
    tables.topics_mut().insert(&topic)?;
    Ok(topic)
}

/// The person of this name or byline, made if new, as topics are; nobody for a blank name.
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
    if let Some(person) = tables.people().by_byline(name)? {
        return Ok(Some(person.id));
    }
    let person = with_free_address(
        tables,
        Person::named(PersonId::from_random(world.random()), name),
    )?;
    tables.people_mut().insert(&person)?;
    Ok(Some(person.id))
}
