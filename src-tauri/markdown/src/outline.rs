use std::collections::{HashMap, HashSet, VecDeque};

use pamphlet_model::Address;

use crate::text;
use crate::tree::{Block, BlockKind, Document, Footnote, Inline, is_blank};

/// What must be known of the whole document before its first block is written: levels and ids of headings, and the
/// numbers of footnotes.
pub(crate) struct Outline<'a> {
    /// In the order of the page: the blocks, then the footnotes in the order of their numbers.
    pub(crate) headings: Vec<Place>,
    /// Those that the text refers to, in the order of their first reference.
    pub(crate) notes: Vec<&'a Footnote>,
    /// Label to number, from 1.
    numbers: HashMap<&'a str, usize>,
    ids: HashSet<String>,
}

/// A heading's place in the page.
pub(crate) struct Place {
    /// 2 to 6.
    pub(crate) level: u8,
    /// Unique among the headings of the document; empty for one without words, which is shown as a paragraph.
    pub(crate) id: String,
}

/// Begins the ids of headings, so that none is also the id of something in the page's template.
const ID_PREFIX: &str = "h-";

impl<'a> Outline<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        let mut survey = Survey {
            defined: document
                .footnotes
                .iter()
                .map(|note| (note.label.as_str(), note))
                .collect(),
            outline: Outline {
                headings: Vec::new(),
                notes: Vec::new(),
                numbers: HashMap::new(),
                ids: HashSet::new(),
            },
            waiting: VecDeque::new(),
            levels: Vec::new(),
            repeated: HashMap::new(),
        };
        survey.blocks(&document.blocks);
        while let Some(note) = survey.waiting.pop_front() {
            survey.blocks(&note.blocks);
        }
        survey.outline
    }

    /// The number of the footnote with this label, if there is one.
    pub(crate) fn number(&self, label: &str) -> Option<usize> {
        self.numbers.get(label).copied()
    }

    /// The id of the heading that a link to `#fragment` means, with or without the prefix that ids have.
    pub(crate) fn heading(&self, fragment: &str) -> Option<&str> {
        let id = |id: &str| self.ids.get(id).map(String::as_str);
        id(fragment).or_else(|| id(&format!("{ID_PREFIX}{}", fragment.to_ascii_lowercase())))
    }
}

/// The id in the page of the heading that `#part` means, with or without the prefix that ids have.
pub fn heading_id(document: &Document, part: &str) -> Option<String> {
    Outline::new(document).heading(part).map(str::to_owned)
}

/// Walks the document in the order in which it is written.
struct Survey<'a> {
    defined: HashMap<&'a str, &'a Footnote>,
    outline: Outline<'a>,
    /// Footnotes referred to and not walked yet.
    waiting: VecDeque<&'a Footnote>,
    /// The headings that the next one may stand under: (level as written, level in the page), rising.
    levels: Vec<(u8, u8)>,
    /// How many headings with the same words there were.
    repeated: HashMap<String, u32>,
}

impl<'a> Survey<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(content) => self.inlines(content),
                BlockKind::Heading { level, content } => {
                    self.heading(*level, content);
                    self.inlines(content);
                }
                BlockKind::Quotation(blocks) | BlockKind::Callout { blocks, .. } => {
                    self.blocks(blocks);
                }
                BlockKind::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                BlockKind::Table { head, rows, .. } => {
                    head.iter()
                        .chain(rows.iter().flatten())
                        .for_each(|cell| self.inlines(cell));
                }
                BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => {}
            }
        }
    }

    fn inlines(&mut self, content: &'a [Inline]) {
        if self.defined.is_empty() {
            return;
        }
        for inline in content {
            match inline {
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content)
                | Inline::Link { content, .. } => self.inlines(content),
                Inline::FootnoteReference(label) => self.reference(label),
                _ => {}
            }
        }
    }

    fn reference(&mut self, label: &'a str) {
        let Some(note) = self.defined.get(label) else {
            return;
        };
        let next = self.outline.notes.len() + 1;
        if let std::collections::hash_map::Entry::Vacant(entry) = self.outline.numbers.entry(label)
        {
            entry.insert(next);
            self.outline.notes.push(note);
            self.waiting.push_back(note);
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline]) {
        let place = if is_blank(content) {
            Place {
                level: 0,
                id: String::new(),
            }
        } else {
            Place {
                level: self.level(level),
                id: self.id(content),
            }
        };
        self.outline.headings.push(place);
    }

    /// Headings with the same level under the same heading get the same level, none is more than one below the one
    /// that it stands under, and the page's title alone is level 1.
    fn level(&mut self, written: u8) -> u8 {
        let written = written.clamp(2, 6);
        while self
            .levels
            .last()
            .is_some_and(|(above, _)| *above >= written)
        {
            self.levels.pop();
        }
        let level = self.levels.last().map_or(2, |(_, above)| above + 1);
        self.levels.push((written, level));
        level
    }

    fn id(&mut self, content: &[Inline]) -> String {
        let words = Address::from_title(&text::of_inlines(content));
        let id = format!("{ID_PREFIX}{words}");
        let count = self.repeated.entry(id.clone()).or_insert(0);
        let mut unique = id.clone();
        loop {
            *count += 1;
            if *count > 1 {
                unique = format!("{id}-{count}");
            }
            if self.outline.ids.insert(unique.clone()) {
                return unique;
            }
        }
    }
}
