//! A text as the words that it is found by. `script/words.ts` does the same, step by step, in the browser.

use icu_normalizer::DecomposingNormalizer;
use rust_stemmers::{Algorithm, Stemmer};

/// The longest word, in characters: what is longer is cut.
const LONGEST: usize = 40;

/// Words that nearly every text has, as [`each`] gives them; sorted. Nothing is found by them.
pub const COMMON: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "does",
    "for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "my",
    "not", "of", "on", "or", "our", "so", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who",
    "why", "will", "with", "you", "your",
];

/// Calls `take` with each word of a text as it is written there, but in lower case and without accents.
pub fn each(text: &str, mut take: impl FnMut(&str)) {
    let plain = folded(text);
    let is_part = |c: char| is_letter(c) || c == '\'';
    for part in plain.split(|c: char| !is_part(c)) {
        let part = part.strip_suffix("'s").unwrap_or(part);
        let mut word = String::with_capacity(part.len());
        for c in part.chars().filter(|c| *c != '\'') {
            if is_ideograph(c) {
                give(&mut word, &mut take);
                word.push(c);
                give(&mut word, &mut take);
            } else {
                word.push(c);
            }
        }
        give(&mut word, &mut take);
    }
}

fn give(word: &mut String, take: &mut impl FnMut(&str)) {
    if let Some((end, _)) = word.char_indices().nth(LONGEST) {
        word.truncate(end);
    }
    if !word.is_empty() {
        take(word);
    }
    word.clear();
}

/// What is the same in all forms of a word: `sleep` of `sleeping`. Only English words have endings that are known.
pub struct Stems(Stemmer);

impl Stems {
    pub fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    pub fn of(&self, word: &str) -> String {
        if word.bytes().all(|b| b.is_ascii_lowercase()) {
            self.0.stem(word).into_owned()
        } else {
            word.to_owned()
        }
    }
}

pub fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

/// Letters and digits; in this order, so that a browser whose Unicode is older or newer differs in rare letters alone.
fn is_letter(c: char) -> bool {
    // Beyond, JavaScript's order of texts is not ours.
    c.is_alphanumeric() && c <= '\u{ffff}'
}

/// Written without spaces: each stands for itself.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = DecomposingNormalizer::new_nfkd().normalize(text);
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{300}'..='\u{36f}' => {}
            '’' | '‘' | 'ʼ' => out.push('\''),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ð' | 'đ' => out.push('d'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub fn words(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        each(text, |word| out.push(word.to_owned()));
        out
    }

    #[test]
    fn common_words_are_sorted_and_as_they_come() {
        assert!(COMMON.is_sorted());
        assert_eq!(words(&COMMON.join(" ")), COMMON);
    }
}
