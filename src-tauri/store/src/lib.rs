//! One library's words and facts in one SQLite file.
//!
//! [`Store::create`] makes the file, [`Store::open`] opens one and brings its schema up to date. [`Store::read`] gives a
//! handle on each table for reading; [`Store::write`] runs a closure in one transaction with handles that can also
//! write. A module per table keeps its row, its SQL and its migrations' meaning together; the migrations themselves
//! stand in one dated list, [`migrations`](crate::migration). Pictures' bytes are not here: `engine` keeps them beside.
//!
//! Nothing here takes the time or makes an id: both come in as arguments.

mod check;
mod copy;
mod error;
mod holdings;
mod migration;
mod open;
mod table;

pub use check::Check;
pub use copy::{copy, examine};
pub use error::{Refusal, StoreError};
pub use holdings::Holdings;
pub use open::{Store, Tables, TablesMut};
pub use table::articles::{
    ArticleSummary, Articles, ArticlesMut, BinnedArticle, FOUND, Found, Indexed, Listing, Order,
    Source,
};
pub use table::exports::{Export, Exports, ExportsMut};
pub use table::media::{BinnedPicture, ListedPicture, Media, MediaMut, PictureUse};
pub use table::pages::{BinnedPage, Pages, PagesMut};
pub use table::people::{BinnedPerson, ListedPerson, People, PeopleMut};
pub use table::practice::{PracticeMut, PracticeTable};
pub use table::public_addresses::PublicAddresses;
pub use table::settings::{Settings, SettingsMut};
pub use table::topics::{BinnedTopic, ListedTopic, Topics, TopicsMut};
pub use table::versions::{Change, Version, VersionId, Versions, VersionsMut, Words};
