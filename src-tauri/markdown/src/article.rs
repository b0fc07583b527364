use crate::callout::CalloutKind;
use crate::contact;
use crate::html::Resolve;
use crate::notation::{self, LinkKind};
use crate::outline::Outline;
use crate::picture;
use crate::questions;
use crate::raw::{self, Piece};
use crate::render::{Dialect, Renderer, Table};
use crate::tree::{Alignment, Block, Inline, is_blank, is_steps, lone_call_to_action};
use crate::video::{Video, lone_video};

/// An article's body in the finished page.
pub(crate) struct Article<'a> {
    outline: &'a Outline<'a>,
    resolve: &'a dyn Resolve,
    /// How many headings have been written: the index of the next one's place.
    headings: usize,
    /// A link can't stand inside a link.
    in_link: bool,
    /// Which footnotes have been referred to: only the first reference has an id.
    referred: Vec<bool>,
}

impl<'a> Article<'a> {
    pub(crate) fn new(outline: &'a Outline<'a>, resolve: &'a dyn Resolve) -> Self {
        let referred = vec![false; outline.notes.len()];
        Self {
            outline,
            resolve,
            headings: 0,
            in_link: false,
            referred,
        }
    }

    pub(crate) fn resolve(&self) -> &'a dyn Resolve {
        self.resolve
    }
}

impl Renderer<Article<'_>> {
    /// Writes the words of what is, or is in, a link already.
    pub(crate) fn without_links(&mut self, words: &[Inline]) {
        let before = std::mem::replace(&mut self.dialect.in_link, true);
        self.inlines(words);
        self.dialect.in_link = before;
    }
}

impl Dialect for Article<'_> {
    const VOID: &'static str = ">";

    fn paragraph(to: &mut Renderer<Self>, content: &[Inline], tight: bool) {
        if picture::figure(to, content) || invitation(to, content) || video(to, content) {
            return;
        }
        if tight {
            return to.inlines(content);
        }
        to.fresh_line();
        let start = to.out.len();
        to.out.push_str("<p>");
        to.inlines(content);
        drop_or_close(to, start, "<p>", "</p>\n");
    }

    fn heading(to: &mut Renderer<Self>, written: u8, content: &[Inline]) {
        let outline = to.dialect.outline;
        let Some(place) = outline.headings.get(to.dialect.headings) else {
            return;
        };
        to.dialect.headings += 1;
        if place.id.is_empty() {
            return Self::paragraph(to, content, false);
        }
        to.fresh_line();
        let level = char::from(b'0' + place.level);
        to.out.push_str("<h");
        to.out.push(level);
        to.attribute("", "id", &place.id);
        if questions::asks(written, content) {
            to.out.push_str(" class=\"question\"");
        }
        to.out.push('>');
        to.inlines(content);
        to.out.push_str("</h");
        to.out.push(level);
        to.out.push_str(">\n");
    }

    fn list_attributes(items: &[Vec<Block>]) -> &'static str {
        if is_steps(items) {
            " class=\"steps\""
        } else {
            ""
        }
    }

    fn callout(to: &mut Renderer<Self>, kind: CalloutKind, blocks: &[Block]) {
        to.fresh_line();
        let start = to.out.len();
        to.out.push_str(&format!(
            "<div class=\"callout callout-{}\" role=\"note\">\n<p class=\"callout-title\">{}</p>\n",
            kind.name(),
            kind.title()
        ));
        let words = to.out.len();
        to.blocks(blocks);
        if kind == CalloutKind::Call {
            contact::phone(to);
        }
        if to.out.len() == words {
            // A title alone says nothing.
            return to.out.truncate(start);
        }
        to.line("</div>");
    }

    fn table(to: &mut Renderer<Self>, table: &Table) {
        let head = !table.head.iter().all(|cell| is_blank(cell));
        if !head && table.rows.is_empty() {
            return;
        }
        // Wide tables scroll by themselves, by keyboard too; a group, since a page may have many.
        to.line("<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
        to.line("<table>");
        if head {
            to.line("<thead>");
            row(to, true, table.alignments, table.head);
            to.line("</thead>");
        }
        if !table.rows.is_empty() {
            to.line("<tbody>");
            table
                .rows
                .iter()
                .for_each(|cells| row(to, false, table.alignments, cells));
            to.line("</tbody>");
        }
        to.line("</table>\n</div>");
    }

    fn html_block(to: &mut Renderer<Self>, html: &str) {
        to.fresh_line();
        let start = to.out.len();
        to.out.push_str("<p>");
        raw_html(to, html.trim_ascii());
        drop_or_close(to, start, "<p>", "</p>\n");
    }

    fn html_inline(to: &mut Renderer<Self>, html: &str) {
        raw_html(to, html);
    }

    fn link(to: &mut Renderer<Self>, destination: &str, title: &str, content: &[Inline]) {
        linked(to, destination, title, |to| to.inlines(content));
    }

    fn picture(to: &mut Renderer<Self>, source: &str, _: &str, alt: &str) {
        picture::inline(to, source, alt);
    }

    fn footnote_reference(to: &mut Renderer<Self>, label: &str) {
        let Some(number) = to.dialect.outline.number(label) else {
            to.out.push_str("[^");
            to.text(label);
            return to.out.push(']');
        };
        if to.dialect.in_link {
            return to.out.push_str(&format!("<sup>{number}</sup>"));
        }
        let first = !std::mem::replace(&mut to.dialect.referred[number - 1], true);
        let id = if first {
            format!(" id=\"fnref-{number}\"")
        } else {
            String::new()
        };
        to.out.push_str(&format!(
            "<sup><a class=\"footnote\"{id} href=\"#fn-{number}\" aria-label=\"Source {number}\">{number}</a></sup>"
        ));
    }
}

