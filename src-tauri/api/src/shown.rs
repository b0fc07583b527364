//! What of an article's body a caller shows already: each answer says only what is different.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter::zip;
use std::sync::{Mutex, PoisonError};

use pamphlet_engine::Block;

use crate::types::{PreviewBlock, PreviewChange};

/// The blocks that were answered last. A caller that shows others is told all of them.
#[derive(Default)]
pub(crate) struct LastAnswer(Mutex<Option<(String, Vec<Block>)>>);

impl LastAnswer {
    /// What makes `blocks` of those that the caller shows; `known` is the key that came with them.
    pub(crate) fn change(&self, blocks: Vec<Block>, known: Option<&str>) -> PreviewChange {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = last
            .as_ref()
            .filter(|(key, _)| Some(key.as_str()) == known)
            .map(|(_, before)| before.as_slice());
        let key = key(&blocks);
        let change = match before {
            Some(before) => difference(key.clone(), before, &blocks),
            None => PreviewChange {
                key: key.clone(),
                whole: true,
                from: 0,
                removed: 0,
                added: blocks.iter().map(PreviewBlock::from).collect(),
                moved: 0,
            },
        };
        *last = Some((key, blocks));
        change
    }
}

fn key(blocks: &[Block]) -> String {
    let mut hasher = DefaultHasher::new();
    for Block { line, html } in blocks {
        (line, html).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// The shortest stretch of blocks that gave way to others; what follows it may have moved by some lines.
fn difference(key: String, before: &[Block], after: &[Block]) -> PreviewChange {
    let from = zip(before, after).take_while(|(a, b)| a == b).count();
    let (before, after) = (&before[from..], &after[from..]);
    let moved = match (before.last(), after.last()) {
        (Some(before), Some(after)) => i64::from(after.line) - i64::from(before.line),
        _ => 0,
    };
    let stays =
        |a: &Block, b: &Block| a.html == b.html && i64::from(b.line) - i64::from(a.line) == moved;
    let end = zip(before.iter().rev(), after.iter().rev())
        .take_while(|(a, b)| stays(a, b))
        .count();
    PreviewChange {
        key,
        whole: false,
        from: count(from),
        removed: count(before.len() - end),
        added: after[..after.len() - end]
            .iter()
            .map(PreviewBlock::from)
            .collect(),
        moved: i32::try_from(moved).unwrap_or_default(),
    }
}

fn count(blocks: usize) -> u32 {
    u32::try_from(blocks).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block for each letter; a dot is an empty line.
    fn blocks(text: &str) -> Vec<Block> {
        (0..)
            .zip(text.chars())
            .filter(|(_, letter)| *letter != '.')
            .map(|(line, letter)| Block {
                line,
                html: letter.to_string(),
            })
            .collect()
    }

    fn apply(before: &[Block], change: &PreviewChange) -> Vec<Block> {
        let (from, removed) = (change.from as usize, change.removed as usize);
        let added = change.added.iter().map(|block| Block {
            line: block.line,
            html: block.html.clone(),
        });
        let after = before[from + removed..].iter().map(|block| Block {
            line: block.line.strict_add_signed(change.moved),
            html: block.html.clone(),
        });
        before[..from]
            .iter()
            .cloned()
            .chain(added)
            .chain(after)
            .collect()
    }

    #[test]
    fn a_change_says_no_more_than_what_is_different() {
        // Before, after; the first block that gives way, how many do, how many come, by how many lines the rest moves.
        for (before, after, expected) in [
            ("abc", "abc", (3, 0, 0, 0)),
            ("abc", "axc", (1, 1, 1, 0)),
            ("abc", "abxc", (2, 0, 1, 1)),
            ("abc", "ac", (1, 1, 0, -1)),
            ("", "ab", (0, 0, 2, 0)),
            ("ab", "", (0, 2, 0, 0)),
            ("aa", "aaa", (2, 0, 1, 0)),
            ("aaa", "aa", (2, 1, 0, 0)),
            ("abcd", "axyd", (1, 2, 2, 0)),
            ("abc", "a..bc", (1, 0, 0, 2)),
            ("abcd", "a.xcd", (1, 1, 1, 1)),
            ("abc", "a.b..c", (1, 1, 1, 3)),
        ] {
            let (old, new) = (blocks(before), blocks(after));
            let change = difference(String::new(), &old, &new);
            assert_eq!(
                (
                    change.from,
                    change.removed,
                    change.added.len(),
                    change.moved
                ),
                expected,
                "{before} to {after}"
            );
            assert_eq!(apply(&old, &change), new, "{before} to {after}");
        }
    }

    #[test]
    fn who_shows_something_else_is_told_everything() {
        let last = LastAnswer::default();
        let first = last.change(blocks("ab"), None);
        assert!(first.whole);
        assert!(!last.change(blocks("abc"), Some(&first.key)).whole);
        let late = last.change(blocks("abcd"), Some(&first.key));
        assert!(late.whole);
        assert_eq!(late.added.len(), 4);
    }
}
