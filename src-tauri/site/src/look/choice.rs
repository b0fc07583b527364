//! What becomes of the color that a practice chose.

use pamphlet_model::{Colour, Look};

use super::colour::Oklch;
use super::designs::{Design, design};
use super::palette::{Palette, Scheme};

/// Whether a practice's color can be its site's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// None was chosen.
    Own,
    /// Buttons have exactly this color.
    Kept(Colour),
    /// Buttons have `shown`, which words stand out from, instead of `asked`.
    Adjusted { asked: Colour, shown: Colour },
    /// Nothing could be made of it that is still this color: it is white, or nearly. The look's own is shown.
    TooPale(Colour),
}

impl Choice {
    /// The color from which all others follow.
    pub fn shown(self, design: &Design) -> Colour {
        match self {
            Self::Own | Self::TooPale(_) => design.colour,
            Self::Kept(asked) | Self::Adjusted { asked, .. } => asked,
        }
    }
}

/// White and pale gray have no hue to keep: darkened, they would be another color.
const PALE: f64 = 0.8;
const COLORLESS: f64 = 0.025;

pub fn chosen(look: &Look) -> Choice {
    let Some(asked) = look.colour else {
        return Choice::Own;
    };
    let Oklch {
        lightness, chroma, ..
    } = Oklch::of(asked);
    if lightness > PALE && chroma < COLORLESS {
        return Choice::TooPale(asked);
    }
    let palette = Palette::new(design(&look.name).recipes, asked, Scheme::Light);
    match palette.get("fill") {
        Some(shown) if shown != asked => Choice::Adjusted { asked, shown },
        _ => Choice::Kept(asked),
    }
}
