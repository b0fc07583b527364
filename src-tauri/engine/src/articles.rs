use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use pamphlet_model::{Address, Article, ArticleId, Hero, PersonId, Standing, Status, TopicId};
use pamphlet_store::{ArticleSummary, Tables, TablesMut, Version};

use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::names::{person_named, topics_named};
use crate::people::address_of;
use crate::search::put;
use crate::versions::{Reason, due};

/// What is to change in an article. `None` leaves a field alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticlePatch {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub text: Option<String>,
    /// By name; new ones are made.
    pub topics: Option<Vec<String>>,
    /// By name; a new one is made. A blank name is nobody.
    pub author: Option<Option<String>>,
    /// As the author.
    pub reviewer: Option<Option<String>>,
    pub reviewed: Option<Option<Date>>,
    pub related_pins: Option<Vec<ArticleId>>,
    pub related_hides: Option<Vec<ArticleId>>,
    pub hero: Option<Option<Hero>>,
    pub status: Option<Status>,
    pub published: Option<Option<Date>>,
}

/// An article with the names that its ids stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleView {
    pub article: Article,
    pub standing: Standing,
    pub topics: Vec<String>,
    pub author: Option<String>,
    pub reviewer: Option<String>,
}

/// What a list shows of an article, with the names that its ids stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedArticle {
    pub summary: ArticleSummary,
    pub topics: Vec<String>,
    pub author: Option<String>,
}

impl Library {
    /// All articles, the last changed first.
    pub fn articles(&self) -> Result<Vec<ListedArticle>> {
        self.read(|tables| {
            let names = NamesById::read(tables)?;
            let summaries = tables.articles().summaries()?;
            Ok(summaries.into_iter().map(|it| names.listed(it)).collect())
        })
    }

    /// Begins an article: a draft without words.
    pub fn create_article(&self) -> Result<ArticleView> {
        let now = self.world.now();
        let article = Article {
            id: ArticleId::from_random(self.world.random()),
            address: Address::from_title(""),
            title: String::new(),
            summary: String::new(),
            text: String::new(),
            topics: Vec::new(),
            author: None,
            reviewer: None,
            reviewed: None,
            related_pins: Vec::new(),
            related_hides: Vec::new(),
            hero: None,
            status: Status::Draft,
            published: None,
            created: now,
            changed: now,
            revision: 1,
        };
        self.write(|tables| {
            let address = free_article_address(tables, &article)?;
            let article = Article { address, ..article };
            put(tables, &article)?;
            view(tables, article)
        })
    }

    /// Begins an article with everything that another one has, but for its web address and its date: a draft.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such article.
    pub fn duplicate_article(&self, id: ArticleId, title: &str) -> Result<ArticleView> {
        let now = self.world.now();
        self.write(|tables| {
            let original = tables.articles().get(id)?.ok_or_else(|| not_found(id))?;
            let copy = Article {
                id: ArticleId::from_random(self.world.random()),
                title: title.to_owned(),
                status: Status::Draft,
                published: None,
                // Nobody has looked these words over.
                reviewer: None,
                reviewed: None,
                created: now,
                changed: now,
                revision: 1,
                ..original
            };
            let address = free_article_address(tables, &copy)?;
            let copy = Article { address, ..copy };
            put(tables, &copy)?;
            tables.articles_mut().copy_what_is_in_the_bin(id, copy.id)?;
            view(tables, copy)
        })
    }

    /// One article.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none.
    pub fn article(&self, id: ArticleId) -> Result<ArticleView> {
        self.read(|tables| {
            let article = tables.articles().get(id)?.ok_or_else(|| not_found(id))?;
            view(tables, article)
        })
    }

    /// The article with this web address or this id, or that texts still call by this address.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none.
    pub fn find_article(&self, which: &str) -> Result<ArticleView> {
        self.read(|tables| {
            let articles = tables.articles();
            let address = which.parse::<Address>().ok();
            let mut found = match &address {
                Some(address) => articles.by_address(address)?,
                None => None,
            };
            if let (None, Ok(id)) = (&found, which.parse::<ArticleId>()) {
                found = articles.get(id)?;
            }
            if let (None, Some(address)) = (&found, &address) {
                found = articles.by_former_address(address)?;
            }
            let none = || EngineError::NotFound {
                what: "article",
                which: which.to_owned(),
            };
            view(tables, found.ok_or_else(none)?)
        })
    }

