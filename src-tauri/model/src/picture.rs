use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::PictureId;

/// The kinds of picture file that Pamphlet takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    Jpeg,
    Png,
    Webp,
    Gif,
}

impl PictureFormat {
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
        }
    }

    /// The name that the store and the wire use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::Webp, Self::Gif]
            .into_iter()
            .find(|f| f.as_str() == name)
    }
}

/// What is known of a picture whose original lies in the library's `media` folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub id: PictureId,
    /// The name that the file had when it came, for people to recognise it by.
    pub file_name: String,
    pub format: PictureFormat,
    /// Pixels, as seen: after the orientation in the camera's data is applied.
    pub width: u32,
    /// Pixels, as seen.
    pub height: u32,
    /// Size of the original file.
    pub bytes: u64,
    pub added: Timestamp,
}
