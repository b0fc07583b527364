use std::io::Cursor;

use gif::DecodeOptions;
use pamphlet_model::PictureFormat;

/// Whether a picture that is whole has more than one frame. Not a pixel is decoded.
pub(super) fn moves(bytes: &[u8], format: PictureFormat) -> bool {
    match format {
        PictureFormat::Jpeg => false,
        PictureFormat::Gif => has_two_frames(bytes).unwrap_or(false),
        // The flags of the extended header: RFC 9649, section 2.7.
        PictureFormat::Webp => {
            bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0)
        }
        PictureFormat::Png => png_chunks(bytes).any(|name| name == *b"acTL"),
    }
}

fn has_two_frames(gif: &[u8]) -> Result<bool, gif::DecodingError> {
    let mut options = DecodeOptions::new();
    options.skip_frame_decoding(true);
    let mut decoder = options.read_info(Cursor::new(gif))?;
    Ok(decoder.next_frame_info()?.is_some() && decoder.next_frame_info()?.is_some())
}

/// The names of the chunks before the pixels (PNG specification, 5.3).
fn png_chunks(bytes: &[u8]) -> impl Iterator<Item = [u8; 4]> {
    let mut at = 8;
    std::iter::from_fn(move || {
        let head = bytes.get(at..at + 8)?;
        let (length, name) = head.split_first_chunk::<4>()?;
        at = at.checked_add(u32::from_be_bytes(*length) as usize + 12)?;
        name.first_chunk::<4>().copied()
    })
    .take_while(|name| name != b"IDAT")
}
