use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Address, ArticleId, PersonId, PictureId, TopicId};

/// Whether the next export takes the article along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Stays here.
    #[default]
    Draft,
    /// Goes on the site.
    Ready,
}

/// Where an article stands between here and the finished site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Stays here, and is not on the site.
    Draft,
    /// Goes on the site with the next export, for the first time.
    Ready,
    /// On the site as it is here.
    OnSite,
    /// On the site as it was before it was changed here.
    Changed,
    /// On the site, and taken off with the next export.
    Leaving,
}

/// The picture at the top of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hero {
    pub picture: PictureId,
    /// What the picture shows, for people who can't see it. Empty: it says nothing that the text does not say.
    pub alt: String,
}

/// One article as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub address: Address,
    pub title: String,
    /// One or two sentences for lists, search results and related articles.
    pub summary: String,
    /// The body, in Markdown, without the title.
    pub text: String,
    pub topics: Vec<TopicId>,
    pub author: Option<PersonId>,
    /// The clinician who looked it over.
    pub reviewer: Option<PersonId>,
    /// When they did.
    pub reviewed: Option<Date>,
    /// Articles that come first of those recommended below it, in this order.
    pub related_pins: Vec<ArticleId>,
    /// Articles that are never recommended below it.
    pub related_hides: Vec<ArticleId>,
    pub hero: Option<Hero>,
    pub status: Status,
    /// The date that patients see.
    pub published: Option<Date>,
    pub created: Timestamp,
    pub changed: Timestamp,
    /// Grows by one with every change that is saved.
    pub revision: u64,
}

impl Article {
    /// Whether it has a title and a text: without both there is nothing to put on a site.
    pub fn has_words(&self) -> bool {
        !self.title.trim().is_empty() && !self.text.trim().is_empty()
    }

    /// Whether the finished site has a page of it.
    pub fn is_for_site(&self) -> bool {
        self.status == Status::Ready && self.has_words()
    }
}

/// What articles are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub id: TopicId,
    pub name: String,
    pub address: Address,
}
