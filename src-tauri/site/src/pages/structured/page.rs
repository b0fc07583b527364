//! A page, the article on it, the people behind that, and the way to the page.

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, Reference};
use crate::pages::LANGUAGE;
use crate::pages::head::{Head, ShareImage};

/// What kind of page it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum PageType {
    #[default]
    #[serde(rename = "WebPage")]
    Any,
    #[serde(rename = "AboutPage")]
    About,
    #[serde(rename = "CollectionPage")]
    Collection,
    #[serde(rename = "ContactPage")]
    Contact,
    #[serde(rename = "MedicalWebPage")]
    Medical,
    #[serde(rename = "ProfilePage")]
    Profile,
}

/// A step on the way from the front page to a page.
#[derive(Debug, Clone)]
pub struct Crumb {
    pub name: String,
    /// Absolute where the site's address is known, else relative to the page.
    pub address: String,
}

/// What is known of an article.
#[derive(Debug, Default)]
pub struct Posting {
    pub published: Option<Date>,
    pub modified: Option<Date>,
    pub author: Option<Writer>,
    /// Who looked it over as a clinician.
    pub reviewer: Option<Writer>,
    pub reviewed: Option<Date>,
    pub topics: Vec<String>,
    pub image: Option<PublishedImage>,
}

/// Somebody who writes articles or looks them over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writer {
    /// The same for the same person on every page, and no other's: `ana-ortiz`.
    pub key: String,
    pub name: String,
    /// What stands after the name; may be empty.
    pub credentials: String,
    /// What they do at the practice; may be empty.
    pub role: String,
    /// Their page, if they have one and the site's address is known.
    pub url: Option<String>,
}

/// A picture of the site, with its whole address.
#[derive(Debug, Clone, Serialize)]
pub struct PublishedImage {
    pub url: String,
    pub width: u32,
    pub height: u32,
}

impl From<&ShareImage> for PublishedImage {
    fn from(image: &ShareImage) -> Self {
        Self {
            url: image.address.clone(),
            width: image.width,
            height: image.height,
        }
    }
}

/// The moment that stands for a day: noon in Greenwich, which is on the same day from Hawaii to New Zealand's winter.
pub fn moment(date: Date) -> String {
    format!("{date}T12:00:00Z")
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebPage<'a> {
    #[serde(rename = "@type")]
    kind: PageType,
    #[serde(flatten)]
    id: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'static str,
    is_part_of: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_reviewed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed_by: Option<Reference>,
}

impl<'a> WebPage<'a> {
    pub fn new(head: &'a Head, names: &Names<'a>) -> Self {
        let posting = head.posting.as_ref();
        let about_practice = matches!(head.page_type, PageType::Contact | PageType::About);
        let main_entity = match (posting, &head.person) {
            (Some(_), _) => Some(names.of_page("article")),
            (None, Some(person)) => Some(person.id(names)),
            (None, None) => about_practice.then(|| names.of_site("practice")),
        };
        Self {
            kind: head.page_type,
            id: names.of_page("page"),
            url: names.page,
            name: &head.name,
            description: &head.description,
            in_language: LANGUAGE,
            is_part_of: names.of_site("website"),
            breadcrumb: head.trail.as_ref().map(|_| names.of_page("breadcrumb")),
            main_entity,
            date_published: posting.and_then(|p| p.published).map(moment),
            date_modified: posting.and_then(|p| p.modified).map(moment),
            last_reviewed: posting
                .and_then(|p| p.reviewed)
                .map(|date| date.to_string()),
            reviewed_by: posting
                .and_then(|p| p.reviewer.as_ref())
                .map(|who| who.id(names)),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlogPosting<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    id: Reference,
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Image<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    author: Reference,
    publisher: Reference,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    article_section: &'a [String],
    main_entity_of_page: Reference,
}

#[derive(Serialize)]
struct Image<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    image: &'a PublishedImage,
}

impl<'a> BlogPosting<'a> {
    pub fn new(posting: &'a Posting, head: &'a Head, names: &Names<'_>) -> Self {
        let practice = names.of_site("practice");
        Self {
            kind: "BlogPosting",
            id: names.of_page("article"),
            headline: &head.name,
            description: &head.description,
            in_language: LANGUAGE,
            image: posting.image.as_ref().map(|image| Image {
                kind: "ImageObject",
                image,
            }),
            date_published: posting.published.map(moment),
            date_modified: posting.modified.map(moment),
            author: posting
                .author
                .as_ref()
                .map_or_else(|| practice.clone(), |who| who.id(names)),
            publisher: practice,
            article_section: &posting.topics,
            main_entity_of_page: names.of_page("page"),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    id: Reference,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    honorific_suffix: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    job_title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    works_for: Reference,
}

impl Writer {
    fn id(&self, names: &Names<'_>) -> Reference {
        match &self.url {
            Some(url) => Reference::new(url, "person"),
            None => names.of_site(&format!("person-{}", self.key)),
        }
    }
}

/// The people of a page, each once.
pub fn people(head: &Head, names: &Names<'_>) -> Vec<Person> {
    let posting = head.posting.as_ref();
    let author = posting.and_then(|posting| posting.author.as_ref());
    let reviewer = posting.and_then(|posting| posting.reviewer.as_ref());
    let reviewer = reviewer.filter(|who| Some(*who) != author);
    author
        .into_iter()
        .chain(reviewer)
        .chain(&head.person)
        .map(|who| Person {
            kind: "Person",
            id: who.id(names),
            name: who.name.clone(),
            honorific_suffix: who.credentials.clone(),
            job_title: who.role.clone(),
            url: who.url.clone(),
            works_for: names.of_site("practice"),
        })
        .collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BreadcrumbList {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    id: Reference,
    item_list_element: Vec<ListItem>,
}

#[derive(Serialize)]
struct ListItem {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    /// The last one is the page itself, which needs none (Google, "Breadcrumb structured data").
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

impl BreadcrumbList {
    pub fn new(trail: &[Crumb], page: &str, names: &Names<'_>) -> Self {
        let steps = trail
            .iter()
            .map(|crumb| (crumb.name.clone(), Some(crumb.address.clone())));
        let steps = steps.chain([(page.to_owned(), names.page.map(str::to_owned))]);
        Self {
            kind: "BreadcrumbList",
            id: names.of_page("breadcrumb"),
            item_list_element: (1..)
                .zip(steps)
                .map(|(position, (name, item))| ListItem {
                    kind: "ListItem",
                    position,
                    name,
                    item,
                })
                .collect(),
        }
    }
}
