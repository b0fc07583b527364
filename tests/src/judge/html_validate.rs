//! html-validate, as `tests/judge/html-validate.json` sets it.

use std::process::Command;

use serde_json::Value;

use super::{Finding, Judged, data, node_module, said};

const AT_ONCE: usize = 500;

pub fn findings(site: &Judged) -> Vec<Finding> {
    site.sample
        .read
        .chunks(AT_ONCE)
        .flat_map(|files| check(site, files))
        .collect()
}

fn check(site: &Judged, files: &[String]) -> Vec<Finding> {
    let mut command = Command::new("node");
    command
        .arg(node_module("html-validate/bin/html-validate.mjs"))
        .arg("--config")
        .arg(data("html-validate.json"))
        .args(["--formatter", "json"])
        .args(files)
        .current_dir(&site.folder);
    let pages: Vec<Value> = serde_json::from_str(&said(&mut command)).unwrap();
    pages.iter().flat_map(|page| of_page(site, page)).collect()
}

fn of_page(site: &Judged, page: &Value) -> Vec<Finding> {
    let path = page["filePath"].as_str().unwrap_or_default();
    let folder = format!("{}/", site.folder.display());
    let path = path.strip_prefix(&folder).unwrap_or(path);
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
