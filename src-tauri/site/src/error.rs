use std::io;
use std::path::PathBuf;

use pamphlet_model::Address;

use crate::pictures::PictureError;

/// Why there is no new site. The folder then holds what it held before, but for [`HalfInPlace`](Self::HalfInPlace).
///
/// Refused, not broken, are [`Stopped`](Self::Stopped), [`NotEmpty`](Self::NotEmpty), [`Foreign`](Self::Foreign),
/// [`Busy`](Self::Busy), [`Newer`](Self::Newer) and [`SameAddress`](Self::SameAddress).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// [`Watch::stopped`](crate::Watch::stopped) said so.
    #[error("the export was stopped")]
    Stopped,
    /// The folder holds files and no manifest of ours.
    #[error("'{}' is not empty and was not made by Pamphlet", folder.display())]
    NotEmpty { folder: PathBuf },
    /// Files that Pamphlet did not write lie where the site's own files would go.
    #[error("{} file(s) in the folder are not Pamphlet's and are in the way, the first '{}'", paths.len(), paths.first().map(|p| p.display().to_string()).unwrap_or_default())]
    Foreign { paths: Vec<PathBuf> },
    /// Another export writes to this folder now.
    #[error("another export is writing to '{}'", folder.display())]
    Busy { folder: PathBuf },
    /// The folder's manifest has a format that only a newer Pamphlet knows.
    #[error("the site in '{}' was made by a newer Pamphlet", folder.display())]
    Newer { folder: PathBuf },
    /// Two articles, or two topics, would be the same page.
    #[error("two pages have the web address '{address}'")]
    SameAddress { address: Address },
    /// An original that the library says it has could not be read or understood.
    #[error("the picture '{file_name}' could not be prepared: {source}")]
    Picture {
        file_name: String,
        source: PictureError,
    },
    #[error("failed to {operation} '{}': {source}", path.display())]
    Io {
        operation: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// The new site was ready, and could not all be moved into place. The next export goes on with it.
    #[error("the new site is not all in place: {reason}")]
    HalfInPlace { reason: Box<ExportError> },
    /// The site can't have a file of this name on every system: a mistake of ours.
    #[error("the site can't have a file '{path}': {reason}")]
    Name { path: String, reason: &'static str },
    /// The site's icons could not be made: out of memory, or a mistake of ours.
    #[error("failed to make the icons: {source}")]
    Icon { source: image::ImageError },
    /// A template failed: a mistake of ours. The source names the template and its line.
    #[error("failed to render '{page}': {source}")]
    Template {
        page: String,
        source: minijinja::Error,
    },
}
