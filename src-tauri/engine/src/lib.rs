//! What Pamphlet can do, without a window.
//!
//! A [`Library`] is one practice's website in the making: a folder with `library.db` and `media/`. Its methods are the
//! product's operations; each change is one transaction. Time, randomness and folders come in through [`World`] and
//! arguments, so that the same input gives the same library and the same site.

mod articles;
mod bin;
mod copies;
mod error;
mod export;
mod import;
mod library;
mod links;
mod listing;
mod lock;
mod look;
mod making;
mod media;
mod names;
mod pages;
mod people;
mod pictures;
mod practice;
mod preview;
mod preview_site;
mod recent;
mod related;
mod renditions;
mod sample;
mod search;
mod several;
mod snapshot;
mod suggest;
mod topics;
mod versions;
mod world;

pub use articles::{ArticlePatch, ArticleView, ListedArticle};
pub use bin::Binned;
pub use copies::{LibraryCopy, copies_of};
pub use error::EngineError;
pub use export::{Destination, ExportReport, ExportState};
pub use import::{ImportReport, ImportedArticle, ImportedPage, Outcome};
pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use library::Library;
pub use links::{LinkedArticle, LostLinks, Whereabouts};
pub use listing::{ArticlesAsked, ArticlesListed};
pub use names::{BinnedName, BroughtBack, Names};
pub use pages::{BinnedPage, PagePatch};
pub use pamphlet_import::{PracticeError, read_practice};
pub use pamphlet_markdown::picture_reference;
pub use pamphlet_model::{
    Adjustments, ArticleId, ColourError, Crop, Focus, Hero, Look, Page, PageId, PageKind, Person,
    PersonId, Picture, PictureId, Standing, Status, Topic, TopicId,
};
pub use pamphlet_site::pictures::PictureError;
pub use pamphlet_site::preview::{Frame, picture_path};
pub use pamphlet_site::{ExportError, Report, Watch};
pub use pamphlet_store::{
    ArticleSummary, Change, Holdings, ListedPerson, ListedPicture, ListedTopic, Order, PictureUse,
    Refusal, StoreError, Version, VersionId, Words,
};
pub use people::PersonPatch;
pub use pictures::{BinnedPicture, ChangedEverywhere, PictureView};
pub use preview::{Block, Preview, PreviewDraft};
pub use recent::{PlaceInArticle, Recent, RecentLibraries};
pub use related::RelatedArticle;
pub use renditions::{thumbnail_path, whole_path};
pub use sample::make_sample;
pub use search::{FoundArticle, Piece};
pub use several::{Before, SeveralChange, SeveralDone};
pub use suggest::{library_folder, site_folder};
pub use versions::{Comparison, Reason, Row, Span};
pub use world::{SystemWorld, World};

#[cfg(test)]
mod tests;
