//! Topics and people of a library on the command line.

use std::path::Path;

use clap::Subcommand;
use pamphlet_engine::{
    ArticlesAsked, Hero, Library, ListedPerson, ListedTopic, PersonId, PersonPatch, TopicId,
};
use serde::Serialize;

use crate::command::{bin_of, open};
use crate::output::{Answer, Hero as PictureShown, Listed, Refused};

#[derive(Subcommand)]
pub enum TopicAction {
    /// Show a topic, by its name or its id, and the articles that have it
    Show { topic: String },
    /// Add a topic that no article has yet
    Add { name: String },
    /// Give a topic another name
    Rename { topic: String, name: String },
    /// Put a topic in the bin
    Delete { topic: String },
}

#[derive(Subcommand)]
pub enum PersonAction {
    /// Show a person, by their name or their id, and the articles that they wrote
    Show { person: String },
    /// Add a person who has written nothing yet
    Add {
        name: String,
        /// What stands after the name, such as "MD"
        #[arg(long, default_value = "")]
        credentials: String,
    },
    /// Change what is known of a person
    Change {
        person: String,
        #[command(flatten)]
        facts: Box<PersonFacts>,
    },
    /// Put a person in the bin
    Delete { person: String },
}

#[derive(clap::Args)]
pub struct PersonFacts {
    #[arg(long)]
    name: Option<String>,
    /// What stands after the name, such as "MD"
    #[arg(long)]
    credentials: Option<String>,
    /// Such as "Nurse practitioner"
    #[arg(long)]
    role: Option<String>,
    /// In the notation of articles
    #[arg(long)]
    biography: Option<String>,
    /// A picture of them, such as picture:0123456789abcdef; "" for none
    #[arg(long)]
    picture: Option<String>,
    /// What the picture shows, if not the words that the library has for it
    #[arg(long, requires = "picture")]
    alt: Option<String>,
    /// The web address of their page
    #[arg(long)]
    address: Option<String>,
}

impl PersonFacts {
    fn patch(self, library: &Library) -> Result<PersonPatch, Refused> {
        let picture = match self.picture.as_deref() {
            None => None,
            Some("") => Some(None),
            Some(reference) => {
                let picture = library.picture(reference)?;
                let alt = self.alt.unwrap_or(picture.alt);
                let picture = picture.id;
                Some(Some(Hero { picture, alt }))
            }
        };
        Ok(PersonPatch {
            name: self.name,
            credentials: self.credentials,
            address: self.address,
            role: self.role,
            biography: self.biography,
            picture,
        })
    }
}

#[derive(Serialize)]
pub struct Topic {
    id: String,
    name: String,
    /// Of its page.
    address: String,
    article_count: u32,
}

#[derive(Serialize)]
pub struct Person {
    id: String,
    name: String,
    credentials: String,
    /// Of their page.
    address: String,
    role: String,
    biography: String,
    picture: Option<PictureShown>,
    article_count: u32,
}

/// One of them, with its articles.
#[derive(Serialize)]
pub struct With<Named> {
    #[serde(flatten)]
    pub named: Named,
    pub articles: Vec<Listed>,
}

impl From<ListedTopic> for Topic {
    fn from(listed: ListedTopic) -> Self {
        Self {
            id: listed.topic.id.to_string(),
            name: listed.topic.name,
            address: listed.topic.address.into(),
            article_count: listed.articles,
        }
    }
}

impl From<ListedPerson> for Person {
    fn from(listed: ListedPerson) -> Self {
        Self {
            id: listed.person.id.to_string(),
            name: listed.person.name,
            credentials: listed.person.credentials,
            address: listed.person.address.into(),
            role: listed.person.role,
            biography: listed.person.biography,
            picture: listed.person.picture.map(PictureShown::from),
            article_count: listed.articles,
        }
    }
}

impl Topic {
    pub fn line(&self) -> String {
        format!("{:>6} articles  {}", self.article_count, self.name)
    }
}

