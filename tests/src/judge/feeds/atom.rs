//! The rules of RFC 4287, section 4, as far as a feed of articles can break them.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::{is_absolute, is_moment};

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Children of `atom:feed` (4.1.1) and of `atom:entry` (4.1.2), each with how many there may be.
const OF_FEED: &[(&str, usize, usize)] = &[
    ("author", 0, MANY),
    ("category", 0, MANY),
    ("contributor", 0, MANY),
    ("entry", 0, MANY),
    ("generator", 0, 1),
    ("icon", 0, 1),
    ("id", 1, 1),
    ("link", 1, MANY),
    ("logo", 0, 1),
    ("rights", 0, 1),
    ("subtitle", 0, 1),
    ("title", 1, 1),
    ("updated", 1, 1),
];
const OF_ENTRY: &[(&str, usize, usize)] = &[
    ("author", 0, MANY),
    ("category", 0, MANY),
    ("content", 0, 1),
    ("contributor", 0, MANY),
    ("id", 1, 1),
    ("link", 1, MANY),
    ("published", 0, 1),
    ("rights", 0, 1),
    ("source", 0, 1),
    ("summary", 0, 1),
    ("title", 1, 1),
    ("updated", 1, 1),
];
const MANY: usize = usize::MAX;

pub fn faults(text: &str) -> Vec<String> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return vec![format!("not XML: {error}")],
    };
    let feed = document.root_element();
    if !feed.has_tag_name((ATOM, "feed")) {
        return vec!["the root is no atom:feed".to_owned()];
    }
    let mut faults = of(feed, OF_FEED);
    if !links(feed, "self").any(|_| true) {
        faults.push("no link to itself".to_owned());
    }
    let mut ids = BTreeSet::new();
    for entry in children(feed, "entry") {
        faults.extend(of(entry, OF_ENTRY));
        faults.extend(entry_faults(feed, entry));
        let id = child_text(entry, "id").unwrap_or_default();
        if !ids.insert(id) {
            faults.push(format!("two entries are '{id}'"));
        }
    }
    faults.extend(staleness(feed));
    faults
}

/// Every address in `href` and `src`.
pub fn addresses(text: &str) -> Vec<String> {
    let Ok(document) = Document::parse(text) else {
        return Vec::new();
    };
    let named = document.descendants().flat_map(|node| {
        let values = ["href", "src"].map(|name| node.attribute(name));
        values.into_iter().flatten().map(str::to_owned)
    });
    named.collect()
}

/// What holds for a feed and for an entry.
fn of(node: Node<'_, '_>, allowed: &[(&str, usize, usize)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, least, most) in allowed {
        let count = children(node, name).count();
        if count < *least || count > *most {
            faults.push(format!("{count} '{name}' in {}", node.tag_name().name()));
        }
    }
    let elements = node.children().filter(Node::is_element);
    for element in elements.filter(|it| it.tag_name().namespace() == Some(ATOM)) {
        let name = element.tag_name().name();
        if !allowed.iter().any(|(known, ..)| *known == name) {
            faults.push(format!("'{name}' may not stand here"));
        }
        faults.extend(value_fault(element, name));
    }
    faults
}

fn value_fault(element: Node<'_, '_>, name: &str) -> Option<String> {
    let text = element.text().unwrap_or_default().trim();
    let fine = match name {
        "id" => is_absolute(text),
        "updated" | "published" => is_moment(text),
        "title" => !text.is_empty(),
        "link" => element.attribute("href").is_some_and(is_absolute),
        "author" => child_text(element, "name").is_some_and(|name| !name.is_empty()),
        "category" => element.attribute("term").is_some(),
        "content" | "summary" => match element.attribute("type") {
            None | Some("text" | "html") => !element.children().any(|it| it.is_element()),
            Some("xhtml") => element.children().filter(Node::is_element).count() == 1,
            Some(_) => name == "content",
        },
        _ => true,
    };
    (!fine).then(|| format!("'{name}' has the value '{text}'"))
}

fn entry_faults(feed: Node<'_, '_>, entry: Node<'_, '_>) -> Vec<String> {
    let mut faults = Vec::new();
    let has = |node, name| children(node, name).next().is_some();
    if !has(feed, "author") && !has(entry, "author") {
        faults.push("an entry without an author".to_owned());
    }
    let alternates = links(entry, "alternate").count();
    if alternates > 1 || (alternates == 0 && !has(entry, "content")) {
        faults.push(format!("an entry with {alternates} alternate links"));
    }
    faults
}

/// A feed is as new as its newest entry, not as the export's clock.
fn staleness(feed: Node<'_, '_>) -> Option<String> {
    let newest = children(feed, "entry")
        .filter_map(|entry| {
            child_text(entry, "updated")?
                .parse::<jiff::Timestamp>()
                .ok()
        })
        .max()?;
    let updated: jiff::Timestamp = child_text(feed, "updated")?.parse().ok()?;
    (updated != newest).then(|| format!("updated {updated}, and its newest entry {newest}"))
}

fn links<'a>(node: Node<'a, 'a>, rel: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    children(node, "link").filter(move |it| it.attribute("rel").unwrap_or("alternate") == rel)
}

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |it| it.has_tag_name((ATOM, name)))
}

fn child_text<'a>(node: Node<'a, 'a>, name: &'a str) -> Option<&'a str> {
    children(node, name).next()?.text().map(str::trim)
}
