//! The body of an article: its text with links and pictures as they are at the page's place.

use std::cell::RefCell;

use pamphlet_markdown::{
    Contact, Document, Figure, FigureSide, FigureSize, HtmlBlock, PictureMarkup, Resolve,
    article_html, heading_id, linked_article, parse, referenced_picture,
};
use pamphlet_model::PictureId;

use super::practice;
use crate::snapshot::Site;
use crate::urls::Urls;

/// How wide pictures are in the text, by the width of the window (`.prose` in the stylesheet).
const SIZES: &str = "(min-width: 46rem) 42rem, calc(100vw - 2.5rem)";
/// The widths of `figure.medium` and `figure.small`.
const MEDIUM: &str = "(min-width: 31rem) 28rem, calc(100vw - 2.5rem)";
const MEDIUM_BESIDE: &str =
    "(min-width: 38rem) 20rem, (min-width: 31rem) 28rem, calc(100vw - 2.5rem)";
const SMALL: &str = "15rem";

/// The text as HTML, one element a block.
pub fn blocks(site: &Site, urls: Urls<'_>, document: &Document) -> Vec<HtmlBlock> {
    article_html(document, &Resolver::new(site, urls))
}

/// All of a text on a page.
pub struct Body {
    pub html: String,
    /// The pictures that it shows.
    pub pictures: Vec<PictureId>,
    /// The addresses of articles that it links to and that are not on the site: the words are there without a link.
    pub lost: Vec<String>,
}

/// The text as HTML, the pictures that it shows, and the links that lead nowhere.
pub fn whole(site: &Site, urls: Urls<'_>, document: &Document) -> Body {
    let resolver = Resolver::new(site, urls);
    let mut html = String::new();
    for block in article_html(document, &resolver) {
        html.push('\n');
        html.push_str(&block.html);
    }
    html.push('\n');
    Body {
        html,
        pictures: resolver.seen.into_inner(),
        lost: resolver.lost.into_inner(),
    }
}

struct Resolver<'a> {
    site: &'a Site,
    urls: Urls<'a>,
    contact: Vec<Contact>,
    seen: RefCell<Vec<PictureId>>,
    lost: RefCell<Vec<String>>,
}

impl<'a> Resolver<'a> {
    fn new(site: &'a Site, urls: Urls<'a>) -> Self {
        Self {
            site,
            urls,
            contact: practice::contact(&site.practice),
            seen: RefCell::default(),
            lost: RefCell::default(),
        }
    }
}

impl Resolve for Resolver<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let Some(address) = linked_article(destination) else {
            return Some(destination.to_owned());
        };
        let Some(entry) = self.site.at_address(address) else {
            self.lost.borrow_mut().push(address.to_owned());
            return None;
        };
        let page = self.urls.to(&entry.path);
        if matches!(self.urls, Urls::Preview { .. }) {
            // There is no other page to go to.
            return Some(page);
        }
        // Only a part that is there: to any other a browser would not go at all.
        let part = destination.split_once('#').and_then(|(_, part)| {
            heading_id(&parse(&entry.article.text), part).map(|id| format!("#{id}"))
        });
        Some(page + &part.unwrap_or_default())
    }

    fn picture(&self, source: &str, figure: Option<&Figure>) -> Option<PictureMarkup> {
        let published = self.site.picture_beginning(referenced_picture(source)?)?;
        self.seen.borrow_mut().push(published.picture.id.clone());
        Some(self.urls.picture(published, sizes(figure)))
    }

    fn contact(&self) -> &[Contact] {
        &self.contact
    }
}

fn sizes(figure: Option<&Figure>) -> &'static str {
    match figure.map(|figure| (figure.size, figure.side)) {
        None | Some((FigureSize::Full, _)) => SIZES,
        Some((FigureSize::Medium, FigureSide::Center)) => MEDIUM,
        Some((FigureSize::Medium, _)) => MEDIUM_BESIDE,
        Some((FigureSize::Small, _)) => SMALL,
    }
}
