use image::ImageEncoder;
use image::codecs::png::PngEncoder;
use moxcms::ColorProfile;
use pamphlet_model::PictureFormat::{Jpeg, Png, Webp};

use super::*;
use crate::pictures::{Master, Recipe, recipes};

/// Every published version of an original, with its bytes.
fn published(original: &[u8]) -> Vec<(Recipe, Vec<u8>)> {
    let master = Master::decode(original, Adjustments::default()).unwrap();
    let render = |recipe: Recipe| {
        let bytes = recipe.render(&master).unwrap();
        (recipe, bytes)
    };
    recipes(&known(original)).into_iter().map(render).collect()
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

#[test]
fn the_usual_widths_are_made_and_nothing_is_enlarged() {
    type Size = (u32, u32);
    let cases: [(Size, &[Size]); 12] = [
        ((4000, 3000), &[(480, 360), (960, 720), (1600, 1200)]),
        ((1600, 900), &[(480, 270), (960, 540), (1600, 900)]),
        ((1300, 650), &[(480, 240), (960, 480), (1300, 650)]),
        // All but the same as 960.
        ((1000, 500), &[(480, 240), (960, 480)]),
        ((960, 960), &[(480, 480), (960, 960)]),
        ((600, 300), &[(480, 240), (600, 300)]),
        ((480, 10), &[(480, 10)]),
        ((200, 100), &[(200, 100)]),
        ((1, 1), &[(1, 1)]),
        ((20_000, 1), &[(480, 1), (960, 1), (1600, 1)]),
        // WebP takes 16,383 pixels.
        ((1000, 40_000), &[(409, 16_360)]),
        ((1, 60_000), &[(1, 16_383)]),
    ];
    for ((width, height), expected) in cases {
        let all = recipes(&of_size(PictureId::of(b"x"), width, height));
        let sizes: Vec<_> = all
            .iter()
            .map(|r| (r.width(), r.height(), r.format()))
            .collect();
        let both = |(w, h): &(u32, u32)| [(*w, *h, Webp), (*w, *h, Jpeg)];
        assert_eq!(
            sizes,
            expected.iter().flat_map(both).collect::<Vec<_>>(),
            "{width} × {height}"
        );
    }
}

#[test]
fn a_name_says_which_picture_how_wide_and_how_made() {
    let picture = of_size(PictureId::of(b"garden"), 500, 400);
    let names: Vec<_> = recipes(&picture)
        .iter()
        .map(|r| r.path().to_string())
        .collect();
    let hash = &picture.id.as_str()[..16];
    let expected = [
        format!("pictures/{hash}-480-v1.webp"),
        format!("pictures/{hash}-480-v1.jpg"),
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_files_are_what_their_recipes_say() {
    for (recipe, bytes) in published(&from_a_camera(&photo(1700, 1000), 6)) {
        let found = inspect(&bytes).unwrap();
        let expected = Inspected {
            format: recipe.format(),
            width: recipe.width(),
            height: recipe.height(),
            animated: false,
        };
        assert_eq!(found, expected, "{}", recipe.path());
    }
}

#[test]
fn nothing_of_the_camera_is_published() {
    let original = from_a_camera(&photo(700, 500), 6);
    let private: [&[u8]; 7] = [
        b"Exif",
        b"EXIF",
        b"Private Owner",
        b"ns.adobe",
        b"8BIM",
        b"ICC",
        b"XMP ",
    ];
    let holds = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
    assert!(holds(&original, b"Exif") && holds(&original, b"Private Owner"));
    for (recipe, bytes) in published(&original) {
        for what in private {
            assert!(
                !holds(&bytes, what),
                "{} holds {}",
                recipe.path(),
                String::from_utf8_lossy(what)
            );
        }
    }
}

#[test]
fn pictures_stand_upright() {
    // What the upper left, upper right, lower left and lower right show of red-green-blue-yellow (Exif 2.32, 4.6.4 A).
    let cases = [
        (1, [RED, GREEN, BLUE, YELLOW]),
        (2, [GREEN, RED, YELLOW, BLUE]),
        (3, [YELLOW, BLUE, GREEN, RED]),
        (4, [BLUE, YELLOW, RED, GREEN]),
        (5, [RED, BLUE, GREEN, YELLOW]),
        (6, [BLUE, RED, YELLOW, GREEN]),
        (7, [YELLOW, GREEN, BLUE, RED]),
        (8, [GREEN, YELLOW, RED, BLUE]),
    ];
    for (orientation, corners) in cases {
        for (recipe, bytes) in published(&from_a_camera(&quarters(700, 560), orientation)) {
            let picture = decoded(&bytes).into_rgb8();
            let (right, bottom) = (picture.width() - 20, picture.height() - 20);
            for ((x, y), colour) in [(20, 20), (right, 20), (20, bottom), (right, bottom)]
                .into_iter()
                .zip(corners)
            {
                let found = *picture.get_pixel(x, y);
                assert!(
                    is_like(found, colour),
                    "orientation {orientation}, {}: {found:?}",
                    recipe.path()
                );
            }
        }
    }
}

fn is_like(one: Rgb<u8>, other: Rgb<u8>) -> bool {
    one.0.iter().zip(other.0).all(|(a, b)| a.abs_diff(b) <= 12)
}

#[test]
fn transparency_stays_in_webp_and_is_white_in_jpeg() {
    for (recipe, bytes) in published(&encoded(&half_seen_through(600, 200), Png)) {
        let picture = decoded(&bytes);
        let left = picture.to_rgba8().get_pixel(20, 20).0;
        let right = picture
            .to_rgb8()
            .get_pixel(picture.width() - 20, 20)
            .to_owned();
        match recipe.format() {
            Webp => assert_eq!(left[3], 0, "{}", recipe.path()),
            _ => assert_eq!(left, [255; 4], "{}", recipe.path()),
        }
        assert!(
            is_like(right, Rgb([20, 40, 200])),
            "{}: {right:?}",
            recipe.path()
        );
    }
}

#[test]
fn an_alpha_channel_that_hides_nothing_is_not_published() {
    for (recipe, bytes) in published(&encoded(
        &DynamicImage::from(photo(300, 200).into_rgba8()),
        Png,
    )) {
        assert!(!decoded(&bytes).color().has_alpha(), "{}", recipe.path());
    }
}

#[test]
fn colours_of_a_wide_space_look_the_same_in_srgb() {
    // The reddest red of sRGB, as Display P3 has it: https://www.w3.org/TR/css-color-4/#color-conversion.
    let in_p3 = RgbImage::from_pixel(64, 64, Rgb([234, 51, 35]));
    let mut original = Vec::new();
    let mut encoder = PngEncoder::new(&mut original);
    encoder
        .set_icc_profile(ColorProfile::new_display_p3().encode().unwrap())
        .unwrap();
    encoder
        .write_image(&in_p3, 64, 64, image::ExtendedColorType::Rgb8)
        .unwrap();
    for (recipe, bytes) in published(&original) {
        let found = *decoded(&bytes).into_rgb8().get_pixel(32, 32);
        assert!(
            is_like(found, Rgb([255, 0, 0])),
            "{}: {found:?}",
            recipe.path()
        );
    }
}

#[test]
fn all_kinds_of_pixels_are_taken() {
    let original = photo(90, 60);
    let kinds = [
        DynamicImage::from(original.to_luma8()),
        original.to_luma16().into(),
        original.to_luma_alpha8().into(),
        original.to_rgb16().into(),
        original.to_rgba16().into(),
    ];
    for kind in kinds {
        assert_eq!(
            published(&encoded(&kind, Png)).len(),
            2,
            "{:?}",
            kind.color()
        );
    }
    assert_eq!(published(&jpeg(&original.to_luma8().into())).len(), 2);
}

#[test]
fn a_grainy_photograph_keeps_to_its_budget() {
    let grain = |x: u32, y: u32| {
        (x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)).wrapping_mul(2_654_435_761) >> 27
    };
    let mut original = photo(1700, 1275).into_rgb8();
    for (x, y, pixel) in original.enumerate_pixels_mut() {
        pixel.0 = pixel
            .0
            .map(|channel| channel.saturating_add(grain(x / 3, y / 3) as u8));
    }
    let original = jpeg(&original.into());
    let highest = |bytes: &[u8]| decoded(bytes).width();
    for (recipe, bytes) in published(&original) {
        let budget = if recipe.format() == Webp {
            200_000
        } else {
            300_000
        };
        assert_eq!(highest(&bytes), recipe.width());
        assert!(bytes.len() <= budget, "{}: {}", recipe.path(), bytes.len());
    }
}

/// If this fails, the bytes of published pictures have changed: raise the recipe's `VERSION`, or sites keep the old
/// ones; and if it fails on one system only, sites differ between systems.
#[test]
fn the_same_original_gives_the_same_bytes_on_every_machine() {
    let mut originals = vec![
        from_a_camera(&photo(1700, 1275), 6),
        encoded(&half_seen_through(300, 200), Png),
    ];
    originals.push(encoded(&photo(500, 300), Webp));
    let hash = |(recipe, bytes): &(Recipe, Vec<u8>)| {
        format!(
            "{}.{} {}",
            recipe.width(),
            recipe.format().as_str(),
            &blake3::hash(bytes).to_hex()[..16]
        )
    };
    let hashes: Vec<_> = originals
        .iter()
        .flat_map(|bytes| published(bytes))
        .map(|p| hash(&p))
        .collect();
    insta::assert_snapshot!(hashes.join("\n"));
}
