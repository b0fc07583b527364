//! Earlier words of an article: kept by themselves, named by people, compared and brought back.

mod compare;
mod keeping;
mod thinning;

use pamphlet_model::{Article, ArticleId};
use pamphlet_store::{TablesMut, Version, VersionId, Words};

use compare::with_row_brought_back;
pub use compare::{Comparison, Row, Span};
pub(crate) use keeping::due;

use crate::articles::{ArticlePatch, ArticleView, not_found};
use crate::error::{EngineError, Result};
use crate::library::Library;

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The person had paused, or had written for a long while.
    Pause,
    /// Much was about to change at once.
    Change,
    /// An import was about to replace the words.
    Import,
    /// An earlier version was about to replace the words.
    BroughtBack,
    /// Two had changed the same words, and the person took the others.
    SetAside,
    /// The person asked for it.
    Named,
}

impl Reason {
    pub fn name(self) -> &'static str {
        match self {
            Self::Pause => "pause",
            Self::Change => "change",
            Self::Import => "import",
            Self::BroughtBack => "brought-back",
            Self::SetAside => "set-aside",
            Self::Named => "named",
        }
    }
}

impl Library {
    /// The versions of an article, the newest first.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such article.
    pub fn versions(&self, article: ArticleId) -> Result<Vec<Version>> {
        self.read(|tables| {
            tables
                .articles()
                .get(article)?
                .ok_or_else(|| not_found(article))?;
            Ok(tables.versions().of(article)?)
        })
    }

    /// The words of a version.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such version of this article.
    pub fn version(&self, article: ArticleId, id: VersionId) -> Result<Words> {
        self.read(|tables| {
            let found = tables.versions().get(article, id)?;
            Ok(found.ok_or_else(|| no_version(id))?.1)
        })
    }

    /// Keeps the article's words as they are, for ever, under a name.
    pub fn name_version(&self, article: ArticleId, name: &str) -> Result<Version> {
        self.write(|tables| {
            let article = tables
                .articles()
                .get(article)?
                .ok_or_else(|| not_found(article))?;
            let id = self.keep_version(tables, &article, Reason::Named)?;
            set_name(tables, article.id, id, Some(name))
        })
    }

    /// Gives a version another name, its first one, or none: without a name it is kept as long as others of its age.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such version of this article.
    pub fn rename_version(
        &self,
        article: ArticleId,
        id: VersionId,
        name: Option<&str>,
    ) -> Result<Version> {
        self.write(|tables| set_name(tables, article, id, name))
    }

    /// Keeps words that do not stand in the article as a version of it: those that were not taken where two people had
    /// changed the same. The article stays as it is.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such article.
    pub fn set_words_aside(&self, article: ArticleId, words: &Words) -> Result<Version> {
        self.write(|tables| {
            tables
                .articles()
                .get(article)?
                .ok_or_else(|| not_found(article))?;
            let id = self.keep_words(tables, article, words, Reason::SetAside)?;
            let kept = tables.versions().get(article, id)?;
            Ok(kept.ok_or_else(|| no_version(id))?.0)
        })
    }

    /// What differs between a version and the article as it stands.
    pub fn compare_version(&self, article: ArticleId, id: VersionId) -> Result<Comparison> {
        let before = self.version(article, id)?;
        let now = self.article(article)?.article;
        Ok(Comparison::of(&before, &Words::from(&now)))
    }

    /// Makes an earlier version the article's words again. What stood there is kept as a version.
    ///
    /// # Errors
    /// [`EngineError::Stale`] if the article is not of revision `expected` any more.
    pub fn bring_back(
        &self,
        article: ArticleId,
        id: VersionId,
        expected: u64,
    ) -> Result<ArticleView> {
        let Words {
            title,
            summary,
            text,
        } = self.version(article, id)?;
        let patch = ArticlePatch {
            title: Some(title),
            summary: Some(summary),
            text: Some(text),
            ..ArticlePatch::default()
        };
        self.replace_words(article, expected, patch)
    }

