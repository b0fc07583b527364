use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::PictureId;

/// How the finished site looks, as the practice chose it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Which of the looks. Empty, or one that this Pamphlet does not know: the first of them.
    pub name: String,
    /// Buttons, links and grounds follow it. None: the look's own.
    pub colour: Option<Colour>,
    /// Stands beside the practice's name.
    pub logo: Option<PictureId>,
}

/// An opaque color of the sRGB space, written `#1a655c`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a color such as #1a655c")]
pub struct ColourError(pub String);

impl FromStr for Colour {
    type Err = ColourError;

    /// Three or six hexadecimal digits, with or without `#`, as in CSS.
    fn from_str(text: &str) -> Result<Self, ColourError> {
        let none = || ColourError(text.to_owned());
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(none());
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| none())?;
        let channel = |shift: u32, bits: u32| {
            let part = (number >> (shift * bits)) & ((1 << bits) - 1);
            u8::try_from(if bits == 4 { part * 17 } else { part }).unwrap_or(u8::MAX)
        };
        let bits = match digits.len() {
            3 => 4,
            6 => 8,
            _ => return Err(none()),
        };
        Ok(Self {
            red: channel(2, bits),
            green: channel(1, bits),
            blue: channel(0, bits),
        })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl TryFrom<String> for Colour {
    type Error = ColourError;

    fn try_from(text: String) -> Result<Self, ColourError> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> String {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_read_and_written() {
        let cases = [
            ("#1a655c", Some("#1a655c")),
            (" 1A655C ", Some("#1a655c")),
            ("#0f8", Some("#00ff88")),
            ("", None),
            ("#", None),
            ("teal", None),
            ("#12345", None),
            ("#1234567", None),
            ("+12345", None),
            ("#éé", None),
        ];
        for (text, read) in cases {
            let colour = text.parse::<Colour>().map(|c| c.to_string()).ok();
            assert_eq!(colour.as_deref(), read, "{text:?}");
        }
    }
}
