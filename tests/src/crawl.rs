//! Follows everything that the pages of a finished site point to.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Page, Tree};

/// Files that no page need lead to: hosts and search engines ask for them by name.
const ASKED_BY_NAME: [&str; 6] = [
    ".htaccess",
    "404.html",
    "_headers",
    "_redirects",
    "robots.txt",
    "sitemap.xml",
];

/// What is wrong with a site's links: nothing, in a sound site. One sentence each.
pub fn faults(tree: &Tree) -> Vec<String> {
    let pages: BTreeMap<&str, Page> = tree
        .pages()
        .map(|(path, text)| (path, Page::parse(text)))
        .collect();
    let mut faults = Vec::new();
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        let Some(page) = pages.get(path.as_str()) else {
            continue;
        };
        for reference in references(page) {
            match follow(tree, &pages, &path, &reference) {
                Ok(Some(target)) => {
                    if reached.insert(target.clone()) {
                        waiting.push(target);
                    }
                }
                Ok(None) => {}
                Err(fault) => faults.push(format!(
                    "{path}: {} '{}' {fault}",
                    reference.what, reference.to
                )),
            }
        }
    }
    for path in tree.paths().filter(|path| !reached.contains(*path)) {
        // A stylesheet may ask for files, too, and so may the manifest.
        let named = ASKED_BY_NAME.contains(&path)
            || tree
                .paths()
                .filter(|css| css.ends_with(".css") || css.ends_with(".webmanifest"))
                .any(|css| tree.text(css).contains(path));
        if !named {
            faults.push(format!("{path} can't be reached from the front page"));
        }
    }
    faults
}

struct Reference {
    /// Element and attribute: `a href`.
    what: String,
    to: String,
    /// A visitor must ask for it: only such may lead elsewhere.
    is_link: bool,
}

fn references(page: &Page) -> Vec<Reference> {
    let mut found = Vec::new();
    for attribute in [
        "href",
        "src",
        "srcset",
        "poster",
        "data",
        "action",
        "formaction",
        "background",
        "ping",
    ] {
        for element in page.all(&format!("[{attribute}]")) {
            let name = element.value().name();
            let value = element.attr(attribute).unwrap_or_default();
            let is_link =
                attribute == "href" && (name == "a" || element.attr("rel") == Some("canonical"));
            let targets: Vec<&str> = match attribute {
                "srcset" => value
                    .split(',')
                    .filter_map(|part| part.split_whitespace().next())
                    .collect(),
                _ => vec![value],
            };
            found.extend(targets.into_iter().map(|to| Reference {
                what: format!("{name} {attribute}"),
                to: to.to_owned(),
                is_link,
            }));
        }
    }
    found
}

/// The file that a reference on a page leads to; nothing if it leads away from the site.
fn follow(
    tree: &Tree,
    pages: &BTreeMap<&str, Page>,
    from: &str,
    reference: &Reference,
) -> Result<Option<String>, &'static str> {
    let to = reference.to.as_str();
    if let Some((scheme, _)) = to.split_once(':') {
        let away =
            ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str());
        return match (away, reference.is_link) {
            (true, true) => Ok(None),
            (true, false) => Err("asks another computer"),
            (false, _) => Err("has a scheme that is not allowed"),
        };
    }
    if to.starts_with('/') {
        return Err("does not work from the disk");
    }
    let (path, fragment) = to.split_once('#').unwrap_or((to, ""));
    let target = if path.is_empty() {
        from.to_owned()
    } else {
        resolve(from, path).ok_or("leads out of the site")?
    };
    if tree.get(&target).is_none() {
        return Err("leads to no file");
    }
    let has_place = |page: &Page| {
        page.all("[id]")
            .iter()
            .any(|element| element.attr("id") == Some(fragment))
    };
    if !fragment.is_empty() && !pages.get(target.as_str()).is_some_and(has_place) {
        return Err("leads to no place on the page");
    }
    Ok(Some(target))
}

fn resolve(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
