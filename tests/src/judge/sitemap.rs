//! The sitemap, by <https://www.sitemaps.org/protocol.html> and its schema; and what robots.txt says of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use roxmltree::{Document, Node};

use crate::crawl::SiteAddress;
use crate::{Page, Tree};

use super::Finding;
use super::kinds::kind;

const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const MOST_ADDRESSES: usize = 50_000;
const MOST_BYTES: usize = 50 * 1024 * 1024;
const LONGEST_ADDRESS: usize = 2048;
/// In the order of the schema.
const OF_URL: [&str; 4] = ["loc", "lastmod", "changefreq", "priority"];

pub fn findings(tree: &Tree) -> Vec<Finding> {
    if tree.get("sitemap.xml").is_none() {
        return Vec::new();
    }
    let text = tree.text("sitemap.xml");
    let mut faults = match Document::parse(text) {
        Ok(document) => faults(tree, document.root_element()),
        Err(error) => vec![format!("not XML: {error}")],
    };
    if text.len() > MOST_BYTES {
        faults.push(format!("{} bytes", text.len()));
    }
    let robots = tree.get("robots.txt").map(|_| tree.text("robots.txt"));
    let names_it = |line: &str| line.starts_with("Sitemap: http") && line.ends_with("/sitemap.xml");
    if !robots.is_some_and(|robots| robots.lines().any(names_it)) {
        faults.push("robots.txt does not name it".to_owned());
    }
    faults
        .into_iter()
        .map(|fault| Finding::new("sitemap", "sitemap.xml", fault))
        .collect()
}

fn faults(tree: &Tree, root: Node<'_, '_>) -> Vec<String> {
    if !root.has_tag_name((SCHEMA, "urlset")) {
        return vec!["the root is no urlset".to_owned()];
    }
    let mut faults = Vec::new();
    let mut listed = BTreeSet::new();
    let site = SiteAddress::of(tree);
    for url in root.children().filter(Node::is_element) {
        faults.extend(shape(url));
        let address = text(url, "loc").unwrap_or_default();
        let file = site.as_ref().and_then(|site| site.file(address));
        match file.filter(|file| tree.get(file).is_some()) {
            Some(file) if !listed.insert(file.clone()) => {
                faults.push(format!("'{address}' stands there twice"));
            }
            Some(_) => {}
            None => faults.push(format!("'{address}' is no page of the site")),
        }
    }
    if listed.len() > MOST_ADDRESSES {
        faults.push(format!("{} addresses", listed.len()));
    }
    let wanted: BTreeSet<String> = tree
        .pages()
        .filter(|(path, text)| is_to_be_found(path, text))
        .map(|(path, _)| path.to_owned())
        .collect();
    faults.extend(
        wanted
            .difference(&listed)
            .map(|page| format!("{page} is not in it")),
    );
    faults.extend(
        listed
            .difference(&wanted)
            .map(|page| format!("{page} should not be in it")),
    );
    faults
}

fn shape(url: Node<'_, '_>) -> Vec<String> {
    let mut faults = Vec::new();
    let names: Vec<&str> = url
        .children()
        .filter(|it| it.is_element() && it.tag_name().namespace() == Some(SCHEMA))
        .map(|it| it.tag_name().name())
        .collect();
    let places: Vec<Option<usize>> = names
        .iter()
        .map(|name| OF_URL.iter().position(|known| known == name))
        .collect();
    if !url.has_tag_name((SCHEMA, "url"))
        || places.first() != Some(&Some(0))
        || !places.windows(2).all(|pair| pair[0] < pair[1])
    {
        faults.push(format!("{} with {names:?}", url.tag_name().name()));
    }
    let address = text(url, "loc").unwrap_or_default();
    if address.len() >= LONGEST_ADDRESS || !address.is_ascii() {
        faults.push(format!("the address '{address}'"));
    }
    if text(url, "lastmod").is_some_and(|moment| !is_w3c_date(moment)) {
        faults.push(format!("lastmod of '{address}'"));
    }
    faults
}

/// <https://www.w3.org/TR/NOTE-datetime>
fn is_w3c_date(text: &str) -> bool {
    let is_day = text.len() == 10 && text.parse::<Date>().is_ok();
    is_day || (text.contains('T') && text.parse::<jiff::Timestamp>().is_ok())
}

/// Pages that say nothing else, and are where they say they are.
fn is_to_be_found(path: &str, text: &str) -> bool {
    let page = Page::parse(text);
    let hidden = page.count("meta[name=robots][content*=noindex]") > 0;
    !hidden && path != "404.html" && kind(path, text) != "forward"
}

fn text<'a>(url: Node<'a, 'a>, name: &'a str) -> Option<&'a str> {
    let found = url.children().find(|it| it.has_tag_name((SCHEMA, name)))?;
    found.text().map(str::trim)
}
