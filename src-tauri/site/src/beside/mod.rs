//! The files that stand beside the pages: for search engines, feed readers, home screens and the hosts that serve them.

mod feeds;
mod forwards;
mod manifest;
mod search_engines;
mod servers;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use pamphlet_model::Article;
use serde::Serialize;

use crate::error::ExportError;
use crate::files::{Content, FileKind, OutputFile, SitePath};
use crate::pages::Pages;
use crate::snapshot::Site;

pub use feeds::has_feeds;
pub use forwards::Forward;

/// Every file that is no page of words and no picture of an article.
pub fn files(site: &Site, pages: &Pages<'_>) -> Result<Vec<OutputFile>, ExportError> {
    let icons = pages.icons();
    let forwards = forwards::of(site);
    let mut files = icons
        .files()
        .map_err(|source| ExportError::Icon { source })?;
    let not_found = pages.not_found()?;
    files.push(text(not_found.path, not_found.html));
    files.push(text(
        crate::urls::manifest(),
        manifest::manifest(site, icons),
    ));
    files.extend(search_engines::files(site, pages));
    files.extend(feeds::files(site, icons)?);
    files.extend(servers::files(site, &forwards));
    for forward in &forwards {
        files.push(text(forward.from.clone(), forward.page(site)?));
    }
    Ok(files)
}

/// The day on which what patients read of it was last made sure of. It comes from the article and not from the clock: the
/// same articles give the same files on another computer.
pub fn last_changed(article: &Article) -> Option<Date> {
    article.published
}

/// What is written for programs, and can be read by people.
fn json(value: &impl Serialize) -> String {
    // Texts, numbers and lists of them always can be written.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn text(path: SitePath, text: String) -> OutputFile {
    OutputFile {
        path,
        kind: FileKind::Asset,
        content: Content::Bytes(text.into_bytes()),
    }
}
