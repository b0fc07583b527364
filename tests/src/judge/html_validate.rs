//! html-validate, as `tests/judge/html-validate.json` sets it.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::{Finding, Judged, data, node_module, place, said};

const AT_ONCE: usize = 500;

/// One run for all sites: it takes longer to start than to read.
pub fn findings(sites: &[Judged]) -> Vec<Vec<Finding>> {
    let files = |site: &Judged| -> Vec<PathBuf> {
        let read = site.sample.read.iter();
        read.map(|path| site.folder.join(path)).collect()
    };
    let files: Vec<PathBuf> = sites.iter().flat_map(files).collect();
    let mut findings = vec![Vec::new(); sites.len()];
    for files in files.chunks(AT_ONCE) {
        for page in check(files) {
            let path = page["filePath"].as_str().unwrap_or_default();
            let (number, path) = place(sites, path);
            findings[number].extend(of_page(path, &page));
        }
    }
    findings
}

fn check(files: &[PathBuf]) -> Vec<Value> {
    let mut command = Command::new("node");
    command
        .arg(node_module("html-validate/bin/html-validate.mjs"))
        .arg("--config")
        .arg(data("html-validate.json"))
        .args(["--formatter", "json"])
        .args(files);
    serde_json::from_str(&said(&mut command)).unwrap()
}

fn of_page(path: &str, page: &Value) -> Vec<Finding> {
    let messages = page["messages"].as_array().into_iter().flatten();
    messages
        .map(|message| {
            let text = |name: &str| message[name].as_str().unwrap_or_default();
            let fault = format!(
                "{}: {} line {}: {}",
                text("ruleId"),
                text("message"),
                message["line"],
                text("selector")
            );
            Finding::new("html-validate", path, fault)
        })
        .collect()
}
