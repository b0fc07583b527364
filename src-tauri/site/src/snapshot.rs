use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use pamphlet_markdown::parse;
use pamphlet_model::{
    Address, Article, ArticleId, Look, Page, PageId, PageKind, Person, PersonId, Picture,
    PictureId, Practice, PublicAddress, Topic, TopicId,
};
use rayon::prelude::*;

use crate::error::ExportError;
use crate::files::SitePath;
use crate::look::Dress;
use crate::related::{Index, Member, Terms};
use crate::text::{first_words, tidy, title};
use crate::urls::{self, Published};

/// How much of its body, in characters, stands for an article without a summary in a list.
const TEASER: usize = 180;

/// Everything that a site is made from, as it stands in the library at one moment.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    pub practice: Practice,
    pub look: Look,
    /// Those that are not for the site are left out.
    pub articles: Vec<Arc<Article>>,
    pub topics: Vec<Topic>,
    pub people: Vec<Person>,
    pub pictures: BTreeMap<PictureId, Picture>,
    /// Addresses by which texts still call articles that have another one now.
    pub former: BTreeMap<Address, ArticleId>,
    /// Those that are not for the site are left out.
    pub pages: Vec<Page>,
    /// Every address that was on the site, whatever became of what was there.
    pub public: Vec<PublicAddress>,
}

/// What is on the site, prepared: in order, with an index that finds related articles.
///
/// It can follow the library one change at a time. Whatever the order of the snapshot and of the changes, sites with
/// the same content give the same pages.
#[derive(Debug, Default)]
pub struct Site {
    pub(crate) practice: Practice,
    pub(crate) logo: Option<PictureId>,
    pub(crate) dress: Dress,
    pub(crate) topics: BTreeMap<TopicId, Topic>,
    pub(crate) public: Vec<PublicAddress>,
    pages: Vec<Page>,
    people: BTreeMap<PersonId, Person>,
    pictures: BTreeMap<PictureId, Published>,
    entries: BTreeMap<ArticleId, Arc<Entry>>,
    newest: Vec<Arc<Entry>>,
    addresses: BTreeMap<Address, ArticleId>,
    former: BTreeMap<Address, ArticleId>,
    pub(crate) related: Index,
    /// Where the site lies on its server: [`urls::folder`].
    folder: String,
}

/// An article on the site, and what lists show of it.
#[derive(Debug)]
pub struct Entry {
    pub article: Arc<Article>,
    pub path: SitePath,
    pub title: String,
    pub teaser: String,
}

impl Entry {
    /// Newest first; articles without a date last.
    fn order(&self) -> (Reverse<Option<Date>>, &Address, ArticleId) {
        (
            Reverse(self.article.published),
            &self.article.address,
            self.article.id,
        )
    }
}

impl Site {
    pub fn new(snapshot: Snapshot) -> Self {
        let Snapshot {
            practice,
            look,
            articles,
            topics,
            people,
            pictures,
            former,
            mut pages,
            public,
        } = snapshot;
        pages.retain(Page::is_for_site);
        pages.sort_by(|a, b| (a.position, &a.address).cmp(&(b.position, &b.address)));
        let ready: Vec<_> = articles
            .into_iter()
            .filter(|article| article.is_for_site())
            .collect();
        let (members, mut newest): (Vec<_>, Vec<_>) = ready.into_par_iter().map(prepare).unzip();
        newest.sort_by(|a, b| a.order().cmp(&b.order()));
        let mut addresses = BTreeMap::new();
        for entry in &newest {
            let id = addresses
                .entry(entry.article.address.clone())
                .or_insert(entry.article.id);
            *id = entry.article.id.min(*id);
        }
        Self {
            folder: urls::folder(&practice.site_url),
            practice,
            dress: Dress::new(&look),
            logo: look.logo,
            public,
            pages,
            topics: topics.into_iter().map(|t| (t.id, t)).collect(),
            people: people.into_iter().map(|p| (p.id, p)).collect(),
            pictures: pictures
                .into_iter()
                .map(|(id, p)| (id, Published::new(p)))
                .collect(),
            entries: newest
                .iter()
                .map(|e| (e.article.id, Arc::clone(e)))
                .collect(),
            newest,
            addresses,
            former,
            related: Index::new(members),
        }
    }

    /// Adds an article, or replaces what the site has of it. One that is not for the site is taken off it.
    pub fn put_article(&mut self, article: Arc<Article>) {
        self.remove_article(article.id);
        if !article.is_for_site() {
            return;
        }
        let (member, entry) = prepare(article);
        self.related.put(member);
        let at = self.newest.partition_point(|e| e.order() < entry.order());
        self.newest.insert(at, Arc::clone(&entry));
        let id = self
            .addresses
            .entry(entry.article.address.clone())
            .or_insert(entry.article.id);
        *id = entry.article.id.min(*id);
        self.entries.insert(entry.article.id, entry);
    }

    pub fn remove_article(&mut self, id: ArticleId) {
        let Some(entry) = self.entries.remove(&id) else {
            return;
        };
        self.related.remove(id);
        self.newest.retain(|e| e.article.id != id);
        let address = &entry.article.address;
        if self.addresses.get(address) == Some(&id) {
            self.addresses.remove(address);
            let others = self.newest.iter().filter(|e| e.article.address == *address);
            if let Some(id) = others.map(|e| e.article.id).min() {
                self.addresses.insert(address.clone(), id);
            }
        }
    }

