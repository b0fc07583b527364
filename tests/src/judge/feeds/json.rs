use std::collections::BTreeSet;

use serde_json::Value;

use super::{is_absolute, is_moment};

pub fn faults(text: &str) -> Vec<String> {
    let feed: Value = match serde_json::from_str(text) {
        Ok(feed) => feed,
        Err(error) => return vec![format!("not JSON: {error}")],
    };
    let mut faults = Vec::new();
    if feed["version"] != "https://jsonfeed.org/version/1.1" {
        faults.push(format!("version {}", feed["version"]));
    }
    if feed["title"].as_str().is_none_or(str::is_empty) {
        faults.push("no title".to_owned());
    }
    faults.extend(addresses_of(
        &feed,
        &["home_page_url", "feed_url", "icon", "favicon"],
    ));
    let Some(items) = feed["items"].as_array() else {
        faults.push("no items".to_owned());
        return faults;
    };
    let mut ids = BTreeSet::new();
    for item in items {
        faults.extend(item_faults(item));
        if !ids.insert(item["id"].to_string()) {
            faults.push(format!("two items are {}", item["id"]));
        }
    }
    faults
}

/// Every absolute address in it.
pub fn addresses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(feed) = serde_json::from_str(text) {
        collect(&feed, &mut found);
    }
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with("http") && !text.contains(char::is_whitespace) => {
            found.push(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}

fn item_faults(item: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if !item["id"].is_string() {
        faults.push(format!("an item's id is {}", item["id"]));
    }
    if !item["content_html"].is_string() && !item["content_text"].is_string() {
        faults.push(format!("{} has no content", item["id"]));
    }
    for name in ["date_published", "date_modified"] {
        if !item[name].is_null() && !item[name].as_str().is_some_and(is_moment) {
            faults.push(format!("{name} is {}", item[name]));
        }
    }
    for name in ["authors", "tags"] {
        if !item[name].is_null() && !item[name].is_array() {
            faults.push(format!("{name} is {}", item[name]));
        }
    }
    faults.extend(addresses_of(
        item,
        &["url", "external_url", "image", "banner_image"],
    ));
    faults
}

fn addresses_of(value: &Value, names: &[&str]) -> Vec<String> {
    let relative = |name: &&&str| {
        let address = &value[**name];
        !address.is_null() && !address.as_str().is_some_and(is_absolute)
    };
    names
        .iter()
        .filter(relative)
        .map(|name| format!("{name} is {}", value[*name]))
        .collect()
}
