//! When a version is kept without anyone asking.

use jiff::{SignedDuration, Timestamp};
use pamphlet_model::Article;
use pamphlet_store::Version;

use super::Reason;

/// Whoever comes back after so long begins something new.
const PAUSE: SignedDuration = SignedDuration::from_mins(2);
/// Whoever writes without a pause has a version every so often.
const LONG: SignedDuration = SignedDuration::from_mins(10);
/// So many bytes gone at once are more than a person deletes key by key between two savings.
const MUCH: usize = 200;

/// Whether the words of `before` are to be kept now that they become those of `after`, and why.
pub fn due(
    before: &Article,
    after: &Article,
    newest: Option<&Version>,
    now: Timestamp,
) -> Option<Reason> {
    let words = |article: &Article| {
        (
            article.title.clone(),
            article.summary.clone(),
            article.text.clone(),
        )
    };
    if words(before) == words(after) || (before.title.is_empty() && before.text.is_empty()) {
        return None;
    }
    if gone(&before.text, &after.text) >= MUCH {
        return Some(Reason::Change);
    }
    let since = newest.map_or(before.created, |newest| newest.kept);
    let paused = now.duration_since(before.changed) >= PAUSE;
    let long = now.duration_since(since) >= LONG;
    (paused || long).then_some(Reason::Pause)
}

/// How many bytes of `before` lie between what both begin with and what both end with.
fn gone(before: &str, after: &str) -> usize {
    let same =
        |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut before.bytes().zip(after.bytes()));
    let tail = same(&mut before.bytes().rev().zip(after.bytes().rev()));
    // Where letters repeat, both find the same ones.
    before.len() - (head + tail).min(before.len()).min(after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_lies_between_what_stayed() {
        for (before, after, expected) in [
            ("", "", 0),
            ("abc", "abXc", 0),
            ("abc", "ac", 1),
            ("abc", "xyz", 3),
            ("aaaa", "aa", 2),
            ("one two three", "one three", 4),
        ] {
            assert_eq!(gone(before, after), expected, "{before} {after}");
        }
    }
}
