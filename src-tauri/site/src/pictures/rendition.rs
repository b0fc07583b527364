use pamphlet_model::Adjustments;

use super::{Master, PictureError, encode};

/// A small WebP of a picture as it is shown, for a window: at most `longest` pixels along its longer side, never
/// enlarged.
///
/// # Errors
/// As [`inspect`](super::inspect); and [`PictureError::Conversion`].
pub fn rendition(
    original: &[u8],
    adjustments: Adjustments,
    longest: u32,
) -> Result<Vec<u8>, PictureError> {
    let size = |size| within(size, longest);
    encode::quick_webp(Master::decode_to(original, adjustments, size)?.image())
}

fn within((width, height): (u32, u32), longest: u32) -> (u32, u32) {
    let larger = u64::from(width.max(height));
    if larger <= u64::from(longest) {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = (u64::from(side) * u64::from(longest) + larger / 2) / larger;
        u32::try_from(side).unwrap_or(longest).max(1)
    };
    (scaled(width), scaled(height))
}
