//! The looks, as data: each has a name, styles of its own on top of those that all share, a color, and recipes for the
//! colors that follow from it. Its front page is the template `front/<name>.html`.

use pamphlet_model::Colour;

use super::palette::{Recipe, Start};
use super::stylesheet;

/// One of the looks that a practice can choose.
#[derive(Debug)]
pub struct Design {
    /// As it is kept, and as the front page's template is called.
    pub name: &'static str,
    /// As it is shown.
    pub title: &'static str,
    /// What it is like, in a sentence.
    pub words: &'static str,
    /// Its own color, for a practice that chose none.
    pub colour: Colour,
    pub recipes: &'static [Recipe],
    pub styles: &'static str,
    pub fonts: &'static [Font],
    pub stand_ins: &'static [StandIn],
}

/// A file with a typeface that comes with the site, for the letters of Western Europe. Others are the visitor's own.
#[derive(Debug)]
pub struct Font {
    /// Without `.woff2`.
    pub stem: &'static str,
    pub face: Face,
    pub bytes: &'static [u8],
    /// Goes wherever the file goes, as it asks for itself.
    pub licence: &'static str,
}

/// What a stylesheet says of a font.
#[derive(Debug)]
pub struct Face {
    pub family: &'static str,
    pub style: &'static str,
    pub weights: &'static str,
}

/// A typeface of the visitor's computer, stretched to take the room of ours until that has come: words stay where they
/// are. The numbers are of the letters of English prose, in percent.
#[derive(Debug)]
pub struct StandIn {
    pub face: Face,
    /// The same typeface by the names that systems have for it.
    pub locals: &'static [&'static str],
    pub size: f64,
    pub ascent: f64,
    pub descent: f64,
}

/// The first is for those who chose none.
pub static DESIGNS: [Design; 3] = [
    Design {
        name: "clinic",
        title: "Clinic",
        words: "Calm and clear, with a lot of room. Visiting hours come first.",
        colour: rgb(0x0b, 0x63, 0x7d),
        recipes: CLINIC,
        styles: stylesheet::CLINIC,
        fonts: ATKINSON,
        stand_ins: ATKINSON_STAND_INS,
    },
    Design {
        name: "journal",
        title: "Journal",
        words: "Like a magazine: serif headlines, and articles first.",
        colour: rgb(0x8a, 0x2b, 0x3d),
        recipes: JOURNAL,
        styles: stylesheet::JOURNAL,
        fonts: NEWSREADER,
        stand_ins: NEWSREADER_STAND_INS,
    },
    Design {
        name: "neighbor",
        title: "Neighbor",
        words: "Warm and round, in larger type. Topics come first.",
        colour: rgb(0x2c, 0x73, 0x4a),
        recipes: NEIGHBOR,
        styles: stylesheet::NEIGHBOR,
        fonts: NUNITO,
        stand_ins: NUNITO_STAND_INS,
    },
];

/// The look of this name, or the first.
pub fn design(name: &str) -> &'static Design {
    DESIGNS
        .iter()
        .find(|design| design.name == name)
        .unwrap_or(&DESIGNS[0])
}

const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
    Colour { red, green, blue }
}

const fn recipe(name: &'static str, light: Start, dark: Start) -> Recipe {
    Recipe { name, light, dark }
}

use Start::{Accent, Beside, Fill, On, Own, Tinted};

const ATKINSON: &[Font] = &[Font {
    stem: "atkinson",
    face: Face {
        family: "Atkinson Hyperlegible Next",
        style: "normal",
        weights: "400 700",
    },
    bytes: include_bytes!("fonts/atkinson.woff2"),
    licence: include_str!("fonts/atkinson-OFL.txt"),
}];

const NEWSREADER: &[Font] = &[
    Font {
        stem: "newsreader",
        face: Face {
            family: "Newsreader",
            style: "normal",
            weights: "400 600",
        },
        bytes: include_bytes!("fonts/newsreader.woff2"),
        licence: include_str!("fonts/newsreader-OFL.txt"),
    },
    Font {
        stem: "newsreader-italic",
        face: Face {
            family: "Newsreader",
            style: "italic",
            weights: "400",
        },
        bytes: include_bytes!("fonts/newsreader-italic.woff2"),
        licence: include_str!("fonts/newsreader-OFL.txt"),
    },
];

const NUNITO: &[Font] = &[Font {
    stem: "nunito",
    face: Face {
        family: "Nunito",
        style: "normal",
        weights: "400 850",
    },
    bytes: include_bytes!("fonts/nunito.woff2"),
    licence: include_str!("fonts/nunito-OFL.txt"),
}];

const ARIAL: &[&str] = &["Arial", "ArialMT", "Liberation Sans"];
const ARIAL_BOLD: &[&str] = &["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"];
const TIMES: &[&str] = &["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif"];
const TIMES_BOLD: &[&str] = &[
    "Times New Roman Bold",
    "TimesNewRomanPS-BoldMT",
    "Liberation Serif Bold",
];
const TIMES_ITALIC: &[&str] = &[
    "Times New Roman Italic",
    "TimesNewRomanPS-ItalicMT",
    "Liberation Serif Italic",
];

