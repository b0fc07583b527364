use super::wire;
use crate::error::WireError;

wire! {
    pub struct OpenLibrary {
        pub folder: String,
        /// The practice's name.
        pub name: String,
        /// Where the person was in it.
        pub place: Option<Place>,
    }

    /// Where somebody is in an article: positions count UTF-16 units of its text.
    pub struct Place {
        pub article: String,
        /// Where the text on the screen begins.
        pub top: u32,
        pub cursor: u32,
    }

    pub struct PlaceNote {
        /// Nothing when they are in no article.
        pub place: Option<Place>,
    }

    pub struct Recent {
        pub folder: String,
        pub name: String,
    }

    pub struct LibrarySuggest {
        pub practice_name: String,
    }

    pub struct Folder {
        pub folder: String,
    }

    pub struct LibraryCopies {
        /// The last first.
        pub copies: Vec<LibraryCopy>,
    }

    pub struct LibraryCopy {
        /// RFC 3339.
        pub made: String,
        /// Whether it is as an earlier Pamphlet left the library.
        pub before_update: bool,
        /// Nothing if it is damaged.
        pub holds: Option<Holdings>,
    }

    /// What is in a library, but for what is in its bin.
    pub struct Holdings {
        pub articles: u32,
        pub pictures: u32,
        /// When an article was changed last; RFC 3339.
        pub last_change: Option<String>,
    }

    pub struct CopyOpen {
        pub folder: String,
        /// When it was made.
        pub made: String,
    }

    pub struct LibraryCreate {
        pub folder: String,
        pub practice_name: String,
        pub town: String,
        pub phone: String,
    }

    pub struct FolderChoose {
        /// What the dialog is called.
        pub title: String,
        /// Where it begins.
        pub start: Option<String>,
    }

    pub struct ChosenFolder {
        /// Nothing if the person changed their mind.
        pub folder: Option<String>,
    }
}

impl From<pamphlet_engine::Holdings> for Holdings {
    fn from(holdings: pamphlet_engine::Holdings) -> Self {
        Self {
            articles: holdings.articles,
            pictures: holdings.pictures,
            last_change: holdings.last_change.map(|moment| moment.to_string()),
        }
    }
}

/// How the app begins.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename_all = "camelCase")]
pub struct AppStart {
    pub version: String,
    /// Whether the menus are shown outside the window.
    pub menu_bar: bool,
    /// The library that was open last, opened again.
    pub library: Option<OpenLibrary>,
    pub recent: Vec<Recent>,
    /// Why the last one could not be opened again.
    pub problem: Option<LibraryProblem>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename_all = "camelCase")]
pub struct LibraryProblem {
    pub folder: String,
    #[serde(flatten)]
    #[ts(flatten)]
    pub error: WireError,
}