/// Writes what `words` writes as a link, or without one where there can be none.
pub(crate) fn linked<'a>(
    to: &mut Renderer<Article<'a>>,
    destination: &str,
    title: &str,
    words: impl FnOnce(&mut Renderer<Article<'a>>),
) {
    let href = if to.dialect.in_link {
        None
    } else {
        href(&to.dialect, destination)
    };
    let Some(href) = href else {
        return words(to);
    };
    let start = to.out.len();
    to.address("<a", "href", &href);
    if !title.is_empty() {
        to.attribute("", "title", title);
    }
    to.out.push('>');
    let begin = to.out.len();
    to.dialect.in_link = true;
    words(to);
    to.dialect.in_link = false;
    if shows_nothing(&to.out[begin..]) {
        // Nobody could follow it, nor hear where it leads.
        to.out.replace_range(start..begin, "");
    } else {
        to.out.push_str("</a>");
    }
}

/// Ends the element that `open` began at `start`, or takes it back when it would be seen as a gap and read out as
/// nothing.
fn drop_or_close(to: &mut Renderer<Article>, start: usize, open: &str, close: &str) {
    if shows_nothing(&to.out[start + open.len()..]) {
        to.out.truncate(start);
    } else {
        to.out.push_str(close);
    }
}

/// Whether written HTML has nothing in it but line breaks.
fn shows_nothing(html: &str) -> bool {
    html.split("<br>").all(|part| part.trim_ascii().is_empty())
}

/// The practice's call to action; false when there is none here, or no way to reach the practice.
fn invitation(to: &mut Renderer<Article>, content: &[Inline]) -> bool {
    match lone_call_to_action(content) {
        Some(words) if !is_blank(words) && !to.dialect.in_link => {
            contact::call_to_action(to, words)
        }
        _ => false,
    }
}

/// A video as a card that leads to it: nothing is asked of the other site before somebody follows the link.
fn video(to: &mut Renderer<Article>, content: &[Inline]) -> bool {
    let Some(Video {
        address,
        words,
        host,
    }) = lone_video(content)
    else {
        return false;
    };
    if is_blank(words) {
        return false;
    }
    to.fresh_line();
    to.address("<p class=\"video\"><a", "href", address);
    to.out
        .push_str(" rel=\"noreferrer\"><span class=\"video-title\">");
    to.without_links(words);
    to.out
        .push_str("</span> <span class=\"video-host\">Watch on ");
    to.out.push_str(host);
    to.out.push_str("</span></a></p>\n");
    true
}

fn href(article: &Article, destination: &str) -> Option<String> {
    match notation::link_kind(destination)? {
        LinkKind::Elsewhere => Some(destination.to_owned()),
        LinkKind::Article => article.resolve.link(destination),
        LinkKind::Practice(reach) => contact::href(article.resolve, reach).map(str::to_owned),
        LinkKind::Fragment => {
            let id = article.outline.heading(destination.strip_prefix('#')?)?;
            Some(format!("#{id}"))
        }
    }
}

fn raw_html(to: &mut Renderer<Article>, html: &str) {
    for piece in raw::pieces(html) {
        match piece {
            Piece::Break => to.line_break(),
            Piece::Text(text) => to.text(text),
        }
    }
}

fn row(to: &mut Renderer<Article>, head: bool, alignments: &[Alignment], cells: &[Vec<Inline>]) {
    to.line("<tr>");
    for (at, content) in cells.iter().enumerate() {
        // A header without words would be read out as nothing.
        let header = head && !is_blank(content);
        to.out
            .push_str(if header { "<th scope=\"col\"" } else { "<td" });
        match alignments.get(at) {
            Some(Alignment::Left) => to.attribute("", "class", "align-left"),
            Some(Alignment::Center) => to.attribute("", "class", "align-center"),
            Some(Alignment::Right) => to.attribute("", "class", "align-right"),
            Some(Alignment::None) | None => {}
        }
        to.out.push('>');
        to.inlines(content);
        to.out.push_str(if header { "</th>\n" } else { "</td>\n" });
    }
    to.line("</tr>");
}
