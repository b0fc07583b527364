use std::ops::Range;

use crate::text;
use crate::tree::{Block, BlockKind, Document, Inline};

/// A question that patients ask, and what the article answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question<'a> {
    /// The source lines of the question, counted from 0.
    pub lines: Range<u32>,
    /// Without marks.
    pub question: String,
    /// Never empty.
    pub answer: &'a [Block],
}

/// The questions of an article, in the order of the text: smaller headings that end with a question mark, each with what
/// follows up to the next heading that is not below it.
pub fn questions(document: &Document) -> impl Iterator<Item = Question<'_>> {
    let blocks = &document.blocks;
    blocks.iter().enumerate().filter_map(|(at, block)| {
        let BlockKind::Heading { level, content } = &block.kind else {
            return None;
        };
        let after = &blocks[at + 1..];
        let end = after.iter().position(|next| ends_answer(next, *level));
        let answer = &after[..end.unwrap_or(after.len())];
        (asks(*level, content) && !answer.is_empty()).then(|| Question {
            lines: block.lines.clone(),
            question: text::of_inlines(content).trim().to_owned(),
            answer,
        })
    })
}

/// Whether a heading is a question. One of level 2 is the title of a section, which may ask something too.
pub(crate) fn asks(level: u8, content: &[Inline]) -> bool {
    level >= 3
        && text::of_inlines(content)
            .trim_end()
            .ends_with(['?', '？', '؟'])
}

fn ends_answer(block: &Block, level: u8) -> bool {
    matches!(&block.kind, BlockKind::Heading { level: next, .. } if *next <= level)
}