    /// Changes an article. `expected` is the revision that the change was made on.
    ///
    /// The web address follows the title until the article has been on the site; links to it follow too. An article
    /// that becomes ready and has no date gets today's.
    ///
    /// # Errors
    /// [`EngineError::NoWords`] if an article without title or text is to become ready. [`EngineError::Stale`] if the
    /// article was changed meanwhile; nothing is changed then.
    pub fn save_article(
        &self,
        id: ArticleId,
        expected: u64,
        patch: ArticlePatch,
    ) -> Result<ArticleView> {
        let now = self.world.now();
        self.save_keeping(id, expected, patch, |before, after, newest| {
            due(before, after, newest, now)
        })
    }

    /// As [`Library::save_article`]. `keep` says whether the words that stood there are kept as a version, and why; it
    /// is told the article before, the article after, and the version that was kept last.
    pub(crate) fn save_keeping(
        &self,
        id: ArticleId,
        expected: u64,
        patch: ArticlePatch,
        keep: impl FnOnce(&Article, &Article, Option<&Version>) -> Option<Reason>,
    ) -> Result<ArticleView> {
        let (before, after) = self.write(|tables| {
            let before = tables.articles().get(id)?.ok_or_else(|| not_found(id))?;
            let stored = before.revision;
            // Also where nothing would change: who saves would take what it knows for what stands there now.
            if stored != expected {
                return Err(EngineError::Stale { stored, expected });
            }
            let after = self.patched(tables, before.clone(), patch)?;
            if after != before {
                let newest = tables.versions().newest(id)?;
                if let Some(reason) = keep(&before, &after, newest.as_ref()) {
                    self.keep_version(tables, &before, reason)?;
                }
                put(tables, &after)?;
            }
            Ok((before, view(tables, after)?))
        })?;
        self.refresh_preview_of(&before, &after.article)?;
        Ok(after)
    }

    pub(crate) fn patched(
        &self,
        tables: &TablesMut<'_>,
        before: Article,
        patch: ArticlePatch,
    ) -> Result<Article> {
        let world = &*self.world;
        let mut after = before.clone();
        if let Some(names) = patch.topics {
            after.topics = topics_named(tables, &names, world)?;
        }
        if let Some(name) = patch.author {
            after.author = person_named(tables, name.as_deref().unwrap_or(""), world)?;
        }
        if let Some(name) = patch.reviewer {
            after.reviewer = person_named(tables, name.as_deref().unwrap_or(""), world)?;
        }
        after.reviewed = patch.reviewed.unwrap_or(after.reviewed);
        after.related_pins = patch.related_pins.unwrap_or(after.related_pins);
        after.related_hides = patch.related_hides.unwrap_or(after.related_hides);
        after.title = patch.title.unwrap_or(after.title);
        after.summary = patch.summary.unwrap_or(after.summary);
        after.text = patch.text.unwrap_or(after.text);
        after.hero = patch.hero.unwrap_or(after.hero);
        after.status = patch.status.unwrap_or(after.status);
        after.published = patch.published.unwrap_or(after.published);
        if before.status == Status::Draft && after.status == Status::Ready {
            if !after.has_words() {
                return Err(EngineError::NoWords);
            }
            after.published = after.published.or_else(|| Some(world.today()));
        }
        if let Some(hero) = &after.hero
            && tables.media().known(&hero.picture)?.is_none()
        {
            let which = hero.picture.to_string();
            return Err(EngineError::NotFound {
                what: "picture",
                which,
            });
        }
        if after.title != before.title && !tables.articles().is_address_fixed(after.id)? {
            after.address = free_article_address(tables, &after)?;
            if after.address != before.address {
                tables.articles_mut().leave_address(&before)?;
            }
        }
        if after != before {
            after.changed = world.now();
            after.revision += 1;
        }
        Ok(after)
    }

