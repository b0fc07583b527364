//! The stylesheet: hand-written, part of the program, named in the site by its content.

use std::sync::LazyLock;

use crate::files::{Content, FileKind, OutputFile, SitePath};

mod stylesheet;

pub use stylesheet::STYLESHEET;

/// Stands in the preview for the icon made of the practice's initials.
pub const ICON: &[u8] = include_bytes!("look/icon.svg");

/// Such as `assets/site-0123abcd.css`: a changed look has a new name, so no browser shows an old one.
pub fn stylesheet_path() -> &'static SitePath {
    static PATH: LazyLock<SitePath> = LazyLock::new(|| named("site", STYLESHEET, "css"));
    &PATH
}

pub fn files() -> [OutputFile; 1] {
    [OutputFile {
        path: stylesheet_path().clone(),
        kind: FileKind::Asset,
        content: Content::Bytes(STYLESHEET.to_vec()),
    }]
}

fn named(stem: &str, bytes: &[u8], extension: &str) -> SitePath {
    let hash = blake3::hash(bytes).to_hex();
    SitePath::new(format!("assets/{stem}-{}.{extension}", &hash[..8]))
}

#[cfg(test)]
mod tests;
