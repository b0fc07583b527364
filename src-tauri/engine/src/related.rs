//! What is recommended below an article.

use pamphlet_model::ArticleId;

use crate::articles::{ArticlePatch, ArticleView, ListedArticle, not_found};
use crate::error::Result;
use crate::library::Library;

/// An article that is recommended below another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedArticle {
    pub article: ListedArticle,
    /// How close it is, in thousandths: 1000 for the same words, more with the same topics.
    pub score: u64,
    /// Whether a person put it there.
    pub pinned: bool,
    /// Why it is there, in plain words.
    pub reason: String,
}

impl Library {
    /// What is recommended below an article, as it stands now, be it a draft.
    ///
    /// # Errors
    /// [`EngineError::NotFound`](crate::EngineError::NotFound) if there is no such article.
    pub fn related(&self, id: ArticleId) -> Result<Vec<RelatedArticle>> {
        let article = self.article(id)?.article;
        let recommended = self.with_preview_site(|site| site.recommended(&article))?;
        let ids: Vec<ArticleId> = recommended.iter().map(|it| it.article).collect();
        let listed = self.listed_articles(&ids, "")?.into_iter();
        let related = recommended.into_iter().zip(listed);
        Ok(related
            .map(|(it, listed)| RelatedArticle {
                article: listed.article,
                score: it.score,
                pinned: it.pinned,
                reason: it.reason,
            })
            .collect())
    }

    /// Recommends `other` below an article before all others but those that were chosen so before; `place` is among
    /// them, from 0, or the last.
    ///
    /// # Errors
    /// As [`Library::change_related`].
    pub fn pin_related(
        &self,
        id: ArticleId,
        other: ArticleId,
        place: Option<usize>,
    ) -> Result<ArticleView> {
        self.change_related(id, other, |pins, _| {
            let place = place.unwrap_or(pins.len()).min(pins.len());
            pins.insert(place, other);
        })
    }

    /// Never recommends `other` below an article.
    ///
    /// # Errors
    /// As [`Library::change_related`].
    pub fn hide_related(&self, id: ArticleId, other: ArticleId) -> Result<ArticleView> {
        self.change_related(id, other, |_, hides| hides.push(other))
    }

    /// Leaves it to the texts whether `other` is recommended below an article.
    ///
    /// # Errors
    /// As [`Library::change_related`].
    pub fn free_related(&self, id: ArticleId, other: ArticleId) -> Result<ArticleView> {
        self.change_related(id, other, |_, _| {})
    }

    /// Takes `other` from where it was, and lets `put` say where it goes.
    ///
    /// # Errors
    /// [`EngineError::NotFound`](crate::EngineError::NotFound) if one of the two is not there, or both are one.
    fn change_related(
        &self,
        id: ArticleId,
        other: ArticleId,
        put: impl FnOnce(&mut Vec<ArticleId>, &mut Vec<ArticleId>),
    ) -> Result<ArticleView> {
        let article = self.article(id)?.article;
        if id == other {
            return Err(not_found(other));
        }
        self.article(other)?;
        let but_other = |ids: &[ArticleId]| -> Vec<ArticleId> {
            ids.iter().copied().filter(|it| *it != other).collect()
        };
        let (mut pins, mut hides) = (
            but_other(&article.related_pins),
            but_other(&article.related_hides),
        );
        put(&mut pins, &mut hides);
        let patch = ArticlePatch {
            related_pins: Some(pins),
            related_hides: Some(hides),
            ..ArticlePatch::default()
        };
        self.save_article(id, article.revision, patch)
    }

    /// The articles that go on the site and to which no other one leads, neither in its text nor below it.
    pub fn orphans(&self) -> Result<Vec<ListedArticle>> {
        let ids = self.with_preview_site(|site| site.orphans())?;
        let listed = self.listed_articles(&ids, "")?.into_iter();
        Ok(listed.map(|it| it.article).collect())
    }
}
