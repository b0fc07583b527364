use super::wire;
use crate::error::WireError;

wire! {
    pub struct OpenLibrary {
        pub folder: String,
        /// The practice's name.
        pub name: String,
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

/// How the app begins.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename_all = "camelCase")]
pub struct AppStart {
    pub version: String,
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
