use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::colour::{Oklch, contrast};
use super::palette::PAIRS;
use super::*;

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn dressed(name: &str) -> Dress {
    Dress::new(&Look {
        name: name.to_owned(),
        ..Look::default()
    })
}

/// What a look says of its own and shares, without the colors.
fn written(design: &Design) -> String {
    let css = [stylesheet::SHARED, design.styles, stylesheet::LAST].concat();
    let mut rest = css.as_str();
    let mut plain = String::new();
    while let Some(at) = rest.find("/*") {
        plain.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find("*/").unwrap() + 2..];
    }
    plain + rest
}

/// What stands between the innermost braces, with what stands before them.
fn rules(css: &str) -> Vec<(&str, &str)> {
    let innermost = css.split('}').filter_map(|part| part.rsplit_once('{'));
    innermost
        .map(|(before, body)| (before.rsplit(['{', ';']).next().unwrap().trim(), body))
        .collect()
}

fn value<'a>(body: &'a str, property: &str) -> Option<&'a str> {
    let mut declarations = body.split(';').filter_map(|line| line.split_once(':'));
    declarations
        .find(|(name, _)| name.trim() == property)
        .map(|(_, value)| value.trim())
}

/// The name in `var(--name)`.
fn variable(value: &str) -> Option<&str> {
    value.strip_prefix("var(--")?.strip_suffix(')')
}

fn many_colours() -> Vec<Colour> {
    let steps: Vec<u8> = (0..=255).step_by(23).collect();
    let mut colours: Vec<Colour> = Vec::new();
    for &red in &steps {
        for &green in &steps {
            colours.extend(steps.iter().map(|&blue| Colour { red, green, blue }));
        }
    }
    // A walk through the rest that visits no two neighbors.
    colours.extend((0..1500_u32).map(|n| {
        let [red, green, blue, _] = (n.wrapping_mul(2_654_435_761)).to_be_bytes();
        Colour { red, green, blue }
    }));
    colours
}

#[test]
fn whatever_the_practice_chooses_text_stands_out_from_its_ground() {
    let colours = many_colours();
    assert!(colours.len() > 3000);
    let failures: Vec<String> = colours.par_iter().flat_map_iter(|c| failing(*c)).collect();
    assert!(
        failures.is_empty(),
        "{:#?}",
        &failures[..failures.len().min(20)]
    );
}

/// The pairs of any look that are too close in this color.
fn failing(chosen: Colour) -> Vec<String> {
    let mut failing = Vec::new();
    for design in &DESIGNS {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let palette = Palette::new(design.recipes, chosen, scheme);
            for (text, grounds, least) in PAIRS {
                for ground in *grounds {
                    let ratio = contrast(palette.get(text).unwrap(), palette.get(ground).unwrap());
                    if ratio < *least {
                        let name = design.name;
                        failing.push(format!(
                            "{name} {scheme:?} {chosen}: {text} on {ground} {ratio:.2}"
                        ));
                    }
                }
            }
        }
    }
    failing
}

#[test]
fn the_practices_hue_is_kept() {
    for text in [
        "#0b637d", "#c2185b", "#ffd400", "#e8742a", "#3b82f6", "#2e7d32",
    ] {
        let chosen: Colour = text.parse().unwrap();
        for design in &DESIGNS {
            let palette = Palette::new(design.recipes, chosen, Scheme::Light);
            for name in ["fill", "accent"] {
                let (asked, shown) = (Oklch::of(chosen), Oklch::of(palette.get(name).unwrap()));
                let turned = (asked.hue - shown.hue).abs();
                assert!(
                    turned.min(360.0 - turned) < 8.0,
                    "{text}: {name} of {} turned by {turned:.0}",
                    design.name
                );
            }
        }
    }
}

