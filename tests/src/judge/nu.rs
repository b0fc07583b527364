//! The W3C's Nu HTML checker (`vnu-jar`), on pages, stylesheets and drawings.

use std::process::Command;

use serde_json::Value;

use super::{Finding, Judged, node_module, said};

/// So many files are given to one run: a command line has an end.
const AT_ONCE: usize = 500;

pub fn findings(site: &Judged) -> Vec<Finding> {
    let others = site
        .tree
        .paths()
        .filter(|path| path.ends_with(".css") || path.ends_with(".svg"));
    let pages = site.sample.read.iter().map(String::as_str);
    let files: Vec<&str> = pages.chain(others).collect();
    files
        .chunks(AT_ONCE)
        .flat_map(|files| check(site, files))
        .collect()
}

fn check(site: &Judged, files: &[&str]) -> Vec<Finding> {
    let mut command = Command::new("java");
    command
        .arg("-jar")
        .arg(node_module("vnu-jar/build/dist/vnu.jar"))
        .args(["--also-check-css", "--also-check-svg"])
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .args(files)
        .current_dir(&site.folder);
    let answer: Value = serde_json::from_str(&said(&mut command)).unwrap();
    let messages = answer["messages"].as_array().unwrap().iter();
    messages.map(|message| finding(site, message)).collect()
}

fn finding(site: &Judged, message: &Value) -> Finding {
    let text = |name: &str| message[name].as_str().unwrap_or_default();
    let folder = format!("file:{}/", site.folder.display());
    let path = text("url").replace("file:///", "file:/");
    let path = path.strip_prefix(&folder).unwrap_or(&path);
    let fault = format!(
        "{}: {} line {}: {}",
        text("type"),
        text("message"),
        message["lastLine"],
        text("extract")
    );
    Finding::new("nu", path, fault)
}
