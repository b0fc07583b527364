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

/// The words of the headings without marks, a line for each.
pub fn headings(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        if let BlockKind::Heading { content, .. } = &block.kind {
            inlines(content, &mut out);
            line_end(&mut out);
        }
    }
    out
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

/// A line of the text ends, unless one has ended just before.
fn line_end(to: &mut String) {
    to.truncate(to.trim_end_matches(' ').len());
    if !to.is_empty() && !to.ends_with('\n') {
        to.push('\n');
    }
}

fn walk(document: &Document, to: &mut String) {
    blocks(&document.blocks, to);
    for note in &document.footnotes {
        blocks(&note.blocks, to);
    }
}

fn blocks(list: &[Block], to: &mut String) {
    for block in list {
        match &block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
                inlines(content, to);
                if let Some(Inline::Picture { title, .. }) = lone_picture(content) {
                    to.push_str(&Figure::of(title).caption);
                }
            }
            BlockKind::Callout { kind, blocks: list } => {
                to.push_str(kind.title());
                line_end(to);
                blocks(list, to);
            }
            BlockKind::Quotation(list) => blocks(list, to),
            BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(item, to)),
            BlockKind::Code { text, .. } => to.push_str(text),
            BlockKind::Table { head, rows, .. } => {
                row(head, to);
                rows.iter().for_each(|cells| row(cells, to));
            }
            BlockKind::Rule | BlockKind::Html(_) => {}
        }
        line_end(to);
    }
}

fn row(cells: &[Vec<Inline>], to: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            to.push(' ');
        }
        inlines(cell, to);
    }
    line_end(to);
}

fn inlines(content: &[Inline], to: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => to.push_str(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => inlines(content, to),
            Inline::SoftBreak | Inline::HardBreak => to.push(' '),
            Inline::Html(html) if raw::pieces(html).any(|piece| piece == Piece::Break) => {
                to.push(' ')
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
