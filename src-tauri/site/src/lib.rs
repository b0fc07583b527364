//! From a snapshot of a library to the finished website, and the same pages for the preview.
//!
//! [`Site`] holds what is on the site, prepared: sorted, with an index that finds related articles. [`export()`] renders
//! every page and puts the result in place in a folder, as one transaction; [`preview`] renders one article, as it
//! stands in the editor, by the same templates. Nothing here knows of the store, the clock or the network: the same
//! snapshot gives the same bytes on every machine.
//!
//! Inside: `pages` says what each page shows, `templates/` how it is marked up, `look/` how it looks; `related` finds
//! related articles; `search` is what visitors search by; `pictures` makes the published versions of a picture; `write` puts files in place safely.

mod beside;
mod error;
mod export;
mod files;
mod forwards;
mod icons;
mod look;
mod pages;
mod patience;
pub mod pictures;
pub mod preview;
mod recommended;
mod related;
#[cfg(test)]
mod sample;
mod search;
mod snapshot;
mod text;
mod urls;
pub mod whole_file;
mod write;

pub use error::ExportError;
pub use export::{Originals, Report, Watch, export};
pub use look::{Choice, DESIGNS, Design, chosen};
pub use pages::LostLink;
pub use patience::patiently;
pub use preview::BODY_ID;
pub use recommended::Recommended;
pub use snapshot::{Site, Snapshot};
pub use write::{LITTER, practice_of, recover, state_of};

pub(crate) use files::{Content, FileKind, OutputFile, SitePath, Written};
