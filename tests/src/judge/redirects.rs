//! `_redirects` and `.htaccess`: old addresses lead to pages that are there, in one step, and hosts are told of all of
//! them.

use std::collections::BTreeSet;

use crate::Tree;
use crate::crawl::{folder, from_root};

use super::Finding;
use super::kinds::kind;

pub fn findings(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree
        .get("_redirects")
        .and_then(|it| str::from_utf8(it).ok())
    else {
        return Vec::new();
    };
    let lines = text.lines().map(str::trim);
    let rules: Vec<Vec<&str>> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_whitespace().collect())
        .collect();
    let olds: BTreeSet<&str> = rules
        .iter()
        .filter_map(|rule| rule.first().copied())
        .collect();
    let folder = folder(tree);
    let is_page = |to: &str| from_root(&folder, to).is_some_and(|file| tree.get(&file).is_some());
    let fault = |rule: &Vec<&str>| {
        let words = rule.join(" ");
        let [_, to, ..] = rule.as_slice() else {
            return Some(format!("'{words}' leads nowhere"));
        };
        if olds.contains(to) {
            return Some(format!("'{words}' leads to an old address"));
        }
        (!is_page(to)).then(|| format!("'{words}' leads to no page"))
    };
    let faults = rules.iter().filter_map(fault);
    faults
        .map(|fault| Finding::new("redirects", "_redirects", fault))
        .chain(untold(tree, &folder, &olds))
        .collect()
}

/// Pages that forward, of which a host that reads one of the files does not learn.
fn untold(tree: &Tree, folder: &str, told: &BTreeSet<&str>) -> Vec<Finding> {
    let apache = tree.get(".htaccess").map(|_| tree.text(".htaccess"));
    let forwards = tree
        .pages()
        .filter(|(path, text)| kind(path, text) == "forward");
    let untold = forwards.flat_map(|(path, _)| {
        let place = path.trim_end_matches("index.html");
        let in_apache = format!("){}(", place.trim_end_matches('/'));
        let missing = [
            (!told.contains(&*format!("{folder}{place}"))).then_some("_redirects"),
            apache
                .is_some_and(|rules| !rules.contains(&in_apache))
                .then_some(".htaccess"),
        ];
        let finding = move |file| Finding::new("redirects", file, format!("nothing of {path}"));
        missing.into_iter().flatten().map(finding)
    });
    untold.collect()
}
