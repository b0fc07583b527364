use std::io;
use std::path::{Path, PathBuf};

use pamphlet_site::ExportError;
use pamphlet_site::pictures::PictureError;
use pamphlet_store::StoreError;

/// Why an operation was not done. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Refused: somebody else has the library open.
    #[error("'{folder}' is open in another window or program", folder = folder.display())]
    OpenElsewhere { folder: PathBuf },
    /// Refused: a library is made in a folder that is new or empty.
    #[error("'{folder}' is not empty", folder = folder.display())]
    FolderNotEmpty { folder: PathBuf },
    /// Refused: there is no such article, picture, topic, person or export.
    #[error("there is no {what} '{which}'")]
    NotFound { what: &'static str, which: String },
    /// Refused: the article was changed since it was read.
    #[error("the article was changed meanwhile (revision {stored}, not {expected})")]
    Stale { stored: u64, expected: u64 },
    /// Refused: an article or a page without title or text can't go on the site.
    #[error("the article has no title or no text")]
    NoWords,
    /// Refused: a topic or a person without a name can't be chosen.
    #[error("a {what} needs a name")]
    NameNeeded { what: &'static str },
    /// Refused: articles name their topics and authors, so that two of one name would be one.
    #[error("another {what} is called '{name}'")]
    NameTaken { what: &'static str, name: String },
    /// Refused: no page of a site can have this web address.
    #[error("'{address}' can't be a web address")]
    BadAddress { address: String },
    /// Refused: two pages of one web address would be one, and patients may have it of another one.
    #[error("another {what} has or had the web address '{address}'")]
    AddressTaken { what: &'static str, address: String },
    /// Refused: an article is made of a text file only.
    #[error("'{file_name}' is not a text file")]
    NotText { file_name: String },
    /// Refused: an article or an earlier version of one shows the picture.
    #[error("the picture is still needed")]
    PictureNeeded,
    /// Refused: an article says what the picture shows, and nobody has said it of the one that is to take its place.
    #[error("the new picture has no description")]
    DescriptionNeeded,
    /// Refused: no folder was ever chosen for the finished site.
    #[error("no folder has been chosen for the finished site")]
    NoExportFolder,
    /// Refused: the finished site would lie within the library.
    #[error("'{folder}' lies within the library", folder = folder.display())]
    ExportWithinLibrary { folder: PathBuf },
    /// Refused: the finished site of another practice is in the folder.
    #[error("the site of '{practice}' is in '{folder}'", folder = folder.display())]
    OtherSite { folder: PathBuf, practice: String },
    /// Refused: the copy that was to take the library's place is no whole library.
    #[error("the copy of {made} is damaged")]
    CopyDamaged { made: jiff::Timestamp },
    /// Refused: a copy was to take the place of a library that nothing is wrong with.
    #[error("the library in '{folder}' is not damaged", folder = folder.display())]
    Whole { folder: PathBuf },
    #[error("the picture can't be used: {0}")]
    Picture(#[from] PictureError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("failed to {operation} '{path}': {source}", path = path.display())]
    Io {
        operation: &'static str,
        path: PathBuf,
        source: io::Error,
    },
}

pub(crate) type Result<T> = std::result::Result<T, EngineError>;

/// Names the operation and the path when the disk says no.
pub(crate) trait At<T> {
    fn at(self, operation: &'static str, path: &Path) -> Result<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, operation: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| EngineError::Io {
            operation,
            path: path.to_owned(),
            source,
        })
    }
}
