use crate::figure::Figure;
use crate::raw::{self, Piece};
use crate::tree::{Block, BlockKind, Document, Inline, lone_picture};

/// The words of the document without marks, a line for each paragraph, list item, heading, row of a table …; captions
/// of pictures and footnotes (at the end) included, alternative texts and raw HTML not.
pub fn plain_text(document: &Document) -> String {
    let mut out = String::new();
    walk(document, &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// How many words [`plain_text`] has: what stands between white space and has a letter or a digit in it.
pub fn word_count(document: &Document) -> usize {
    let mut counter = Counter::default();
    walk(document, &mut counter);
    counter.finish()
}

/// The sources of all pictures as they are written, in the order of the text, footnotes last. Those that are not
/// references to the library's pictures are among them ([`crate::referenced_picture`] tells).
pub fn pictures(document: &Document) -> impl Iterator<Item = &str> {
    all(document, |inline| match inline {
        Inline::Picture { source, .. } => Some(source.as_str()),
        _ => None,
    })
}

/// The destinations of all links as they are written, in the order of the text, footnotes last, allowed or not.
pub fn links(document: &Document) -> impl Iterator<Item = &str> {
    all(document, |inline| match inline {
        Inline::Link { destination, .. } => Some(destination.as_str()),
        _ => None,
    })
}

/// The words of a heading or a paragraph, without marks.
pub(crate) fn of_inlines(content: &[Inline]) -> String {
    let mut out = String::new();
    inlines(content, &mut out);
    out
}

/// Takes the words of a document.
trait Words {
    fn text(&mut self, text: &str);
    /// A line ends.
    fn line_end(&mut self);
}

impl Words for String {
    fn text(&mut self, text: &str) {
        self.push_str(text);
    }

    fn line_end(&mut self) {
        self.truncate(self.trim_end_matches(' ').len());
        if !self.is_empty() && !self.ends_with('\n') {
            self.push('\n');
        }
    }
}

#[derive(Default)]
struct Counter {
    words: usize,
    /// The text since the last white space has a letter or a digit.
    in_word: bool,
}

impl Words for Counter {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.line_end();
            } else if !self.in_word {
                self.in_word = c.is_alphanumeric();
            }
        }
    }

    fn line_end(&mut self) {
        self.words += usize::from(self.in_word);
        self.in_word = false;
    }
}

impl Counter {
    fn finish(mut self) -> usize {
        self.line_end();
        self.words
    }
}

fn walk(document: &Document, to: &mut impl Words) {
    blocks(&document.blocks, to);
    for note in &document.footnotes {
        blocks(&note.blocks, to);
    }
}

fn blocks(list: &[Block], to: &mut impl Words) {
    for block in list {
        match &block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
                inlines(content, to);
                if let Some(Inline::Picture { title, .. }) = lone_picture(content) {
                    to.text(&Figure::of(title).caption);
                }
            }
            BlockKind::Callout { kind, blocks: list } => {
                to.text(kind.title());
                to.line_end();
                blocks(list, to);
            }
            BlockKind::Quotation(list) => blocks(list, to),
            BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(item, to)),
            BlockKind::Code { text, .. } => to.text(text),
            BlockKind::Table { head, rows, .. } => {
                row(head, to);
                rows.iter().for_each(|cells| row(cells, to));
            }
            BlockKind::Rule | BlockKind::Html(_) => {}
        }
        to.line_end();
    }
}

fn row(cells: &[Vec<Inline>], to: &mut impl Words) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            to.text(" ");
        }
        inlines(cell, to);
    }
    to.line_end();
}

fn inlines(content: &[Inline], to: &mut impl Words) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => to.text(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => inlines(content, to),
            Inline::SoftBreak | Inline::HardBreak => to.text(" "),
            Inline::Html(html) if raw::pieces(html).any(|piece| piece == Piece::Break) => {
                to.text(" ")
            }
            Inline::Picture { .. } | Inline::Html(_) | Inline::FootnoteReference(_) => {}
        }
    }
}

fn all<'a>(
    document: &'a Document,
    pick: impl Fn(&'a Inline) -> Option<&'a str>,
) -> impl Iterator<Item = &'a str> {
    let mut found = Vec::new();
    let footnotes = document.footnotes.iter().flat_map(|note| &note.blocks);
    for block in document.blocks.iter().chain(footnotes) {
        each_inline_of_block(block, &mut |inline| found.extend(pick(inline)));
    }
    found.into_iter()
}

fn each_inline_of_block<'a>(block: &'a Block, visit: &mut impl FnMut(&'a Inline)) {
    match &block.kind {
        BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
            each_inline(content, visit)
        }
        BlockKind::Quotation(list) | BlockKind::Callout { blocks: list, .. } => {
            list.iter()
                .for_each(|block| each_inline_of_block(block, visit));
        }
        BlockKind::List { items, .. } => {
            items
                .iter()
                .flatten()
                .for_each(|block| each_inline_of_block(block, visit));
        }
        BlockKind::Table { head, rows, .. } => {
            head.iter()
                .chain(rows.iter().flatten())
                .for_each(|cell| each_inline(cell, visit));
        }
        BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => {}
    }
}

fn each_inline<'a>(content: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in content {
        visit(inline);
        if let Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Link { content, .. } = inline
        {
            each_inline(content, visit);
        }
    }
}
