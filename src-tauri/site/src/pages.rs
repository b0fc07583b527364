//! What each page shows.
//!
//! [`Pages`] lists the pages of a site and renders them. A page is a template in `templates/` and the values it is
//! given: `head`, what all pages show of the practice (`site`), and its own (`page`). Values that depend on where the
//! page lies (links, pictures) are made by a [`Place`], so that a template only says where they stand.

mod article;
mod body;
mod contact;
pub mod environment;
mod forward;
mod front;
mod head;
mod lists;
mod not_found;
mod people;
pub mod policy;
mod practice;
mod practice_page;
mod search;
mod searched;
mod structured;
mod views;
mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::{Error, Value};
use pamphlet_markdown::{Document, parse, plain_text};
use pamphlet_model::{
    Address, Article, ArticleId, Page, PersonId, PictureId, PublicAddress, PublicPage, Topic,
    TopicId,
};

pub use article::page as article_page;
pub use body::blocks as body_blocks;
pub use people::PersonList;
pub use practice::name as practice_name;
pub use structured::moment;
pub use words::date as long_date;

use crate::beside::last_changed;
use crate::error::ExportError;
use crate::files::SitePath;
use crate::icons::Icons;
use crate::search::Searched;
use crate::snapshot::{Entry, Site};
use crate::text::tidy;
use crate::urls::{self, Urls};

/// Of every page (BCP 47).
pub const LANGUAGE: &str = "en";

/// Where a page lies, and what all pages show there of the practice.
pub struct Place<'a> {
    pub site: &'a Site,
    pub urls: Urls<'a>,
    icons: Icons,
    chrome: Value,
}

impl<'a> Place<'a> {
    pub fn new(site: &'a Site, urls: Urls<'a>) -> Self {
        let icons = practice::icons(site);
        Self {
            site,
            urls,
            chrome: practice::chrome(site, &icons, urls),
            icons,
        }
    }

    /// The article's topics that the library knows, in the article's order.
    fn topics<'s>(&'s self, article: &'s Article) -> impl Iterator<Item = &'s Topic> {
        topics(self.site, article)
    }
}

fn topics<'s>(site: &'s Site, article: &'s Article) -> impl Iterator<Item = &'s Topic> {
    article.topics.iter().filter_map(|id| site.topics.get(id))
}

/// What [`topics`] are called.
pub fn topic_names<'s>(site: &'s Site, article: &'s Article) -> impl Iterator<Item = String> + 's {
    topics(site, article).map(topic_name)
}

/// `Ana Ortiz, MD`
pub fn byline(site: &Site, article: &Article) -> Option<String> {
    article::byline(site, article)
}

/// The pages of a site.
pub struct Pages<'a> {
    site: &'a Site,
    /// The topics that have articles, by name.
    topics: Vec<TopicList<'a>>,
    /// The people who have a page, by name.
    people: Vec<PersonList<'a>>,
    /// By depth: pages in folders as deep share them.
    places: Vec<Place<'a>>,
    /// What is shown at any address names everything from the server's root.
    anywhere: Place<'a>,
}

/// A topic and its articles, newest first.
struct TopicList<'a> {
    topic: &'a Topic,
    entries: Vec<&'a Entry>,
}

impl Pages<'_> {
    /// The page at an old address that leads on.
    pub fn forward(&self, from: &SitePath, to: &SitePath) -> Result<String, ExportError> {
        forward::page(self.place(from), to).map_err(|source| ExportError::Template {
            page: from.to_string(),
            source,
        })
    }
}

/// A page of the site that is to be rendered.
#[derive(Clone, Copy)]
pub struct PageRef<'p, 'a> {
    pages: &'p Pages<'a>,
    kind: Kind<'p>,
}

#[derive(Clone, Copy)]
enum Kind<'p> {
    Front,
    Contact,
    Articles(usize),
    Article(&'p Entry),
    Topics,
    Topic(&'p TopicList<'p>, usize),
    People,
    Person(&'p PersonList<'p>, usize),
    Practice(&'p Page),
}

/// A rendered page, the pictures it shows that lists don't, and its links that lead nowhere.
pub struct Rendered {
    pub path: SitePath,
    pub html: String,
    pub pictures: Vec<PictureId>,
    pub lost_links: Vec<LostLink>,
    /// What it is found by, if visitors are to find it.
    pub searched: Option<Searched>,
}

/// A link to an article that is not on the site. Its words are there without it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LostLink {
    /// The article in whose text it stands.
    pub from: ArticleId,
    /// As it stands in the link: `better-sleep`.
    pub address: String,
}

