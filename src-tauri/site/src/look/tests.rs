use std::collections::BTreeMap;

use super::*;

fn css() -> &'static str {
    std::str::from_utf8(STYLESHEET).unwrap()
}

/// The colours named in the first block that `start` begins.
fn colours(start: &str) -> BTreeMap<String, [f64; 3]> {
    let block = &css()[css().find(start).unwrap()..];
    let block = &block[..block.find('}').unwrap()];
    let named = block.lines().filter_map(|line| {
        let (name, value) = line
            .trim()
            .strip_prefix("--")?
            .strip_suffix(';')?
            .split_once(": #")?;
        let channel = |at: usize| u8::from_str_radix(value.get(at..at + 2)?, 16).ok();
        Some((
            name.to_owned(),
            [channel(0)?, channel(2)?, channel(4)?].map(f64::from),
        ))
    });
    named.collect()
}

/// WCAG 2.2, "relative luminance" and "contrast ratio".
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let channel = |c: f64| {
        if c / 255.0 <= 0.04045 {
            c / 255.0 / 12.92
        } else {
            ((c / 255.0 + 0.055) / 1.055).powf(2.4)
        }
    };
    let luminance =
        |c: [f64; 3]| 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_stands_out_from_its_ground_in_both_schemes() {
    let light = colours(":root {");
    let mut dark = light.clone();
    dark.extend(colours("@media (prefers-color-scheme: dark)"));
    let grounds = ["paper", "surface", "sand", "tint", "cloud"];
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for ground in grounds {
        pairs.extend([
            ("ink", ground),
            ("soft", ground),
            ("accent", ground),
            ("accent-strong", ground),
        ]);
    }
    pairs.extend([
        ("on-accent", "accent"),
        ("on-accent", "accent-strong"),
        ("deep-ink", "deep"),
    ]);
    pairs.extend([("deep-soft", "deep"), ("on-deep-button", "deep-button")]);
    for (scheme, colours) in [("light", light), ("dark", dark)] {
        for (text, ground) in &pairs {
            let ratio = contrast(colours[*text], colours[*ground]);
            assert!(ratio >= 4.5, "{scheme}: {text} on {ground} is {ratio:.2}");
        }
        for text in ["#d3e0da", "#ffffff", "#b9cac3"] {
            assert!(
                css().contains(&format!("color: {text};")),
                "{text} is no longer used in the foot"
            );
            let channel = |at: usize| f64::from(u8::from_str_radix(&text[at..at + 2], 16).unwrap());
            let ratio = contrast([channel(1), channel(3), channel(5)], colours["foot"]);
            assert!(ratio >= 4.5, "{scheme}: {text} on foot is {ratio:.2}");
        }
        let ring = contrast(colours["focus"], colours["paper"]);
        assert!(ring >= 3.0, "{scheme}: the focus ring is {ring:.2}");
    }
}

#[test]
fn the_stylesheet_is_small_and_asks_nothing_of_others() {
    assert!(css().len() <= 50 * 1024);
    for word in ["url(", "@import", "vh;", "vh)", "expression("] {
        assert!(!css().contains(word), "{word}");
    }
    assert_eq!(css().matches('{').count(), css().matches('}').count());
}

#[test]
fn every_part_of_the_stylesheet_is_joined_in() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/look/style");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let part = std::fs::read_to_string(&path).unwrap();
        assert!(css().contains(&part), "{} is left out", path.display());
    }
}

#[test]
fn assets_are_named_by_their_content() {
    assert!(stylesheet_path().as_str().starts_with("assets/site-"));
    assert_eq!(
        stylesheet_path().as_str().len(),
        "assets/site-01234567.css".len()
    );
    assert_ne!(named("site", b"a", "css"), named("site", b"b", "css"));
}
