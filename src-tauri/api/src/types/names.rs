use pamphlet_engine::{self as engine, ListedPerson, ListedTopic};

use super::{parse_ids, wire};
use crate::error::WireError;

wire! {
    /// Which topic.
    pub struct TopicId {
        pub id: String,
    }

    pub struct Topic {
        pub id: String,
        pub name: String,
        /// How many articles have it.
        pub articles: u32,
    }

    /// By name.
    pub struct Topics {
        pub topics: Vec<Topic>,
    }

    pub struct TopicNew {
        pub name: String,
    }

    pub struct TopicRename {
        pub id: String,
        pub name: String,
    }

    /// Which person.
    pub struct PersonId {
        pub id: String,
    }

    pub struct Person {
        pub id: String,
        pub name: String,
        /// What stands after the name, such as "MD".
        pub credentials: String,
        /// How many articles they wrote.
        pub articles: u32,
    }

    /// By name.
    pub struct People {
        pub people: Vec<Person>,
    }

    pub struct PersonNew {
        pub name: String,
        pub credentials: String,
    }

    /// Fields that are absent are left alone.
    #[derive(Default)]
    pub struct PersonPatch {
        #[serde(default)]
        #[ts(optional)]
        pub name: Option<String>,
        #[serde(default)]
        #[ts(optional)]
        pub credentials: Option<String>,
    }

    pub struct PersonSave {
        pub id: String,
        pub patch: PersonPatch,
    }

    /// A topic or a person in the bin.
    pub struct BinnedName {
        pub id: String,
        pub name: String,
        /// How many articles get it back with it.
        pub articles: u32,
        /// RFC 3339, in UTC.
        pub binned: String,
        /// RFC 3339, in UTC: from then on it may be removed for ever.
        pub until: String,
    }

    /// A topic or a person that came out of the bin.
    pub struct BroughtBack {
        /// Its own, or that of the one that it joined.
        pub id: String,
        /// The articles that it brought along, where it joined another one of its name.
        pub joined: Option<Vec<String>>,
    }

    /// Undoes that one joined another of its name.
    pub struct NamePart {
        /// The one that was joined.
        pub id: String,
        pub articles: Vec<String>,
    }
}

impl TopicId {
    pub(crate) fn parse(&self) -> Result<engine::TopicId, WireError> {
        self.id.parse().map_err(WireError::internal)
    }
}

impl PersonId {
    pub(crate) fn parse(&self) -> Result<engine::PersonId, WireError> {
        self.id.parse().map_err(WireError::internal)
    }
}

impl NamePart {
    pub(crate) fn articles(&self) -> Result<Vec<engine::ArticleId>, WireError> {
        parse_ids(&self.articles)
    }
}

impl From<ListedTopic> for Topic {
    fn from(listed: ListedTopic) -> Self {
        Self {
            id: listed.topic.id.to_string(),
            name: listed.topic.name,
            articles: listed.articles,
        }
    }
}

impl From<ListedPerson> for Person {
    fn from(listed: ListedPerson) -> Self {
        Self {
            id: listed.person.id.to_string(),
            name: listed.person.name,
            credentials: listed.person.credentials,
            articles: listed.articles,
        }
    }
}

impl From<PersonPatch> for engine::PersonPatch {
    fn from(patch: PersonPatch) -> Self {
        Self {
            name: patch.name,
            credentials: patch.credentials,
            ..Self::default()
        }
    }
}

impl<Id: ToString> From<engine::BinnedName<Id>> for BinnedName {
    fn from(binned: engine::BinnedName<Id>) -> Self {
        Self {
            id: binned.id.to_string(),
            name: binned.name,
            articles: binned.articles,
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
        }
    }
}

impl<Id: ToString> From<engine::BroughtBack<Id>> for BroughtBack {
    fn from(back: engine::BroughtBack<Id>) -> Self {
        let strings = |ids: Vec<engine::ArticleId>| ids.iter().map(ToString::to_string).collect();
        Self {
            id: back.id.to_string(),
            joined: back.joined.map(strings),
        }
    }
}
