//! What an icon shows, as strokes in a square of 32.

use std::fmt::Write;

use super::letters::{HEIGHT, Letter, letter};

/// The side of the square that icons are drawn in.
pub const SIDE: f64 = 32.0;
/// How much room the letters have: within the circle that every system leaves of an icon (W3C, "Web App Manifest",
/// maskable icons: a radius of 40%).
const ROOM: f64 = 18.0;
/// Between two letters, in their own measure: a stroke and a little.
const GAP: f64 = 4.6;
/// Of the square; and of the letters' own measure, so that small ones stay open.
const STROKE: f64 = 2.4;
const LETTER_STROKE: f64 = 2.9;
/// Stands for a name without Latin letters.
const HEART: &str = "M 16 25.2 C 10.1 21.6 7 18 7 13.9 C 7 11.2 9.2 9 12 9 C 13.6 9 15.1 9.7 16 11 C 16.9 9.7 18.4 9 20 9 C 22.8 9 25 11.2 25 13.9 C 25 18 21.9 21.6 16 25.2";
/// Words that a name is not known by.
const SMALL_WORDS: [&str; 8] = ["of", "the", "and", "for", "at", "in", "a", "an"];

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    Move([f64; 2]),
    Line([f64; 2]),
    Curve([f64; 2], [f64; 2], [f64; 2]),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    pub steps: Vec<Step>,
    pub stroke: f64,
}

impl Drawing {
    /// The initials of a name, at most two; the heart where there are none.
    pub fn of(name: &str) -> Self {
        let letters: Vec<Letter> = initials(name).into_iter().filter_map(letter).collect();
        if letters.is_empty() {
            return Self {
                steps: steps(HEART).collect(),
                stroke: STROKE,
            };
        }
        let gaps = f64::from(u8::from(letters.len() > 1)) * GAP;
        let width = letters.iter().map(|(width, _)| width).sum::<f64>() + gaps;
        let scale = (ROOM / width.max(1.0)).min(if gaps > 0.0 { 0.85 } else { 1.1 });
        let mut left = (SIDE - width * scale) / 2.0;
        let top = (SIDE - HEIGHT * scale) / 2.0;
        let mut drawn = Vec::new();
        for (width, strokes) in letters {
            drawn.extend(steps(strokes).map(|step| step.placed(scale, [left, top])));
            left += (width + GAP) * scale;
        }
        Self {
            steps: drawn,
            stroke: STROKE.min(LETTER_STROKE * scale),
        }
    }

    /// The strokes as the `d` of a path, with two decimals.
    pub fn path(&self) -> String {
        let mut out = String::new();
        for step in &self.steps {
            let (letter, points): (char, &[[f64; 2]]) = match step {
                Step::Move(to) => ('M', &[*to]),
                Step::Line(to) => ('L', &[*to]),
                Step::Curve(a, b, to) => ('C', &[*a, *b, *to]),
            };
            out.push(letter);
            for (n, [x, y]) in points.iter().enumerate() {
                let space = if n == 0 { "" } else { " " };
                // Writing to a string can't fail.
                let _ = write!(out, "{space}{x:.2} {y:.2}");
            }
        }
        out
    }
}

impl Step {
    fn placed(self, scale: f64, [left, top]: [f64; 2]) -> Self {
        let at = |[x, y]: [f64; 2]| [left + x * scale, top + y * scale];
        match self {
            Self::Move(to) => Self::Move(at(to)),
            Self::Line(to) => Self::Line(at(to)),
            Self::Curve(a, b, to) => Self::Curve(at(a), at(b), at(to)),
        }
    }
}

/// What is written in `strokes`; it ends where that is not written right.
fn steps(strokes: &str) -> impl Iterator<Item = Step> + '_ {
    let mut words = strokes.split(' ');
    std::iter::from_fn(move || {
        let kind = words.next()?;
        let mut point = || Some([words.next()?.parse().ok()?, words.next()?.parse().ok()?]);
        match kind {
            "M" => Some(Step::Move(point()?)),
            "L" => Some(Step::Line(point()?)),
            "C" => Some(Step::Curve(point()?, point()?, point()?)),
            _ => None,
        }
    })
}

/// `RK` of "Riverbend Ketamine Clinic", without accents. Nothing if the name begins with letters that are not Latin.
fn initials(name: &str) -> Vec<char> {
    let words = name
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty() && !SMALL_WORDS.contains(&word.to_lowercase().as_str()));
    let first = |word: &str| word.chars().next().and_then(plain);
    let initials: Option<Vec<char>> = words.take(2).map(first).collect();
    initials.unwrap_or_default()
}

/// A Latin letter without its accents, as a capital.
fn plain(c: char) -> Option<char> {
    let is_latin = c.is_ascii()
        || ('\u{c0}'..='\u{24f}').contains(&c)
        || ('\u{1e00}'..='\u{1eff}').contains(&c);
    let plain = deunicode::deunicode_char(c)?.chars().next()?;
    (is_latin && plain.is_ascii_alphanumeric()).then(|| plain.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_what_a_name_is_known_by() {
        let cases = [
            ("Riverbend Ketamine Clinic and Wellness Center", "RK"),
            ("The House of Health", "HH"),
            ("Élan", "E"),
            ("ångström’s praxis", "AP"),
            ("1st Care", "1C"),
            ("\"Quoted\" & <b>Bold</b>", "QB"),
            ("李医生", ""),
            ("李 Clinic", ""),
            ("עברית", ""),
            ("🩺", ""),
            ("", ""),
        ];
        for (name, wanted) in cases {
            assert_eq!(
                initials(name).into_iter().collect::<String>(),
                wanted,
                "{name:?}"
            );
        }
    }

    #[test]
    fn every_letter_is_drawn_whole_and_inside_the_part_that_all_systems_show() {
        let inside = |[x, y]: [f64; 2]| {
            let (x, y) = (x - SIDE / 2.0, y - SIDE / 2.0);
            (x * x + y * y).sqrt() + STROKE / 2.0 < SIDE * 0.4 + 1.0
        };
        let all: Vec<char> = ('A'..='Z').chain('0'..='9').collect();
        for c in &all {
            let (_, strokes) = letter(*c).unwrap();
            let commands = strokes.matches(|c: char| c.is_ascii_uppercase()).count();
            assert_eq!(steps(strokes).count(), commands, "{c}");
            for name in [c.to_string(), format!("{c} {c}"), format!("W {c}")] {
                for step in Drawing::of(&name).steps {
                    let (Step::Move(to) | Step::Line(to) | Step::Curve(_, _, to)) = step;
                    assert!(inside(to), "{name}: {to:?}");
                }
            }
        }
    }
}
