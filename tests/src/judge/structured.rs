//! Structured data: one graph a page, in which everything that is named is there.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{Page, Tree};

use super::Finding;
use super::kinds::kind;

/// Once one page has structured data, all have it but those that nobody is to find by searching.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let pages: Vec<(&str, Vec<String>)> = tree
        .pages()
        .map(|(path, text)| (path, blocks(text)))
        .collect();
    if pages.iter().all(|(_, blocks)| blocks.is_empty()) {
        return Vec::new();
    }
    let faults = pages.iter().flat_map(|(path, blocks)| {
        let faults = match blocks.as_slice() {
            [] if is_hidden(path, tree.text(path)) => Vec::new(),
            [one] => faults(one),
            _ => vec![format!("{} blocks of structured data", blocks.len())],
        };
        let finding = |fault: String| Finding::new("structured data", path, fault);
        faults.into_iter().map(finding).collect::<Vec<_>>()
    });
    faults.collect()
}

fn is_hidden(path: &str, text: &str) -> bool {
    let robots = Page::parse(text);
    let robots = robots.all("meta[name=robots][content*=noindex]");
    !robots.is_empty() || kind(path, text) == "forward"
}

fn blocks(text: &str) -> Vec<String> {
    let page = Page::parse(text);
    let scripts = page.all("script[type='application/ld+json']").into_iter();
    scripts.map(|it| it.text().collect()).collect()
}

/// <https://www.w3.org/TR/json-ld11/#named-graphs>
fn faults(text: &str) -> Vec<String> {
    let data: Value = match serde_json::from_str(text) {
        Ok(data) => data,
        Err(error) => return vec![format!("not JSON: {error}")],
    };
    let mut faults = Vec::new();
    if data["@context"] != "https://schema.org" {
        faults.push(format!("@context is {}", data["@context"]));
    }
    let Some(graph) = data["@graph"].as_array() else {
        faults.push("no @graph".to_owned());
        return faults;
    };
    let mut names = Names::default();
    graph.iter().for_each(|node| names.collect(node));
    faults.extend(graph.iter().filter_map(untyped));
    let unknown = names.referred.difference(&names.described);
    faults.extend(unknown.map(|id| format!("'{id}' is named and not described")));
    faults.extend(names.twice);
    faults
}

fn untyped(node: &Value) -> Option<String> {
    let has_type = node["@type"].is_string() || node["@type"].is_array();
    (!has_type).then(|| format!("a node without @type: {node}"))
}

#[derive(Default)]
struct Names {
    described: BTreeSet<String>,
    referred: BTreeSet<String>,
    twice: Vec<String>,
}

impl Names {
    fn collect(&mut self, value: &Value) {
        match value {
            Value::Object(node) => {
                if let Some(id) = node.get("@id").and_then(Value::as_str) {
                    self.note(id, node.len() == 1);
                }
                node.values().for_each(|value| self.collect(value));
            }
            Value::Array(values) => values.iter().for_each(|value| self.collect(value)),
            _ => {}
        }
    }

    /// A node that has nothing but its name refers to another.
    fn note(&mut self, id: &str, only_named: bool) {
        if only_named {
            self.referred.insert(id.to_owned());
        } else if !self.described.insert(id.to_owned()) {
            self.twice.push(format!("'{id}' is described twice"));
        }
    }
}