    pub fn set_former_addresses(&mut self, former: BTreeMap<Address, ArticleId>) {
        self.former = former;
    }

    pub fn set_practice(&mut self, practice: Practice) {
        self.folder = urls::folder(&practice.site_url);
        self.practice = practice;
    }

    pub fn set_look(&mut self, look: Look) {
        self.dress = Dress::new(&look);
        self.logo = look.logo;
    }

    pub fn put_topic(&mut self, topic: Topic) {
        self.topics.insert(topic.id, topic);
    }

    pub fn put_person(&mut self, person: Person) {
        self.people.insert(person.id, person);
    }

    pub fn put_picture(&mut self, picture: Picture) {
        self.pictures
            .insert(picture.id.clone(), Published::new(picture));
    }

    pub fn remove_picture(&mut self, id: &PictureId) {
        self.pictures.remove(id);
    }

    /// The articles on the site, newest first.
    pub(crate) fn newest(&self) -> &[Arc<Entry>] {
        &self.newest
    }

    pub(crate) fn at_address(&self, address: &str) -> Option<&Entry> {
        let address = address.parse().ok()?;
        let former = || self.former.get(&address);
        let id = self.addresses.get(&address).or_else(former)?;
        self.entries.get(id).map(Arc::as_ref)
    }

    /// Where the site lies on its server, with slashes around it.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    pub(crate) fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// The people whom the library knows, in an order that depends on nothing else.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// The practice's pages in their order.
    pub(crate) fn pages(&self) -> &[Page] {
        &self.pages
    }

    pub(crate) fn page(&self, id: PageId) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The page whose text stands where the site says how to reach the practice: the one that has that address, or else
    /// the first that is about it. Further ones stand by themselves.
    pub(crate) fn contact_page(&self) -> Option<&Page> {
        let is_there = |page: &&Page| urls::practice_page(&page.address) == urls::contact_page();
        let about_it = || {
            self.pages
                .iter()
                .find(|page| page.kind == PageKind::Contact)
        };
        self.pages.iter().find(is_there).or_else(about_it)
    }

    /// Whether the page stands by itself.
    pub(crate) fn stands_alone(&self, page: &Page) -> bool {
        self.contact_page()
            .is_none_or(|contact| contact.id != page.id)
    }

    /// Where the text of one of the practice's pages stands.
    pub(crate) fn path_of(&self, page: &Page) -> SitePath {
        match self.stands_alone(page) {
            true => urls::practice_page(&page.address),
            false => urls::contact_page(),
        }
    }

    pub(crate) fn entry(&self, id: &ArticleId) -> Option<&Entry> {
        self.entries.get(id).map(Arc::as_ref)
    }

    pub(crate) fn picture(&self, id: &PictureId) -> Option<&Published> {
        self.pictures.get(id)
    }

    /// The picture whose id begins with these digits.
    pub(crate) fn picture_beginning(&self, digits: &str) -> Option<&Published> {
        let first: PictureId = format!("{digits:0<64}").parse().ok()?;
        let (id, published) = self.pictures.range(first..).next()?;
        id.as_str().starts_with(digits).then_some(published)
    }

    /// The addresses of pages and people that go on the site, which patients will have from then on.
    pub fn other_addresses(&self) -> Vec<PublicAddress> {
        let pages = crate::pages::Pages::new(self);
        pages.other_addresses()
    }

    /// Refuses a site of which two pages would be one file.
    pub(crate) fn check_addresses(&self) -> Result<(), ExportError> {
        let articles = self.newest.iter().map(|e| &e.article.address);
        let topics = self.topics.values().map(|t| &t.address);
        let people = self.people.values().map(|p| &p.address);
        let pages = self.pages.iter().map(|p| &p.address);
        let double = twice(articles)
            .or_else(|| twice(topics))
            .or_else(|| twice(people))
            .or_else(|| twice(pages));
        match double {
            Some(address) => Err(ExportError::SameAddress {
                address: address.clone(),
            }),
            None => Ok(()),
        }
    }
}

/// The first address, by name, that comes more than once.
fn twice<'a>(addresses: impl Iterator<Item = &'a Address>) -> Option<&'a Address> {
    let mut addresses: Vec<_> = addresses.collect();
    addresses.sort_unstable();
    addresses
        .windows(2)
        .find(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
}

fn prepare(article: Arc<Article>) -> (Member, Arc<Entry>) {
    let body = pamphlet_markdown::plain_text(&parse(&article.text));
    let member = member(&article, &body);
    let summary = tidy(&article.summary);
    let teaser = match summary.is_empty() {
        true => first_words(&body, TEASER),
        false => summary,
    };
    let path = urls::article_page(&article.address);
    (
        member,
        Arc::new(Entry {
            title: title(&article.title),
            path,
            teaser,
            article,
        }),
    )
}

pub(crate) fn member(article: &Article, body: &str) -> Member {
    let mut topics = article.topics.clone();
    topics.sort_unstable();
    topics.dedup();
    Member {
        id: article.id,
        address: article.address.clone(),
        published: article.published,
        topics,
        terms: Terms::of(article, body),
    }
}
