use jiff::civil::Date;
use pamphlet_markdown::HtmlBlock;
use pamphlet_model::{Article, ArticleId, Hero, PersonId, TopicId};
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
    /// `site.css` and `media/`.
    ///
    /// The page around the body, with its related articles, is made from the text as last saved and made anew only when
    /// something but the text changes: a key press costs the body alone.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is no such article.
    pub fn preview(&self, id: ArticleId, draft: PreviewDraft, base: &str) -> Result<Preview> {
        let article = self.read(|tables| {
            let none = || EngineError::NotFound {
                what: "article",
                which: id.to_string(),
            };
            let saved = tables.articles().get(id)?.ok_or_else(none)?;
            as_drafted(tables, saved, &draft)
        })?;
        self.with_preview_site(|site, last| Preview {
            blocks: preview::blocks(site, &draft.text, base),
            frame: last.get_or_make(&article, base, || preview::frame(site, &article, base)),
        })
    }

    /// What a previewed page asks for, below its base: the media type and the bytes. Pictures are as they came.
    pub fn preview_asset(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        if let Some((media_type, bytes)) = preview::asset(path) {
            return Some((media_type, bytes.to_vec()));
        }
        let id = path.strip_prefix("media/")?.parse().ok()?;
        let (picture, bytes) = self.original(&id).ok()?;
        Some((picture.format.media_type(), bytes))
    }
}

/// The page around the body that was made last.
#[derive(Debug, Default)]
pub(crate) struct LastFrame(Option<(Article, String, Frame)>);

impl LastFrame {
    fn get_or_make(
        &mut self,
        article: &Article,
        base: &str,
        make: impl FnOnce() -> Frame,
    ) -> Frame {
        match &self.0 {
            Some((of, at, frame)) if of == article && at == base => frame.clone(),
            _ => {
                let frame = make();
                self.0 = Some((article.clone(), base.to_owned(), frame.clone()));
                frame
            }
        }
    }
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
