use std::io;

/// Why a file can't be used as a picture.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// No format that Pamphlet knows.
    #[error("not a picture of a known kind")]
    Unknown,
    /// What iPhones keep photographs in, unless they are set to "Most compatible" or the photo is shared as JPEG.
    #[error("a HEIC picture: save it as JPEG first")]
    Heic,
    #[error("an AVIF picture: save it as JPEG or PNG first")]
    Avif,
    /// A drawing, not pixels, and able to carry scripts.
    #[error("an SVG drawing: save it as PNG first")]
    Svg,
    /// Claims more than [`MAX_PIXELS`](super::MAX_PIXELS), or needs more memory than that allows.
    #[error("too large: {width} × {height} pixels")]
    TooLarge { width: u32, height: u32 },
    /// Of a known format, and cut short or damaged.
    #[error("damaged or incomplete: {reason}")]
    Broken { reason: String },
    /// The original could not be read.
    #[error("could not be read: {0}")]
    Unreadable(#[source] io::Error),
    /// Nothing is wrong with the picture; making a version of it failed.
    #[error("could not be converted: {reason}")]
    Conversion { reason: String },
}

impl PictureError {
    pub(super) fn broken(reason: impl ToString) -> Self {
        Self::Broken {
            reason: reason.to_string(),
        }
    }

    pub(super) fn conversion(reason: impl ToString) -> Self {
        Self::Conversion {
            reason: reason.to_string(),
        }
    }
}
