use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};
use pamphlet_model::PictureFormat;

use super::moving::moves;
use super::{PictureError, jpeg, sniff};

/// The most pixels that a picture may claim to have: twice what the largest telephone cameras make by default, and
/// 400 MB when decoded.
pub const MAX_PIXELS: u64 = 100_000_000;

/// The most memory that the pixels of a picture may take when decoded, in bytes.
const MAX_MEMORY: u64 = 512 * 1024 * 1024;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inspected {
    pub format: PictureFormat,
    /// Pixels, as seen: after the orientation in the camera's data is applied.
    pub width: u32,
    /// Pixels, as seen.
    pub height: u32,
    /// Whether it moves. Of what moves the first picture counts.
    pub animated: bool,
}

/// Judges a file that is to become a picture of the library: of a known format, of bearable size, and whole. It is
/// decoded to the end, so that an export never meets a picture it can't use.
///
/// # Errors
/// Every [`PictureError`] but `Unreadable` and `Conversion`.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, PictureError> {
    let claimed = look(bytes)?;
    Opened::new(bytes)?.decode()?;
    Ok(claimed)
}

/// What the header of a file claims, not a pixel of it decoded. Whoever makes a [`rendition`](super::rendition) of the
/// file learns whether the rest is whole.
///
/// # Errors
/// Every [`PictureError`] but `Unreadable` and `Conversion`.
pub fn look(bytes: &[u8]) -> Result<Inspected, PictureError> {
    let opened = Opened::new(bytes)?;
    let (width, height) = opened.size_as_seen();
    Ok(Inspected {
        format: opened.format,
        width,
        height,
        animated: moves(bytes, opened.format),
    })
}

/// How much memory decoding an original takes at most, in bytes, as its header claims.
pub(crate) fn memory(bytes: &[u8]) -> Result<u64, PictureError> {
    Opened::new(bytes).map(|opened| opened.memory())
}

/// What a pixel takes when decoded, in bytes: its colours and what can be seen through it.
const PIXEL: u64 = 4;
/// What a pixel of a progressive JPEG takes besides, in bytes: its decoder holds the coefficients of all three colours,
/// two bytes each, until the last scan.
const COEFFICIENTS: u64 = 6;

/// A picture whose header has been read and found bearable.
pub(super) struct Opened<'a> {
    pub format: PictureFormat,
    pub orientation: Orientation,
    /// The ICC profile: what the numbers of the pixels mean.
    pub profile: Option<Vec<u8>>,
    bytes: &'a [u8],
    decoder: Box<dyn ImageDecoder + 'a>,
}

impl<'a> Opened<'a> {
    pub fn new(bytes: &'a [u8]) -> Result<Self, PictureError> {
        let format = sniff::format(bytes)?;
        let mut decoder = decoder(bytes)?;
        let (width, height) = decoder.dimensions();
        let too_large = PictureError::TooLarge { width, height };
        if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_MEMORY {
            return Err(too_large);
        }
        decoder.set_limits(limits()).map_err(|_| too_large)?;
        // A picture whose extras can't be read is still a picture.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().unwrap_or(None);
        Ok(Self {
            format,
            orientation,
            profile,
            bytes,
            decoder,
        })
    }

    pub fn size_as_seen(&self) -> (u32, u32) {
        let (width, height) = self.decoder.dimensions();
        if turns_sideways(self.orientation) {
            (height, width)
        } else {
            (width, height)
        }
    }

    pub fn decode(self) -> Result<DynamicImage, PictureError> {
        if self.format == PictureFormat::Jpeg && !jpeg::is_complete(self.bytes) {
            return Err(PictureError::broken("the file ends too early"));
        }
        let (width, height) = self.decoder.dimensions();
        DynamicImage::from_decoder(self.decoder)
            .map_err(|error| decoding_failed(error, width, height))
    }

    fn memory(&self) -> u64 {
        let (width, height) = self.decoder.dimensions();
        let pixels = u64::from(width) * u64::from(height);
        let plain = self.decoder.total_bytes().max(PIXEL * pixels);
        if self.format == PictureFormat::Jpeg && jpeg::is_progressive(self.bytes) {
            plain + COEFFICIENTS * pixels
        } else {
            plain
        }
    }
}

/// True if the orientation makes the picture's width its height.
pub(super) fn turns_sideways(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(
        orientation,
        Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH
    )
}

fn decoder(bytes: &[u8]) -> Result<Box<dyn ImageDecoder + '_>, PictureError> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(PictureError::Unreadable)?;
    reader.limits(limits());
    match reader.into_decoder() {
        Ok(decoder) => Ok(Box::new(decoder)),
        Err(error) => {
            let (width, height) = png_size(bytes).unwrap_or_default();
            Err(decoding_failed(error, width, height))
        }
    }
}

/// What the header of a PNG claims (PNG specification, 11.2.1): its decoder refuses monsters without saying.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, rest) = bytes.get(16..24)?.split_first_chunk::<4>()?;
    Some((
        u32::from_be_bytes(*width),
        u32::from_be_bytes(*rest.first_chunk()?),
    ))
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_MEMORY);
    limits
}

fn decoding_failed(error: ImageError, width: u32, height: u32) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::TooLarge { width, height },
        error => PictureError::broken(error),
    }
}
