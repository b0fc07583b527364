//! Pictures are made here, by arithmetic, so that the same ones are made on every machine.

mod adjusted;
mod arrival;
mod hostile;
mod published;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jiff::Timestamp;
use pamphlet_model::{Adjustments, Picture, PictureFormat, PictureId};

use super::{Inspected, inspect};

/// A photograph of sorts: shades with some grain.
pub(crate) fn photo(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503))
            .wrapping_mul(2_246_822_519)
            >> 29;
        let shade = |across: u32, down: u32| (across * x / width + down * y / height + grain) as u8;
        Rgb([shade(120, 100), shade(60, 150), shade(30, 90) + 100])
    })
    .into()
}

/// Red, green, blue and yellow quarters, from the upper left, row by row.
fn quarters(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => YELLOW,
        }
    })
    .into()
}

const RED: Rgb<u8> = Rgb([220, 30, 30]);
const GREEN: Rgb<u8> = Rgb([30, 160, 30]);
const BLUE: Rgb<u8> = Rgb([30, 30, 220]);
const YELLOW: Rgb<u8> = Rgb([230, 220, 30]);

/// Nothing at the left, blue at the right.
fn half_seen_through(width: u32, height: u32) -> DynamicImage {
    let blue = |x| {
        if x < width / 2 {
            Rgba([0, 0, 0, 0])
        } else {
            Rgba([20, 40, 200, 255])
        }
    };
    RgbaImage::from_fn(width, height, |x, _| blue(x)).into()
}

pub(crate) fn encoded(image: &DynamicImage, format: PictureFormat) -> Vec<u8> {
    let format = match format {
        PictureFormat::Jpeg => ImageFormat::Jpeg,
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::Webp => ImageFormat::WebP,
        PictureFormat::Gif => ImageFormat::Gif,
    };
    let mut bytes = Vec::new();
    image
        .write_to(&mut Cursor::new(&mut bytes), format)
        .unwrap();
    bytes
}

fn jpeg(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 95))
        .unwrap();
    bytes
}

/// A JPEG as cameras write it: with orientation, place, the camera's owner, XMP and IPTC.
pub(crate) fn from_a_camera(image: &DynamicImage, orientation: u16) -> Vec<u8> {
    let plain = jpeg(image);
    let mut bytes = plain[..2].to_vec();
    bytes.extend(segment(
        0xE1,
        &[b"Exif\0\0", exif(orientation).as_slice()].concat(),
    ));
    bytes.extend(segment(
        0xE1,
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Private Owner</x:xmpmeta>",
    ));
    bytes.extend(segment(0xED, b"Photoshop 3.0\08BIM\x04\x04Private Owner"));
    bytes.extend(segment(0xFE, b"Private Owner"));
    bytes.extend_from_slice(&plain[2..]);
    bytes
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], content].concat()
}

/// A big-endian TIFF with Orientation, Artist and a GPS directory (Exif 2.32, section 4.6).
fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [
            &tag.to_be_bytes()[..],
            &kind.to_be_bytes(),
            &count.to_be_bytes(),
            &value,
        ]
        .concat()
    };
    let [high, low] = orientation.to_be_bytes();
    let (artist_at, gps_at) = (50_u32, 64_u32);
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(entry(0x0112, 3, 1, [high, low, 0, 0]));
    tiff.extend(entry(0x013B, 2, 14, artist_at.to_be_bytes()));
    tiff.extend(entry(0x8825, 4, 1, gps_at.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(b"Private Owner\0");
    tiff.extend([0, 2]);
    tiff.extend(entry(0x0001, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(0x0002, 5, 3, 94_u32.to_be_bytes()));
    tiff.extend([0; 4]);
    for degrees in [35_u32, 3, 9] {
        tiff.extend([degrees.to_be_bytes(), 1_u32.to_be_bytes()].concat());
    }
    tiff
}

/// What the library knows of a picture with these bytes.
pub(crate) fn known(bytes: &[u8]) -> Picture {
    let Inspected {
        format,
        width,
        height,
        animated,
    } = inspect(bytes).unwrap();
    Picture {
        animated,
        format,
        width,
        height,
        bytes: bytes.len() as u64,
        ..of_size(PictureId::of(bytes), width, height)
    }
}

fn of_size(id: PictureId, width: u32, height: u32) -> Picture {
    let (file_name, added) = ("garden.jpg".to_owned(), Timestamp::UNIX_EPOCH);
    Picture {
        id,
        file_name,
        format: PictureFormat::Jpeg,
        width,
        height,
        bytes: 0,
        added,
        animated: false,
        alt: String::new(),
        adjustments: Adjustments::default(),
    }
}