impl<'a> Pages<'a> {
    pub fn new(site: &'a Site) -> Self {
        let ways = [
            "index.html",
            "1/index.html",
            "1/2/index.html",
            "1/2/3/index.html",
            "1/2/3/4/index.html",
        ];
        let place = |way: &&str| Place::new(site, Urls::from(&SitePath::new(*way)));
        Self {
            site,
            topics: topic_lists(site),
            people: people::lists(site),
            places: ways.iter().map(place).collect(),
            anywhere: Place::new(
                site,
                Urls::Export {
                    root: site.folder(),
                },
            ),
        }
    }

    pub fn icons(&self) -> &Icons {
        &self.anywhere.icons
    }

    /// What hosts show where there is no page. No page leads to it.
    pub fn not_found(&self) -> Result<(SitePath, String), ExportError> {
        let path = urls::not_found_page();
        match not_found::page(&self.anywhere) {
            Ok(html) => Ok((path, html)),
            Err(source) => Err(template_error(&path, source)),
        }
    }

    pub fn search(&self) -> Result<(SitePath, String), ExportError> {
        let path = urls::search_page();
        match search::page(self, self.place(&path)) {
            Ok(html) => Ok((path, html)),
            Err(source) => Err(template_error(&path, source)),
        }
    }

    /// The person's page, if they have one.
    pub fn person(&self, id: PersonId) -> Option<&PersonList<'a>> {
        self.people.iter().find(|list| list.person.id == id)
    }

    pub fn has_people(&self) -> bool {
        !self.people.is_empty()
    }

    pub fn has_topic(&self, id: TopicId) -> bool {
        self.topics.iter().any(|list| list.topic.id == id)
    }

    pub fn other_addresses(&self) -> Vec<PublicAddress> {
        let people = self.people.iter().map(|list| PublicAddress {
            of: PublicPage::Person(list.person.id),
            address: list.person.address.clone(),
            topic: None,
        });
        let pages = self.site.pages().iter().map(|page| PublicAddress {
            of: PublicPage::Page(page.id),
            // Where patients find it, which is not always its own.
            address: match self.site.stands_alone(page) {
                true => page.address.clone(),
                false => Address::from_words("contact", "page"),
            },
            topic: None,
        });
        people.chain(pages).collect()
    }

    /// Where all pages lie.
    pub fn paths(&self) -> impl Iterator<Item = SitePath> {
        self.list().into_iter().map(PageRef::path)
    }

    /// All pages, in an order that depends on the site alone.
    pub fn list(&self) -> Vec<PageRef<'_, 'a>> {
        let mut kinds = vec![Kind::Front, Kind::Topics];
        if practice::has_contact_page(self.site) {
            kinds.push(Kind::Contact);
        }
        kinds.extend(self.site.newest().iter().map(|entry| Kind::Article(entry)));
        kinds.extend((1..=lists::page_count(self.site.newest().len())).map(Kind::Articles));
        for list in &self.topics {
            kinds.extend(
                (1..=lists::page_count(list.entries.len())).map(|number| Kind::Topic(list, number)),
            );
        }
        if self.has_people() {
            kinds.push(Kind::People);
        }
        for list in &self.people {
            kinds.extend(
                (1..=lists::page_count(list.entries.len()))
                    .map(|number| Kind::Person(list, number)),
            );
        }
        let pages = self.site.pages().iter();
        kinds.extend(
            pages
                .filter(|it| self.site.stands_alone(it))
                .map(Kind::Practice),
        );
        kinds
            .into_iter()
            .map(|kind| PageRef { pages: self, kind })
            .collect()
    }

    fn place(&self, path: &SitePath) -> &Place<'a> {
        &self.places[path.depth().min(self.places.len() - 1)]
    }
}

