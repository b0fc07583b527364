use crate::callout::CalloutKind;
use crate::notation::{self, LinkKind};
use crate::render::{Dialect, Renderer, Table};
use crate::tree::{Alignment, Block, Document, Inline};

/// The document as plain HTML, without anything of the site's: what the CommonMark suite judges.
///
/// With `raw_html`, tags and addresses are written as they stand in the text, **which is not safe to publish**. Without
/// it raw HTML is shown as text, links that do not lead out of the site to where they may keep only their words, and
/// pictures only their alternative text. Footnotes are not written.
pub fn commonmark_html(document: &Document, raw_html: bool) -> String {
    let mut to = Renderer::new(Plain { raw_html });
    to.blocks(&document.blocks);
    to.out
}

struct Plain {
    raw_html: bool,
}

impl Dialect for Plain {
    const VOID: &'static str = " />";

    fn paragraph(to: &mut Renderer<Self>, content: &[Inline], tight: bool) {
        if tight {
            return to.inlines(content);
        }
        to.fresh_line();
        to.element("p", content);
        to.out.push('\n');
    }

    fn heading(to: &mut Renderer<Self>, level: u8, content: &[Inline]) {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        to.fresh_line();
        to.element(NAMES[usize::from(level.clamp(1, 6)) - 1], content);
        to.out.push('\n');
    }

    fn list_attributes(_: &[Vec<Block>]) -> &'static str {
        ""
    }

    fn callout(to: &mut Renderer<Self>, kind: CalloutKind, blocks: &[Block]) {
        to.line("<blockquote>");
        to.out.push_str("<p>");
        to.text(kind.title());
        to.out.push_str("</p>\n");
        to.blocks(blocks);
        to.line("</blockquote>");
    }

    fn table(to: &mut Renderer<Self>, table: &Table) {
        to.line("<table>\n<thead>");
        row(to, "th", table.alignments, table.head);
        to.line("</thead>");
        if !table.rows.is_empty() {
            to.line("<tbody>");
            table
                .rows
                .iter()
                .for_each(|cells| row(to, "td", table.alignments, cells));
            to.line("</tbody>");
        }
        to.line("</table>");
    }

    fn html_block(to: &mut Renderer<Self>, html: &str) {
        to.fresh_line();
        if to.dialect.raw_html {
            to.out.push_str(html);
        } else {
            to.out.push_str("<p>");
            to.text(html.trim_ascii());
            to.out.push_str("</p>");
        }
        to.fresh_line();
    }

    fn html_inline(to: &mut Renderer<Self>, html: &str) {
        if to.dialect.raw_html {
            to.out.push_str(html)
        } else {
            to.text(html)
        }
    }

    fn link(to: &mut Renderer<Self>, destination: &str, title: &str, content: &[Inline]) {
        if !to.dialect.raw_html && notation::link_kind(destination) != Some(LinkKind::Elsewhere) {
            return to.inlines(content);
        }
        to.address("<a", "href", destination);
        if !title.is_empty() {
            to.attribute("", "title", title);
        }
        to.out.push('>');
        to.inlines(content);
        to.out.push_str("</a>");
    }

    fn picture(to: &mut Renderer<Self>, source: &str, title: &str, alt: &str) {
        if !to.dialect.raw_html {
            return to.text(alt);
        }
        to.address("<img", "src", source);
        to.attribute("", "alt", alt);
        if !title.is_empty() {
            to.attribute("", "title", title);
        }
        to.out.push_str(Self::VOID);
    }

    fn footnote_reference(to: &mut Renderer<Self>, label: &str) {
        to.out.push_str("[^");
        to.text(label);
        to.out.push(']');
    }
}

fn row(to: &mut Renderer<Plain>, name: &str, alignments: &[Alignment], cells: &[Vec<Inline>]) {
    to.line("<tr>");
    for (at, content) in cells.iter().enumerate() {
        to.out.push('<');
        to.out.push_str(name);
        match alignments.get(at) {
            Some(Alignment::Left) => to.attribute("", "align", "left"),
            Some(Alignment::Center) => to.attribute("", "align", "center"),
            Some(Alignment::Right) => to.attribute("", "align", "right"),
            Some(Alignment::None) | None => {}
        }
        to.out.push('>');
        to.inlines(content);
        to.out.push_str("</");
        to.out.push_str(name);
        to.out.push_str(">\n");
    }
    to.line("</tr>");
}
