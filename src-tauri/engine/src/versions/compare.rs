//! What differs between two versions of an article's words: paragraphs side by side, and the words within them.

mod counted;
mod pairs;
mod paragraphs;
mod splice;
mod words;
mod work;

use pamphlet_store::{Change, Words};

use self::counted::changed_words;
use self::pairs::{Pair, pairs};
pub use self::splice::with_row_brought_back;
use self::words::{one_side, side_by_side};
use self::work::Work;

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
        Self::within(&mut Work::default(), before, now)
    }

    fn within(work: &mut Work, before: &Words, now: &Words) -> Self {
        let pairs = pairs(work, &before.text, &now.text);
        let mut row = |pair: Pair| match (pair.before, pair.now) {
            (Some(old), Some(new)) => side_by_side(work, &before.text[old], &now.text[new]),
            (old, new) => Row {
                before: old.map(|old| one_side(&before.text[old])),
                now: new.map(|new| one_side(&now.text[new])),
            },
        };
        let rows = pairs.into_iter().map(&mut row).collect();
        Self {
            title: side_by_side(work, &before.title, &now.title),
            summary: side_by_side(work, &before.summary, &now.summary),
            rows,
        }
    }
}

/// How many words differ.
pub fn change(before: &Words, now: &Words) -> Change {
    let compared = Comparison::of(before, now);
    let all = compared
        .rows
        .iter()
        .chain([&compared.title, &compared.summary]);
    let count = |spans: &Option<Vec<Span>>| spans.as_deref().map_or(0, changed_words);
    all.fold(Change::default(), |sum, row| Change {
        added: sum.added.saturating_add(count(&row.now)),
        removed: sum.removed.saturating_add(count(&row.before)),
    })
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
            let next = with_row_brought_back(before, &text, row);
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
        let table = words("| A | B |\n| --- | --- |\n| one | two |");
        let added = change(&words(""), &table).added;
        assert_eq!(added, 4, "the walls of cells are no words");
    }

    #[test]
    fn texts_that_were_written_all_over_again_take_no_longer_than_others() {
        let text = |paragraphs: usize, words: usize, word: &str| {
            let paragraph = |p: usize| -> String {
                (0..words).map(|w| format!("{word}{p}x{w} same ")).collect()
            };
            (0..paragraphs)
                .map(paragraph)
                .collect::<Vec<_>>()
                .join("\n\n")
        };
        // How many paragraphs, of how many words, those that differ and those that do not.
        for (paragraphs, words) in [(40, 700), (41, 700), (300, 100), (4000, 1)] {
            let (before, now) = (
                text(paragraphs, words, "one"),
                text(paragraphs, words, "two"),
            );
            let mut work = Work::default();
            let compared = Comparison::within(&mut work, &self::words(&before), &self::words(&now));
            assert!(work.spent() <= Work::MOST, "{paragraphs}: {}", work.spent());
            assert_eq!(compared.rows.len(), paragraphs);
            assert!(compared.rows.iter().all(Row::is_changed));
            let (old, new) = (
                with_row_brought_back(&before, &now, 7),
                with_row_brought_back(&before, &now, 8),
            );
            assert!(old.contains("one7x0") && new.contains("one8x0"));
        }
        // What is not much stays exact in any company.
        let (before, now) = ("Same words, one more.", "Same words, two more.");
        assert_eq!(
            shown(before, now),
            ["Same words, -one- more. | Same words, +two+ more."]
        );
    }
}
