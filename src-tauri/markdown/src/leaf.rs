use std::ops::Range;

use crate::parse::MAX_DEPTH;
use crate::tree::{BlockKind, Inline};

/// A block without blocks in it, or a table's cell, while it is being filled.
pub(crate) struct Leaf {
    pub(crate) range: Range<usize>,
    pub(crate) kind: LeafKind,
    /// The leaf's own content first, then those of the spans that are open, each inside the one before.
    contents: Vec<Vec<Inline>>,
    spans: Vec<Span>,
    /// Spans passed over because they are too deep.
    flattened: usize,
    picture: Option<OpenPicture>,
}

pub(crate) enum LeafKind {
    Paragraph,
    /// A paragraph of a tight list, which no event announces.
    TightParagraph,
    Heading(u8),
    Code {
        language: String,
        text: String,
    },
    Html(String),
    Cell,
}

/// Something inline that has inline content.
pub(crate) enum Span {
    Emphasis,
    Strong,
    Strikethrough,
    Link { destination: String, title: String },
}

struct OpenPicture {
    source: String,
    title: String,
    alt: String,
    /// Spans and pictures within the picture's words: only their text counts.
    inner: usize,
}

/// What a leaf became.
pub(crate) enum Finished {
    Block(BlockKind),
    Cell(Vec<Inline>),
}

impl Leaf {
    pub(crate) fn new(kind: LeafKind, range: Range<usize>) -> Self {
        Self {
            range,
            kind,
            contents: vec![Vec::new()],
            spans: Vec::new(),
            flattened: 0,
            picture: None,
        }
    }

    pub(crate) fn finish(mut self) -> Finished {
        while !self.spans.is_empty() {
            self.close_span();
        }
        let content = self.contents.pop().unwrap_or_default();
        Finished::Block(match self.kind {
            LeafKind::Paragraph | LeafKind::TightParagraph => BlockKind::Paragraph(content),
            LeafKind::Heading(level) => BlockKind::Heading { level, content },
            LeafKind::Code { language, text } => BlockKind::Code { language, text },
            LeafKind::Html(html) => BlockKind::Html(html),
            LeafKind::Cell => return Finished::Cell(content),
        })
    }

    /// Takes text, which joins the text before it.
    pub(crate) fn text(&mut self, text: &str) {
        match (&mut self.kind, &mut self.picture) {
            (LeafKind::Code { text: before, .. } | LeafKind::Html(before), _) => {
                before.push_str(text);
            }
            (_, Some(picture)) => picture.alt.push_str(text),
            (_, None) => match self.content().last_mut() {
                Some(Inline::Text(before)) => before.push_str(text),
                _ => self.content().push(Inline::Text(text.to_owned())),
            },
        }
    }

    pub(crate) fn inline(&mut self, inline: Inline) {
        let Some(picture) = &mut self.picture else {
            return self.content().push(inline);
        };
        match inline {
            Inline::Code(text) => picture.alt.push_str(&text),
            Inline::SoftBreak | Inline::HardBreak => picture.alt.push(' '),
            _ => {}
        }
    }

    /// False for the first span that is too deep.
    pub(crate) fn open_span(&mut self, span: Span) -> bool {
        if let Some(picture) = &mut self.picture {
            picture.inner += 1;
        } else if self.spans.len() >= MAX_DEPTH {
            self.flattened += 1;
        } else {
            self.spans.push(span);
            self.contents.push(Vec::new());
        }
        self.flattened != 1
    }

    pub(crate) fn close_span(&mut self) {
        if let Some(picture) = &mut self.picture {
            picture.inner = picture.inner.saturating_sub(1);
        } else if self.flattened > 0 {
            self.flattened -= 1;
        } else if let Some(span) = self.spans.pop() {
            let content = self.contents.pop().unwrap_or_default();
            self.content().push(match span {
                Span::Emphasis => Inline::Emphasis(content),
                Span::Strong => Inline::Strong(content),
                Span::Strikethrough => Inline::Strikethrough(content),
                Span::Link { destination, title } => Inline::Link {
                    destination,
                    title,
                    content,
                },
            });
        }
    }

    pub(crate) fn open_picture(&mut self, source: String, title: String) {
        match &mut self.picture {
            Some(picture) => picture.inner += 1,
            picture => {
                *picture = Some(OpenPicture {
                    source,
                    title,
                    alt: String::new(),
                    inner: 0,
                });
            }
        }
    }

    pub(crate) fn close_picture(&mut self) {
        match self.picture.take() {
            Some(OpenPicture {
                source,
                title,
                alt,
                inner: 0,
            }) => {
                self.content().push(Inline::Picture { source, title, alt });
            }
            Some(picture) => {
                self.picture = Some(OpenPicture {
                    inner: picture.inner - 1,
                    ..picture
                })
            }
            None => {}
        }
    }

    /// What the innermost open span holds so far.
    fn content(&mut self) -> &mut Vec<Inline> {
        if self.contents.is_empty() {
            self.contents.push(Vec::new());
        }
        let last = self.contents.len() - 1;
        &mut self.contents[last]
    }
}
