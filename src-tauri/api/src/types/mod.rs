//! What goes over the wire. Conversions to and from the model stand beside each type.

mod articles;
mod export;
mod library;
mod links;
mod list;
mod menus;
mod names;
mod pictures;
mod practice;
mod preview;
mod versions;

pub use articles::*;
pub use export::*;
pub use library::*;
pub use links::*;
pub use list::*;
pub use menus::*;
pub use names::*;
pub use pictures::*;
pub use practice::*;
pub use preview::*;
pub use versions::*;

/// Declares a type of the wire: camelCase in JSON and in TypeScript.
macro_rules! wire {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        #[ts(rename_all = "camelCase")]
        $vis struct $name { $($body)* }
    )*};
}
use wire;

wire! {
    /// Nothing to ask, or nothing to answer.
    #[derive(Default)]
    pub struct Nothing {}
}

/// Tells a field that is left alone (absent) from one that is emptied (null).
pub(crate) fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}
