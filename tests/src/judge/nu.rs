//! The W3C's Nu HTML checker (`vnu-jar`), on pages, stylesheets and drawings.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::{Finding, Judged, node_module, place, said};

/// So many files are given to one run: a command line has an end.
const AT_ONCE: usize = 500;

/// One run for all sites: it takes longer to start than to read.
pub fn findings(sites: &[Judged]) -> Vec<Vec<Finding>> {
    let files: Vec<PathBuf> = sites.iter().flat_map(files).collect();
    let mut findings = vec![Vec::new(); sites.len()];
    for files in files.chunks(AT_ONCE) {
        for message in check(files) {
            let path = message["url"].as_str().unwrap_or_default();
            let path = path.replace("file:///", "file:/");
            let path = path.strip_prefix("file:").unwrap_or(&path);
            let (number, path) = place(sites, path);
            findings[number].push(Finding::new("nu", path, fault(&message)));
        }
    }
    findings
}

fn files(site: &Judged) -> Vec<PathBuf> {
    let others = site
        .tree
        .paths()
        .filter(|path| path.ends_with(".css") || path.ends_with(".svg"));
    let pages = site.sample.read.iter().map(String::as_str);
    pages
        .chain(others)
        .map(|path| site.folder.join(path))
        .collect()
}

fn check(files: &[PathBuf]) -> Vec<Value> {
    let mut command = Command::new("java");
    command
        .arg("-jar")
        .arg(node_module("vnu-jar/build/dist/vnu.jar"))
        .args(["--also-check-css", "--also-check-svg"])
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .args(files);
    let answer: Value = serde_json::from_str(&said(&mut command)).unwrap();
    answer["messages"].as_array().cloned().unwrap()
}

fn fault(message: &Value) -> String {
    let text = |name: &str| message[name].as_str().unwrap_or_default();
    format!(
        "{}: {} line {}: {}",
        text("type"),
        text("message"),
        message["lastLine"],
        text("extract")
    )
}
