//! One article as its page will be, while it is being written.
//!
//! The page comes in two parts: the [`frame`], which is the whole page with an empty body and changes rarely, and the
//! [`blocks`] of the body, which change with every key press and are patched into the element [`BODY_ID`]. Both come
//! from the same templates and the same code as the export; only addresses differ: the host serves
//! the look's files, [`asset`], below `{base}` and pictures at `{base}` and their [`picture_path`].

use pamphlet_markdown::{HtmlBlock, parse, plain_text};
use pamphlet_model::{Article, Picture};

use crate::pages::{self, Place};
use crate::snapshot::Site;
use crate::urls::Urls;

/// The id of the element that holds exactly the blocks, one child element each.
pub const BODY_ID: &str = "article-body";

/// A whole page with an empty body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The same for as long as `html` is the same.
    pub key: String,
    pub html: String,
}

/// The page around the body of `article`, which need not be on the site. `base` ends in `/`.
pub fn frame(site: &Site, article: &Article, base: &str) -> Frame {
    let place = Place::new(site, Urls::Preview { base });
    let text = plain_text(&parse(&article.text));
    let html = pages::article_page(&place, article, &text, String::new())
        .unwrap_or_else(|_| broken_page());
    Frame {
        key: blake3::hash(html.as_bytes()).to_hex()[..16].to_owned(),
        html,
    }
}

/// The body of an article whose text is `text`.
pub fn blocks(site: &Site, text: &str, base: &str) -> Vec<HtmlBlock> {
    pages::body_blocks(site, Urls::Preview { base }, &parse(text))
}

/// A file of the look that a preview asks for, below its base: its media type and its bytes.
pub fn asset<'a>(site: &'a Site, path: &str) -> Option<(&'static str, &'a [u8])> {
    site.dress.asset(path)
}

/// Where a preview asks for a picture, below its base: what is turned or cropped has another address, so that nothing
/// shows it as it was.
pub fn picture_path(picture: &Picture) -> String {
    format!("media/{}{}", picture.id, picture.adjustments.key())
}

/// Stands in when a template fails, which would be a mistake of ours: the text can still be read.
fn broken_page() -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><title>Preview</title><body><div id=\"{BODY_ID}\"></div></body></html>"
    )
}

#[cfg(test)]
mod tests;
