//! An article's body as it stands in the finished page and in the preview.
//!
//! 1. [`Outline`] looks at the whole document: levels and ids of headings, numbers of footnotes.
//! 2. Each top-level block becomes one [`HtmlBlock`] with exactly one element, or none if there is nothing to see.
//! 3. The footnotes that the text refers to follow as one more, in the order of their first references.

use crate::article::Article;
use crate::figure::Figure;
use crate::notation::Reach;
use crate::outline::Outline;
use crate::render::Renderer;
use crate::tree::Document;

/// Where links and pictures lead to: what the site knows and this crate does not.
pub trait Resolve {
    /// The address of a page for a destination that begins with `article:` ([`crate::linked_article`] gives what
    /// follows). With nothing, only the link's words are shown. Asked for no other destination.
    fn link(&self, destination: &str) -> Option<String>;

    /// What to show for a source that is a reference to a picture ([`crate::referenced_picture`] gives its digits).
    /// With nothing, its alternative text is shown. Asked for no other source. `figure` says how large it is shown, where
    /// it stands alone.
    fn picture(&self, source: &str, figure: Option<&Figure>) -> Option<PictureMarkup>;

    /// How the practice is reached: each way at most once, the one it likes best first.
    fn contact(&self) -> &[Contact];
}

/// A way to reach the practice. The address is escaped when it is written, but not judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub reach: Reach,
    /// What stands on its button.
    pub label: String,
    pub href: String,
}

/// Knows no article, no picture and no practice.
pub struct Unresolved;

impl Resolve for Unresolved {
    fn link(&self, _: &str) -> Option<String> {
        None
    }

    fn picture(&self, _: &str, _: Option<&Figure>) -> Option<PictureMarkup> {
        None
    }

    fn contact(&self) -> &[Contact] {
        &[]
    }
}

/// How a picture of the library is shown. Addresses are escaped when they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PictureMarkup {
    pub src: String,
    /// Pixels; with 0, no size is written.
    pub width: u32,
    /// Pixels; with 0, no size is written.
    pub height: u32,
    /// For browsers without WebP; may be empty.
    pub srcset: String,
    /// May be empty: then there is no `<picture>`.
    pub webp_srcset: String,
    /// Written only beside a `srcset`.
    pub sizes: String,
}

/// A top-level block of an article's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlBlock {
    /// The first source line that it stands on, counted from 0. Never less than that of the block before.
    pub line: u32,
    /// Exactly one element.
    pub html: String,
}

/// The document as HTML that is safe to publish, block by block.
///
/// Headings begin at level 2 and skip none; each has an id that depends only on the words of the headings up to it.
pub fn article_html(document: &Document, resolve: &dyn Resolve) -> Vec<HtmlBlock> {
    let outline = Outline::new(document);
    let mut to = Renderer::new(Article::new(&outline, resolve));
    let mut written = Vec::with_capacity(document.blocks.len() + 1);
    for block in &document.blocks {
        to.blocks(std::slice::from_ref(block));
        finish_block(&mut to, block.lines.start, &mut written);
    }
    if !outline.notes.is_empty() {
        let last = written.last().map_or(0, |block| block.line);
        let first = outline
            .notes
            .iter()
            .map(|note| note.lines.start)
            .min()
            .unwrap_or(0);
        footnotes(&mut to, &outline);
        finish_block(&mut to, first.max(last), &mut written);
    }
    written
}

fn finish_block(to: &mut Renderer<Article>, line: u32, written: &mut Vec<HtmlBlock>) {
    let html = to.out.trim_ascii();
    if !html.is_empty() {
        written.push(HtmlBlock {
            line,
            html: html.to_owned(),
        });
    }
    to.out.clear();
}

fn footnotes(to: &mut Renderer<Article>, outline: &Outline) {
    to.line("<section class=\"footnotes\" aria-labelledby=\"fn-title\">\n<h2 id=\"fn-title\">Sources</h2>\n<ol>");
    for (at, note) in outline.notes.iter().enumerate() {
        let number = at + 1;
        to.out.push_str(&format!("<li id=\"fn-{number}\">"));
        to.blocks(&note.blocks);
        // The way back stands at the end of the note's last paragraph, if it ends with one.
        let back = format!(
            " <a class=\"footnote-back\" href=\"#fnref-{number}\" aria-label=\"Back to the text\">\u{21a9}</a>"
        );
        match to.out.strip_suffix("</p>\n").map(str::len) {
            Some(end) => to.out.insert_str(end, &back),
            None => to.out.push_str(back.trim_start()),
        }
        to.out.push_str("</li>\n");
    }
    to.line("</ol>\n</section>");
}