#[test]
fn a_choice_is_kept_adjusted_or_refused() {
    let choice = |text: &str| {
        chosen(&Look {
            colour: text.parse().ok(),
            ..Look::default()
        })
    };
    assert_eq!(choice(""), Choice::Own);
    for text in ["#0b637d", "#000000", "#7a1f2b", "#ffd400"] {
        assert_eq!(choice(text), Choice::Kept(text.parse().unwrap()));
    }
    let white = "#ffffff".parse().unwrap();
    for text in ["#3b82f6", "#e8742a", "#888888"] {
        match choice(text) {
            Choice::Adjusted { shown, .. } => assert!(contrast(shown, white) >= palette::TEXT),
            other => panic!("{text}: {other:?}"),
        }
    }
    for text in ["#ffffff", "#fafafa", "#d8d8d8"] {
        assert_eq!(choice(text), Choice::TooPale(text.parse().unwrap()));
        assert_eq!(choice(text).shown(&DESIGNS[0]), DESIGNS[0].colour);
    }
}

#[test]
fn a_look_that_is_not_known_is_the_first() {
    assert_eq!(dressed("").design.name, "clinic");
    assert_eq!(dressed("of tomorrow").stylesheet, dressed("").stylesheet);
    assert_ne!(dressed("journal").path, dressed("").path);
}

#[test]
fn another_color_is_another_stylesheet() {
    let red = Look {
        colour: "#7a1f2b".parse().ok(),
        ..Look::default()
    };
    assert_ne!(Dress::new(&red).path, dressed("").path);
    assert!(Dress::new(&red).stylesheet.contains("--fill: #7a1f2b;"));
}

#[test]
fn what_a_rule_puts_on_a_ground_is_a_pair_that_is_computed() {
    let paired = |text: &str, ground: &str| {
        let same = |(t, grounds, _): &(&str, &[&str], f64)| *t == text && grounds.contains(&ground);
        PAIRS.iter().any(same)
    };
    let mut seen = 0;
    for design in &DESIGNS {
        let css = written(design);
        for (selector, body) in rules(&css) {
            let text = value(body, "color").and_then(variable);
            let ground = value(body, "background").and_then(variable);
            if let (Some(text), Some(ground)) = (text, ground) {
                seen += 1;
                assert!(paired(text, ground), "{selector}: {text} on {ground}");
            }
            if let Some(text) = text {
                assert!(
                    PAIRS
                        .iter()
                        .any(|(t, _, least)| *t == text && *least >= palette::TEXT),
                    "{selector}: {text} is read and nobody computed on what"
                );
            }
        }
    }
    assert!(seen > 10);
}

#[test]
fn colors_are_named_and_every_name_has_a_value() {
    for design in &DESIGNS {
        let dress = dressed(design.name);
        for (selector, body) in rules(&written(design)) {
            for (at, _) in body.match_indices("var(--") {
                let name = &body[at + 6..];
                let name = &name[..name.find([')', ',']).unwrap()];
                assert!(
                    dress.stylesheet.contains(&format!("  --{name}: ")),
                    "{}: {selector} names --{name}",
                    design.name
                );
            }
        }
        let screen = written(design);
        let screen = &screen[..screen.find("@media print").unwrap()];
        assert!(
            !screen.contains('#'),
            "{}: a color without a name",
            design.name
        );
    }
}

#[test]
fn stylesheets_are_small_and_ask_nothing_of_others() {
    for design in &DESIGNS {
        let css = dressed(design.name).stylesheet;
        assert!(css.len() <= 50 * 1024, "{}: {}", design.name, css.len());
        for word in [
            "@import",
            "vh;",
            "vh)",
            "expression(",
            "http://",
            "https://",
            "url(\"//",
        ] {
            assert!(!css.contains(word), "{}: {word}", design.name);
        }
        assert_eq!(css.matches('{').count(), css.matches('}').count());
        assert_eq!(css.matches("url(").count(), design.fonts.len());
    }
}

#[test]
fn every_part_of_the_stylesheets_is_joined_in() {
    for path in files_below(&sources().join("look/style")) {
        let part = std::fs::read_to_string(&path).unwrap();
        let folder = path
            .parent()
            .unwrap()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap();
        let joined = |design: &Design| dressed(design.name).stylesheet.contains(&part);
        let found = match folder {
            "base" => DESIGNS.iter().all(joined),
            look => DESIGNS.iter().any(|d| d.name == look && joined(d)),
        };
        assert!(found, "{} is left out", path.display());
    }
}

