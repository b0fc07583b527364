use std::cmp::Ordering;
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::paragraphs::paragraphs;
use super::work::{Work, in_common};

/// Two paragraphs are one that was changed if they share this much of their words (0 to 1).
const ALIKE: f32 = 0.4;
/// Changed paragraphs that are matched up each with each. Where there are more, they are matched in their order.
const MATCHED: usize = 40;
/// So many words at its beginning tell what became of a paragraph.
const JUDGED: usize = 1500;

/// Where a paragraph lies before and now. One that is new has no before; one that is gone has no now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub before: Option<Range<usize>>,
    pub now: Option<Range<usize>>,
}

/// The paragraphs of two texts side by side.
pub(super) fn pairs(work: &mut Work, before: &str, now: &str) -> Vec<Pair> {
    let (old, new) = (Side::of(before), Side::of(now));
    let mut pairs = Vec::new();
    for op in same_and_others(work, &old.texts, &new.texts) {
        let (tag, o, n) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => pairs.extend(o.zip(n).map(|(o, n)| old.beside(o, &new, n))),
            _ => matched(&old, o, &new, n, &mut pairs),
        }
    }
    pairs
}

/// Which paragraphs are the same, in the order of both. Where there are too many others to look through, only those at
/// the beginning and at the end.
fn same_and_others(work: &mut Work, before: &[&str], now: &[&str]) -> Vec<DiffOp> {
    let (head, tail) = in_common(before, now);
    let (old_len, new_len) = (before.len() - head - tail, now.len() - head - tail);
    if work.affords(old_len, new_len) {
        return capture_diff_slices(Algorithm::Myers, before, now);
    }
    let same = |old_index, new_index, len| DiffOp::Equal {
        old_index,
        new_index,
        len,
    };
    vec![
        same(0, 0, head),
        DiffOp::Replace {
            old_index: head,
            old_len,
            new_index: head,
            new_len,
        },
        same(before.len() - tail, now.len() - tail, tail),
    ]
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
    let old: Vec<_> = before.iter().map(|it| sorted(it)).collect();
    let new: Vec<_> = now.iter().map(|it| sorted(it)).collect();
    let likeness: Vec<Vec<f32>> = old
        .iter()
        .map(|b| new.iter().map(|n| alike(b, n)).collect())
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

/// The words by which a paragraph is judged, in the order of the alphabet.
fn sorted(paragraph: &str) -> Vec<&str> {
    let mut words: Vec<&str> = paragraph.split_whitespace().take(JUDGED).collect();
    words.sort_unstable();
    words
}

/// How many of the words of two paragraphs are in both, wherever they stand: each with each is looked at, so this must
/// be quick.
fn alike(before: &[&str], now: &[&str]) -> f32 {
    let (mut b, mut n, mut same) = (0, 0, 0_usize);
    while b < before.len() && n < now.len() {
        match before[b].cmp(now[n]) {
            Ordering::Less => b += 1,
            Ordering::Greater => n += 1,
            Ordering::Equal => (b, n, same) = (b + 1, n + 1, same + 1),
        }
    }
    let likeness = 2.0 * same as f32 / (before.len() + now.len()).max(1) as f32;
    if likeness >= ALIKE { likeness } else { 0.0 }
}
