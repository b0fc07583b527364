//! Events of `pulldown-cmark` made into a tree.
//!
//! 1. Containers (quotation, list, item, footnote) are open inside each other in [`Containers`]; what is finished goes
//!    into the one around it, or into the document.
//! 2. At most one [`Leaf`] (paragraph, heading, code, raw HTML, table cell) is open, and takes all inline events.
//! 3. Text directly in a tight item comes without a paragraph: the first inline event opens one, the next block event
//!    closes it.
//! 4. What is nested deeper than [`MAX_DEPTH`] goes into what is already open, so that no tree is too deep to walk.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::callout;
use crate::containers::{Containers, FrameKind};
use crate::leaf::{Finished, Leaf, LeafKind, Span};
use crate::lines::Lines;
use crate::notation;
use crate::raw;
use crate::source::prepared;
use crate::tree::{Alignment, BlockKind, Diagnostic, DiagnosticKind, Document, Inline};

/// How many quotations, lists and footnotes may stand inside each other, and how many emphases and links in one
/// paragraph. Deeper ones are shown flat, so that hostile text can't exhaust the stack.
pub const MAX_DEPTH: usize = 64;

/// CommonMark 0.31 with tables, footnotes and strikethrough.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// Reads Markdown: CommonMark 0.31 with tables, footnotes and strikethrough. Every text has a tree.
pub fn parse(text: &str) -> Document {
    let text = prepared(text);
    let mut builder = Builder::new(&text);
    for (event, range) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

struct Builder<'a> {
    text: &'a str,
    lines: Lines<'a>,
    containers: Containers,
    leaf: Option<Leaf>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            lines: Lines::new(text),
            containers: Containers::default(),
            leaf: None,
        }
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) => self.leaf(&range).text(&text),
            Event::Code(text) => self.leaf(&range).inline(Inline::Code(text.into_string())),
            Event::InlineHtml(html) => {
                self.diagnose_html(&html, range.start);
                self.leaf(&range).inline(Inline::Html(html.into_string()));
            }
            Event::FootnoteReference(label) => {
                self.leaf(&range)
                    .inline(Inline::FootnoteReference(label.into_string()));
            }
            Event::SoftBreak => self.leaf(&range).inline(Inline::SoftBreak),
            Event::HardBreak => self.leaf(&range).inline(Inline::HardBreak),
            Event::Rule => {
                self.close_tight_paragraph();
                let lines = self.lines.span(range);
                self.containers.push(lines, BlockKind::Rule);
            }
            // Extensions that are not enabled.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.open_span(Span::Emphasis, range),
            Tag::Strong => self.open_span(Span::Strong, range),
            Tag::Strikethrough => self.open_span(Span::Strikethrough, range),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let destination = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                self.open_link(destination, title.into_string(), range);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                if notation::referenced_picture(&dest_url).is_none() {
                    self.diagnose(DiagnosticKind::PictureNotAllowed, range.start);
                }
                self.leaf(&range)
                    .open_picture(dest_url.into_string(), title.into_string());
            }
            tag => {
                self.close_tight_paragraph();
                self.start_block(tag, range);
            }
        }
    }

    fn start_block(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.containers.loosen();
                self.open_leaf(LeafKind::Paragraph, range);
            }
            Tag::Heading { level, .. } => self.open_leaf(LeafKind::Heading(level as u8), range),
            Tag::CodeBlock(kind) => {
                let language = language(&kind);
                self.open_leaf(
                    LeafKind::Code {
                        language,
                        text: String::new(),
                    },
                    range,
                );
            }
            Tag::HtmlBlock => self.open_leaf(LeafKind::Html(String::new()), range),
            Tag::TableCell => self.open_leaf(LeafKind::Cell, range),
            Tag::BlockQuote(_) => {
                let marked = callout::may_begin(&self.text[range.clone()]);
                self.open_container(FrameKind::Quotation { marked }, range);
            }
            Tag::List(start) => {
                let kind = FrameKind::List {
                    start,
                    tight: true,
                    items: Vec::new(),
                };
                self.open_container(kind, range);
            }
            Tag::Item => self.open_container(FrameKind::Item, range),
            Tag::FootnoteDefinition(label) => {
                self.open_container(
                    FrameKind::Footnote {
                        label: label.into_string(),
                    },
                    range,
                );
            }
            Tag::Table(alignments) => {
                let alignments = alignments.into_iter().map(alignment).collect();
                self.containers
                    .open_table(alignments, self.lines.span(range));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.leaf.iter_mut().for_each(Leaf::close_span);
            }
            TagEnd::Image => self.leaf.iter_mut().for_each(Leaf::close_picture),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableCell => self.close_leaf(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close_tight_paragraph();
                self.containers.close();
            }
            TagEnd::TableHead => self.containers.close_head(),
            TagEnd::TableRow => self.containers.close_row(),
            TagEnd::Table => self.containers.close_table(),
            _ => {}
        }
    }

    fn finish(mut self) -> Document {
        self.close_tight_paragraph();
        self.containers.document
    }

    fn open_container(&mut self, kind: FrameKind, range: Range<usize>) {
        let start = range.start;
        if !self.containers.open(kind, self.lines.span(range)) {
            self.diagnose(DiagnosticKind::TooDeep, start);
        }
    }

    fn open_leaf(&mut self, kind: LeafKind, range: Range<usize>) {
        self.leaf = Some(Leaf::new(kind, range));
    }

    fn close_tight_paragraph(&mut self) {
        if self
            .leaf
            .as_ref()
            .is_some_and(|leaf| matches!(leaf.kind, LeafKind::TightParagraph))
        {
            self.close_leaf();
        }
    }

    fn close_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        let range = leaf.range.clone();
        match leaf.finish() {
            Finished::Cell(content) => self.containers.push_cell(content),
            Finished::Block(kind) => {
                if let BlockKind::Html(html) = &kind {
                    self.diagnose_html(html, range.start);
                }
                let lines = self.lines.span(range);
                self.containers.push(lines, kind);
            }
        }
    }

    /// The leaf that the event at `range` goes into.
    fn leaf(&mut self, range: &Range<usize>) -> &mut Leaf {
        let leaf = self
            .leaf
            .get_or_insert_with(|| Leaf::new(LeafKind::TightParagraph, range.clone()));
        leaf.range.end = leaf.range.end.max(range.end);
        leaf
    }

    fn open_span(&mut self, span: Span, range: Range<usize>) {
        if !self.leaf(&range).open_span(span) {
            self.diagnose(DiagnosticKind::TooDeep, range.start);
        }
    }

    fn open_link(&mut self, destination: String, title: String, range: Range<usize>) {
        if notation::link_kind(&destination).is_none() {
            self.diagnose(DiagnosticKind::LinkNotAllowed, range.start);
        }
        self.open_span(Span::Link { destination, title }, range);
    }

    fn diagnose_html(&mut self, html: &str, offset: usize) {
        if !raw::is_harmless(html) {
            self.diagnose(DiagnosticKind::RawHtml, offset);
        }
    }

    fn diagnose(&mut self, kind: DiagnosticKind, offset: usize) {
        let line = self.lines.of(offset);
        self.containers
            .document
            .diagnostics
            .push(Diagnostic { line, kind });
    }
}

/// The first word of what stands after an opening fence (CommonMark 0.31, "Fenced code blocks").
fn language(kind: &CodeBlockKind) -> String {
    let CodeBlockKind::Fenced(info) = kind else {
        return String::new();
    };
    info.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