/// Words of `class="…"` in templates, and in the strings of the code that makes markup.
fn classes_in_markup() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    let markdown = sources().join("../../markdown/src");
    let files = [
        sources().join("templates"),
        sources().join("pages"),
        markdown,
    ]
    .map(|f| files_below(&f));
    for path in files.into_iter().flatten() {
        let is_code = path.extension().is_some_and(|e| e == "rs");
        if path.ends_with("tests.rs") || path.components().any(|c| c.as_os_str() == "tests") {
            continue;
        }
        if !is_code && path.extension().is_none_or(|e| e != "html") {
            continue;
        }
        let text = std::fs::read_to_string(&path)
            .unwrap()
            .replace("\\\"", "\"");
        for (at, _) in text.match_indices("class=\"") {
            let rest = &text[at + 7..];
            let mut depth = 0;
            let end = rest.char_indices().find(|(at, c)| {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                *c == '"' && depth == 0 && *at > 0
            });
            let value = &rest[..end.map_or(0, |(at, _)| at)];
            classes.extend(words(value));
        }
    }
    classes
}

/// The whole words of a value that may hold expressions; what an expression makes up is not known.
fn words(value: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for c in value.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
        if c == '{' {
            plain.push('\u{0}');
        }
    }
    plain
        .split_whitespace()
        .filter(|word| !word.contains('\u{0}'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn markup_and_stylesheets_know_the_same_classes() {
    // Made up of parts, or of what is in an article.
    const MADE: [&str; 9] = [
        "fx-",
        "fy-",
        "callout-",
        "language-",
        "card",
        "lead",
        "row",
        "at-",
        "quiet",
    ];
    // Say what something is; the look of it comes from elsewhere.
    const PLAIN: [&str; 2] = ["visit-hours", "visit-place"];
    // What one look only says something of.
    const OWN: [&str; 8] = [
        "about",
        "nameplate",
        "hello",
        "welcome",
        "split",
        "practical",
        "practical-head",
        "unseen",
    ];
    let markup = classes_in_markup();
    let styled: BTreeSet<String> = DESIGNS.iter().flat_map(styled_classes).collect();
    let made = |class: &str| MADE.iter().any(|m| class.starts_with(m));
    let templates: String = files_below(&sources().join("templates"))
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    for class in &styled {
        let known = class.is_empty()
            || class.starts_with(|c: char| c.is_ascii_digit())
            || made(class)
            || markup.contains(class)
            || templates.contains(class.as_str())
            || class == "nobreak";
        assert!(known, ".{class} is styled and nothing has it");
    }
    for design in &DESIGNS {
        let styled = styled_classes(design);
        for class in &markup {
            let known = PLAIN.contains(&class.as_str()) || OWN.contains(&class.as_str());
            assert!(
                made(class) || known || styled.contains(class),
                "class {class} has no style in {}",
                design.name
            );
        }
    }
}

fn styled_classes(design: &Design) -> BTreeSet<String> {
    let css = written(design);
    let parts = rules(&css)
        .into_iter()
        .flat_map(|(selector, _)| selector.split('.').skip(1));
    parts
        .map(|part| {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            part[..end.unwrap_or(part.len())].to_owned()
        })
        .collect()
}

/// What a look says first of a variable.
fn said<'a>(css: &'a str, name: &str) -> &'a str {
    let at = css.find(&format!("  {name}: ")).unwrap();
    let rest = &css[at + name.len() + 4..];
    &rest[..rest.find(';').unwrap()]
}

