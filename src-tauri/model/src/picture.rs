use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Adjustments, PictureId};

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
    /// Whether the file moves. Of what moves the first picture is shown.
    pub animated: bool,
    /// What it shows, in words, offered wherever it is inserted.
    pub alt: String,
    pub adjustments: Adjustments,
}

impl Picture {
    /// Pixels, as it is shown: turned and cropped.
    pub fn shown_size(&self) -> (u32, u32) {
        let area = self.adjustments.area(self.width, self.height);
        (area.width, area.height)
    }
}

/// The digits by which texts name a picture: the first 16 of its id.
pub fn picture_digits(id: &PictureId) -> &str {
    &id.as_str()[..16]
}

/// The digits by which a text names pictures (`picture:0123456789abcdef`), each once, in order.
///
/// More than a page may show, for code is not told from text: good enough for whoever asks what must not be removed.
pub fn pictures_named(text: &str) -> Vec<&str> {
    const MARK: &str = "picture:";
    let mut named: Vec<&str> = text
        .match_indices(MARK)
        .filter_map(|(at, _)| text.get(at + MARK.len()..at + MARK.len() + 16))
        .filter(|digits| {
            digits
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        })
        .collect();
    named.sort_unstable();
    named.dedup();
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_each_of_its_pictures_once() {
        let text = "![a](picture:1111111111111111 \"c\") x ![](picture:0000000000000000)\n\
                    ![a](picture:1111111111111111) picture:12 picture:é23456789abcdef0 picture:";
        assert_eq!(
            pictures_named(text),
            ["0000000000000000", "1111111111111111"]
        );
    }
}
