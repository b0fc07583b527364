//! Where the window was when it was closed, in a small file of the app's own. One that can't be read counts as none.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tauri::{PhysicalPosition, PhysicalSize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    pub rectangle: Rectangle,
    pub maximized: bool,
}

/// In dots of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rectangle {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

/// So much of a window's upper edge, in dots, has to be on a screen, for somebody to take hold of it.
const HOLD: i64 = 120;

impl WindowPlace {
    pub fn read(file: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(file).ok()?).ok()
    }

    pub fn write(self, file: &Path) {
        let text = serde_json::to_vec(&self).unwrap_or_default();
        // A convenience: without it the window is as large as at the first start.
        let _ = file.parent().map(fs::create_dir_all);
        let _ = fs::write(file, text);
    }
}

impl Rectangle {
    pub fn new(position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Self {
        Self {
            x: position.x,
            y: position.y,
            width: size.width,
            height: size.height,
        }
    }

    /// Whether a window here can be seen and moved: a screen may have been taken away since.
    pub fn is_reachable_on(&self, screens: &[Self]) -> bool {
        let own_size = self.width > 0 && self.height > 0;
        own_size && screens.iter().any(|screen| self.is_reachable_in(screen))
    }

    fn is_reachable_in(&self, screen: &Self) -> bool {
        let (left, top) = (i64::from(self.x), i64::from(self.y));
        let (screen_left, screen_top) = (i64::from(screen.x), i64::from(screen.y));
        let right = left + i64::from(self.width);
        let screen_right = screen_left + i64::from(screen.width);
        let screen_bottom = screen_top + i64::from(screen.height);
        let seen = right.min(screen_right) - left.max(screen_left);
        // Some systems say that a window begins a few dots outside the screen that it fills.
        seen >= HOLD && (screen_top - 16..screen_bottom - 32).contains(&top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn rectangle(x: i32, y: i32, width: u32, height: u32) -> Rectangle {
        Rectangle {
            x,
            y,
            width,
            height,
        }
    }

    #[test]
    fn a_window_comes_back_only_where_it_can_be_seen_and_moved() {
        let laptop = rectangle(0, 0, 1440, 900);
        let beside = rectangle(1440, -200, 2560, 1440);
        let cases = [
            ("in the middle", rectangle(80, 40, 1280, 820), true, true),
            (
                "on the second screen",
                rectangle(1600, 0, 1280, 820),
                false,
                true,
            ),
            ("across both", rectangle(1400, 10, 1280, 820), false, true),
            (
                "a strip at the left",
                rectangle(-1200, 40, 1280, 820),
                false,
                false,
            ),
            ("below", rectangle(80, 890, 1280, 820), false, false),
            ("above", rectangle(80, -300, 1280, 820), false, false),
            (
                "a frame of its own",
                rectangle(-8, -8, 1456, 916),
                true,
                true,
            ),
            ("nothing", rectangle(0, 0, 0, 0), false, false),
        ];
        for (what, window, alone, both) in cases {
            assert_eq!(
                window.is_reachable_on(&[laptop]),
                alone,
                "{what}, one screen"
            );
            assert_eq!(
                window.is_reachable_on(&[laptop, beside]),
                both,
                "{what}, two"
            );
        }
        assert!(!cases[0].1.is_reachable_on(&[]));
    }

    #[test]
    fn the_place_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings").join("window.json");
        assert_eq!(WindowPlace::read(&file), None);
        let place = WindowPlace {
            rectangle: rectangle(-20, 40, 900, 640),
            maximized: true,
        };
        place.write(&file);
        assert_eq!(WindowPlace::read(&file), Some(place));
        fs::write(&file, "{ not json").unwrap();
        assert_eq!(WindowPlace::read(&file), None);
    }
}