#[test]
fn words_stay_where_they_are_when_a_typeface_arrives() {
    for design in &DESIGNS {
        let css = dressed(design.name).stylesheet;
        for list in ["--display", "--text"] {
            let families: Vec<&str> = said(design.styles, list)
                .split(',')
                .map(|family| family.trim().trim_matches('"'))
                .collect();
            assert_eq!(families[0], design.fonts[0].face.family);
            let faces = design.stand_ins.iter().map(|it| it.face.family);
            assert!(faces.clone().count() >= 2 && faces.clone().all(|it| it == families[1]));
        }
        for font in design.fonts {
            let stand_in = |it: &&designs::StandIn| it.face.style == font.face.style;
            let found = design.stand_ins.iter().find(stand_in).unwrap();
            // Another unit than percent, or a number of another typeface.
            assert!((90.0..115.0).contains(&found.size));
            assert!((90.0..140.0).contains(&(found.ascent + found.descent)));
        }
        let stretched =
            css.matches("size-adjust: ").count() - css.matches("text-size-adjust: ").count();
        assert_eq!(stretched, design.stand_ins.len());
    }
}

#[test]
fn looks_are_told_apart_by_more_than_their_color() {
    for name in [
        "--display",
        "--round",
        "--round-button",
        "--reading",
        "--column",
        "--heavy",
    ] {
        let values: BTreeSet<&str> = DESIGNS.iter().map(|d| said(d.styles, name)).collect();
        assert_eq!(values.len(), DESIGNS.len(), "{name}");
    }
    for part in [
        ".page-head",
        ".card",
        ".row",
        ".person",
        ".reach section",
        ".tile",
    ] {
        let bodies: BTreeSet<Vec<&str>> = DESIGNS
            .iter()
            .map(|design| {
                let of = |(selector, _): &(&str, &str)| selector.starts_with(part);
                let own = rules(design.styles).into_iter().filter(of);
                own.map(|(_, body)| body).collect()
            })
            .collect();
        assert_eq!(bodies.len(), DESIGNS.len(), "{part}");
    }
}

#[test]
fn odd_colors_make_sites_that_can_be_read() {
    // Chosen, and whether buttons have it as it is; none where it can't be shown at all.
    let cases = [
        ("#ffff00", Some(true)),
        ("#ffd1dc", Some(true)),
        ("#39ff14", Some(true)),
        ("#000000", Some(true)),
        ("#ff69b4", Some(false)),
        ("#ff7f50", Some(true)),
        ("#808080", Some(false)),
        ("#1e90ff", Some(false)),
        ("#ffffff", None),
        ("#fffdf5", None),
    ];
    for (text, kept) in cases {
        let asked: Colour = text.parse().unwrap();
        for design in &DESIGNS {
            let look = Look {
                name: design.name.to_owned(),
                colour: Some(asked),
                ..Look::default()
            };
            let found = match chosen(&look) {
                Choice::Kept(_) => Some(true),
                Choice::Adjusted { .. } => Some(false),
                Choice::Own | Choice::TooPale(_) => None,
            };
            assert_eq!(found, kept, "{text} in {}", design.name);
            assert_eq!(failing(chosen(&look).shown(design)), [""; 0], "{text}");
        }
    }
}

#[test]
fn typefaces_are_small_and_come_with_their_licence() {
    let mut bytes = 0;
    for design in &DESIGNS {
        let dress = dressed(design.name);
        for font in design.fonts {
            bytes += font.bytes.len();
            assert!(font.bytes.starts_with(b"wOF2"));
            assert!(font.licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
            assert!(dress.stylesheet.contains(licence_path(font).as_str()));
            assert!(dress.asset(font_path(font).as_str()).is_some());
            let paths: Vec<_> = dress.files().into_iter().map(|f| f.path).collect();
            assert!(paths.contains(&font_path(font)) && paths.contains(&licence_path(font)));
        }
    }
    assert!(bytes <= 100 * 1024, "{bytes}");
}

#[test]
fn assets_are_named_by_their_content() {
    let path = dressed("").path;
    assert!(path.as_str().starts_with("assets/site-"));
    assert_eq!(path.as_str().len(), "assets/site-01234567.css".len());
    assert_ne!(named("site", b"a", "css"), named("site", b"b", "css"));
}
