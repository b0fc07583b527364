//! Feeds: Atom by RFC 4287, JSON Feed by <https://www.jsonfeed.org/version/1.1/>.

mod atom;
mod json;

use jiff::Timestamp;

use crate::crawl::SiteAddress;
use crate::{Page, Tree};

use super::Finding;

pub fn findings(tree: &Tree) -> Vec<Finding> {
    let feeds = tree.paths().filter(|path| *path != "sitemap.xml");
    let judged = feeds.flat_map(|path| {
        let faults = match path.rsplit('.').next() {
            Some("xml" | "atom") => atom::faults(tree.text(path)),
            Some("json") if path.ends_with("feed.json") => json::faults(tree.text(path)),
            _ => return Vec::new(),
        };
        let faults = faults.into_iter().chain(dead_links(tree, path));
        faults
            .map(|fault| Finding::new("feeds", path, fault))
            .collect()
    });
    judged.chain(unannounced(tree)).collect()
}

/// Own addresses that a feed's markup names, wherever they stand.
fn dead_links(tree: &Tree, path: &str) -> Vec<String> {
    let Some(site) = SiteAddress::of(tree) else {
        return Vec::new();
    };
    let addresses = match path.ends_with(".json") {
        true => json::addresses(tree.text(path)),
        false => atom::addresses(tree.text(path)),
    };
    let dead = addresses.into_iter().filter(|address| {
        let file = site.file(address.split('#').next().unwrap_or_default());
        file.is_some_and(|file| tree.get(&file).is_none())
    });
    dead.map(|address| format!("'{address}' leads to no file"))
        .collect()
}

/// Every page says where the feeds are, if one does.
fn unannounced(tree: &Tree) -> Vec<Finding> {
    let count = |text: &str| {
        let page = Page::parse(text);
        page.count("link[rel=alternate][type='application/atom+xml']")
            + page.count("link[rel=alternate][type='application/feed+json']")
    };
    let Some(front) = tree
        .get("index.html")
        .map(|_| count(tree.text("index.html")))
    else {
        return Vec::new();
    };
    let differing = tree.pages().filter(|(path, text)| {
        super::kinds::kind(path, text) != "forward" && *path != "404.html" && count(text) != front
    });
    differing
        .map(|(path, _)| Finding::new("feeds", path, "announces other feeds than the front page"))
        .collect()
}

/// RFC 3339, with a zone.
fn is_moment(text: &str) -> bool {
    text.parse::<Timestamp>().is_ok() && text.contains('T')
}

fn is_absolute(address: &str) -> bool {
    ["https://", "http://", "urn:", "tag:"]
        .iter()
        .any(|scheme| address.starts_with(scheme) && address.len() > scheme.len())
}
