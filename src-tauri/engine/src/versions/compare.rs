//! What differs between two versions of an article's words: paragraphs side by side, and the words within them.

use pamphlet_store::{Change, Words};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

/// Two paragraphs are one that was changed if they share this much, as `similar` measures it (0 to 1).
const ALIKE: f32 = 0.4;
/// Changed paragraphs that are matched up each with each. Where there are more, they are matched in their order.
const MATCHED: usize = 40;
/// Words of a paragraph that are compared one by one; a longer one that changed is shown as changed as a whole.
const COMPARED: usize = 3000;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    /// Whether the other side does not have it.
    pub changed: bool,
}

/// A paragraph before and now. One that is new has no before; one that is gone has no now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    pub before: Option<Vec<Span>>,
    pub now: Option<Vec<Span>>,
}

/// Two versions side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    pub title: Row,
    pub summary: Row,
    /// The text, paragraph by paragraph.
    pub rows: Vec<Row>,
}

impl Row {
    pub fn is_changed(&self) -> bool {
        self.before != self.now
    }
}

impl Comparison {
    pub fn of(before: &Words, now: &Words) -> Self {
        Self {
            title: pair(&before.title, &now.title),
            summary: pair(&before.summary, &now.summary),
            rows: rows(&paragraphs(&before.text), &paragraphs(&now.text)),
        }
    }

    /// The text as it is now, but for one row that is as it was before.
    pub fn with_row_brought_back(&self, row: usize) -> String {
        let chosen = |(number, it): (usize, &Row)| {
            let spans = if number == row { &it.before } else { &it.now };
            spans.as_ref().map(|spans| {
                spans
                    .iter()
                    .map(|span| span.text.as_str())
                    .collect::<String>()
            })
        };
        let paragraphs: Vec<String> = self.rows.iter().enumerate().filter_map(chosen).collect();
        paragraphs.join("\n\n")
    }
}

/// How many words differ.
pub fn change(before: &Words, now: &Words) -> Change {
    let compared = Comparison::of(before, now);
    let all = compared
        .rows
        .iter()
        .chain([&compared.title, &compared.summary]);
    let count = |spans: &Option<Vec<Span>>| {
        let changed = spans.iter().flatten().filter(|span| span.changed);
        let words: usize = changed
            .map(|span| span.text.split_whitespace().count())
            .sum();
        u32::try_from(words).unwrap_or(u32::MAX)
    };
    all.fold(Change::default(), |sum, row| Change {
        added: sum.added.saturating_add(count(&row.now)),
        removed: sum.removed.saturating_add(count(&row.before)),
    })
}

fn paragraphs(text: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let mut rest = text.trim_matches('\n');
    while let Some(end) = rest.find("\n\n") {
        paragraphs.push(&rest[..end]);
        rest = rest[end..].trim_start_matches('\n');
    }
    if !rest.is_empty() {
        paragraphs.push(rest);
    }
    paragraphs
}

fn rows(before: &[&str], now: &[&str]) -> Vec<Row> {
    let mut rows = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, now) {
        let (tag, old, new) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => rows.extend(before[old].iter().map(|text| pair(text, text))),
            _ => matched(&before[old], &now[new], &mut rows),
        }
    }
    rows
}

/// Puts changed paragraphs beside those that they became.
fn matched(before: &[&str], now: &[&str], rows: &mut Vec<Row>) {
    let (mut old, mut new) = (0, 0);
    for (o, n) in partners(before, now) {
        rows.extend(before[old..o].iter().map(|text| gone(text)));
        rows.extend(now[new..n].iter().map(|text| added(text)));
        rows.push(pair(before[o], now[n]));
        (old, new) = (o + 1, n + 1);
    }
    rows.extend(before[old..].iter().map(|text| gone(text)));
    rows.extend(now[new..].iter().map(|text| added(text)));
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

fn pair(before: &str, now: &str) -> Row {
    if before == now {
        let same = || Some(spans(before, false));
        return Row {
            before: same(),
            now: same(),
        };
    }
    let (old, new) = (tokens(before), tokens(now));
    if old.len().max(new.len()) > COMPARED {
        return Row {
            before: Some(spans(before, true)),
            now: Some(spans(now, true)),
        };
    }
    let ops = diff(&old, &new);
    Row {
        before: Some(marked(&ops, |op| old[op.old_range()].concat())),
        now: Some(marked(&ops, |op| new[op.new_range()].concat())),
    }
}

fn gone(text: &str) -> Row {
    Row {
        before: Some(spans(text, true)),
        now: None,
    }
}

fn added(text: &str) -> Row {
    Row {
        before: None,
        now: Some(spans(text, true)),
    }
}

fn spans(text: &str, changed: bool) -> Vec<Span> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![Span {
        text: text.to_owned(),
        changed,
    }]
}

