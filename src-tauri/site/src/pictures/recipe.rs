use pamphlet_model::{Adjustments, Picture, PictureFormat, PictureId};

use super::{Master, PictureError, encode};
use crate::SitePath;
use crate::icons::Shape;

/// Part of the name of every file made: raise it when the same recipe should give other bytes, or sites keep the old.
const VERSION: u32 = 1;

/// Pixels. A telephone; a column of text on a desktop, or a sharp telephone; a sharp desktop.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// The longest side that a WebP file can have (RFC 9649, section 2.5).
const MAX_SIDE: u32 = 16_383;

/// One published version of a picture, still to be made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipe {
    picture: PictureId,
    adjustments: Adjustments,
    width: u32,
    height: u32,
    encoding: Encoding,
    file_name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Encoding {
    Webp,
    Jpeg,
    /// A square around the whole picture.
    Icon {
        full: bool,
    },
}

/// The versions of a picture that are published: of each width first WebP, then JPEG; widest last.
///
/// Never wider than the original. The same for the same picture, whatever else is on the site.
pub fn recipes(picture: &Picture) -> Vec<Recipe> {
    let (full_width, full_height) = picture.shown_size();
    let of_width = |width| {
        [Encoding::Webp, Encoding::Jpeg].map(|encoding| Recipe {
            picture: picture.id.clone(),
            adjustments: picture.adjustments,
            width,
            height: height_at(width, full_width, full_height),
            encoding,
            file_name: picture.file_name.clone(),
        })
    };
    widths(full_width, full_height)
        .into_iter()
        .flat_map(of_width)
        .collect()
}

impl Recipe {
    /// The picture as an icon: whole, in the middle of a square of this side in pixels.
    pub fn of_icon(picture: &Picture, size: u32, shape: Shape) -> Self {
        Self {
            picture: picture.id.clone(),
            adjustments: picture.adjustments,
            width: size,
            height: size,
            encoding: Encoding::Icon {
                full: shape == Shape::Full,
            },
            file_name: picture.file_name.clone(),
        }
    }

    /// Which picture it is made from.
    pub fn picture(&self) -> &PictureId {
        &self.picture
    }

    /// How the original is turned and cropped.
    pub fn adjustments(&self) -> Adjustments {
        self.adjustments
    }

    /// The name that a person knows the original by.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Where the file lies in the site. The name says all that decides its bytes: the original, how it is turned
    /// and cropped, the width, the encoding, and the version of the recipes.
    pub fn path(&self) -> SitePath {
        let (hash, width, extension) = (&self.picture.as_str()[..16], self.width, self.extension());
        let adjusted = self.adjustments.key();
        if let Encoding::Icon { full } = self.encoding {
            let shape = if full { "-full" } else { "" };
            return SitePath::new(format!(
                "assets/icon-{hash}{adjusted}-{width}{shape}-v{VERSION}.png"
            ));
        }
        SitePath::new(format!(
            "pictures/{hash}{adjusted}-{width}-v{VERSION}.{extension}"
        ))
    }

    /// Pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    pub fn format(&self) -> PictureFormat {
        match self.encoding {
            Encoding::Webp => PictureFormat::Webp,
            Encoding::Jpeg => PictureFormat::Jpeg,
            Encoding::Icon { .. } => PictureFormat::Png,
        }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`PictureError::Conversion`]: out of memory, or a mistake of ours.
    pub fn render(&self, master: &Master) -> Result<Vec<u8>, PictureError> {
        match self.encoding {
            Encoding::Webp => encode::webp(&master.at(self.width, self.height)?),
            Encoding::Jpeg => encode::jpeg(&master.at(self.width, self.height)?),
            Encoding::Icon { full } => {
                let (side, inside) = (self.width, inside(self.width, full));
                let (width, height) = fitting(master.size(), inside);
                encode::icon(&master.at(width, height)?, side, full)
            }
        }
    }

    fn extension(&self) -> &'static str {
        match self.encoding {
            Encoding::Webp => "webp",
            Encoding::Jpeg => "jpg",
            Encoding::Icon { .. } => "png",
        }
    }
}

/// How much of an icon's side its picture takes. What a system cuts to its own shape keeps a circle of four fifths (W3C,
/// "Web Application Manifest", "Icon masks"), in which a square of this side fits.
fn inside(side: u32, full: bool) -> u32 {
    if full { side * 56 / 100 } else { side }
}

/// The size of a picture of this form whose longer side is `side`.
fn fitting((width, height): (u32, u32), side: u32) -> (u32, u32) {
    match width >= height {
        true => (side, height_at(side, width, height)),
        false => (height_at(side, height, width), side),
    }
}

/// The widths that a picture of this size is published in, ascending, at least one.
///
/// A small original is its own largest version, unless that would be all but the same as one of the usual widths.
pub(super) fn widths(width: u32, height: u32) -> Vec<u32> {
    let limit = widest(width, height);
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|w| *w <= limit).collect();
    let last = widths.last().copied().unwrap_or(0);
    if limit < WIDTHS[2] && limit > last + last / 5 {
        widths.push(limit);
    }
    widths
}

/// How wide a version of a picture of this size may be at most, for its height's sake.
fn widest(width: u32, height: u32) -> u32 {
    let fits = u64::from(MAX_SIDE) * u64::from(width) / u64::from(height.max(1));
    u32::try_from(fits)
        .unwrap_or(u32::MAX)
        .clamp(1, width.max(1))
}

/// The height, at this width, of a picture of `full_width` by `full_height`; rounded, at least 1.
pub(super) fn height_at(width: u32, full_width: u32, full_height: u32) -> u32 {
    let full_width = u64::from(full_width.max(1));
    let height = (u64::from(width) * u64::from(full_height) + full_width / 2) / full_width;
    u32::try_from(height).unwrap_or(u32::MAX).clamp(1, MAX_SIDE)
}
