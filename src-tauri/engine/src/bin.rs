//! What was deleted can be put back for a while.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use pamphlet_model::ArticleId;

use crate::articles::{ArticleView, not_found, view};
use crate::error::{EngineError, Result};
use crate::library::Library;

/// How long the bin keeps what is in it.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// An article in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binned {
    pub id: ArticleId,
    pub title: String,
    pub binned: Timestamp,
    /// From then on it may be removed for ever.
    pub until: Timestamp,
}

impl Library {
    /// What is in the bin, the last first.
    pub fn bin(&self) -> Result<Vec<Binned>> {
        let binned = self.read(|tables| Ok(tables.articles().binned()?))?;
        Ok(binned
            .into_iter()
            .map(|article| Binned {
                id: article.id,
                title: article.title,
                binned: article.binned,
                until: until(article.binned),
            })
            .collect())
    }

    /// Puts an article in the bin. The next export takes it off the site.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such article, or it is in the bin already.
    pub fn delete_article(&self, id: ArticleId) -> Result<()> {
        self.write(
            |tables| match tables.articles_mut().bin(id, self.world.now())? {
                true => Ok(()),
                false => Err(not_found(id)),
            },
        )?;
        self.refresh_site(|site| site.remove_article(id));
        Ok(())
    }

    /// Takes an article out of the bin, as it was.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not in the bin.
    pub fn restore_article(&self, id: ArticleId) -> Result<ArticleView> {
        let restored = self.write(|tables| {
            if !tables.articles_mut().take_out_of_bin(id)? {
                return Err(not_found(id));
            }
            let article = tables.articles().get(id)?.ok_or_else(|| not_found(id))?;
            view(tables, article)
        })?;
        self.refresh_site(|site| site.put_article(Arc::new(restored.article.clone())));
        Ok(restored)
    }

    /// Removes an article in the bin for ever, with all its versions.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not in the bin.
    pub fn remove_for_ever(&self, id: ArticleId) -> Result<()> {
        self.write(|tables| match tables.articles_mut().remove_binned(id)? {
            true => Ok(()),
            false => Err(not_found(id)),
        })
    }

    /// Removes what has been in the bin for longer than it is kept.
    pub(crate) fn empty_old_bin(&self) -> Result<()> {
        let now = self.world.now();
        let old: Vec<_> = self
            .bin()?
            .into_iter()
            .filter(|it| it.until <= now)
            .collect();
        if !old.is_empty() {
            self.write(|tables| {
                let articles = tables.articles_mut();
                old.iter()
                    .try_for_each(|it| articles.remove_binned(it.id).map(|_| ()))
                    .map_err(EngineError::from)
            })?;
        }
        self.empty_old_names(now)?;
        self.empty_old_pages(now)?;
        // Those that only these articles showed are not needed any more.
        self.empty_old_pictures()
    }

    fn empty_old_names(&self, now: Timestamp) -> Result<()> {
        let (topics, people) = (self.binned_topics()?, self.binned_people()?);
        let topics = topics.iter().filter(|it| it.until <= now);
        topics
            .map(|it| it.id)
            .try_for_each(|id| self.remove_topic_for_ever(id))?;
        let people = people.iter().filter(|it| it.until <= now);
        people
            .map(|it| it.id)
            .try_for_each(|id| self.remove_person_for_ever(id))
    }
}

/// From when on what was put in the bin then may be removed for ever.
pub(crate) fn until(binned: Timestamp) -> Timestamp {
    binned.checked_add(KEPT).unwrap_or(Timestamp::MAX)
}
