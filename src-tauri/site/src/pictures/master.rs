use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use pamphlet_model::Adjustments;

use super::PictureError;
use super::area::part_of_file;
use super::open::{Opened, turns_sideways};
use super::recipe::{height_at, widths};

/// A picture ready to be published: upright, in sRGB, 8 bits a channel, as large as its largest version.
#[derive(Debug, Clone)]
pub struct Master {
    /// `Rgb8`, or `Rgba8` if a pixel of it can be seen through.
    image: DynamicImage,
}

impl Master {
    /// Decodes an original, turned and cropped as its adjustments say. Of an animation the first picture counts.
    ///
    /// # Errors
    /// As [`inspect`](super::inspect); and [`PictureError::Conversion`].
    pub fn decode(original: &[u8], adjustments: Adjustments) -> Result<Self, PictureError> {
        Self::decode_to(original, adjustments, largest)
    }

    /// As [`Master::decode`], but as large as `size` says of the part that is shown.
    pub(super) fn decode_to(
        original: &[u8],
        adjustments: Adjustments,
        size: impl FnOnce((u32, u32)) -> (u32, u32),
    ) -> Result<Self, PictureError> {
        let mut opened = Opened::new(original)?;
        let (orientation, profile) = (opened.orientation, opened.profile.take());
        let seen = opened.size_as_seen();
        let area = adjustments.area(seen.0, seen.1);
        let (width, height) = size((area.width, area.height));
        let part = part_of_file(area, seen, adjustments.turns, orientation);
        let mut image = eight_bits(opened.decode()?);
        if (part.width, part.height) != (image.width(), image.height()) {
            image = image.crop_imm(part.left, part.top, part.width, part.height);
        }
        // Turned after it is small: a large photograph would be in memory twice.
        let (width, height) = if turns_sideways(orientation) == (adjustments.turns % 2 == 1) {
            (width, height)
        } else {
            (height, width)
        };
        let mut image =
            without_idle_alpha(in_srgb(scaled(image, width, height)?, profile.as_deref()));
        image.apply_orientation(orientation);
        image.apply_orientation(quarter_turns(adjustments.turns));
        Ok(Self { image })
    }

    /// The picture as it is.
    pub(super) fn image(&self) -> &DynamicImage {
        &self.image
    }

    /// Pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.image.width(), self.image.height())
    }

    /// The picture at another size.
    pub(super) fn at(&self, width: u32, height: u32) -> Result<DynamicImage, PictureError> {
        scaled(self.image.clone(), width, height)
    }
}

/// The size of the largest version.
fn largest((width, height): (u32, u32)) -> (u32, u32) {
    let largest = widths(width, height).last().copied().unwrap_or(1);
    (largest, height_at(largest, width, height))
}

fn quarter_turns(turns: u8) -> Orientation {
    match turns % 4 {
        0 => Orientation::NoTransforms,
        1 => Orientation::Rotate90,
        2 => Orientation::Rotate180,
        _ => Orientation::Rotate270,
    }
}

fn eight_bits(image: DynamicImage) -> DynamicImage {
    if image.color().has_alpha() {
        image.into_rgba8().into()
    } else {
        image.into_rgb8().into()
    }
}

/// Scaled with Lanczos' filter over three lobes: sharp, and every pixel of the original counts.
fn scaled(image: DynamicImage, width: u32, height: u32) -> Result<DynamicImage, PictureError> {
    let (from_width, from_height) = (image.width(), image.height());
    if (from_width, from_height) == (width, height) {
        return Ok(image);
    }
    let has_alpha = image.color().has_alpha();
    let pixels = if has_alpha {
        PixelType::U8x4
    } else {
        PixelType::U8x3
    };
    let from = Image::from_vec_u8(from_width, from_height, image.into_bytes(), pixels);
    let from = from.map_err(PictureError::conversion)?;
    let mut to = Image::new(width, height, pixels);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new()
        .resize(&from, &mut to, &options)
        .map_err(PictureError::conversion)?;
    from_raw(to.into_vec(), width, height, has_alpha)
}

fn from_raw(
    pixels: Vec<u8>,
    width: u32,
    height: u32,
    has_alpha: bool,
) -> Result<DynamicImage, PictureError> {
    let image = if has_alpha {
        RgbaImage::from_raw(width, height, pixels).map(DynamicImage::from)
    } else {
        RgbImage::from_raw(width, height, pixels).map(DynamicImage::from)
    };
    image.ok_or_else(|| PictureError::conversion("a buffer of the wrong size"))
}

/// The picture's colours as sRGB has them: telephones photograph in wider spaces (Display P3), and without their
/// profile such pictures look pale. A profile that can't be used leaves the numbers as they are.
fn in_srgb(image: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let converted = profile.and_then(|profile| {
        let profile = ColorProfile::new_from_slice(profile).ok()?;
        // Decoding has made RGB of grey and CMYK, and their profiles do not fit that.
        (profile.color_space == DataColorSpace::Rgb).then_some(())?;
        let has_alpha = image.color().has_alpha();
        let layout = if has_alpha { Layout::Rgba } else { Layout::Rgb };
        let options = TransformOptions::default();
        let transform = profile
            .create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options)
            .ok()?;
        let mut pixels = vec![0; image.as_bytes().len()];
        transform.transform(image.as_bytes(), &mut pixels).ok()?;
        from_raw(pixels, image.width(), image.height(), has_alpha).ok()
    });
    converted.unwrap_or(image)
}

/// Drops transparency that no pixel makes use of.
fn without_idle_alpha(image: DynamicImage) -> DynamicImage {
    match image {
        DynamicImage::ImageRgba8(pixels) if pixels.pixels().all(|pixel| pixel.0[3] == 255) => {
            DynamicImage::ImageRgba8(pixels).into_rgb8().into()
        }
        image => image,
    }
}