    /// Brings back one paragraph: the row of this number in [`Library::compare_version`].
    ///
    /// # Errors
    /// As [`Library::bring_back`], and if the comparison has no such row.
    pub fn bring_back_paragraph(
        &self,
        article: ArticleId,
        id: VersionId,
        row: usize,
        expected: u64,
    ) -> Result<ArticleView> {
        if row >= self.compare_version(article, id)?.rows.len() {
            return Err(EngineError::NotFound {
                what: "paragraph",
                which: row.to_string(),
            });
        }
        let before = self.version(article, id)?.text;
        let now = self.article(article)?.article.text;
        let text = with_row_brought_back(&before, &now, row);
        let patch = ArticlePatch {
            text: Some(text),
            ..ArticlePatch::default()
        };
        self.replace_words(article, expected, patch)
    }

    fn replace_words(
        &self,
        article: ArticleId,
        expected: u64,
        patch: ArticlePatch,
    ) -> Result<ArticleView> {
        self.save_keeping(article, expected, patch, |_, _, _| {
            Some(Reason::BroughtBack)
        })
    }

    /// Keeps the article's words as they are in `article`, unless the newest version has them already, and thins out
    /// what is kept of long ago.
    pub(crate) fn keep_version(
        &self,
        tables: &TablesMut<'_>,
        article: &Article,
        reason: Reason,
    ) -> Result<VersionId> {
        self.keep_words(tables, article.id, &Words::from(article), reason)
    }

    fn keep_words(
        &self,
        tables: &TablesMut<'_>,
        article: ArticleId,
        words: &Words,
        reason: Reason,
    ) -> Result<VersionId> {
        let versions = tables.versions_mut();
        let before = match versions.newest(article)? {
            Some(newest) => versions.get(article, newest.id)?,
            None => None,
        };
        if let Some((newest, before)) = &before
            && before == words
            && (reason != Reason::Named || newest.name.is_none())
        {
            return Ok(newest.id);
        }
        let before = before.map(|(_, words)| words).unwrap_or_default();
        let change = compare::change(&before, words);
        let now = self.world.now();
        let id = versions.keep(article, words, reason.name(), change, now)?;
        self.thin(tables, article)?;
        Ok(id)
    }

    fn thin(&self, tables: &TablesMut<'_>, article: ArticleId) -> Result<()> {
        let versions = tables.versions_mut();
        let all = versions.of(article)?;
        let superfluous = thinning::superfluous(&all, self.world.now());
        for id in &superfluous {
            versions.remove(*id)?;
        }
        // Whoever comes after a removed version now follows on an earlier one.
        let gone = |version: &Version| superfluous.contains(&version.id);
        for pair in all
            .windows(2)
            .filter(|pair| !gone(&pair[0]) && gone(&pair[1]))
        {
            let words = |id| Ok::<_, EngineError>(versions.get(article, id)?.map(|found| found.1));
            let earlier = all.iter().find(|v| v.id < pair[0].id && !gone(v));
            let before = earlier
                .map(|v| words(v.id))
                .transpose()?
                .flatten()
                .unwrap_or_default();
            let after = words(pair[0].id)?.unwrap_or_default();
            versions.set_change(pair[0].id, compare::change(&before, &after))?;
        }
        Ok(())
    }
}

/// A name of blanks is none.
fn set_name(
    tables: &TablesMut<'_>,
    article: ArticleId,
    id: VersionId,
    name: Option<&str>,
) -> Result<Version> {
    let versions = tables.versions_mut();
    let (mut version, _) = versions.get(article, id)?.ok_or_else(|| no_version(id))?;
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    versions.set_name(id, name)?;
    version.name = name.map(str::to_owned);
    Ok(version)
}

fn no_version(id: VersionId) -> EngineError {
    EngineError::NotFound {
        what: "version",
        which: id.0.to_string(),
    }
}