    /// Gives an article another web address. Links follow, and the next export forwards the one that it had, if it was on
    /// the site. From now on the title does not move it.
    ///
    /// # Errors
    /// [`EngineError::BadAddress`]; [`EngineError::AddressTaken`] if another article has it, or had it when patients or
    /// links got it; [`EngineError::NotFound`] if there is no such article.
    pub fn readdress_article(&self, id: ArticleId, address: &str) -> Result<ArticleView> {
        let address = address_of(address)?;
        let now = self.world.now();
        let (before, after) = self.write(|tables| {
            let before = tables.articles().get(id)?.ok_or_else(|| not_found(id))?;
            if tables
                .articles()
                .holder_of(&address)?
                .is_some_and(|holder| holder != id)
            {
                return Err(EngineError::AddressTaken {
                    what: "article",
                    address: address.to_string(),
                });
            }
            let mut after = before.clone();
            if address != before.address {
                tables.articles_mut().leave_address(&before)?;
                after = Article {
                    address,
                    changed: now,
                    revision: before.revision + 1,
                    ..after
                };
                put(tables, &after)?;
            }
            tables.articles_mut().fix_address(id)?;
            Ok((before, view(tables, after)?))
        })?;
        self.refresh_preview_of(&before, &after.article)?;
        Ok(after)
    }

    fn refresh_preview_of(&self, before: &Article, after: &Article) -> Result<()> {
        // A topic or a person may be new, and links may go by an address that was left.
        let (topics, people, former) = self.read(|tables| {
            let topics = match before.topics == after.topics {
                true => Vec::new(),
                false => tables.topics().all()?,
            };
            let mut people = Vec::new();
            for id in [after.author, after.reviewer].into_iter().flatten() {
                if before.author != Some(id) && before.reviewer != Some(id) {
                    people.extend(tables.people().get(id)?);
                }
            }
            let former = match before.address == after.address {
                true => None,
                false => Some(tables.articles().former_addresses()?),
            };
            Ok((topics, people, former))
        })?;
        self.refresh_site(|site| {
            topics.into_iter().for_each(|topic| site.put_topic(topic));
            people
                .into_iter()
                .for_each(|person| site.put_person(person));
            former
                .into_iter()
                .for_each(|former| site.set_former_addresses(former));
            if after != before {
                // A draft is taken off.
                site.put_article(Arc::new(after.clone()));
            }
        });
        Ok(())
    }
}

/// What the ids in summaries stand for.
pub(crate) struct NamesById {
    topics: BTreeMap<TopicId, String>,
    people: BTreeMap<PersonId, String>,
}

impl NamesById {
    pub(crate) fn read(tables: &Tables<'_>) -> Result<Self> {
        let topics = tables.topics().all()?.into_iter();
        let people = tables.people().all()?.into_iter();
        Ok(Self {
            topics: topics.map(|topic| (topic.id, topic.name)).collect(),
            people: people.map(|person| (person.id, person.name)).collect(),
        })
    }

    pub(crate) fn listed(&self, summary: ArticleSummary) -> ListedArticle {
        let topics = summary.topics.iter();
        let author = summary.author.as_ref();
        ListedArticle {
            topics: topics
                .filter_map(|id| self.topics.get(id).cloned())
                .collect(),
            author: author.and_then(|id| self.people.get(id).cloned()),
            summary,
        }
    }
}

/// The address that the article's title suggests, free of other articles.
fn free_article_address(tables: &TablesMut<'_>, article: &Article) -> Result<Address> {
    Address::from_title(&article.title).first_free(|address| {
        let holder = tables.articles().holder_of(address)?;
        Ok(holder.is_some_and(|holder| holder != article.id))
    })
}

pub(crate) fn view(tables: &Tables<'_>, article: Article) -> Result<ArticleView> {
    let mut topics = Vec::with_capacity(article.topics.len());
    for id in &article.topics {
        topics.extend(tables.topics().get(*id)?.map(|topic| topic.name));
    }
    let name = |id: Option<PersonId>| -> Result<Option<String>> {
        match id {
            Some(id) => Ok(tables.people().get(id)?.map(|person| person.name)),
            None => Ok(None),
        }
    };
    let (author, reviewer) = (name(article.author)?, name(article.reviewer)?);
    let summary = tables.articles().summary(article.id)?;
    Ok(ArticleView {
        standing: summary.map_or(Standing::Draft, |summary| summary.standing),
        article,
        topics,
        author,
        reviewer,
    })
}

pub(crate) fn not_found(id: ArticleId) -> EngineError {
    EngineError::NotFound {
        what: "article",
        which: id.to_string(),
    }
}