const fn stand_in(
    family: &'static str,
    weights: &'static str,
    locals: &'static [&'static str],
    [size, ascent, descent]: [f64; 3],
) -> StandIn {
    StandIn {
        face: Face {
            family,
            style: "normal",
            weights,
        },
        locals,
        size,
        ascent,
        descent,
    }
}

const ATKINSON_STAND_INS: &[StandIn] = &[
    stand_in("Atkinson stand-in", "400 599", ARIAL, [99.4, 99.0, 31.8]),
    stand_in(
        "Atkinson stand-in",
        "600 700",
        ARIAL_BOLD,
        [99.1, 99.2, 31.9],
    ),
];

const NEWSREADER_STAND_INS: &[StandIn] = &[
    stand_in("Newsreader stand-in", "400 499", TIMES, [105.0, 70.0, 25.2]),
    stand_in("Newsreader stand-in", "500 599", TIMES, [107.5, 68.4, 24.7]),
    stand_in(
        "Newsreader stand-in",
        "600 700",
        TIMES_BOLD,
        [103.7, 70.9, 25.6],
    ),
    StandIn {
        face: Face {
            family: "Newsreader stand-in",
            style: "italic",
            weights: "400",
        },
        ..stand_in("", "", TIMES_ITALIC, [97.8, 75.1, 27.1])
    },
];

const NUNITO_STAND_INS: &[StandIn] = &[
    stand_in("Nunito stand-in", "400 599", ARIAL, [101.8, 99.3, 34.7]),
    stand_in(
        "Nunito stand-in",
        "600 850",
        ARIAL_BOLD,
        [100.9, 100.2, 35.0],
    ),
];

const CLINIC: &[Recipe] = &[
    recipe("paper", Own(1.0, 0.0, 0.0), Tinted(0.19, 0.014)),
    recipe("surface", Own(1.0, 0.0, 0.0), Tinted(0.225, 0.016)),
    recipe("band", Tinted(0.975, 0.008), Tinted(0.215, 0.016)),
    recipe("tint", Tinted(0.95, 0.022), Tinted(0.27, 0.03)),
    recipe("cloud", Tinted(0.925, 0.034), Tinted(0.31, 0.04)),
    recipe("alert", Own(0.965, 0.03, 80.0), Own(0.28, 0.035, 75.0)),
    recipe("panel", Tinted(0.36, 0.08), Tinted(0.28, 0.05)),
    recipe("foot", Tinted(0.965, 0.012), Tinted(0.165, 0.012)),
    recipe("ink", Tinted(0.26, 0.025), Tinted(0.94, 0.01)),
    recipe("soft", Tinted(0.46, 0.025), Tinted(0.76, 0.018)),
    recipe("line", Tinted(0.895, 0.015), Tinted(0.34, 0.02)),
    recipe("accent", Accent(0.3, 0.5), Accent(0.78, 0.86)),
    recipe(
        "accent-strong",
        Beside("accent", 0.09),
        Beside("accent", 0.07),
    ),
    recipe("alert-ink", Own(0.46, 0.1, 60.0), Own(0.84, 0.1, 80.0)),
    recipe("fill", Fill, Accent(0.76, 0.84)),
    recipe("fill-strong", Beside("fill", 0.07), Beside("fill", 0.06)),
    recipe("on-fill", On("fill"), On("fill")),
    recipe("fill-line", Beside("fill", 0.0), Beside("fill", 0.0)),
    recipe("focus", Own(0.58, 0.17, 45.0), Own(0.8, 0.13, 75.0)),
    recipe("panel-ink", Own(1.0, 0.0, 0.0), Tinted(0.97, 0.006)),
    recipe("panel-soft", Tinted(0.9, 0.025), Tinted(0.84, 0.02)),
    recipe("panel-fill", Own(1.0, 0.0, 0.0), Accent(0.8, 0.86)),
    recipe(
        "panel-line",
        Beside("panel-fill", 0.0),
        Beside("panel-fill", 0.0),
    ),
    recipe(
        "panel-fill-strong",
        Tinted(0.94, 0.025),
        Beside("panel-fill", 0.06),
    ),
    recipe("on-panel-fill", Tinted(0.32, 0.07), On("panel-fill")),
    recipe("foot-ink", Tinted(0.26, 0.025), Tinted(0.94, 0.01)),
    recipe("foot-soft", Tinted(0.46, 0.025), Tinted(0.74, 0.018)),
];

