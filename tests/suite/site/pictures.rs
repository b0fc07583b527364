//! What becomes of pictures: turned upright, made smaller, and nothing said of where they were taken.

use std::fs;

use pamphlet_tests::{SiteSandbox, Tree, metadata};

use super::MILLBROOK;

/// Words that the fixture's pictures carry beside their pixels.
const SECRETS: [&str; 4] = [
    "Testcam of",
    "Serial 503-117",
    "Photographer of",
    "Comment of",
];

#[test]
fn the_originals_do_carry_what_must_not_be_published() {
    let site = SiteSandbox::of("millbrook");
    let originals = Tree::everything(&site.path("library/media"));
    assert_eq!(originals.len(), 2);
    let jpeg = fs::read(site.path("input/images/porch.jpg")).unwrap();
    assert_eq!(metadata::extras(&jpeg), ["APP1", "APP1", "comment"]);
    for secret in SECRETS {
        assert!(
            originals.iter().any(|(_, bytes)| holds(bytes, secret)),
            "{secret}"
        );
    }
}

#[test]
fn published_pictures_say_nothing_of_camera_place_or_person() {
    let tree = MILLBROOK.tree();
    let pictures: Vec<_> = tree
        .iter()
        .filter(|(path, _)| path.starts_with("pictures/"))
        .collect();
    assert!(pictures.len() >= 4, "{pictures:?}");
    for (path, bytes) in pictures {
        assert_eq!(metadata::extras(bytes), [""; 0], "{path}");
    }
    for (path, bytes) in tree.iter() {
        for secret in SECRETS {
            assert!(!holds(bytes, secret), "'{secret}' in {path}");
        }
    }
}

#[test]
fn originals_are_never_published() {
    let site = SiteSandbox::of("millbrook");
    for (original, bytes) in Tree::everything(&site.path("library/media")).iter() {
        for (path, published) in MILLBROOK.tree().iter() {
            assert_ne!(published, bytes, "{path} is the original {original}");
        }
    }
}

#[test]
fn a_picture_is_shown_upright_in_three_widths() {
    let page = MILLBROOK.page("articles/sore-throat/index.html");
    // The camera stored it as 900 by 1400, with a note that it must be turned.
    let (width, height) = (
        page.attribute(".hero img", "width"),
        page.attribute(".hero img", "height"),
    );
    let (width, height): (f64, f64) = (width.parse().unwrap(), height.parse().unwrap());
    assert!(
        (width / height - 1400.0 / 900.0).abs() < 0.01,
        "{width} by {height}"
    );
    for (selector, ending) in [
        (".hero source[type='image/webp']", ".webp"),
        (".hero img", ".jpg"),
    ] {
        let versions: Vec<_> = page.attribute(selector, "srcset").split(", ").collect();
        assert_eq!(versions.len(), 3, "{versions:?}");
        assert!(
            versions
                .iter()
                .all(|version| version.split(' ').next().unwrap().ends_with(ending))
        );
    }
}

#[test]
fn a_picture_in_the_text_has_its_caption() {
    let page = MILLBROOK.page("articles/sleep-and-late-shifts/index.html");
    assert_eq!(
        page.attribute("#article-body figure img", "alt"),
        "A page of a sleep diary with seven rows"
    );
    assert_eq!(
        page.text("#article-body figcaption"),
        "Seven rows are enough for a week"
    );
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}