impl PageRef<'_, '_> {
    pub fn render(self) -> Result<Rendered, ExportError> {
        let path = self.path();
        let place = self.pages.place(&path);
        let (mut pictures, mut lost_links) = (Vec::new(), Vec::new());
        let site = self.pages.site;
        let mut found = None;
        let html = match self.kind {
            Kind::Front => front::page(self.pages, place),
            Kind::Contact => {
                found = Some(searched::contact(site));
                contact::page(place, &mut pictures)
            }
            Kind::Articles(number) => lists::articles(place, number),
            Kind::Article(entry) => {
                let document = parse(&entry.article.text);
                let body = plain_text(&document);
                found = Some(searched::article(site, entry, &document, &body));
                let shown = (&document, body.as_str());
                exported_article(place, &entry.article, shown, &mut pictures, &mut lost_links)
            }
            Kind::Topics => lists::topics(self.pages, place),
            Kind::Topic(list, number) => lists::topic(place, list, number),
            Kind::People => people::all(self.pages, place),
            Kind::Person(list, number) => {
                found = (number == 1).then(|| searched::person(list));
                people::page(place, list, number, &mut pictures)
            }
            Kind::Practice(page) => {
                found = Some(searched::practice_page(page));
                practice_page::page(place, page, &mut pictures)
            }
        };
        match html {
            Ok(html) => Ok(Rendered {
                path,
                html,
                pictures,
                lost_links,
                searched: found,
            }),
            Err(source) => Err(template_error(&path, source)),
        }
    }

    /// When the page last changed, by the articles on it.
    pub fn last_changed(self) -> Option<Date> {
        let newest = |entries: &[&Entry]| {
            entries
                .iter()
                .filter_map(|e| last_changed(&e.article))
                .max()
        };
        let all = || {
            self.pages
                .site
                .newest()
                .iter()
                .map(AsRef::as_ref)
                .collect::<Vec<_>>()
        };
        match self.kind {
            Kind::Contact | Kind::People | Kind::Practice(_) => None,
            Kind::Front | Kind::Topics | Kind::Articles(_) => newest(&all()),
            Kind::Article(entry) => last_changed(&entry.article),
            Kind::Topic(list, _) => newest(&list.entries),
            Kind::Person(list, _) => newest(&list.entries),
        }
    }

    pub fn path(self) -> SitePath {
        match self.kind {
            Kind::Front => urls::front_page(),
            Kind::Contact => urls::contact_page(),
            Kind::Articles(number) => urls::articles_page(number),
            Kind::Article(entry) => entry.path.clone(),
            Kind::Topics => urls::topics_page(),
            Kind::Topic(list, number) => urls::topic_page(&list.topic.address, number),
            Kind::People => urls::people_page(),
            Kind::Person(list, number) => urls::person_page(&list.person.address, number),
            Kind::Practice(page) => self.pages.site.path_of(page),
        }
    }
}

fn template_error(page: &SitePath, source: Error) -> ExportError {
    ExportError::Template {
        page: page.to_string(),
        source,
    }
}

fn exported_article(
    place: &Place<'_>,
    article: &Article,
    (document, text): (&Document, &str),
    pictures: &mut Vec<PictureId>,
    lost_links: &mut Vec<LostLink>,
) -> Result<String, Error> {
    let body = body::whole(place.site, place.urls, document);
    pictures.extend(body.pictures);
    pictures.extend(article.hero.iter().map(|hero| hero.picture.clone()));
    let from = article.id;
    lost_links.extend(
        body.lost
            .into_iter()
            .map(|address| LostLink { from, address }),
    );
    article_page(place, article, text, body.html)
}

fn topic_lists(site: &Site) -> Vec<TopicList<'_>> {
    let mut entries: BTreeMap<TopicId, Vec<&Entry>> = BTreeMap::new();
    for entry in site.newest() {
        let mut topics = entry.article.topics.clone();
        topics.sort_unstable();
        topics.dedup();
        for topic in topics {
            entries.entry(topic).or_default().push(entry);
        }
    }
    let list = |(id, entries)| {
        Some(TopicList {
            topic: site.topics.get(&id)?,
            entries,
        })
    };
    let mut lists: Vec<TopicList<'_>> = entries.into_iter().filter_map(list).collect();
    lists.sort_by_cached_key(|list| {
        (
            topic_name(list.topic).to_lowercase(),
            list.topic.address.clone(),
            list.topic.id,
        )
    });
    lists
}

fn topic_name(topic: &Topic) -> String {
    let name = tidy(&topic.name);
    if name.is_empty() {
        "Untitled".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests;
