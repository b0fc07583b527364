use image::ImageFormat;
use pamphlet_model::PictureFormat;

use super::PictureError;

/// The format that the first bytes of a file announce. File names are not asked: they lie.
pub(super) fn format(bytes: &[u8]) -> Result<PictureFormat, PictureError> {
    match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) => Ok(PictureFormat::Jpeg),
        Ok(ImageFormat::Png) => Ok(PictureFormat::Png),
        Ok(ImageFormat::WebP) => Ok(PictureFormat::Webp),
        Ok(ImageFormat::Gif) => Ok(PictureFormat::Gif),
        _ => Err(unsupported(bytes)),
    }
}

/// Which kind of picture this is that Pamphlet does not take.
fn unsupported(bytes: &[u8]) -> PictureError {
    if let Some(brands) = brands(bytes) {
        // ISO/IEC 23008-12, annex B, and the AV1 Image File Format, section 8. `mif1` is any of both.
        let has = |names: &[&[u8]]| brands.chunks_exact(4).any(|brand| names.contains(&brand));
        if has(&[b"avif", b"avis"]) {
            return PictureError::Avif;
        }
        if has(&[
            b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1",
        ]) {
            return PictureError::Heic;
        }
    }
    if is_svg(bytes) {
        PictureError::Svg
    } else {
        PictureError::Unknown
    }
}

/// The brands in the first box of an ISO base media file (ISO/IEC 14496-12, section 4.3), the minor version among them.
fn brands(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let brands = rest.strip_prefix(b"ftyp")?;
    let length = (u32::from_be_bytes(*length) as usize).saturating_sub(8);
    Some(&brands[..length.min(brands.len())])
}

/// True if the file is text whose first element is `svg`, as far as the first thousand bytes tell.
fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with('<') && head.contains("<svg")
}
