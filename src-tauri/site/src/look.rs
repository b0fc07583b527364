//! The stylesheet and the icon: hand-written, part of the program, named in the site by their content.

use std::sync::LazyLock;

use crate::files::{Content, FileKind, OutputFile, SitePath};

mod stylesheet;

pub use stylesheet::STYLESHEET;

pub const ICON: &[u8] = include_bytes!("look/icon.svg");

/// Such as `assets/site-0123abcd.css`: a changed look has a new name, so no browser shows an old one.
pub fn stylesheet_path() -> &'static SitePath {
    static PATH: LazyLock<SitePath> = LazyLock::new(|| named("site", STYLESHEET, "css"));
    &PATH
}

pub fn icon_path() -> &'static SitePath {
    static PATH: LazyLock<SitePath> = LazyLock::new(|| named("icon", ICON, "svg"));
    &PATH
}

pub fn files() -> [OutputFile; 2] {
    [(stylesheet_path(), STYLESHEET), (icon_path(), ICON)].map(|(path, bytes)| OutputFile {
        path: path.clone(),
        kind: FileKind::Asset,
        content: Content::Bytes(bytes.to_vec()),
    })
}

fn named(stem: &str, bytes: &[u8], extension: &str) -> SitePath {
    let hash = blake3::hash(bytes).to_hex();
    SitePath::new(format!("assets/{stem}-{}.{extension}", &hash[..8]))
}

#[cfg(test)]
mod tests;