const JOURNAL: &[Recipe] = &[
    recipe("paper", Own(0.992, 0.003, 90.0), Own(0.185, 0.004, 60.0)),
    recipe("surface", Own(1.0, 0.0, 0.0), Own(0.22, 0.005, 60.0)),
    recipe("band", Own(0.967, 0.006, 90.0), Own(0.215, 0.005, 60.0)),
    recipe("tint", Tinted(0.95, 0.016), Tinted(0.26, 0.02)),
    recipe("cloud", Tinted(0.925, 0.022), Tinted(0.3, 0.028)),
    recipe("alert", Own(0.96, 0.03, 85.0), Own(0.28, 0.03, 75.0)),
    recipe("panel", Own(0.992, 0.003, 90.0), Own(0.185, 0.004, 60.0)),
    recipe("foot", Own(0.2, 0.004, 60.0), Own(0.15, 0.003, 60.0)),
    recipe("ink", Own(0.19, 0.004, 60.0), Own(0.94, 0.006, 90.0)),
    recipe("soft", Own(0.44, 0.006, 60.0), Own(0.76, 0.008, 90.0)),
    recipe("line", Own(0.86, 0.005, 90.0), Own(0.36, 0.006, 60.0)),
    recipe("accent", Accent(0.3, 0.48), Accent(0.76, 0.84)),
    recipe(
        "accent-strong",
        Beside("accent", 0.1),
        Beside("accent", 0.07),
    ),
    recipe("alert-ink", Own(0.44, 0.1, 60.0), Own(0.84, 0.1, 80.0)),
    recipe("fill", Fill, Accent(0.76, 0.84)),
    recipe("fill-strong", Beside("fill", 0.09), Beside("fill", 0.07)),
    recipe("on-fill", On("fill"), On("fill")),
    recipe("fill-line", Beside("fill", 0.0), Beside("fill", 0.0)),
    recipe("focus", Own(0.55, 0.17, 255.0), Own(0.78, 0.11, 245.0)),
    recipe("panel-ink", Own(0.19, 0.004, 60.0), Own(0.94, 0.006, 90.0)),
    recipe("panel-soft", Own(0.4, 0.006, 60.0), Own(0.78, 0.008, 90.0)),
    recipe("panel-fill", Fill, Accent(0.76, 0.84)),
    recipe(
        "panel-line",
        Beside("panel-fill", 0.0),
        Beside("panel-fill", 0.0),
    ),
    recipe(
        "panel-fill-strong",
        Beside("panel-fill", 0.09),
        Beside("panel-fill", 0.07),
    ),
    recipe("on-panel-fill", On("panel-fill"), On("panel-fill")),
    recipe("foot-ink", Own(0.97, 0.004, 90.0), Own(0.94, 0.004, 90.0)),
    recipe("foot-soft", Own(0.78, 0.006, 90.0), Own(0.74, 0.006, 90.0)),
];

const NEIGHBOR: &[Recipe] = &[
    recipe("paper", Own(0.985, 0.012, 92.0), Tinted(0.2, 0.018)),
    recipe("surface", Own(1.0, 0.0, 0.0), Tinted(0.245, 0.022)),
    recipe("band", Own(0.955, 0.035, 92.0), Tinted(0.23, 0.022)),
    recipe("tint", Tinted(0.94, 0.035), Tinted(0.285, 0.035)),
    recipe("cloud", Own(0.925, 0.065, 92.0), Tinted(0.33, 0.045)),
    recipe("alert", Own(0.95, 0.035, 45.0), Own(0.3, 0.04, 45.0)),
    recipe("panel", Own(0.925, 0.085, 92.0), Own(0.31, 0.05, 92.0)),
    recipe("foot", Tinted(0.32, 0.08), Tinted(0.165, 0.02)),
    recipe("ink", Tinted(0.27, 0.03), Own(0.95, 0.012, 92.0)),
    recipe("soft", Tinted(0.44, 0.03), Own(0.8, 0.018, 92.0)),
    recipe("line", Own(0.89, 0.03, 92.0), Tinted(0.36, 0.03)),
    recipe("accent", Accent(0.3, 0.5), Accent(0.8, 0.88)),
    recipe(
        "accent-strong",
        Beside("accent", 0.09),
        Beside("accent", 0.06),
    ),
    recipe("alert-ink", Own(0.45, 0.12, 40.0), Own(0.84, 0.09, 50.0)),
    recipe("fill", Fill, Accent(0.78, 0.86)),
    recipe("fill-strong", Beside("fill", 0.07), Beside("fill", 0.06)),
    recipe("on-fill", On("fill"), On("fill")),
    recipe("fill-line", Beside("fill", 0.0), Beside("fill", 0.0)),
    recipe("focus", Own(0.55, 0.18, 300.0), Own(0.8, 0.11, 300.0)),
    recipe("panel-ink", Tinted(0.26, 0.03), Own(0.96, 0.012, 92.0)),
    recipe("panel-soft", Tinted(0.36, 0.03), Own(0.88, 0.03, 92.0)),
    recipe("panel-fill", Fill, Accent(0.78, 0.86)),
    recipe(
        "panel-line",
        Beside("panel-fill", 0.0),
        Beside("panel-fill", 0.0),
    ),
    recipe(
        "panel-fill-strong",
        Beside("panel-fill", 0.07),
        Beside("panel-fill", 0.06),
    ),
    recipe("on-panel-fill", On("panel-fill"), On("panel-fill")),
    recipe("foot-ink", Own(0.985, 0.01, 92.0), Own(0.95, 0.012, 92.0)),
    recipe("foot-soft", Own(0.9, 0.03, 92.0), Own(0.8, 0.018, 92.0)),
];
