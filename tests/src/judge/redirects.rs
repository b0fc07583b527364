//! `_redirects`: old addresses lead to pages that are there, in one step.

use std::collections::BTreeSet;

use crate::Tree;

use super::Finding;

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
    let fault = |rule: &Vec<&str>| {
        let words = rule.join(" ");
        let [_, to, ..] = rule.as_slice() else {
            return Some(format!("'{words}' leads nowhere"));
        };
        if olds.contains(to) {
            return Some(format!("'{words}' leads to an old address"));
        }
        (!is_page(tree, to)).then(|| format!("'{words}' leads to no page"))
    };
    rules
        .iter()
        .filter_map(fault)
        .map(|fault| Finding::new("redirects", "_redirects", fault))
        .collect()
}

fn is_page(tree: &Tree, address: &str) -> bool {
    let path = address.trim_start_matches('/');
    let index = format!("{}/index.html", path.trim_end_matches('/'));
    tree.get(path).is_some() || tree.get(index.trim_start_matches('/')).is_some()
}
