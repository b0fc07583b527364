//! Topics and people that a file names and that somebody put in the bin: an import does not undo that.

use pamphlet_import::PlannedArticle;
use pamphlet_model::{ArticleId, Person, Topic};
use pamphlet_store::TablesMut;

use crate::error::Result;

/// They stay in the bin. Who brings one back gives it to the article that comes from the file, too.
#[derive(Debug, Default)]
pub(super) struct LeftInBin {
    topics: Vec<Topic>,
    author: Option<Person>,
}

impl LeftInBin {
    /// Takes the names out of the plan. Where somebody has made a new one of that name, that one is meant.
    pub(super) fn take(tables: &TablesMut<'_>, planned: &mut PlannedArticle) -> Result<Self> {
        let mut left = Self::default();
        let mut stay = Vec::with_capacity(planned.topics.len());
        for name in std::mem::take(&mut planned.topics) {
            match binned_topic(tables, name.trim())? {
                Some(topic) => left.topics.push(topic),
                None => stay.push(name),
            }
        }
        planned.topics = stay;
        if let Some(name) = &planned.author {
            left.author = binned_person(tables, name.trim())?;
        }
        if left.author.is_some() {
            planned.author = None;
        }
        Ok(left)
    }

    /// Notes what the article gets when they come back.
    pub(super) fn keep(&self, tables: &TablesMut<'_>, article: ArticleId) -> Result<()> {
        let topics: Vec<_> = self.topics.iter().map(|topic| topic.id).collect();
        tables.topics_mut().set_aside(article, &topics)?;
        let author = self.author.as_ref().map(|person| person.id);
        Ok(tables.people_mut().set_aside(article, author)?)
    }

    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        let topics = self.topics.iter().map(|topic| ("topic", &topic.name));
        let author = self.author.iter().map(|person| ("author", &person.name));
        topics
            .chain(author)
            .map(|(what, name)| format!("its {what} '{name}' is in the bin, and was left there"))
    }
}

fn binned_topic(tables: &TablesMut<'_>, name: &str) -> Result<Option<Topic>> {
    match tables.topics().by_name(name)? {
        Some(_) => Ok(None),
        None => Ok(tables.topics().binned_by_name(name)?),
    }
}

fn binned_person(tables: &TablesMut<'_>, name: &str) -> Result<Option<Person>> {
    match tables.people().by_name(name)? {
        Some(_) => Ok(None),
        None => Ok(tables.people().binned_by_name(name)?),
    }
}
