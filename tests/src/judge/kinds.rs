//! Kinds of pages, and which pages stand for their kind.

use std::collections::BTreeMap;

use crate::Tree;

/// Sites with no more pages than this are looked at whole by the programs that read markup.
const WHOLE: usize = 400;
/// Of a larger site, so many pages of each kind, evenly spaced by path.
const OF_A_KIND: usize = 25;

/// The kind of a page: its path, where a name that was chosen for a page is a star and a list's page number is an N.
/// `articles/better-sleep/index.html` is `articles/*`. What only forwards is of a kind of its own.
pub fn kind(path: &str, text: &str) -> String {
    if text.contains("http-equiv=\"refresh\"") {
        return "forward".to_owned();
    }
    let path = path.strip_suffix(".html").unwrap_or(path);
    let mut parts: Vec<&str> = path.split('/').collect();
    if parts.last() == Some(&"index") {
        parts.pop();
    }
    let Some((first, rest)) = parts.split_first() else {
        return "front".to_owned();
    };
    let mut kind = (*first).to_owned();
    let mut after_page = *first == "page";
    for part in rest {
        let shown = match *part {
            "page" => "page",
            _ if after_page => "N",
            _ => "*",
        };
        after_page = *part == "page";
        kind = format!("{kind}/{shown}");
    }
    kind
}

/// Which pages are looked at.
#[derive(Debug)]
pub struct Sampled {
    /// By the programs that read markup.
    pub read: Vec<String>,
    /// By a browser: of each kind the longest page.
    pub opened: BTreeMap<String, String>,
}

impl Sampled {
    pub fn of(tree: &Tree) -> Self {
        let mut kinds: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
        for (path, text) in tree.pages() {
            let pages = kinds.entry(kind(path, text)).or_default();
            pages.push((path, text.len()));
        }
        let count = tree.pages().count();
        let share = if count <= WHOLE { count } else { OF_A_KIND };
        let read = kinds.values().flat_map(|pages| spaced(pages, share));
        Self {
            read: read.collect(),
            opened: kinds
                .iter()
                // A browser that opens it is already elsewhere.
                .filter(|(kind, _)| *kind != "forward")
                .map(|(kind, pages)| (kind.clone(), longest(pages)))
                .collect(),
        }
    }
}

fn spaced(pages: &[(&str, usize)], share: usize) -> Vec<String> {
    let step = pages.len().div_ceil(share.max(1)).max(1);
    let mut chosen: Vec<String> = pages
        .iter()
        .step_by(step)
        .map(|(path, _)| (*path).to_owned())
        .collect();
    let longest = longest(pages);
    if !chosen.contains(&longest) {
        chosen.push(longest);
    }
    chosen
}

/// The first of the longest.
fn longest(pages: &[(&str, usize)]) -> String {
    let longest = pages.iter().map(|(_, length)| *length).max();
    let found = pages.iter().find(|(_, length)| Some(*length) == longest);
    found
        .map(|(path, _)| (*path).to_owned())
        .unwrap_or_default()
}
