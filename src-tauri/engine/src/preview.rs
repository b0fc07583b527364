use std::mem;

use jiff::civil::Date;
use pamphlet_markdown::HtmlBlock;
use pamphlet_model::{Article, ArticleId, Hero, PersonId, TopicId};
use pamphlet_site::Site;
use pamphlet_site::preview::{self, Frame};
use pamphlet_store::Tables;

use crate::error::{EngineError, Result};
use crate::library::Library;

/// One element of the article's body, and the line of the text that it comes from.
pub type Block = HtmlBlock;

/// An article as it stands in the editor, saved or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PreviewDraft {
    pub title: String,
    pub summary: String,
    pub text: String,
    pub topics: Vec<String>,
    pub author: Option<String>,
    pub hero: Option<Hero>,
    pub published: Option<Date>,
}

/// The article's finished page: the page around the body, and the body's elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub frame: Frame,
    pub blocks: Vec<Block>,
}

impl Library {
    /// The page as patients will see it. `base` is the address, with a `/` at its end, at which the caller serves
    /// `assets/` and `media/`.
    ///
    /// The page around the body, with its related articles, is made from the text as last saved, and made anew only
    /// when something but the text changes: a key press costs the body alone, and does not wait for a saving that is
    /// under way.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such article.
    pub fn preview(&self, id: ArticleId, mut draft: PreviewDraft, base: &str) -> Result<Preview> {
        let text = mem::take(&mut draft.text);
        let around = Around {
            article: id,
            draft,
            base: base.to_owned(),
        };
        let frame = match self.last_frame(&around) {
            (Some(frame), _) => frame,
            (None, changes) => {
                let frame = self.make_frame(&around)?;
                self.remember_frame(around, &frame, changes);
                frame
            }
        };
        let blocks = self.with_preview_site(|site| preview::blocks(site, &text, base))?;
        Ok(Preview { frame, blocks })
    }

    fn make_frame(&self, around: &Around) -> Result<Frame> {
        let article = self.read(|tables| {
            let none = || EngineError::NotFound {
                what: "article",
                which: around.article.to_string(),
            };
            let saved = tables.articles().get(around.article)?.ok_or_else(none)?;
            as_drafted(tables, saved, &around.draft)
        })?;
        self.with_preview_site(|site| preview::frame(site, &article, &around.base))
    }

    /// What a previewed page asks for, below its base: the media type and the bytes. Large pictures come smaller; below
    /// `thumb/` all do.
    pub fn preview_asset(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        if path.starts_with("assets/") {
            let asset = |site: &Site| preview::asset(site, path).map(|(t, b)| (t, b.to_vec()));
            return self.with_preview_site(asset).ok()?;
        }
        let (shelf, name) = path.split_once('/')?;
        // What follows the id tells apart how a picture was shown before.
        let id = name.get(..64)?.parse().ok()?;
        match shelf {
            "media" => self.shown_picture(&id),
            "thumb" => self.small_picture(&id),
            "whole" => self.whole_picture(&id),
            _ => None,
        }
    }
}

/// What a page around a body is made from, beside what is saved.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Around {
    article: ArticleId,
    /// Without the text.
    draft: PreviewDraft,
    base: String,
}

/// The saved article with what the editor shows instead, all but the text. Topics and people that are not saved yet
/// have no id; they show as soon as they are.
fn as_drafted(tables: &Tables<'_>, saved: Article, draft: &PreviewDraft) -> Result<Article> {
    let mut topics: Vec<TopicId> = Vec::new();
    for name in &draft.topics {
        topics.extend(tables.topics().by_name(name.trim())?.map(|topic| topic.id));
    }
    let author: Option<PersonId> = match &draft.author {
        Some(name) => tables
            .people()
            .by_name(name.trim())?
            .map(|person| person.id),
        None => None,
    };
    Ok(Article {
        title: draft.title.clone(),
        summary: draft.summary.clone(),
        topics,
        author,
        hero: draft.hero.clone(),
        published: draft.published,
        // What is saved on every pause must not make the page new.
        revision: 0,
        changed: saved.created,
        ..saved
    })
}
