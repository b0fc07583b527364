//! Files that cameras, editors and bad luck make.

use jpeg_encoder::{ColorType, Encoder};
use pamphlet_model::Adjustments;

use super::*;
use crate::pictures::{Master, PictureError, look, memory, recipes, rendition};

#[test]
fn sixty_megapixels_are_taken() {
    let pixels = RgbImage::from_fn(9000, 6700, |x, y| Rgb([(x >> 6) as u8, (y >> 6) as u8, 90]));
    let original = jpeg(&pixels.into());
    let picture = known(&original);
    assert_eq!((picture.width, picture.height), (9000, 6700));
    let small = rendition(&original, Adjustments::default(), 480).unwrap();
    assert_eq!(inspect(&small).unwrap().width, 480);
}

#[test]
fn three_pixels_are_a_picture() {
    for (width, height) in [(3, 1), (1, 3), (1, 1)] {
        let original = encoded(&photo(width, height), PictureFormat::Png);
        let master = Master::decode(&original, Adjustments::default()).unwrap();
        for recipe in recipes(&known(&original)) {
            let found = inspect(&recipe.render(&master).unwrap()).unwrap();
            assert_eq!((found.width, found.height), (width, height));
        }
    }
}

#[test]
fn a_jpeg_for_printing_is_shown_in_its_colours() {
    // Cyan, magenta, yellow, black as printers' programs write them: with the marker of Adobe, and turned over.
    let paper = [255_u8, 255, 255, 255].repeat(40 * 30);
    let mut original = Vec::new();
    Encoder::new(&mut original, 95)
        .encode(&paper, 40, 30, ColorType::Cmyk)
        .unwrap();
    let picture = known(&original);
    assert_eq!((picture.width, picture.height), (40, 30));
    let shown = Master::decode(&original, Adjustments::default()).unwrap();
    let [red, green, blue] = shown.image().to_rgb8().get_pixel(20, 15).0;
    assert!(
        red.abs_diff(green) < 12 && green.abs_diff(blue) < 12,
        "{red} {green} {blue}"
    );
}

/// Headers that claim more than anybody has, each with nothing behind it.
#[test]
fn monsters_are_refused_by_their_claim() {
    let jpeg_claim = {
        let mut bytes = jpeg(&photo(8, 8));
        let at = bytes
            .windows(2)
            .position(|marker| marker == [0xFF, 0xC0])
            .unwrap();
        bytes[at + 5..at + 9].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
        bytes
    };
    let gif_claim = b"GIF89a\xFF\xFF\xFF\xFF\0\0\0;".to_vec();
    let webp_claim = {
        let mut bytes = b"RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0".to_vec();
        bytes.extend([0x9F, 0x86, 0x01, 0x9F, 0x86, 0x01]);
        bytes.extend(b"VP8L\0\0\0\0");
        bytes
    };
    for (kind, bytes) in [
        ("JPEG", jpeg_claim),
        ("GIF", gif_claim),
        ("WebP", webp_claim),
    ] {
        let refused = inspect(&bytes);
        assert!(
            matches!(
                refused,
                Err(PictureError::TooLarge { .. } | PictureError::Broken { .. })
            ),
            "{kind}: {refused:?}"
        );
    }
}

#[test]
fn frames_are_counted_that_can_not_be_decoded() {
    // A frame whose pixels are missing.
    let monster = |frames: usize| {
        let side = 10_000_u16.to_le_bytes();
        let size = [side, side].concat();
        let head = [b"GIF89a", &size[..], &[0x80, 0, 0], &[0; 6]].concat();
        let frame = [&[0x2C, 0, 0, 0, 0], &size[..], &[0, 2, 1, 0, 0]].concat();
        [head, frame.repeat(frames), vec![0x3B]].concat()
    };
    assert!(look(&monster(2)).unwrap().animated);
    assert!(!look(&monster(1)).unwrap().animated);
}

/// A child process does the work: the other tests need room meanwhile.
#[cfg(target_os = "linux")]
#[test]
fn a_look_takes_no_room_for_the_pixels() {
    const CHILD: &str = "PAMPHLET_TEST_LOOK";
    let address_space = || -> u64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find(|line| line.starts_with("VmPeak:"));
        let kilobytes = peak.unwrap().split_whitespace().nth(1).unwrap();
        kilobytes.parse::<u64>().unwrap() / 1024
    };
    if std::env::var_os(CHILD).is_none() {
        let name = "pictures::tests::hostile::a_look_takes_no_room_for_the_pixels";
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", name]).env(CHILD, "1");
        assert!(child.status().unwrap().success());
        return;
    }
    let side = 10_000_u16.to_le_bytes();
    let monster = [b"GIF89a", &side[..], &side, &[0x80, 0, 0], &[0; 6]].concat();
    let frame = [&[0x2C, 0, 0, 0, 0], &side[..], &side, &[0, 2, 1, 0, 0]].concat();
    let before = address_space();
    assert!(look(&[monster, frame.repeat(2), vec![0x3B]].concat()).is_ok());
    let taken = address_space() - before;
    assert!(taken < 100, "{taken} MB");
}

#[test]
fn a_progressive_jpeg_weighs_more_than_another() {
    let of = |progressive| {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        encoder.set_progressive(progressive);
        encoder
            .encode(photo(40, 30).as_bytes(), 40, 30, ColorType::Rgb)
            .unwrap();
        memory(&bytes).unwrap()
    };
    assert_eq!(of(false), 4 * 40 * 30);
    assert_eq!(of(true), (4 + 6) * 40 * 30);
}

#[test]
fn what_moves_is_told_from_what_stands() {
    let still = encoded(&photo(20, 10), PictureFormat::Webp);
    assert!(!inspect(&still).unwrap().animated);
    assert!(!known(&encoded(&photo(20, 10), PictureFormat::Gif)).animated);
    let frames = [photo(20, 10), photo(20, 10)].map(|frame| webp_pixels(&frame));
    let moving = animated_webp(20, 10, &frames);
    let found = inspect(&moving).unwrap();
    assert_eq!((found.width, found.height, found.animated), (20, 10, true));
    assert!(Master::decode(&moving, Adjustments::default()).is_ok());
}

/// The chunk with the pixels of a lossless WebP.
fn webp_pixels(image: &DynamicImage) -> Vec<u8> {
    encoded(image, PictureFormat::Webp)[12..].to_vec()
}

/// RFC 9649, sections 2.7 and 2.7.1.
fn animated_webp(width: u32, height: u32, frames: &[Vec<u8>]) -> Vec<u8> {
    let chunk = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        let padding = vec![0; content.len() % 2];
        [name, &length, content, &padding].concat()
    };
    let three = |number: u32| number.to_le_bytes()[..3].to_vec();
    let size = [three(width - 1), three(height - 1)].concat();
    let mut body = b"WEBP".to_vec();
    body.extend(chunk(b"VP8X", &[&[2, 0, 0, 0], &size[..]].concat()));
    body.extend(chunk(b"ANIM", &[0; 6]));
    for frame in frames {
        let head = [three(0), three(0), size.clone(), three(100), vec![0]].concat();
        body.extend(chunk(b"ANMF", &[&head[..], frame].concat()));
    }
    chunk(b"RIFF", &body)
}
