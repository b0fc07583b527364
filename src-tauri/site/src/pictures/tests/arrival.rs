use image::codecs::gif::GifEncoder;
use image::{Delay, Frame};
use pamphlet_model::PictureFormat::{self, Gif, Jpeg, Png, Webp};

use super::*;
use crate::pictures::{Master, PictureError};

const FORMATS: [PictureFormat; 4] = [Jpeg, Png, Webp, Gif];

#[test]
fn every_format_is_recognised_by_its_bytes() {
    for format in FORMATS {
        let bytes = encoded(&photo(40, 30), format);
        assert_eq!(
            inspect(&bytes).unwrap(),
            Inspected {
                format,
                width: 40,
                height: 30,
                animated: false,
            }
        );
    }
}

#[test]
fn the_size_is_the_one_that_people_see() {
    for (orientation, size) in [
        (1, (40, 30)),
        (2, (40, 30)),
        (3, (40, 30)),
        (6, (30, 40)),
        (8, (30, 40)),
        (9, (40, 30)),
    ] {
        let found = inspect(&from_a_camera(&photo(40, 30), orientation)).unwrap();
        assert_eq!(
            (found.width, found.height),
            size,
            "orientation {orientation}"
        );
    }
}

#[test]
fn what_is_no_picture_of_ours_is_refused_by_its_name() {
    let ftyp = |brands: &[u8]| {
        let length = u32::try_from(brands.len() + 8).unwrap().to_be_bytes();
        [&length, &b"ftyp"[..], brands, &[0; 64]].concat()
    };
    let cases: [(&str, Vec<u8>); 12] = [
        ("Unknown", Vec::new()),
        ("Unknown", b"Dear sir".to_vec()),
        ("Unknown", b"%PDF-1.7".to_vec()),
        ("Unknown", b"<html><p>no drawing</html>".to_vec()),
        ("Unknown", b"BM\x46\0\0\0\0\0\0\0".to_vec()),
        ("Unknown", ftyp(b"isom\0\0\0\0mp41")),
        ("Heic", ftyp(b"heic\0\0\0\0mif1heic")),
        ("Heic", ftyp(b"mif1\0\0\0\0mif1miaf")),
        ("Avif", ftyp(b"avif\0\0\0\0avifmif1")),
        ("Avif", ftyp(b"mif1\0\0\0\0mif1avif")),
        ("Svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        (
            "Svg",
            b"\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- by hand -->\n<SVG>".to_vec(),
        ),
    ];
    for (expected, bytes) in cases {
        let refused = inspect(&bytes).unwrap_err();
        assert!(
            format!("{refused:?}").starts_with(expected),
            "{:?}: {refused:?}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn a_file_that_ends_too_early_is_refused() {
    for format in FORMATS {
        let whole = encoded(&photo(200, 150), format);
        for percent in [95, 80, 50, 10] {
            let cut = &whole[..whole.len() * percent / 100];
            let result = inspect(cut);
            assert!(
                matches!(result, Err(PictureError::Broken { .. })),
                "{format:?} cut to {percent} %: {result:?}"
            );
        }
    }
}

#[test]
fn a_jpeg_must_reach_its_end_marker_and_may_go_on_behind_it() {
    let mut whole = from_a_camera(&photo(200, 150), 1);
    assert!(inspect(&whole).is_ok());
    let cut = &whole[..whole.len() - 2];
    assert!(matches!(inspect(cut), Err(PictureError::Broken { .. })));
    // The end marker of a small picture inside the camera's data is not the end.
    let thumbnail = segment(0xE1, &[b"Exif\0\0", jpeg(&photo(8, 8)).as_slice()].concat());
    let with_thumbnail = [&cut[..2], &thumbnail, &cut[2..]].concat();
    assert!(matches!(
        inspect(&with_thumbnail),
        Err(PictureError::Broken { .. })
    ));
    whole.extend(b"and here a film");
    assert!(inspect(&whole).is_ok());
}

#[test]
fn damage_in_the_middle_is_refused_where_the_format_tells() {
    let mut bytes = encoded(&photo(200, 150), Png);
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0xFF);
    assert!(matches!(inspect(&bytes), Err(PictureError::Broken { .. })));
}

#[test]
fn a_picture_that_claims_too_much_is_refused_before_it_is_decoded() {
    for (width, height, depth) in [
        (20_000, 20_000, 8),
        (100_000, 100_000, 8),
        (1 << 30, 1 << 30, 8),
        (10_001, 10_000, 8),
        (9_000, 9_000, 16),
    ] {
        let result = inspect(&png_that_claims(width, height, depth));
        let expected = matches!(result, Err(PictureError::TooLarge { width: w, height: h }) if (w, h) == (width, height));
        assert!(expected, "{width} × {height} at {depth} bits: {result:?}");
    }
    // Bearable, and then there is nothing in it.
    let result = inspect(&png_that_claims(10_000, 10_000, 8));
    assert!(
        matches!(result, Err(PictureError::Broken { .. })),
        "{result:?}"
    );
}

/// The header of a PNG with transparency, and no pixels.
fn png_that_claims(width: u32, height: u32, depth: u8) -> Vec<u8> {
    let chunk = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        let named = [name, content].concat();
        [&length[..], &named, &crc32(&named).to_be_bytes()].concat()
    };
    let header = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[depth, 6, 0, 0, 0],
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1A\n",
        &chunk(b"IHDR", &header)[..],
        &chunk(b"IDAT", &[]),
        &chunk(b"IEND", &[]),
    ]
    .concat()
}

/// PNG specification, annex D.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                0xEDB8_8320 ^ (crc >> 1)
            } else {
                crc >> 1
            }
        })
    })
}

#[test]
fn of_an_animation_the_first_picture_counts() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for colour in [[200, 0, 0, 255], [0, 0, 200, 255]] {
        let frame = RgbaImage::from_pixel(20, 10, Rgba(colour));
        encoder
            .encode_frame(Frame::from_parts(
                frame,
                0,
                0,
                Delay::from_numer_denom_ms(100, 1),
            ))
            .unwrap();
    }
    drop(encoder);
    assert_eq!(
        inspect(&bytes).unwrap(),
        Inspected {
            format: Gif,
            width: 20,
            height: 10,
            animated: true,
        }
    );
    let picture = Master::decode(&bytes, Adjustments::default())
        .unwrap()
        .at(20, 10)
        .unwrap()
        .into_rgb8();
    assert_eq!(picture.get_pixel(5, 5).0, [200, 0, 0]);
}

#[test]
fn no_beginning_of_a_picture_makes_it_panic() {
    for format in FORMATS {
        let whole = encoded(&photo(12, 9), format);
        for length in 0..whole.len() {
            let _ = inspect(&whole[..length]);
        }
    }
}
