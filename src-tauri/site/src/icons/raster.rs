//! Icons as pixels.
//!
//! Nothing but sums, products and square roots, which IEEE 754 rounds alike everywhere: the same icon has the same bytes
//! on every computer.

use super::drawing::{Drawing, SIDE, Step};
use super::{Colours, Shape};

/// Into how many lines a curve is cut.
const LINES: u32 = 12;

/// Straight RGBA, `size` by `size`.
pub fn pixels(drawing: &Drawing, colours: Colours, shape: Shape, size: u32) -> Vec<u8> {
    let unit = f64::from(size) / SIDE;
    let ink = ink(drawing, unit, size);
    let mut out = Vec::with_capacity(ink.len() * 4);
    for (at, ink) in (0_u32..).zip(ink) {
        let (x, y) = (f64::from(at % size) + 0.5, f64::from(at / size) + 0.5);
        let ground = match shape {
            Shape::Full => 1.0,
            Shape::Rounded => covered(-corner_distance(x / unit, y / unit) * unit),
        };
        let mixed = |ground: u8, letter: u8| {
            byte((f64::from(ground) * (1.0 - ink) + f64::from(letter) * ink) / 255.0)
        };
        for (ground, letter) in colours.ground.into_iter().zip(colours.letter) {
            out.push(mixed(ground, letter));
        }
        out.push(byte(ground));
    }
    out
}

/// How much of each pixel the strokes cover, from 0 to 1.
fn ink(drawing: &Drawing, unit: f64, size: u32) -> Vec<f64> {
    let side = size as usize;
    let mut nearest = vec![f64::MAX; side * side];
    let reach = drawing.stroke * unit / 2.0;
    for [from, to] in lines(drawing) {
        let (from, to) = (from.map(|v| v * unit), to.map(|v| v * unit));
        let [columns, rows] = [0, 1].map(|axis| {
            let (low, high) = (from[axis].min(to[axis]), from[axis].max(to[axis]));
            pixel(low - reach - 1.0, side)..pixel(high + reach + 2.0, side)
        });
        for row in rows {
            for column in columns.clone() {
                let centre = [column as f64 + 0.5, row as f64 + 0.5];
                let known = &mut nearest[row * side + column];
                *known = known.min(distance(centre, from, to));
            }
        }
    }
    nearest
        .into_iter()
        .map(|distance| covered(reach - distance))
        .collect()
}

/// The pixel that holds this coordinate, or the nearest.
fn pixel(coordinate: f64, side: usize) -> usize {
    // Saturates: what lies left of the icon is its first column.
    (coordinate as usize).min(side)
}

/// How much of a pixel is covered whose centre lies so far inside an edge.
fn covered(inside: f64) -> f64 {
    (inside + 0.5).clamp(0.0, 1.0)
}

fn byte(part: f64) -> u8 {
    // Between 0 and 255.
    (part.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

fn lines(drawing: &Drawing) -> Vec<[[f64; 2]; 2]> {
    let mut lines = Vec::new();
    let mut at = [0.0; 2];
    for step in &drawing.steps {
        match *step {
            Step::Move(to) => at = to,
            Step::Line(to) => {
                lines.push([at, to]);
                at = to;
            }
            Step::Curve(a, b, to) => {
                let from = at;
                for n in 1..=LINES {
                    let next = on_curve(f64::from(n) / f64::from(LINES), [from, a, b, to]);
                    lines.push([at, next]);
                    at = next;
                }
            }
        }
    }
    lines
}

/// De Casteljau's construction.
fn on_curve(part: f64, [a, b, c, d]: [[f64; 2]; 4]) -> [f64; 2] {
    let between =
        |p: [f64; 2], q: [f64; 2]| [p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part];
    let (ab, bc, cd) = (between(a, b), between(b, c), between(c, d));
    between(between(ab, bc), between(bc, cd))
}

fn distance(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let (along, away) = (
        [to[0] - from[0], to[1] - from[1]],
        [point[0] - from[0], point[1] - from[1]],
    );
    let length = along[0] * along[0] + along[1] * along[1];
    let part = if length > 0.0 {
        ((away[0] * along[0] + away[1] * along[1]) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (x, y) = (away[0] - along[0] * part, away[1] - along[1] * part);
    (x * x + y * y).sqrt()
}

/// How far outside the rounded square a point of the drawing lies; negative inside.
fn corner_distance(x: f64, y: f64) -> f64 {
    let half = SIDE / 2.0;
    let outside = |v: f64| (v - half).abs() - half + super::RADIUS;
    let (x, y) = (outside(x), outside(y));
    let (right, down) = (x.max(0.0), y.max(0.0));
    (right * right + down * down).sqrt() + x.max(y).min(0.0) - super::RADIUS
}
