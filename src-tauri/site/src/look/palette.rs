//! The colors of a look: computed from one, so that text stands out wherever it is put.
//!
//! A look says of each color, for light and for dark, where it starts ([`Recipe`]). [`PAIRS`] says once what is read on
//! what; colors that are read are moved away from their grounds until every pair stands out enough.

use pamphlet_model::Colour;

use super::colour::{Oklch, contrast};

/// What text of any size must stand out with: WCAG 2.2, 1.4.3 (AA).
pub const TEXT: f64 = 4.5;
/// What borders of controls and focus rings must stand out with: WCAG 2.2, 1.4.11.
pub const SHAPE: f64 = 3.0;

/// What lies below text, and in what order colors are made: grounds first.
const GROUNDS: &[&str] = &["paper", "surface", "band", "tint", "cloud"];

/// Which color is read on which grounds, and how much it stands out at least.
pub const PAIRS: &[(&str, &[&str], f64)] = &[
    ("ink", GROUNDS, TEXT),
    ("ink", &["alert"], TEXT),
    ("soft", GROUNDS, TEXT),
    ("accent", GROUNDS, TEXT),
    ("accent-strong", GROUNDS, TEXT),
    ("alert-ink", &["alert", "paper", "surface"], TEXT),
    ("on-fill", &["fill", "fill-strong"], TEXT),
    ("fill-line", GROUNDS, SHAPE),
    ("focus", GROUNDS, SHAPE),
    ("focus", &["alert"], SHAPE),
    ("panel-ink", &["panel"], TEXT),
    ("panel-soft", &["panel"], TEXT),
    ("panel-line", &["panel"], SHAPE),
    ("on-panel-fill", &["panel-fill", "panel-fill-strong"], TEXT),
    ("foot-ink", &["foot"], TEXT),
    ("foot-soft", &["foot"], TEXT),
];

/// How a color comes about.
#[derive(Debug, Clone, Copy)]
pub enum Start {
    /// This lightness, and at most this chroma, in the hue of the practice's color.
    Tinted(f64, f64),
    /// This lightness and chroma in a hue of the look's own, in degrees.
    Own(f64, f64, f64),
    /// The practice's color, no lighter and no darker than this.
    Accent(f64, f64),
    /// The practice's color as a ground for short words: as it is, or a little darker for white ones.
    Fill,
    /// Another color, with the lightness moved so far.
    Beside(&'static str, f64),
    /// White or nearly black, whatever is read better on this ground.
    On(&'static str),
}

/// One color of a look in the light and in the dark scheme.
#[derive(Debug, Clone, Copy)]
pub struct Recipe {
    pub name: &'static str,
    pub light: Start,
    pub dark: Start,
}

/// The colors of one scheme, in the order of their recipes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette(Vec<(&'static str, Colour)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Palette {
    pub fn new(recipes: &[Recipe], chosen: Colour, scheme: Scheme) -> Self {
        let chosen = Oklch::of(chosen);
        let mut palette = Self(Vec::with_capacity(recipes.len()));
        for recipe in recipes {
            let start = match scheme {
                Scheme::Light => recipe.light,
                Scheme::Dark => recipe.dark,
            };
            let start = palette.start(start, chosen);
            let colour = palette.readable(recipe.name, start);
            palette.0.push((recipe.name, colour));
        }
        palette
    }

    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Colour)> {
        self.0.iter().copied()
    }

    pub fn get(&self, name: &str) -> Option<Colour> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, colour)| *colour)
    }

    fn start(&self, start: Start, chosen: Oklch) -> Oklch {
        let of = |name| self.get(name).map_or(chosen, Oklch::of);
        match start {
            Start::Tinted(lightness, chroma) => Oklch {
                lightness,
                // A gray practice has gray grounds.
                chroma: chroma.min(chosen.chroma * 0.9),
                hue: chosen.hue,
            },
            Start::Own(lightness, chroma, hue) => Oklch {
                lightness,
                chroma,
                hue,
            },
            Start::Accent(least, most) => Oklch {
                lightness: chosen.lightness.clamp(least, most),
                ..chosen
            },
            Start::Fill => fill(chosen),
            Start::Beside(name, step) => {
                let from = of(name);
                Oklch {
                    lightness: from.lightness + step * self.away(name),
                    ..from
                }
            }
            Start::On(name) => {
                let ground = self.get(name).unwrap_or_else(|| chosen.colour());
                on(ground, chosen)
            }
        }
    }

    /// 1 if a color that is told apart from a ground becomes so by being lighter, -1 if by being darker.
    fn away(&self, name: &str) -> f64 {
        match self.get(name).map(Oklch::of) {
            Some(ground) if ground.lightness < 0.65 => -1.0,
            _ => 1.0,
        }
    }

    /// The color, moved away from the grounds on which it is read for as long as it does not stand out.
    fn readable(&self, name: &str, start: Oklch) -> Colour {
        let grounds: Vec<(Colour, f64)> = PAIRS
            .iter()
            .filter(|(text, _, _)| *text == name)
            .flat_map(|(_, grounds, least)| grounds.iter().map(move |ground| (*ground, *least)))
            .filter_map(|(ground, least)| Some((self.get(ground)?, least)))
            .collect();
        let stands_out = |colour: Colour| {
            grounds
                .iter()
                .all(|(ground, least)| contrast(colour, *ground) >= *least)
        };
        if stands_out(start.colour()) {
            return start.colour();
        }
        let darkest = grounds
            .iter()
            .map(|(ground, _)| Oklch::of(*ground).lightness)
            .fold(1.0, f64::min);
        let end = if darkest > 0.6 { 0.0 } else { 1.0 };
        nearest(start, end, stands_out)
    }
}

/// The color between `start`, which does not do, and the lightness `end` that does and lies nearest to `start`.
fn nearest(start: Oklch, end: f64, does: impl Fn(Colour) -> bool) -> Colour {
    let at = |lightness| Oklch { lightness, ..start }.colour();
    let (mut fails, mut passes) = (start.lightness, end);
    for _ in 0..10 {
        let middle = f64::midpoint(fails, passes);
        if does(at(middle)) {
            passes = middle;
        } else {
            fails = middle;
        }
    }
    at(passes)
}

const WHITE: Colour = Colour {
    red: 255,
    green: 255,
    blue: 255,
};

/// As chosen where dark words are read on it anyway. Where white ones nearly are, a little darker, so that they can be.
fn fill(chosen: Oklch) -> Oklch {
    let white = contrast(chosen.colour(), WHITE);
    if (2.6..TEXT).contains(&white) {
        Oklch::of(nearest(chosen, 0.0, |c| contrast(c, WHITE) >= TEXT))
    } else {
        chosen
    }
}

fn on(ground: Colour, chosen: Oklch) -> Oklch {
    let dark = Oklch {
        lightness: 0.2,
        chroma: chosen.chroma.min(0.03),
        hue: chosen.hue,
    };
    if contrast(ground, WHITE) >= TEXT {
        Oklch::of(WHITE)
    } else if contrast(ground, dark.colour()) >= TEXT {
        dark
    } else {
        // One of the two stands out from any color, with 4.58 at least: the square root of 21.
        Oklch {
            lightness: 0.0,
            chroma: 0.0,
            hue: 0.0,
        }
    }
}