fn marked(ops: &[DiffOp], text: impl Fn(&DiffOp) -> String) -> Vec<Span> {
    let span = |op: &DiffOp| Span {
        text: text(op),
        changed: op.tag() != DiffTag::Equal,
    };
    ops.iter()
        .map(span)
        .filter(|span| !span.text.is_empty())
        .collect()
}

fn diff(before: &[&str], now: &[&str]) -> Vec<DiffOp> {
    capture_diff_slices(Algorithm::Myers, before, now)
}

/// Words and what stands between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before: Option<bool> = None;
    for (at, c) in text.char_indices() {
        let blank = c.is_whitespace();
        if before.is_some_and(|before| before != blank) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(blank);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words {
            text: text.to_owned(),
            ..Words::default()
        }
    }

    /// Rows as lines: `-words- +words+` for what is gone and new.
    fn shown(before: &str, now: &str) -> Vec<String> {
        let side = |spans: &Option<Vec<Span>>, mark: &str| match spans {
            None => "∅".to_owned(),
            Some(spans) => spans
                .iter()
                .map(|span| {
                    if span.changed {
                        format!("{mark}{}{mark}", span.text)
                    } else {
                        span.text.clone()
                    }
                })
                .collect(),
        };
        let line = |row: &Row| format!("{} | {}", side(&row.before, "-"), side(&row.now, "+"));
        Comparison::of(&words(before), &words(now))
            .rows
            .iter()
            .map(line)
            .collect()
    }

    #[test]
    fn paragraphs_stand_beside_what_they_became() {
        assert_eq!(shown("", ""), [""; 0]);
        assert_eq!(shown("One two.", "One two."), ["One two. | One two."]);
        assert_eq!(
            shown(
                "Take it with food.\n\nSleep well.",
                "Take it without food.\n\nSleep well."
            ),
            [
                "Take it -with- food. | Take it +without+ food.",
                "Sleep well. | Sleep well."
            ]
        );
        assert_eq!(
            shown(
                "A.\n\nTake one tablet a day.",
                "A.\n\nSomething entirely new.\n\nTake two tablets a day."
            ),
            [
                "A. | A.",
                "∅ | +Something entirely new.+",
                "Take -one- -tablet- a day. | Take +two+ +tablets+ a day."
            ]
        );
        assert_eq!(
            shown("Gone.\n\nStays.", "Stays."),
            ["-Gone.- | ∅", "Stays. | Stays."]
        );
        assert_eq!(
            shown("Völlig anders.", "Etwas Neues hier."),
            ["-Völlig anders.- | ∅", "∅ | +Etwas Neues hier.+"]
        );
    }

    #[test]
    fn bringing_back_every_changed_row_brings_back_the_text() {
        let before = "First.\n\nTake one tablet a day.\n\nGone one.\n\n- a\n- b";
        let now = "First!\n\nNew.\n\nTake two tablets a day.\n\n- a\n- b\n- c";
        let mut text = now.to_owned();
        loop {
            let compared = Comparison::of(&words(before), &words(&text));
            let Some(row) = compared.rows.iter().position(Row::is_changed) else {
                break;
            };
            let next = compared.with_row_brought_back(row);
            assert_ne!(next, text, "row {row} changes nothing");
            text = next;
        }
        assert_eq!(text, before);
    }

    #[test]
    fn words_are_counted_that_differ() {
        let before = words("Take one tablet a day.\n\nGone.");
        let now = Words {
            title: "A title".to_owned(),
            ..words("Take two tablets every day.")
        };
        assert_eq!(
            change(&before, &now),
            Change {
                added: 2 + 3,
                removed: 3 + 1
            }
        );
    }

    #[test]
    fn long_texts_with_nothing_in_common_are_compared_in_their_order() {
        let long = |word: &str| vec![format!("{word} ").repeat(300); 60].join("\n\n");
        let compared = Comparison::of(&words(&long("one")), &words(&long("two")));
        assert_eq!(compared.rows.len(), 60);
    }
}
