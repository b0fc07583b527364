use std::ops::Range;

use super::pairs::{Pair, pairs};
use super::work::Work;

/// Between two paragraphs, where nothing says otherwise.
const GAP: &str = "\n\n";

/// The text as it is `now`, but for one row of the [comparison](super::Comparison) that is as it was `before`. Every
/// other letter and every other blank line stays where it is.
pub fn with_row_brought_back(before: &str, now: &str, row: usize) -> String {
    let pairs = pairs(&mut Work::default(), before, now);
    match pairs.get(row).cloned() {
        Some(Pair {
            before: Some(old),
            now: Some(new),
        }) => replaced(now, new, &before[old]),
        Some(Pair {
            before: None,
            now: Some(new),
        }) => without(now, new, &around(&pairs, row, |pair| pair.now.as_ref())),
        Some(Pair {
            before: Some(old),
            now: None,
        }) => {
            let here = around(&pairs, row, |pair| pair.now.as_ref());
            let there = around(&pairs, row, |pair| pair.before.as_ref());
            with(now, &here, before, old, &there)
        }
        _ => now.to_owned(),
    }
}

/// The paragraphs next to a row, on one side.
struct Around {
    above: Option<Range<usize>>,
    below: Option<Range<usize>>,
}

fn around(pairs: &[Pair], row: usize, side: impl Fn(&Pair) -> Option<&Range<usize>>) -> Around {
    Around {
        above: pairs[..row].iter().rev().find_map(&side).cloned(),
        below: pairs[row + 1..].iter().find_map(&side).cloned(),
    }
}

fn without(text: &str, paragraph: Range<usize>, around: &Around) -> String {
    let gone = match (&around.above, &around.below) {
        (_, Some(below)) => paragraph.start..below.start,
        (Some(above), None) => above.end..paragraph.end,
        (None, None) => paragraph,
    };
    replaced(text, gone, "")
}

fn with(
    text: &str,
    here: &Around,
    before: &str,
    paragraph: Range<usize>,
    there: &Around,
) -> String {
    let words = &before[paragraph.clone()];
    if let Some(below) = &here.below {
        let gap = there.below.as_ref();
        let gap = gap.map_or(GAP, |below| &before[paragraph.end..below.start]);
        return replaced(text, below.start..below.start, &format!("{words}{gap}"));
    }
    let Some(above) = &here.above else {
        return words.to_owned();
    };
    let gap = there.above.as_ref();
    let gap = gap.map_or(GAP, |above| &before[above.end..paragraph.start]);
    replaced(text, above.end..above.end, &format!("{gap}{words}"))
}

fn replaced(text: &str, at: Range<usize>, by: &str) -> String {
    format!("{}{by}{}", &text[..at.start], &text[at.end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_comes_back_and_the_rest_stays() {
        // (before, now, the row, what comes of it)
        let cases = [
            ("One two.", "One three.\n", 0, "One two.\n"),
            // Blank lines in code elsewhere.
            (
                "Take one tablet a day.\n\nEnd.",
                "```\na\n\n\n\nb\n```\n\n\nTake two tablets a day.\n\nEnd.\n",
                2,
                "```\na\n\n\n\nb\n```\n\n\nTake one tablet a day.\n\nEnd.\n",
            ),
            // What is new goes, and one of the gaps beside it.
            ("A.\n\nC.", "A.\n\n\nNew.\n\nC.", 1, "A.\n\n\nC."),
            ("A.", "A.\n\n\nNew.\n", 1, "A.\n"),
            ("", "New.\n", 0, "\n"),
            // What is gone comes with the gap that it had.
            (
                "A.\n\n\nGone.\n\nC.",
                "A.\n\n\n\nC.",
                1,
                "A.\n\n\n\nGone.\n\nC.",
            ),
            ("A.\n\n\nGone.", "A.\n", 1, "A.\n\n\nGone.\n"),
            ("Gone.", "A.", 0, "Gone.\n\nA."),
            ("Gone.", "", 0, "Gone."),
            // As a file from Windows has it.
            (
                "A.\r\n\r\nOne two.\r\n",
                "A.\r\n\r\nOne three.\r\n",
                1,
                "A.\r\n\r\nOne two.\r\n",
            ),
            ("A.", "B.", 7, "B."),
        ];
        for (before, now, row, expected) in cases {
            assert_eq!(
                with_row_brought_back(before, now, row),
                expected,
                "{before:?} {now:?}"
            );
        }
    }
}
