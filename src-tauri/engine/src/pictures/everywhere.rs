//! Changes of every article that shows a picture, each of them one change that can be undone.

use pamphlet_markdown::{
    Destination, describe_pictures, picture_reference, referenced_picture, rewrite_destinations,
};
use pamphlet_model::{Article, ArticleId, PictureId};
use pamphlet_store::TablesMut;

use super::{described, no_picture};
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::search::put;
use crate::versions::Reason;

/// How many changes can be undone. Older ones are in the articles' versions.
const REMEMBERED: usize = 50;

/// What was changed in all articles at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedEverywhere {
    /// What [`Library::undo_everywhere`] wants to be told.
    pub undo: u32,
    pub articles: Vec<ArticleId>,
}

/// The articles as they were before the last changes.
#[derive(Debug, Default)]
pub(crate) struct Undoable {
    last: u32,
    changes: Vec<Change>,
}

/// One picture that took the place of another.
#[derive(Debug)]
struct Replaced {
    old: PictureId,
    new: PictureId,
    /// What was known of the old one.
    alt: String,
    /// What was known of the new one before, and from then on.
    known: [String; 2],
}

#[derive(Debug)]
struct Change {
    number: u32,
    replaced: Option<Replaced>,
    /// Each article before, and its revision after.
    articles: Vec<(Article, u64)>,
}

impl Undoable {
    fn remember(
        &mut self,
        replaced: Option<Replaced>,
        articles: Vec<(Article, u64)>,
    ) -> ChangedEverywhere {
        self.last += 1;
        let changed = ChangedEverywhere {
            undo: self.last,
            articles: articles.iter().map(|(before, _)| before.id).collect(),
        };
        self.changes.push(Change {
            number: self.last,
            replaced,
            articles,
        });
        let old = self.changes.len().saturating_sub(REMEMBERED);
        self.changes.drain(..old);
        changed
    }
}

impl Library {
    /// Shows another picture wherever this one is shown, in texts and at the top of articles. Articles in the bin stay
    /// as they are. The other picture is described by `alt` from now on, and if that is blank by what is known of it;
    /// words about the old one, which shows something else, stay in no article that shows the other. Where the old one
    /// was decoration, so is the other.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if one of them is not there, or in the bin. [`EngineError::DescriptionNeeded`] if
    /// there are no words for the other, and an article has words for the old one.
    pub fn replace_picture(
        &self,
        old: &PictureId,
        new: &PictureId,
        alt: &str,
    ) -> Result<ChangedEverywhere> {
        let (replaced, changed) = self.write(|tables| {
            let before = tables.media().get(old)?.ok_or_else(|| no_picture(old))?;
            let after = tables.media().get(new)?.ok_or_else(|| no_picture(new))?;
            let alt = match alt.trim() {
                "" => after.alt.clone(),
                alt => {
                    tables.media_mut().describe(new, alt)?;
                    alt.to_owned()
                }
            };
            if alt.trim().is_empty() && is_described_somewhere(tables, old)? {
                return Err(EngineError::DescriptionNeeded);
            }
            let changed = self.change_users(tables, old, |article| {
                showing(&described(article, old, &alt), old, new)
            })?;
            let replaced = Replaced {
                old: old.clone(),
                new: new.clone(),
                alt: before.alt,
                known: [after.alt, alt],
            };
            Ok((replaced, changed))
        })?;
        Ok(self.changed_everywhere(Some(replaced), changed))
    }

    /// Describes a picture in these words, and in every article that has words for it too.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin. [`EngineError::DescriptionNeeded`] if there are no
    /// words, and an article has some: that a picture is decoration is said in each article by itself.
    pub fn describe_picture_everywhere(
        &self,
        id: &PictureId,
        alt: &str,
    ) -> Result<ChangedEverywhere> {
        let alt = alt.trim();
        let changed = self.write(|tables| {
            tables.media().get(id)?.ok_or_else(|| no_picture(id))?;
            if alt.is_empty() && is_described_somewhere(tables, id)? {
                return Err(EngineError::DescriptionNeeded);
            }
            tables.media_mut().describe(id, alt)?;
            self.change_users(tables, id, |article| described(article, id, alt))
        })?;
        Ok(self.changed_everywhere(None, changed))
    }

    /// Makes the articles what they were before such a change, and names those that it changed. What was written in them
    /// since stays.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if that change is not remembered any more, or was undone.
    pub fn undo_everywhere(&self, number: u32) -> Result<Vec<ArticleId>> {
        let mut undoable = self.undoable();
        let at = undoable.changes.iter().position(|it| it.number == number);
        let at = at.ok_or_else(|| EngineError::NotFound {
            what: "change",
            which: number.to_string(),
        })?;
        let undone = self.write(|tables| {
            let change = &undoable.changes[at];
            let mut undone = Vec::new();
            for (before, revision) in &change.articles {
                let Some(now) = tables.articles().get(before.id)? else {
                    continue;
                };
                let was = as_before(&now, before, *revision, change.replaced.as_ref());
                undone.extend(self.put_changed(tables, &now, was, None)?.map(|_| now.id));
            }
            forget_description(tables, change.replaced.as_ref())?;
            Ok(undone)
        })?;
        undoable.changes.remove(at);
        self.forget_site();
        Ok(undone)
    }

