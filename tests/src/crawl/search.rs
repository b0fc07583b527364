use serde::Deserialize;

use crate::Tree;

/// What the script of the search page reads first.
const FIRST: &str = "search/index.js";
/// How long the names are of files with words and of files with pages: `src-tauri/site/src/search/parts.rs`.
const WORDS: usize = 8;
const PAGES: usize = 5;

#[derive(Deserialize)]
struct First {
    words: String,
    pages: String,
}

/// The files that the search page may ask for.
pub fn files(tree: &Tree) -> Vec<String> {
    if tree.get(FIRST).is_none() {
        return Vec::new();
    }
    let call = tree.text(FIRST).trim_end();
    let first = call
        .strip_prefix("pamphletSearch(\"index\",")
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|value| serde_json::from_str::<First>(value).ok());
    let Some(First { words, pages }) = first else {
        return Vec::new();
    };
    let names = |text: &str, length| -> Vec<String> {
        let names = text.as_bytes().chunks(length);
        names
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect()
    };
    let words = names(&words, WORDS).into_iter();
    let words = words.map(|name| format!("search/words/{name}.js"));
    let pages = names(&pages, PAGES).into_iter().enumerate();
    let pages = pages.map(|(number, name)| format!("search/pages/{number}-{name}.js"));
    [FIRST.to_owned()]
        .into_iter()
        .chain(words)
        .chain(pages)
        .collect()
}
