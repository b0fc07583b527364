//! What a page says of itself to search engines and other programs: one graph in the terms of schema.org.
//!
//! Where the site's address is known, things are named by it and have the same name on every page; else by the page
//! they stand on (`#practice`), so that every page is whole by itself. Nothing unknown is said: no empty texts.

mod page;
mod practice;
#[cfg(test)]
mod tests;

use serde::Serialize;

use page::{BlogPosting, BreadcrumbList, Person, WebPage};
pub use page::{Crumb, PageType, Posting, PublishedImage, Writer, moment};
use practice::{Practice, WebSite};

use super::head::Head;

/// The page's place in the web, as far as it is known.
pub struct Names<'a> {
    /// The site's address, with a slash at its end.
    pub root: Option<&'a str>,
    /// The page's address.
    pub page: Option<&'a str>,
}

impl Names<'_> {
    /// A thing that is the same on all pages.
    fn of_site(&self, name: &str) -> Reference {
        Reference::new(self.root.unwrap_or_default(), name)
    }

    /// A thing of which each page has its own.
    fn of_page(&self, name: &str) -> Reference {
        Reference::new(self.page.unwrap_or_default(), name)
    }
}

/// Something that is described elsewhere in the graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

impl Reference {
    fn new(base: &str, name: &str) -> Self {
        Self {
            id: format!("{base}#{name}"),
        }
    }
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    things: Vec<Thing<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Thing<'a> {
    Practice(Practice),
    WebSite(WebSite),
    Page(WebPage<'a>),
    Posting(BlogPosting<'a>),
    Person(Person),
    Trail(BreadcrumbList),
}

/// The graph of a page, as it may stand in a `script` element.
pub fn graph(
    practice: &pamphlet_model::Practice,
    logo: Option<String>,
    head: &Head,
    names: &Names<'_>,
) -> Option<String> {
    let mut things = vec![
        Thing::Practice(Practice::new(practice, logo, names)),
        Thing::WebSite(WebSite::new(practice, names)),
        Thing::Page(WebPage::new(head, names)),
    ];
    if let Some(posting) = &head.posting {
        things.push(Thing::Posting(BlogPosting::new(posting, head, names)));
    }
    things.extend(page::people(head, names).into_iter().map(Thing::Person));
    let trail = head.trail.as_deref();
    things.extend(trail.map(|trail| Thing::Trail(BreadcrumbList::new(trail, &head.name, names))));
    let graph = Graph {
        context: "https://schema.org",
        things,
    };
    // Texts and lists of them always can be written.
    serde_json::to_string(&graph)
        .ok()
        .map(|json| in_script(&json))
}

/// JSON without a letter that could end the element it stands in, or a line of a script.
fn in_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // Outside its texts JSON has none of these.
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}
