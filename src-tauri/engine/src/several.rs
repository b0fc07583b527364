//! What is done to several articles at once: one operation, one transaction, and what it takes to undo it.

use std::sync::Arc;

use jiff::civil::Date;
use pamphlet_model::{Article, ArticleId, Status};
use pamphlet_store::TablesMut;

use crate::articles::{ArticlePatch, ListedArticle, NamesById, view};
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::search::put;

/// With more articles than this, the preview reads everything anew rather than follow one after another.
const FOLLOWED: usize = 100;

/// What several articles become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeveralChange {
    Status(Status),
    /// By name; a new one is made.
    AddTopic(String),
    /// By name, however its capitals are; those that do not have it are left alone.
    RemoveTopic(String),
}

/// What one of them was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub id: ArticleId,
    pub status: Status,
    pub published: Option<Date>,
    pub topics: Vec<String>,
}

/// What was done to several articles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeveralDone {
    pub changed: Vec<ListedArticle>,
    /// What those were that were changed.
    pub before: Vec<Before>,
    /// Without title or text, so that they could not become ready.
    pub refused: Vec<ListedArticle>,
}

impl Library {
    /// Changes all of these articles that can be changed so. Those that are so already are left alone, and so are those
    /// that are not there any more.
    pub fn change_articles(
        &self,
        ids: &[ArticleId],
        change: &SeveralChange,
    ) -> Result<SeveralDone> {
        self.each_of(ids.iter().copied(), |tables, article| {
            Ok(match change {
                SeveralChange::Status(status) => ArticlePatch {
                    status: Some(*status),
                    ..ArticlePatch::default()
                },
                SeveralChange::AddTopic(topic) => {
                    let mut topics = view(tables, article.clone())?.topics;
                    topics.push(topic.clone());
                    with_topics(topics)
                }
                SeveralChange::RemoveTopic(topic) => {
                    let gone = topic.trim().to_lowercase();
                    let mut topics = view(tables, article.clone())?.topics;
                    topics.retain(|it| it.to_lowercase() != gone);
                    with_topics(topics)
                }
            })
        })
    }

    /// Gives articles the status, the date and the topics that they had before.
    pub fn put_articles_back(&self, before: &[Before]) -> Result<SeveralDone> {
        let mut rest = before.iter();
        self.each_of(before.iter().map(|it| it.id), |_, article| {
            let before = rest.find(|it| it.id == article.id);
            Ok(
                before.map_or_else(ArticlePatch::default, |it| ArticlePatch {
                    status: Some(it.status),
                    published: Some(it.published),
                    topics: Some(it.topics.clone()),
                    ..ArticlePatch::default()
                }),
            )
        })
    }

    /// Puts articles in the bin. Those that are not there any more are left alone; the answer are the others.
    pub fn delete_articles(&self, ids: &[ArticleId]) -> Result<Vec<ArticleId>> {
        let now = self.world.now();
        let deleted = self.write(|tables| {
            let mut deleted = Vec::new();
            for id in ids {
                if tables.articles_mut().bin(*id, now)? {
                    deleted.push(*id);
                }
            }
            Ok(deleted)
        })?;
        self.refresh_site(|site| deleted.iter().for_each(|id| site.remove_article(*id)));
        Ok(deleted)
    }

    /// Takes articles out of the bin, as they were. Those that are not in it are left alone; the answer are the others.
    pub fn restore_articles(&self, ids: &[ArticleId]) -> Result<Vec<ListedArticle>> {
        let (restored, listed) = self.write(|tables| {
            let mut restored = Vec::new();
            for id in ids {
                if tables.articles_mut().take_out_of_bin(*id)? {
                    restored.extend(tables.articles().get(*id)?);
                }
            }
            let listed = listed(tables, &restored)?;
            Ok((restored, listed))
        })?;
        self.follow(restored)?;
        Ok(listed)
    }

    fn each_of(
        &self,
        ids: impl Iterator<Item = ArticleId>,
        mut patch: impl FnMut(&TablesMut<'_>, &Article) -> Result<ArticlePatch>,
    ) -> Result<SeveralDone> {
        let (changed, done) = self.write(|tables| {
            let (mut changed, mut refused) = (Vec::new(), Vec::new());
            let mut done = SeveralDone::default();
            for id in ids {
                let Some(before) = tables.articles().get(id)? else {
                    continue;
                };
                let patch = patch(tables, &before)?;
                let after = match self.patched(tables, before.clone(), patch) {
                    Err(EngineError::NoWords) => {
                        refused.push(before);
                        continue;
                    }
                    after => after?,
                };
                if after != before {
                    done.before.push(Before::of(tables, before)?);
                    put(tables, &after)?;
                    changed.push(after);
                }
            }
            done.changed = listed(tables, &changed)?;
            done.refused = listed(tables, &refused)?;
            Ok((changed, done))
        })?;
        self.follow(changed)?;
        Ok(done)
    }

    /// Lets the preview know.
    fn follow(&self, changed: Vec<Article>) -> Result<()> {
        if changed.len() > FOLLOWED {
            self.forget_site();
            return Ok(());
        }
        let topics = self.read(|tables| Ok(tables.topics().all()?))?;
        self.refresh_site(|site| {
            topics.into_iter().for_each(|topic| site.put_topic(topic));
            changed
                .into_iter()
                .for_each(|article| site.put_article(Arc::new(article)));
        });
        Ok(())
    }
}

impl Before {
    fn of(tables: &TablesMut<'_>, article: Article) -> Result<Self> {
        let view = view(tables, article)?;
        Ok(Self {
            id: view.article.id,
            status: view.article.status,
            published: view.article.published,
            topics: view.topics,
        })
    }
}

fn with_topics(topics: Vec<String>) -> ArticlePatch {
    ArticlePatch {
        topics: Some(topics),
        ..ArticlePatch::default()
    }
}

fn listed(tables: &TablesMut<'_>, articles: &[Article]) -> Result<Vec<ListedArticle>> {
    let names = NamesById::read(tables)?;
    let mut listed = Vec::with_capacity(articles.len());
    for article in articles {
        let summary = tables.articles().summary(article.id)?;
        listed.extend(summary.map(|it| names.listed(it)));
    }
    Ok(listed)
}
