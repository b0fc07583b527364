use crate::html::{PictureMarkup, Resolve};
use crate::notation::{self, LinkKind};
use crate::outline::Outline;
use crate::raw::{self, Piece};
use crate::render::{Dialect, Renderer, Table};
use crate::tree::{Alignment, Inline, is_blank, lone_picture};

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
}

impl Dialect for Article<'_> {
    const VOID: &'static str = ">";

    fn paragraph(to: &mut Renderer<Self>, content: &[Inline], tight: bool) {
        if figure(to, content) {
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

    fn heading(to: &mut Renderer<Self>, _: u8, content: &[Inline]) {
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
        to.out.push('>');
        to.inlines(content);
        to.out.push_str("</h");
        to.out.push(level);
        to.out.push_str(">\n");
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
        let href = if to.dialect.in_link {
            None
        } else {
            href(&to.dialect, destination)
        };
        let Some(href) = href else {
            return to.inlines(content);
        };
        let start = to.out.len();
        to.address("<a", "href", &href);
        if !title.is_empty() {
            to.attribute("", "title", title);
        }
        to.out.push('>');
        let words = to.out.len();
        to.dialect.in_link = true;
        to.inlines(content);
        to.dialect.in_link = false;
        if shows_nothing(&to.out[words..]) {
            // Nobody could follow it, nor hear where it leads.
            to.out.replace_range(start..words, "");
        } else {
            to.out.push_str("</a>");
        }
    }

    fn picture(to: &mut Renderer<Self>, source: &str, _: &str, alt: &str) {
        match resolved(&to.dialect, source) {
            Some(markup) => picture(to, &markup, alt),
            None => missing_picture(to, alt),
        }
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
            "<sup><a class=\"footnote\"{id} href=\"#fn-{number}\" aria-label=\"Footnote {number}\">{number}</a></sup>"
        ));
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

/// Writes a lone picture of the library as a figure; false when it is none.
fn figure(to: &mut Renderer<Article>, content: &[Inline]) -> bool {
    let Some(Inline::Picture { source, title, .. }) = lone_picture(content) else {
        return false;
    };
    if resolved(&to.dialect, source).is_none() {
        return false;
    }
    to.line("<figure>");
    to.inlines(content);
    if !title.is_empty() {
        to.fresh_line();
        to.out.push_str("<figcaption>");
        to.text(title);
        to.out.push_str("</figcaption>");
    }
    to.line("</figure>");
    true
}

fn resolved(article: &Article, source: &str) -> Option<PictureMarkup> {
    notation::referenced_picture(source)?;
    article.resolve.picture(source)
}

fn picture(to: &mut Renderer<Article>, markup: &PictureMarkup, alt: &str) {
    let webp = !markup.webp_srcset.is_empty();
    if webp {
        to.attribute(
            "<picture><source type=\"image/webp\"",
            "srcset",
            &markup.webp_srcset,
        );
        sizes(to, &markup.sizes);
        to.out.push('>');
    }
    to.address("<img", "src", &markup.src);
    if !markup.srcset.is_empty() {
        to.attribute("", "srcset", &markup.srcset);
        sizes(to, &markup.sizes);
    }
    if markup.width > 0 && markup.height > 0 {
        to.out.push_str(&format!(
            " width=\"{}\" height=\"{}\"",
            markup.width, markup.height
        ));
    }
    to.attribute("", "alt", alt);
    to.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    if webp {
        to.out.push_str("</picture>");
    }
}

fn sizes(to: &mut Renderer<Article>, sizes: &str) {
    if !sizes.is_empty() {
        to.attribute("", "sizes", sizes);
    }
}

fn missing_picture(to: &mut Renderer<Article>, alt: &str) {
    if !alt.is_empty() {
        to.out.push_str("<span class=\"missing-picture\">");
        to.text(alt);
        to.out.push_str("</span>");
    }
}

fn href(article: &Article, destination: &str) -> Option<String> {
    match notation::link_kind(destination)? {
        LinkKind::Elsewhere => Some(destination.to_owned()),
        LinkKind::Article => article.resolve.link(destination),
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
