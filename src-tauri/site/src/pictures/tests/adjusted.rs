use pamphlet_model::{Adjustments, Crop, Focus};

use super::*;
use crate::pictures::{Master, recipes, rendition};

const WHOLE: Crop = Crop {
    left: 0,
    top: 0,
    width: 10_000,
    height: 10_000,
};

/// What an orientation makes of the corners of red-green-blue-yellow (Exif 2.32, 4.6.4 A).
const CORNERS: [(u16, [Rgb<u8>; 4]); 8] = [
    (1, [RED, GREEN, BLUE, YELLOW]),
    (2, [GREEN, RED, YELLOW, BLUE]),
    (3, [YELLOW, BLUE, GREEN, RED]),
    (4, [BLUE, YELLOW, RED, GREEN]),
    (5, [RED, BLUE, GREEN, YELLOW]),
    (6, [BLUE, RED, YELLOW, GREEN]),
    (7, [YELLOW, GREEN, BLUE, RED]),
    (8, [GREEN, YELLOW, RED, BLUE]),
];

#[test]
fn a_part_is_cut_out_of_what_the_person_sees() {
    for (orientation, mut corners) in CORNERS {
        let original = from_a_camera(&quarters(80, 60), orientation);
        for turns in 0..4 {
            for (at, colour) in corners.into_iter().enumerate() {
                let crop = Crop {
                    left: if at % 2 == 1 { 5000 } else { 0 },
                    top: if at > 1 { 5000 } else { 0 },
                    width: 5000,
                    height: 5000,
                };
                let adjustments = Adjustments {
                    turns,
                    crop,
                    focus: Focus::default(),
                };
                let master = Master::decode(&original, adjustments).unwrap();
                let picture = known(&original);
                let area = adjustments.area(picture.width, picture.height);
                assert_eq!(master.size(), (area.width, area.height));
                let found = *master.image().to_rgb8().get_pixel(10, 10);
                let near = |(one, other): (&u8, &u8)| one.abs_diff(*other) < 40;
                assert!(
                    found.0.iter().zip(&colour.0).all(near),
                    "orientation {orientation}, {turns} turns, corner {at}: {found:?}, not {colour:?}"
                );
            }
            let [upper_left, upper_right, lower_left, lower_right] = corners;
            corners = [lower_left, upper_left, lower_right, upper_right];
        }
    }
}

#[test]
fn what_is_shown_otherwise_is_another_file() {
    let original = encoded(&photo(1000, 500), PictureFormat::Png);
    let paths = |adjustments| {
        let picture = Picture {
            adjustments,
            ..known(&original)
        };
        let all = recipes(&picture);
        all.iter()
            .map(|r| (r.path().to_string(), r.width(), r.height()))
            .collect::<Vec<_>>()
    };
    let hash = &PictureId::of(&original).as_str()[..16].to_owned();
    let turned = Adjustments {
        turns: 1,
        ..Adjustments::default()
    };
    let expected = (
        format!("pictures/{hash}-1-0-0-2710-2710-480-v1.webp"),
        480,
        960,
    );
    assert_eq!(paths(turned)[0], expected);
    let focused = Adjustments {
        focus: Focus { x: 0, y: 0 },
        ..Adjustments::default()
    };
    assert_eq!(paths(focused), paths(Adjustments::default()));
}

#[test]
fn a_window_gets_a_small_picture() {
    let narrow = Crop {
        width: 1000,
        ..WHOLE
    };
    let cases = [
        ((1200, 600), WHOLE, 0, (300, 150)),
        ((600, 1200), WHOLE, 0, (150, 300)),
        ((1200, 600), WHOLE, 1, (150, 300)),
        ((1200, 600), narrow, 0, (60, 300)),
        ((120, 60), WHOLE, 0, (120, 60)),
        ((3, 1), WHOLE, 0, (3, 1)),
        ((5000, 1), WHOLE, 0, (300, 1)),
    ];
    for ((width, height), crop, turns, expected) in cases {
        let original = encoded(&photo(width, height), PictureFormat::Png);
        let adjustments = Adjustments {
            turns,
            crop,
            focus: Focus::default(),
        };
        let small = inspect(&rendition(&original, adjustments, 300).unwrap()).unwrap();
        assert_eq!(
            (small.width, small.height),
            expected,
            "{width} × {height}, {turns} turns"
        );
    }
}
