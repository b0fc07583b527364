//! Which fields of medicine a word belongs to: "wheeze" and "inhaler" are both of the lungs, though no letter is the same.

use std::sync::LazyLock;

/// What belongs to a field: a word, or the beginning of words.
struct Entry {
    beginning: &'static str,
    any_ending: bool,
    field: u8,
}

/// Sorted by beginning.
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let lines = include_str!("fields.txt").lines();
    let named = lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(": "));
    let mut entries: Vec<Entry> = (0..)
        .zip(named)
        .flat_map(|(field, (_, words))| words.split(' ').map(move |word| entry(word, field)))
        .collect();
    entries.sort_unstable_by_key(|it| (it.beginning, it.field));
    entries
});

fn entry(word: &'static str, field: u8) -> Entry {
    let beginning = word.strip_suffix('*');
    Entry {
        beginning: beginning.unwrap_or(word),
        any_ending: beginning.is_some(),
        field,
    }
}

/// The fields of a word in lower case, by number; most words have none. Each once.
pub fn fields_of(word: &str) -> impl Iterator<Item = u8> + '_ {
    // No entry is shorter.
    let start = word.get(..3).unwrap_or("\u{10ffff}");
    let first = ENTRIES.partition_point(|it| it.beginning < start);
    ENTRIES[first..]
        .iter()
        .take_while(move |it| it.beginning.starts_with(start))
        .filter(move |it| it.beginning == word || it.any_ending && word.starts_with(it.beginning))
        .map(|it| it.field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_field_meet_in_it() {
        let meet = |one, other| fields_of(one).any(|it| fields_of(other).any(|that| it == that));
        assert!(meet("wheezing", "inhaler"));
        assert!(meet("colonoscopy", "polyps"));
        assert!(meet("ear", "hearing"));
        assert!(!meet("wheezing", "polyps"));
        for none in ["early", "year", "ea", "", "\u{fc}ber", "the"] {
            assert_eq!(fields_of(none).count(), 0, "{none}");
        }
    }

    #[test]
    fn no_word_is_in_a_field_twice() {
        for one in ENTRIES.iter() {
            let mut fields: Vec<u8> = fields_of(one.beginning).collect();
            fields.sort_unstable();
            assert!(fields.is_sorted_by(|a, b| a < b), "{}", one.beginning);
        }
    }

    #[test]
    fn no_entry_is_too_short_to_be_found() {
        assert!(ENTRIES.iter().all(|it| it.beginning.len() >= 3));
    }
}
