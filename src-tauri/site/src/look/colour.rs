//! What is computed of a color: its place in OKLCH, and its contrast with another.
//!
//! With `libm` and not with the system's own functions, so that every computer writes the same stylesheet.

use pamphlet_model::Colour;

/// A color by lightness (0 black, 1 white), chroma (0 gray, about 0.3 the most vivid) and hue in degrees.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing", 2020; CSS Color 4, section 9.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    pub lightness: f64,
    pub chroma: f64,
    pub hue: f64,
}

impl Oklch {
    pub fn of(colour: Colour) -> Self {
        let [r, g, b] = linear(colour);
        let l = libm::cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
        let m = libm::cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
        let s = libm::cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Self {
            lightness,
            chroma: libm::sqrt(a * a + b * b),
            hue: libm::atan2(b, a).to_degrees(),
        }
    }

    /// The color of this lightness and hue that a screen can show, with as much of the chroma as it can.
    pub fn colour(self) -> Colour {
        if let Some(colour) = self.in_gamut() {
            return colour;
        }
        let (mut shown, mut least, mut most) = (None, 0.0, self.chroma);
        for _ in 0..14 {
            let chroma = f64::midpoint(least, most);
            match (Self { chroma, ..self }).in_gamut() {
                Some(colour) => (shown, least) = (Some(colour), chroma),
                None => most = chroma,
            }
        }
        shown.unwrap_or_else(|| gray(self.lightness))
    }

    fn in_gamut(self) -> Option<Colour> {
        let angle = self.hue.to_radians();
        let (a, b) = (
            self.chroma * libm::cos(angle),
            self.chroma * libm::sin(angle),
        );
        let cube = |x: f64| x * x * x;
        let l = cube(self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
        let m = cube(self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
        let s = cube(self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b);
        Some(Colour {
            red: channel(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s)?,
            green: channel(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s)?,
            blue: channel(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s)?,
        })
    }
}

fn gray(lightness: f64) -> Colour {
    let linear = lightness.clamp(0.0, 1.0).powi(3);
    let part = channel(linear).unwrap_or_default();
    Colour {
        red: part,
        green: part,
        blue: part,
    }
}

/// Linear light of the channels, 0 to 1. Source: IEC 61966-2-1.
fn linear(colour: Colour) -> [f64; 3] {
    [colour.red, colour.green, colour.blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            libm::pow((part + 0.055) / 1.055, 2.4)
        }
    })
}

/// A channel as it is written, from linear light; none where no screen can show it.
fn channel(linear: f64) -> Option<u8> {
    const SLACK: f64 = 0.000_5;
    if !(-SLACK..=1.0 + SLACK).contains(&linear) {
        return None;
    }
    let part = if linear <= 0.003_130_8 {
        linear * 12.92
    } else {
        1.055 * libm::pow(linear, 1.0 / 2.4) - 0.055
    };
    let part = (part * 255.0).round().clamp(0.0, 255.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(part as u8)
}

/// Source: WCAG 2.2, "relative luminance", with the threshold of IEC 61966-2-1, as its erratum asks.
pub fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = linear(colour);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// From 1 to 21. Source: WCAG 2.2, "contrast ratio".
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let cases = [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            // The grays that WebAIM and the W3C name as the last ones that pass and fail on white.
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#ff0000", "#ffffff", 4.0),
            ("#0000ff", "#ffffff", 8.59),
        ];
        for (a, b, ratio) in cases {
            let found = contrast(colour(a), colour(b));
            assert!((found - ratio).abs() < 0.01, "{a} on {b}: {found}");
        }
    }

    #[test]
    fn oklch_is_that_of_css() {
        // The examples of CSS Color 4 for `red`, `lime`, `blue` and `white`.
        let cases = [
            ("#ff0000", 0.628, 0.2577, 29.23),
            ("#00ff00", 0.8664, 0.2948, 142.5),
            ("#0000ff", 0.452, 0.3132, -95.95),
            ("#ffffff", 1.0, 0.0, f64::NAN),
        ];
        for (text, lightness, chroma, hue) in cases {
            let found = Oklch::of(colour(text));
            assert!((found.lightness - lightness).abs() < 0.001, "{text}");
            assert!((found.chroma - chroma).abs() < 0.001, "{text}");
            assert!(hue.is_nan() || (found.hue - hue).abs() < 0.1, "{text}");
        }
    }

    #[test]
    fn colors_come_back_and_too_vivid_ones_keep_their_lightness() {
        for text in ["#1a655c", "#ffffff", "#000000", "#ffd400", "#0000ff"] {
            assert_eq!(Oklch::of(colour(text)).colour(), colour(text));
        }
        let vivid = Oklch {
            lightness: 0.4,
            chroma: 0.4,
            hue: 150.0,
        };
        let shown = Oklch::of(vivid.colour());
        assert!((shown.lightness - 0.4).abs() < 0.01 && (shown.hue - 150.0).abs() < 3.0);
    }
}
