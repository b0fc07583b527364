use image::metadata::Orientation;
use pamphlet_model::Area;

/// Where in the file the part lies that is shown: `area` of the picture that is `seen` so large, with so many quarter
/// turns clockwise, when the file's orientation is `orientation`.
pub(super) fn part_of_file(
    area: Area,
    seen: (u32, u32),
    turns: u8,
    orientation: Orientation,
) -> Area {
    let shown = if turns % 2 == 1 {
        (seen.1, seen.0)
    } else {
        seen
    };
    let (area, seen) = before_turns(area, shown, turns);
    let (turns, across, down) = steps(orientation);
    let area = Area {
        left: if across {
            seen.0 - area.left - area.width
        } else {
            area.left
        },
        top: if down {
            seen.1 - area.top - area.height
        } else {
            area.top
        },
        ..area
    };
    before_turns(area, seen, turns).0
}

/// Where the area lay before a picture, so large now, was turned clockwise so often; and how large the picture was.
fn before_turns(
    mut area: Area,
    (mut width, mut height): (u32, u32),
    turns: u8,
) -> (Area, (u32, u32)) {
    for _ in 0..turns % 4 {
        area = Area {
            left: area.top,
            top: width - area.left - area.width,
            width: area.height,
            height: area.width,
        };
        (width, height) = (height, width);
    }
    (area, (width, height))
}

/// What makes a file's pixels the picture that is seen: quarter turns clockwise, then turned over across, or down.
fn steps(orientation: Orientation) -> (u8, bool, bool) {
    match orientation {
        Orientation::NoTransforms => (0, false, false),
        Orientation::Rotate90 => (1, false, false),
        Orientation::Rotate180 => (2, false, false),
        Orientation::Rotate270 => (3, false, false),
        Orientation::FlipHorizontal => (0, true, false),
        Orientation::FlipVertical => (0, false, true),
        Orientation::Rotate90FlipH => (1, true, false),
        Orientation::Rotate270FlipH => (3, true, false),
    }
}