    fn changed_everywhere(
        &self,
        replaced: Option<Replaced>,
        changed: Vec<(Article, u64)>,
    ) -> ChangedEverywhere {
        self.forget_site();
        self.undoable().remember(replaced, changed)
    }

    fn change_users(
        &self,
        tables: &TablesMut<'_>,
        id: &PictureId,
        change: impl Fn(&Article) -> Article,
    ) -> Result<Vec<(Article, u64)>> {
        let mut changed = Vec::new();
        for shown in tables.media().uses(id)? {
            // Those in the bin are not found.
            let Some(before) = tables.articles().get(shown.article)? else {
                continue;
            };
            let after = change(&before);
            let revision = self.put_changed(tables, &before, after, Some(Reason::Change))?;
            changed.extend(revision.map(|revision| (before, revision)));
        }
        Ok(changed)
    }

    /// Writes what an article became, if it became anything else; its new revision. With a reason, the words that stood
    /// there are kept as a version.
    fn put_changed(
        &self,
        tables: &TablesMut<'_>,
        before: &Article,
        after: Article,
        keep: Option<Reason>,
    ) -> Result<Option<u64>> {
        if after == *before {
            return Ok(None);
        }
        if let Some(reason) = keep.filter(|_| after.text != before.text) {
            self.keep_version(tables, before, reason)?;
        }
        let after = Article {
            changed: self.world.now(),
            revision: before.revision + 1,
            ..after
        };
        put(tables, &after)?;
        Ok(Some(after.revision))
    }
}

fn is_described_somewhere(tables: &TablesMut<'_>, id: &PictureId) -> Result<bool> {
    for shown in tables.media().uses(id)? {
        let article = tables.articles().get(shown.article)?;
        if article.is_some_and(|article| described(&article, id, "") != article) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A picture is described as it was before it took the place of another, unless somebody described it since.
fn forget_description(tables: &TablesMut<'_>, replaced: Option<&Replaced>) -> Result<()> {
    let Some(Replaced { new, known, .. }) = replaced else {
        return Ok(());
    };
    let [before, after] = known;
    match tables.media().get(new)? {
        Some(now) if now.alt == *after => Ok(tables.media_mut().describe(new, before)?),
        _ => Ok(()),
    }
}

/// The article with the picture `new` wherever it has `old`.
fn showing(article: &Article, old: &PictureId, new: &PictureId) -> Article {
    let mut article = article.clone();
    if let Some(hero) = article.hero.as_mut()
        && hero.picture == *old
    {
        hero.picture = new.clone();
    }
    article.text = rewrite_destinations(&article.text, |destination| match destination {
        Destination::Picture(source) => {
            let digits = referenced_picture(source)?;
            let is_old = old.as_str().starts_with(digits);
            is_old.then(|| picture_reference(new))
        }
        Destination::Link(_) => None,
    });
    article
}

/// What an article becomes when a change is undone: what it was, if nobody has touched it since.
fn as_before(
    now: &Article,
    before: &Article,
    revision: u64,
    replaced: Option<&Replaced>,
) -> Article {
    if now.revision == revision {
        return Article {
            text: before.text.clone(),
            hero: before.hero.clone(),
            ..now.clone()
        };
    }
    match replaced {
        Some(Replaced { old, new, alt, .. }) if showing(before, new, old) == *before => {
            described_as_before(&showing(now, new, old), before, old, alt)
        }
        _ => now.clone(),
    }
}

/// The article with the words for the picture that it had before, one after the other, wherever it has words for it now.
/// Where it has more, they are the last of those, or `known` if there were none.
fn described_as_before(now: &Article, before: &Article, id: &PictureId, known: &str) -> Article {
    let mut said = words_for(before, id).into_iter();
    let mut last = None;
    let mut article = now.clone();
    article.text = describe_pictures(&now.text, |source, words| {
        let digits = referenced_picture(source)?;
        if words.trim().is_empty() || !id.as_str().starts_with(digits) {
            return None;
        }
        last = said.next().or_else(|| last.take());
        Some(last.clone().unwrap_or_else(|| known.to_owned()))
    });
    let top = |article: &Article| {
        let hero = article.hero.as_ref().filter(|hero| hero.picture == *id);
        hero.map(|hero| hero.alt.clone())
            .filter(|alt| !alt.trim().is_empty())
    };
    if top(now).is_some()
        && let Some(hero) = article.hero.as_mut()
    {
        hero.alt = top(before).or(last).unwrap_or_else(|| known.to_owned());
    }
    article
}

/// What the text says of the picture, wherever it says anything.
fn words_for(article: &Article, id: &PictureId) -> Vec<String> {
    let mut said = Vec::new();
    describe_pictures(&article.text, |source, words| {
        let digits = referenced_picture(source)?;
        if !words.trim().is_empty() && id.as_str().starts_with(digits) {
            said.push(words.to_owned());
        }
        None
    });
    said
}
