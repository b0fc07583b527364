use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use pamphlet_markdown::parse;
use pamphlet_model::{
    Address, Article, ArticleId, Look, Person, PersonId, Picture, PictureId, Practice, Topic,
    TopicId,
};
use rayon::prelude::*;

use crate::error::ExportError;
use crate::files::SitePath;
use crate::look::Dress;
use crate::related::{Index, Member, Terms};
use crate::text::{first_words, tidy, title};
use crate::urls::{self, Published};

/// How many articles are recommended below an article.
const RELATED: usize = 4;
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
    people: BTreeMap<PersonId, Person>,
    pictures: BTreeMap<PictureId, Published>,
    entries: BTreeMap<ArticleId, Arc<Entry>>,
    newest: Vec<Arc<Entry>>,
    addresses: BTreeMap<Address, ArticleId>,
    former: BTreeMap<Address, ArticleId>,
    related: Index,
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
        } = snapshot;
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

    pub(crate) fn entry(&self, id: &ArticleId) -> Option<&Entry> {
        self.entries.get(id).map(Arc::as_ref)
    }

    /// Whether an article on the site has this address now.
    pub(crate) fn has_address(&self, address: &Address) -> bool {
        self.addresses.contains_key(address)
    }

    /// Old addresses of articles, also of such as are not on the site.
    pub(crate) fn former(&self) -> impl Iterator<Item = (&Address, &ArticleId)> {
        self.former.iter()
    }

    /// Where the site lies on its server, with slashes around it.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    pub(crate) fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
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

    /// Refuses a site of which two pages would be one file.
    pub(crate) fn check_addresses(&self) -> Result<(), ExportError> {
        let articles = self.newest.iter().map(|e| &e.article.address);
        let topics = self.topics.values().map(|t| &t.address);
        match twice(articles).or_else(|| twice(topics)) {
            Some(address) => Err(ExportError::SameAddress {
                address: address.clone(),
            }),
            None => Ok(()),
        }
    }

    /// Four articles for readers of this one, which need not be on the site: the closest, then the newest. `body` is the
    /// article's text without marks.
    pub(crate) fn related(&self, article: &Article, body: &str) -> Vec<&Entry> {
        let on_site = self
            .entries
            .get(&article.id)
            .is_some_and(|entry| std::ptr::eq(&*entry.article, article));
        let closest = if on_site {
            self.related.closest_to_known(article.id, RELATED)
        } else {
            self.related.closest(&member(article, body), RELATED)
        };
        let mut entries: Vec<&Entry> = closest
            .iter()
            .filter_map(|id| self.entries.get(id))
            .map(Arc::as_ref)
            .collect();
        for entry in &self.newest {
            if entries.len() >= RELATED {
                break;
            }
            let id = entry.article.id;
            if id != article.id && entries.iter().all(|e| e.article.id != id) {
                entries.push(entry);
            }
        }
        entries
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

fn member(article: &Article, body: &str) -> Member {
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
