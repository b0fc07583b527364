/// How a picture is shown, other than as it came: turned, cropped, and with a point that stays in sight. Its file is
/// never changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Adjustments {
    /// Quarter turns clockwise, 0 to 3, after the orientation in the camera's data is applied.
    pub turns: u8,
    /// The part of the turned picture that is shown.
    pub crop: Crop,
    /// What stays in sight of the part that is shown, where there is no room for all of it.
    pub focus: Focus,
}

/// A part of a picture, in ten-thousandths of its sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crop {
    pub left: u16,
    pub top: u16,
    pub width: u16,
    pub height: u16,
}

/// A point of a picture, in ten-thousandths of its sides, from the upper left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Focus {
    pub x: u16,
    pub y: u16,
}

/// A part of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// All of a side.
pub const WHOLE: u16 = 10_000;

impl Default for Crop {
    fn default() -> Self {
        Self {
            left: 0,
            top: 0,
            width: WHOLE,
            height: WHOLE,
        }
    }
}

impl Default for Focus {
    fn default() -> Self {
        Self {
            x: WHOLE / 2,
            y: WHOLE / 2,
        }
    }
}

impl Adjustments {
    /// The same within its bounds: something of the picture is always shown, and nothing beside it.
    pub fn within_bounds(self) -> Self {
        let side = |start: u16, length: u16| {
            let start = start.min(WHOLE - 1);
            (start, length.clamp(1, WHOLE - start))
        };
        let (left, width) = side(self.crop.left, self.crop.width);
        let (top, height) = side(self.crop.top, self.crop.height);
        Self {
            turns: self.turns % 4,
            crop: Crop {
                left,
                top,
                width,
                height,
            },
            focus: Focus {
                x: self.focus.x.min(WHOLE),
                y: self.focus.y.min(WHOLE),
            },
        }
    }

    /// Whether other pixels are shown than the file has, in another order or fewer.
    pub fn change_pixels(self) -> bool {
        self.turns != 0 || self.crop != Crop::default()
    }

    /// What tells the pixels that are shown from those of other adjustments, to be a part of file names and addresses;
    /// empty where they are all of the file's.
    pub fn key(self) -> String {
        if !self.change_pixels() {
            return String::new();
        }
        let Crop {
            left,
            top,
            width,
            height,
        } = self.crop;
        format!("-{}-{left:x}-{top:x}-{width:x}-{height:x}", self.turns)
    }

    /// The part that is shown of a picture of this size, in pixels of the turned picture.
    pub fn area(self, width: u32, height: u32) -> Area {
        let (width, height) = match self.turns % 2 {
            0 => (width, height),
            _ => (height, width),
        };
        let (left, width) = pixels(self.crop.left, self.crop.width, width);
        let (top, height) = pixels(self.crop.top, self.crop.height, height);
        Area {
            left,
            top,
            width,
            height,
        }
    }
}

/// The first pixel and how many, of a side with so many; at least one.
fn pixels(start: u16, length: u16, side: u32) -> (u32, u32) {
    let at = |part: u32| {
        let whole = u64::from(WHOLE);
        let pixel = (u64::from(part) * u64::from(side) + whole / 2) / whole;
        u32::try_from(pixel).unwrap_or(side).min(side)
    };
    let first = at(start.into()).min(side.saturating_sub(1));
    let end = at(u32::from(start) + u32::from(length));
    (first, end.saturating_sub(first).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adjusted(turns: u8, [left, top, width, height]: [u16; 4]) -> Adjustments {
        Adjustments {
            turns,
            crop: Crop {
                left,
                top,
                width,
                height,
            },
            ..Adjustments::default()
        }
    }

    #[test]
    fn a_part_of_a_picture_has_at_least_a_pixel() {
        let cases = [
            ((0, [0, 0, 10_000, 10_000]), (400, 300), [0, 0, 400, 300]),
            ((1, [0, 0, 10_000, 10_000]), (400, 300), [0, 0, 300, 400]),
            ((0, [2500, 0, 5000, 10_000]), (400, 300), [100, 0, 200, 300]),
            ((3, [0, 5000, 10_000, 5000]), (400, 300), [0, 200, 300, 200]),
            ((0, [9999, 9999, 1, 1]), (3, 3), [2, 2, 1, 1]),
            ((2, [3333, 0, 1, 10_000]), (1, 1), [0, 0, 1, 1]),
        ];
        for ((turns, crop), (width, height), [left, top, w, h]) in cases {
            let area = adjusted(turns, crop).area(width, height);
            let expected = Area {
                left,
                top,
                width: w,
                height: h,
            };
            assert_eq!(area, expected, "{turns} {crop:?}");
        }
    }

    #[test]
    fn what_is_out_of_bounds_is_brought_within() {
        let wild = Adjustments {
            focus: Focus { x: 60_000, y: 1 },
            ..adjusted(7, [20_000, 9000, 5, 9000])
        };
        let tame = wild.within_bounds();
        assert_eq!(tame.turns, 3);
        assert_eq!(tame.crop, adjusted(0, [9999, 9000, 1, 1000]).crop);
        assert_eq!(tame.focus, Focus { x: 10_000, y: 1 });
        assert_eq!(tame.within_bounds(), tame);
    }

    #[test]
    fn only_what_changes_pixels_has_a_key() {
        let focused = Adjustments {
            focus: Focus { x: 1, y: 2 },
            ..Adjustments::default()
        };
        assert_eq!(focused.key(), "");
        assert_eq!(
            adjusted(1, [0, 0, 10_000, 10_000]).key(),
            "-1-0-0-2710-2710"
        );
        assert_eq!(adjusted(0, [16, 0, 255, 10_000]).key(), "-0-10-0-ff-2710");
    }
}
