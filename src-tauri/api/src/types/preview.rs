use pamphlet_engine as engine;

use super::{Hero, articles::parse_date, wire};
use crate::error::WireError;

wire! {
    /// An article as it stands in the editor.
    pub struct PreviewDraft {
        pub title: String,
        pub summary: String,
        pub text: String,
        pub topics: Vec<String>,
        pub author: Option<String>,
        pub hero: Option<Hero>,
        pub published: Option<String>,
    }

    pub struct PreviewRequest {
        pub article: String,
        /// The caller's own count; it comes back, so that late answers can be told.
        pub revision: u32,
        /// The key of the frame that the caller shows.
        pub known_frame: Option<String>,
        /// The key of the blocks that the caller shows.
        pub known_blocks: Option<String>,
        /// Where the host serves `assets/` and `media/`, with a `/` at the end.
        pub base: String,
        pub draft: PreviewDraft,
    }

    /// The page around the article's body.
    pub struct PreviewFrame {
        pub key: String,
        pub html: String,
    }

    /// One element of the body.
    pub struct PreviewBlock {
        /// The line of the text that it comes from, counted from 0.
        pub line: u32,
        pub html: String,
    }

    /// What makes the body's blocks of those that the caller shows: from the block `from` on, `removed` give way to
    /// `added`.
    pub struct PreviewChange {
        /// Names the blocks as they are now.
        pub key: String,
        /// `added` are all blocks, whatever the caller shows.
        pub whole: bool,
        pub from: u32,
        pub removed: u32,
        pub added: Vec<PreviewBlock>,
        /// By how many lines the blocks moved that come after.
        pub moved: i32,
    }

    pub struct Preview {
        pub revision: u32,
        /// Null when the caller has it already.
        pub frame: Option<PreviewFrame>,
        pub body: PreviewChange,
    }
}

impl TryFrom<PreviewDraft> for engine::PreviewDraft {
    type Error = WireError;

    fn try_from(draft: PreviewDraft) -> Result<Self, WireError> {
        Ok(Self {
            title: draft.title,
            summary: draft.summary,
            text: draft.text,
            topics: draft.topics,
            author: draft.author,
            hero: draft.hero.map(TryInto::try_into).transpose()?,
            published: parse_date(draft.published.as_deref())?,
        })
    }
}

impl From<&engine::Block> for PreviewBlock {
    fn from(block: &engine::Block) -> Self {
        Self {
            line: block.line,
            html: block.html.clone(),
        }
    }
}

impl PreviewFrame {
    /// Nothing for a caller that shows it already.
    pub(crate) fn unless_known(frame: engine::Frame, known: Option<&str>) -> Option<Self> {
        let engine::Frame { key, html } = frame;
        (known != Some(&key)).then_some(Self { key, html })
    }
}
