//! The body of an article: its text with links and pictures as they are at the page's place.

use std::cell::RefCell;

use pamphlet_markdown::{
    Document, HtmlBlock, PictureMarkup, Resolve, article_html, linked_article, referenced_picture,
};
use pamphlet_model::PictureId;

use crate::snapshot::Site;
use crate::urls::Urls;

/// How wide pictures are in the text, by the width of the window (`.prose` in the stylesheet).
const SIZES: &str = "(min-width: 46rem) 42rem, calc(100vw - 2.5rem)";

/// The text as HTML, one element a block.
pub fn blocks(site: &Site, urls: Urls<'_>, document: &Document) -> Vec<HtmlBlock> {
    article_html(
        document,
        &Resolver {
            site,
            urls,
            seen: RefCell::default(),
        },
    )
}

/// The text as HTML, and the pictures that it shows.
pub fn whole(site: &Site, urls: Urls<'_>, document: &Document) -> (String, Vec<PictureId>) {
    let resolver = Resolver {
        site,
        urls,
        seen: RefCell::default(),
    };
    let mut html = String::new();
    for block in article_html(document, &resolver) {
        html.push('\n');
        html.push_str(&block.html);
    }
    html.push('\n');
    (html, resolver.seen.into_inner())
}

struct Resolver<'a> {
    site: &'a Site,
    urls: Urls<'a>,
    seen: RefCell<Vec<PictureId>>,
}

impl Resolve for Resolver<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let Some(address) = linked_article(destination) else {
            return Some(destination.to_owned());
        };
        let entry = self.site.at_address(address)?;
        Some(self.urls.to(&entry.path))
    }

    fn picture(&self, source: &str) -> Option<PictureMarkup> {
        let published = self.site.picture_beginning(referenced_picture(source)?)?;
        self.seen.borrow_mut().push(published.picture.id.clone());
        Some(self.urls.picture(published, SIZES))
    }
}
