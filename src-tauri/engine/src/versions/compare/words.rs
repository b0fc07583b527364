use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::work::{Work, in_common};
use super::{Row, Span};

/// Words of a paragraph that are compared one by one; a longer one that changed is shown as changed as a whole.
const COMPARED: usize = 3000;

/// Two paragraphs, each with what the other does not have.
pub(super) fn side_by_side(work: &mut Work, before: &str, now: &str) -> Row {
    if before == now {
        let same = || Some(spans(before, false));
        return Row {
            before: same(),
            now: same(),
        };
    }
    let (old, new) = (tokens(before), tokens(now));
    let (head, tail) = in_common(&old, &new);
    let (old_rest, new_rest) = (old.len() - head - tail, new.len() - head - tail);
    if old.len().max(new.len()) > COMPARED || !work.affords(old_rest, new_rest) {
        return Row {
            before: Some(spans(before, true)),
            now: Some(spans(now, true)),
        };
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    Row {
        before: Some(marked(&ops, |op| old[op.old_range()].concat())),
        now: Some(marked(&ops, |op| new[op.new_range()].concat())),
    }
}

/// A paragraph that the other side does not have.
pub(super) fn one_side(text: &str) -> Vec<Span> {
    spans(text, true)
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
