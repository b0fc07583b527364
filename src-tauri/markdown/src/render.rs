use crate::callout::CalloutKind;
use crate::escape;
use crate::tree::{Alignment, Block, BlockKind, Inline};

/// What one way of writing HTML does in its own way; the rest is the same in all and stands in [`Renderer`].
pub(crate) trait Dialect: Sized {
    /// How an element without content ends: `>` or ` />`.
    const VOID: &'static str;

    fn paragraph(to: &mut Renderer<Self>, content: &[Inline], tight: bool);
    fn heading(to: &mut Renderer<Self>, level: u8, content: &[Inline]);
    /// What a numbered list says of itself after its name: attributes, each with a space before it.
    fn list_attributes(items: &[Vec<Block>]) -> &'static str;
    fn callout(to: &mut Renderer<Self>, kind: CalloutKind, blocks: &[Block]);
    fn table(to: &mut Renderer<Self>, table: &Table);
    fn html_block(to: &mut Renderer<Self>, html: &str);
    fn html_inline(to: &mut Renderer<Self>, html: &str);
    fn link(to: &mut Renderer<Self>, destination: &str, title: &str, content: &[Inline]);
    fn picture(to: &mut Renderer<Self>, source: &str, title: &str, alt: &str);
    fn footnote_reference(to: &mut Renderer<Self>, label: &str);
}

/// A [`BlockKind::Table`].
pub(crate) struct Table<'a> {
    pub(crate) alignments: &'a [Alignment],
    pub(crate) head: &'a [Vec<Inline>],
    pub(crate) rows: &'a [Vec<Vec<Inline>>],
}

/// Writes a tree as HTML, with the line ends that the CommonMark reference implementation puts.
pub(crate) struct Renderer<D> {
    pub(crate) out: String,
    pub(crate) dialect: D,
}

impl<D: Dialect> Renderer<D> {
    pub(crate) fn new(dialect: D) -> Self {
        Self {
            out: String::new(),
            dialect,
        }
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block, false);
        }
    }

    /// `tight`: in a list without blank lines.
    fn block(&mut self, block: &Block, tight: bool) {
        match &block.kind {
            BlockKind::Paragraph(content) => D::paragraph(self, content, tight),
            BlockKind::Heading { level, content } => D::heading(self, *level, content),
            BlockKind::Quotation(blocks) => self.quotation(blocks),
            BlockKind::Callout { kind, blocks } => D::callout(self, *kind, blocks),
            BlockKind::List {
                start,
                tight,
                items,
            } => self.list(*start, *tight, items),
            BlockKind::Code { language, text } => self.code(language, text),
            BlockKind::Table {
                alignments,
                head,
                rows,
            } => {
                D::table(
                    self,
                    &Table {
                        alignments,
                        head,
                        rows,
                    },
                );
            }
            BlockKind::Rule => self.rule(),
            BlockKind::Html(html) => D::html_block(self, html),
        }
    }

    fn quotation(&mut self, blocks: &[Block]) {
        self.line("<blockquote>");
        self.blocks(blocks);
        self.line("</blockquote>");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Vec<Block>]) {
        self.fresh_line();
        match start {
            None => self.out.push_str("<ul>\n"),
            Some(number) => {
                self.out.push_str("<ol");
                if number != 1 {
                    self.attribute("", "start", &number.to_string());
                }
                self.out.push_str(D::list_attributes(items));
                self.out.push_str(">\n");
            }
        }
        for item in items {
            self.out.push_str("<li>");
            for (at, block) in item.iter().enumerate() {
                if at > 0 {
                    self.fresh_line();
                }
                self.block(block, tight);
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str(if start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        });
    }

    fn code(&mut self, language: &str, text: &str) {
        self.fresh_line();
        self.out.push_str("<pre><code");
        if !language.is_empty() {
            self.out.push_str(" class=\"language-");
            self.text(language);
            self.out.push('"');
        }
        self.out.push('>');
        self.text(text);
        self.out.push_str("</code></pre>\n");
    }

    fn rule(&mut self) {
        self.fresh_line();
        self.out.push_str("<hr");
        self.out.push_str(D::VOID);
        self.out.push('\n');
    }

    pub(crate) fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Emphasis(content) => self.element("em", content),
            Inline::Strong(content) => self.element("strong", content),
            Inline::Strikethrough(content) => self.element("del", content),
            Inline::Code(text) => {
                self.out.push_str("<code>");
                self.text(text);
                self.out.push_str("</code>");
            }
            Inline::Link {
                destination,
                title,
                content,
            } => {
                D::link(self, destination, title, content);
            }
            Inline::Picture { source, title, alt } => D::picture(self, source, title, alt),
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.line_break(),
            Inline::Html(html) => D::html_inline(self, html),
            Inline::FootnoteReference(label) => D::footnote_reference(self, label),
        }
    }

    pub(crate) fn element(&mut self, name: &str, content: &[Inline]) {
        self.tag("<", name);
        self.inlines(content);
        self.tag("</", name);
    }

    pub(crate) fn line_break(&mut self) {
        self.out.push_str("<br");
        self.out.push_str(D::VOID);
        self.out.push('\n');
    }

    pub(crate) fn text(&mut self, text: &str) {
        escape::text(&mut self.out, text);
    }

    fn tag(&mut self, open: &str, name: &str) {
        self.out.push_str(open);
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Appends `before`, then ` name="value"`.
    pub(crate) fn attribute(&mut self, before: &str, name: &str, value: &str) {
        self.out.push_str(before);
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.text(value);
        self.out.push('"');
    }

    /// Like [`Self::attribute`], for a value that is an address.
    pub(crate) fn address(&mut self, before: &str, name: &str, value: &str) {
        self.out.push_str(before);
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape::address(&mut self.out, value);
        self.out.push('"');
    }

    /// Appends `html` on a line of its own.
    pub(crate) fn line(&mut self, html: &str) {
        self.fresh_line();
        self.out.push_str(html);
        self.out.push('\n');
    }

    pub(crate) fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}