impl Person {
    pub fn line(&self) -> String {
        let after = if self.credentials.is_empty() {
            ""
        } else {
            ", "
        };
        let (count, name) = (self.article_count, &self.name);
        format!("{count:>6} articles  {name}{after}{}", self.credentials)
    }
}

pub fn topics(library: &Path, action: Option<TopicAction>) -> Result<Answer, Refused> {
    let library = open(library)?;
    let shown = match action {
        None => {
            let topics = library.topics()?.into_iter();
            return Ok(Answer::Topics(topics.map(Topic::from).collect()));
        }
        Some(TopicAction::Show { topic }) => library.find_topic(&topic)?.id,
        Some(TopicAction::Add { name }) => library.add_topic(&name)?.id,
        Some(TopicAction::Rename { topic, name }) => {
            let id = library.find_topic(&topic)?.id;
            library.rename_topic(id, &name)?.id
        }
        Some(TopicAction::Delete { topic }) => {
            library.delete_topic(library.find_topic(&topic)?.id)?;
            return bin_of(&library);
        }
    };
    show_topic(&library, shown)
}

pub fn people(library: &Path, action: Option<PersonAction>) -> Result<Answer, Refused> {
    let library = open(library)?;
    let shown = match action {
        None => {
            let people = library.people()?.into_iter();
            return Ok(Answer::People(people.map(Person::from).collect()));
        }
        Some(PersonAction::Show { person }) => library.find_person(&person)?.id,
        Some(PersonAction::Add { name, credentials }) => {
            library.add_person(&name, &credentials)?.id
        }
        Some(PersonAction::Change { person, facts }) => {
            let id = library.find_person(&person)?.id;
            library.save_person(id, facts.patch(&library)?)?.id
        }
        Some(PersonAction::Delete { person }) => {
            library.delete_person(library.find_person(&person)?.id)?;
            return bin_of(&library);
        }
    };
    show_person(&library, shown)
}

/// Takes a topic or a person of this id out of the bin, if it holds one.
pub fn restore(library: &Library, id: &str) -> Result<Option<Answer>, Refused> {
    let topics = library.binned_topics()?;
    if let Some(topic) = topics.iter().find(|it| it.id.to_string() == id) {
        let back = library.restore_topic(topic.id)?;
        return show_topic(library, back.id).map(Some);
    }
    let people = library.binned_people()?;
    if let Some(person) = people.iter().find(|it| it.id.to_string() == id) {
        let back = library.restore_person(person.id)?;
        return show_person(library, back.id).map(Some);
    }
    Ok(None)
}

fn show_topic(library: &Library, id: TopicId) -> Result<Answer, Refused> {
    let mut topics = library.topics()?.into_iter();
    let Some(listed) = topics.find(|it| it.topic.id == id) else {
        return Err(gone("topic", &id.to_string()));
    };
    let articles = listed_as(
        library,
        ArticlesAsked {
            topic: Some(listed.topic.name.clone()),
            ..ArticlesAsked::default()
        },
    )?;
    Ok(Answer::Topic(Box::new(With {
        named: listed.into(),
        articles,
    })))
}

fn show_person(library: &Library, id: PersonId) -> Result<Answer, Refused> {
    let mut people = library.people()?.into_iter();
    let Some(listed) = people.find(|it| it.person.id == id) else {
        return Err(gone("person", &id.to_string()));
    };
    let articles = listed_as(
        library,
        ArticlesAsked {
            author: Some(listed.person.name.clone()),
            ..ArticlesAsked::default()
        },
    )?;
    Ok(Answer::Person(Box::new(With {
        named: listed.into(),
        articles,
    })))
}

fn listed_as(library: &Library, asked: ArticlesAsked) -> Result<Vec<Listed>, Refused> {
    let ids = library.list_articles(&asked)?.ids;
    let listed = library.listed_articles(&ids, "")?.into_iter();
    Ok(listed.map(|it| Listed::from(it.article)).collect())
}

fn gone(what: &str, which: &str) -> Refused {
    Refused::plain("not_found", format!("There is no {what} '{which}'."))
}
