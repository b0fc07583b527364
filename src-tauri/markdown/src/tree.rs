use std::ops::Range;

use crate::callout::CalloutKind;
use crate::notation::CALL_TO_ACTION;
use crate::raw;

/// What an article's text says, as a tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// In the order of the text.
    pub blocks: Vec<Block>,
    /// In the order of their definitions; each label once.
    pub footnotes: Vec<Footnote>,
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A paragraph, a heading, a list …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The source lines that it stands on, counted from 0.
    pub lines: Range<u32>,
    pub kind: BlockKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph(Vec<Inline>),
    Heading {
        /// As written: 1 to 6.
        level: u8,
        content: Vec<Inline>,
    },
    Quotation(Vec<Block>),
    /// A quotation that begins with a mark such as `[!NOTE]`, which is not among its blocks.
    Callout {
        kind: CalloutKind,
        blocks: Vec<Block>,
    },
    List {
        /// The first number of a numbered list; nothing for a list with bullets.
        start: Option<u64>,
        /// Without blank lines between its items: their paragraphs are written without `<p>`.
        tight: bool,
        items: Vec<Vec<Block>>,
    },
    Code {
        /// The first word after the opening fence; often empty.
        language: String,
        text: String,
    },
    Table {
        /// One for each column.
        alignments: Vec<Alignment>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
    /// Raw HTML, as written.
    Html(String),
}

/// How the cells of a table's column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    #[default]
    None,
    Left,
    Center,
    Right,
}

/// A part of a line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Code(String),
    Link {
        /// As written, escapes and entities resolved; `mailto:` is put before a bare email address.
        destination: String,
        title: String,
        content: Vec<Inline>,
    },
    Picture {
        /// As written, escapes and entities resolved.
        source: String,
        /// How a lone picture is shown: [`crate::Figure::of`] reads it.
        title: String,
        /// What the picture shows, without marks.
        alt: String,
    },
    SoftBreak,
    HardBreak,
    /// One raw tag or comment, as written.
    Html(String),
    /// The label of a [`Footnote`].
    FootnoteReference(String),
}

/// A note that the text refers to by its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    pub label: String,
    /// The source lines that its definition stands on, counted from 0.
    pub lines: Range<u32>,
    pub blocks: Vec<Block>,
}

/// Something in the text that will not be shown as it was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diagnostic {
    /// The source line, counted from 0.
    pub line: u32,
    pub kind: DiagnosticKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// Raw HTML is shown as the text that it is.
    RawHtml,
    /// A link whose address is of no allowed kind: its words are shown without it.
    LinkNotAllowed,
    /// A picture that is not in the library: its alternative text is shown.
    PictureNotAllowed,
    /// Lists, quotations or emphasis nested deeper than [`crate::MAX_DEPTH`]: shown flat.
    TooDeep,
}

/// The picture that is a paragraph's whole content, perhaps inside a link: what is shown as a figure.
pub(crate) fn lone_picture(content: &[Inline]) -> Option<&Inline> {
    match content {
        [picture @ Inline::Picture { .. }] => Some(picture),
        [Inline::Link { content, .. }] => match content.as_slice() {
            [picture @ Inline::Picture { .. }] => Some(picture),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a numbered list is instructions to follow one after the other: each item begins with bold words.
pub(crate) fn is_steps(items: &[Vec<Block>]) -> bool {
    let begins_bold = |item: &Vec<Block>| match item.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(content)) => matches!(content.first(), Some(Inline::Strong(_))),
        _ => false,
    };
    items.len() > 1 && items.iter().all(begins_bold)
}

/// The words of the link that asks for the practice's call to action, if it is a paragraph's whole content.
pub(crate) fn lone_call_to_action(content: &[Inline]) -> Option<&[Inline]> {
    match content {
        [
            Inline::Link {
                destination,
                content,
                ..
            },
        ] if destination == CALL_TO_ACTION => Some(content),
        _ => None,
    }
}

/// Whether there are no words, only pictures or nothing at all.
pub(crate) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Link { content, .. } => is_blank(content),
        Inline::SoftBreak | Inline::HardBreak | Inline::Picture { .. } => true,
        Inline::Html(html) => raw::is_harmless(html),
        Inline::FootnoteReference(_) => false,
    })
}
