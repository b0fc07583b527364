use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::paragraphs::paragraphs;
use super::words::{COMPARED, diff, tokens};

/// Two paragraphs are one that was changed if they share this much, as `similar` measures it (0 to 1).
const ALIKE: f32 = 0.4;
/// Changed paragraphs that are matched up each with each. Where there are more, they are matched in their order.
const MATCHED: usize = 40;

/// Where a paragraph lies before and now. One that is new has no before; one that is gone has no now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub before: Option<Range<usize>>,
    pub now: Option<Range<usize>>,
}

/// The paragraphs of two texts side by side.
pub(super) fn pairs(before: &str, now: &str) -> Vec<Pair> {
    let (old, new) = (Side::of(before), Side::of(now));
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old.texts, &new.texts) {
        let (tag, o, n) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => pairs.extend(o.zip(n).map(|(o, n)| old.beside(o, &new, n))),
            _ => matched(&old, o, &new, n, &mut pairs),
        }
    }
    pairs
}

/// The paragraphs of one text, and where they lie.
struct Side<'t> {
    texts: Vec<&'t str>,
    places: Vec<Range<usize>>,
}

impl<'t> Side<'t> {
    fn of(text: &'t str) -> Self {
        let places = paragraphs(text);
        Self {
            texts: places.iter().map(|at| &text[at.clone()]).collect(),
            places,
        }
    }

    fn beside(&self, before: usize, other: &Self, now: usize) -> Pair {
        Pair {
            before: Some(self.places[before].clone()),
            now: Some(other.places[now].clone()),
        }
    }

    fn gone(&self, which: Range<usize>) -> impl Iterator<Item = Pair> {
        let places = self.places[which].iter().cloned();
        places.map(|at| Pair {
            before: Some(at),
            now: None,
        })
    }

    fn added(&self, which: Range<usize>) -> impl Iterator<Item = Pair> {
        let places = self.places[which].iter().cloned();
        places.map(|at| Pair {
            before: None,
            now: Some(at),
        })
    }
}

/// Puts changed paragraphs beside those that they became.
fn matched(
    before: &Side<'_>,
    old: Range<usize>,
    now: &Side<'_>,
    new: Range<usize>,
    pairs: &mut Vec<Pair>,
) {
    let (mut o, mut n) = (old.start, new.start);
    for (b, c) in partners(&before.texts[old.clone()], &now.texts[new.clone()]) {
        let (b, c) = (old.start + b, new.start + c);
        pairs.extend(before.gone(o..b));
        pairs.extend(now.added(n..c));
        pairs.push(before.beside(b, now, c));
        (o, n) = (b + 1, c + 1);
    }
    pairs.extend(before.gone(o..old.end));
    pairs.extend(now.added(n..new.end));
}

/// Pairs of paragraphs that are alike, in the order of both: those with the greatest likeness in sum.
fn partners(before: &[&str], now: &[&str]) -> Vec<(usize, usize)> {
    if before.len() > MATCHED || now.len() > MATCHED {
        return (0..before.len().min(now.len()))
            .map(|at| (at, at))
            .collect();
    }
    let likeness: Vec<Vec<f32>> = before
        .iter()
        .map(|b| now.iter().map(|n| alike(b, n)).collect())
        .collect();
    // The best sum from here to the end, for each pair of places.
    let mut best = vec![vec![0.0_f32; now.len() + 1]; before.len() + 1];
    for b in (0..before.len()).rev() {
        for n in (0..now.len()).rev() {
            let together = likeness[b][n] + best[b + 1][n + 1];
            best[b][n] = together.max(best[b + 1][n]).max(best[b][n + 1]);
        }
    }
    let (mut b, mut n) = (0, 0);
    let mut pairs = Vec::new();
    while b < before.len() && n < now.len() {
        if best[b][n] <= best[b + 1][n] {
            b += 1;
        } else if best[b][n] <= best[b][n + 1] {
            n += 1;
        } else {
            pairs.push((b, n));
            (b, n) = (b + 1, n + 1);
        }
    }
    pairs
}

fn alike(before: &str, now: &str) -> f32 {
    let (before, now) = (tokens(before), tokens(now));
    if before.len().max(now.len()) > COMPARED {
        return 0.0;
    }
    let same: usize = diff(&before, &now)
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| {
            before[op.old_range()]
                .iter()
                .filter(|token| !token.trim().is_empty())
                .count()
        })
        .sum();
    let words = |tokens: &[&str]| {
        tokens
            .iter()
            .filter(|token| !token.trim().is_empty())
            .count()
    };
    let likeness = 2.0 * same as f32 / (words(&before) + words(&now)).max(1) as f32;
    if likeness >= ALIKE { likeness } else { 0.0 }
}
