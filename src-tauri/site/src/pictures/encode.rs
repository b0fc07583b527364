use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder as JpegEncoder, SamplingFactor};
use webp::{Encoder as WebpEncoder, WebPConfig};

use super::PictureError;

/// A visitor on a telephone should not wait for the picture at the top of an article: no version is larger than this
/// unless even the lowest quality is. Bytes.
const WEBP_BUDGET: usize = 200_000;
const WEBP_QUALITIES: [u8; 5] = [80, 72, 64, 55, 45];

/// The fallback that few browsers ask for.
const JPEG_BUDGET: usize = 300_000;
const JPEG_QUALITIES: [u8; 5] = [82, 76, 70, 62, 54];

/// Lossy WebP, with the transparency that the picture has.
pub(super) fn webp(image: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    first_within(WEBP_BUDGET, &WEBP_QUALITIES, |quality| {
        webp_of(image, quality)
    })
}

/// Lossy WebP for a window on this computer: nobody waits for its bytes, but for its making.
pub(super) fn quick_webp(image: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    webp_of(image, 75)
}

/// JPEG; what can be seen through becomes white.
pub(super) fn jpeg(image: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let opaque = on_white(image);
    first_within(JPEG_BUDGET, &JPEG_QUALITIES, |quality| {
        jpeg_of(&opaque, quality)
    })
}

/// A square PNG with the picture in its middle: on white where it must be full, else on nothing.
pub(super) fn icon(image: &DynamicImage, side: u32, full: bool) -> Result<Vec<u8>, PictureError> {
    let picture = match full {
        true => DynamicImage::from(on_white(image)).into_rgba8(),
        false => image.to_rgba8(),
    };
    let ground = if full { [255; 4] } else { [255, 255, 255, 0] };
    let mut square = RgbaImage::from_pixel(side, side, Rgba(ground));
    let [x, y] =
        [picture.width(), picture.height()].map(|it| i64::from(side.saturating_sub(it) / 2));
    image::imageops::replace(&mut square, &picture, x, y);
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
        .write_image(&square, side, side, ExtendedColorType::Rgba8)
        .map_err(PictureError::conversion)?;
    Ok(bytes)
}

/// What the first quality gives whose result is small enough, or else the last.
fn first_within(
    budget: usize,
    qualities: &[u8],
    encode: impl Fn(u8) -> Result<Vec<u8>, PictureError>,
) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    for quality in qualities {
        bytes = encode(*quality)?;
        if bytes.len() <= budget {
            break;
        }
    }
    Ok(bytes)
}

fn webp_of(image: &DynamicImage, quality: u8) -> Result<Vec<u8>, PictureError> {
    let mut config = WebPConfig::new()
        .map_err(|()| PictureError::conversion("libwebp gave no configuration"))?;
    config.quality = quality.into();
    let (width, height) = (image.width(), image.height());
    let encoder = if image.color().has_alpha() {
        WebpEncoder::from_rgba(image.as_bytes(), width, height)
    } else {
        WebpEncoder::from_rgb(image.as_bytes(), width, height)
    };
    let encoded = encoder.encode_advanced(&config);
    encoded
        .map(|memory| memory.to_vec())
        .map_err(|error| PictureError::conversion(format!("{error:?}")))
}

/// Baseline, all colours in one scan, with the standard's own Huffman tables: what every reader of JPEG has always read.
/// Better tables would save a tenth, but this encoder then writes a scan for each colour, which some decoders get wrong.
fn jpeg_of(image: &RgbImage, quality: u8) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let side = |pixels: u32| u16::try_from(pixels).map_err(PictureError::conversion);
    let (width, height) = (side(image.width())?, side(image.height())?);
    encoder
        .encode(image.as_raw(), width, height, ColorType::Rgb)
        .map_err(PictureError::conversion)?;
    Ok(bytes)
}

fn on_white(image: &DynamicImage) -> RgbImage {
    let DynamicImage::ImageRgba8(pixels) = image else {
        return image.to_rgb8();
    };
    let mut opaque = RgbImage::new(pixels.width(), pixels.height());
    for (to, from) in opaque.pixels_mut().zip(pixels.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        // The channel times alpha plus white times the rest, rounded; never above 255.
        to.0 = [red, green, blue]
            .map(|channel| ((channel * alpha + 255 * (255 - alpha) + 127) / 255) as u8);
    }
    opaque
}
