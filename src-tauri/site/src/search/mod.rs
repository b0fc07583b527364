//! Search on the finished site, without a server.
//!
//! ```text
//! pages ──Searched::new──> stems and weights of each ──Index──> postings of each stem ──parts──> files
//! ```
//!
//! The browser's half is `script/` beside this crate's `src/`; it reads the same text the same way ([`words`]), fetches
//! the few files that it needs for a question and puts what it finds in order. What the files look like and why is in
//! `docs/site-search.md`.

mod index;
mod parts;
mod postings;
mod searched;
#[cfg(test)]
mod tests;
mod words;

use std::sync::LazyLock;

use crate::files::{Content, FileKind, OutputFile, SitePath};
use crate::look;

pub use searched::{Searched, Texts};

/// Made of `script/` by `npm run build:script`; a test of the script's says whether it is up to date.
const SCRIPT: &str = include_str!("search.js");

/// Of what others wrote that the script has inside.
const LICENCE: &str = include_str!("porter2-licence.txt");

/// The script of the search page.
pub fn script_path() -> &'static SitePath {
    static PATH: LazyLock<SitePath> =
        LazyLock::new(|| look::named("search", script().as_bytes(), "js"));
    &PATH
}

fn licence_path() -> SitePath {
    look::named("search-licence", LICENCE.as_bytes(), "txt")
}

/// It says where the licence is.
fn script() -> String {
    format!("/* With porter2, see {} */\n{SCRIPT}", licence_path())
}

/// What the search page needs beside itself.
pub fn files(pages: Vec<Searched>) -> Vec<OutputFile> {
    let script = (script_path().clone(), script());
    let licence = (licence_path(), LICENCE.to_owned());
    let parts = parts::files(index::Index::new(pages));
    let file = |(path, text): (SitePath, String)| OutputFile {
        path,
        kind: FileKind::Asset,
        content: Content::Bytes(text.into_bytes()),
    };
    [script, licence]
        .into_iter()
        .chain(parts)
        .map(file)
        .collect()
}
