//! The files that stand beside the pages: for search engines, feed readers, home screens and the hosts that serve them.

mod feeds;
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

/// Every file that is no page of words and no picture of an article.
pub fn files(site: &Site, pages: &Pages<'_>) -> Result<Vec<OutputFile>, ExportError> {
    let icons = pages.icons();
    let forwards = site.forwards();
    let mut files = icons
        .files()
        .map_err(|source| ExportError::Icon { source })?;
    for (path, html) in [pages.not_found()?, pages.search()?] {
        files.push(text(path, html));
    }
    files.push(text(
        crate::urls::manifest(),
        manifest::manifest(site, icons),
    ));
    files.extend(search_engines::files(site, pages));
    files.extend(feeds::files(site, icons)?);
    files.extend(servers::files(site, &forwards));
    for (from, to) in &forwards {
        files.push(OutputFile {
            kind: FileKind::Forward,
            ..text(from.clone(), pages.forward(from, to)?)
        });
    }
    Ok(files)
}

/// The day on which what patients read of it was last made sure of. It comes from the article and not from the clock: the
/// same articles give the same files on another computer.
pub fn last_changed(article: &Article) -> Option<Date> {
    article.published.max(article.reviewed)
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
