//! The words of an article that say what it is about.

use pamphlet_model::Article;

use super::fields::fields_of;

/// The length of every article's vector of weights.
pub const UNIT: u64 = 1 << 12;

/// The words of an article and the fields of medicine they belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    words: Weights,
    fields: Weights,
}

/// Hashes with weights; sorted by hash, each once. The squares of the weights add up to about [`UNIT`]².
type Weights = Vec<(u32, u16)>;

impl Terms {
    /// From an article and the plain text of its body.
    pub fn of(article: &Article, body: &str) -> Self {
        let (mut words, mut fields) = (Vec::new(), Vec::new());
        for (text, times) in [
            (article.title.as_str(), 4),
            (&article.summary, 2),
            (body, 1),
        ] {
            each_form(text, |word, form| {
                words.push((hash(word), times));
                fields.extend(fields_of(form).map(|field| (field_hash(field), times)));
            });
        }
        Self {
            words: weighed(words),
            fields: weighed(fields),
        }
    }

    pub fn has(&self, term: u32) -> bool {
        let is_in = |weights: &Weights| weights.binary_search_by_key(&term, |it| it.0).is_ok();
        is_in(&self.words) || is_in(&self.fields)
    }

    pub fn words(&self) -> &[(u32, u16)] {
        &self.words
    }

    pub fn fields(&self) -> &[(u32, u16)] {
        &self.fields
    }

    /// Words and fields.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u16)> + '_ {
        self.words.iter().chain(&self.fields).copied()
    }
}

/// From how often each hash comes, in any order.
fn weighed(mut counts: Vec<(u32, u64)>) -> Weights {
    counts.sort_unstable_by_key(|(hash, _)| *hash);
    counts.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    let raw = |count: u64| log2(1 + count);
    let squares = counts.iter().map(|(_, n)| raw(*n) * raw(*n));
    let length = squares.sum::<u64>().isqrt().max(1);
    let weight = |n| u16::try_from(raw(n) * UNIT / length).unwrap_or(u16::MAX);
    let weights = counts.into_iter().map(|(hash, n)| (hash, weight(n)));
    weights.collect()
}

/// A box that no word of a text has, as words have no colon.
fn field_hash(field: u8) -> u32 {
    hash("field:").wrapping_add(u32::from(field))
}

/// 256 times the logarithm to base 2, straight between the powers of two. `x` is at least 1.
///
/// Not `f64::log2`: its last digit differs between systems.
pub fn log2(x: u64) -> u64 {
    let whole = u64::from(x.max(1).ilog2());
    (whole << 8) + (((x.max(1) - (1 << whole)) << 8) >> whole)
}

/// Calls `take` with each word that says something: lower case, without plural endings, not too short; and with the
/// word as it stands in the text, in lower case.
pub fn each_form(text: &str, mut take: impl FnMut(&str, &str)) {
    let mut word = String::new();
    let mut form = String::new();
    for part in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let (part, apostrophe) = part.split_once(['\'', '’']).unwrap_or((part, ""));
        word.clear();
        word.extend(part.chars().flat_map(char::to_lowercase));
        // "patient's" is about the patient; "don't" is one word.
        if apostrophe != "s" {
            word.extend(
                apostrophe
                    .chars()
                    .filter(|c| c.is_alphanumeric())
                    .flat_map(char::to_lowercase),
            );
        }
        let telling = word.chars().nth(2).is_some()
            && !word.chars().all(char::is_numeric)
            && !is_common(&word);
        if telling {
            form.clone_from(&word);
            stem(&mut word);
            take(&word, &form);
        }
    }
}

/// Cuts off the ending of a plural (Harman's S stemmer, "How effective is suffixing?", 1991).
fn stem(word: &mut String) {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.len() > 4 && ends(&["ies"]) && !ends(&["eies", "aies"]) {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ends(&["s"]) && !ends(&["us", "ss", "is"]) {
        word.truncate(word.len() - 1);
    }
}

fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

/// FNV-1a, 32 bits: two words in one box do no harm, and the same word has the same box everywhere.
pub fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// English words that say nothing of the subject, without apostrophes; sorted.
const COMMON: &[&str] = &[
    "able",
    "about",
    "after",
    "again",
    "all",
    "almost",
    "also",
    "although",
    "always",
    "among",
    "and",
    "another",
    "any",
    "are",
    "around",
    "article",
    "ask",
    "because",
    "become",
    "been",
    "before",
    "being",
    "below",
    "best",
    "better",
    "between",
    "both",
    "but",
    "call",
    "came",
    "can",
    "cannot",
    "come",
    "could",
    "did",
    "didnt",
    "does",
    "doing",
    "done",
    "dont",
    "down",
    "during",
    "each",
    "either",
    "enough",
    "even",
    "ever",
    "every",
    "few",
    "find",
    "first",
    "for",
    "from",
    "get",
    "give",
    "going",
    "good",
    "great",
    "had",
    "has",
    "have",
    "having",
    "help",
    "her",
    "here",
    "him",
    "his",
    "how",
    "however",
    "important",
    "into",
    "isnt",
    "its",
    "just",
    "keep",
    "key",
    "know",
    "known",
    "less",
    "let",
    "like",
    "likely",
    "little",
    "long",
    "look",
    "lot",
    "made",
    "make",
    "making",
    "many",
    "may",
    "mean",
    "might",
    "more",
    "most",
    "much",
    "must",
    "need",
    "never",
    "new",
    "not",
    "now",
    "off",
    "often",
    "once",
    "one",
    "only",
    "other",
    "our",
    "out",
    "over",
    "own",
    "part",
    "people",
    "per",
    "person",
    "possible",
    "put",
    "rather",
    "read",
    "really",
    "said",
    "same",
    "say",
    "see",
    "several",
    "shall",
    "she",
    "should",
    "simply",
    "since",
    "small",
    "some",
    "someone",
    "something",
    "sometime",
    "still",
    "such",
    "take",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "thing",
    "think",
    "this",
    "those",
    "though",
    "thought",
    "three",
    "through",
    "time",
    "too",
    "try",
    "two",
    "under",
    "until",
    "upon",
    "use",
    "used",
    "using",
    "usually",
    "very",
    "want",
    "was",
    "way",
    "well",
    "went",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whole",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "wont",
    "would",
    "year",
    "yes",
    "yet",
    "you",
    "your",
    "youre",
    "yourself",
    "youve",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        each_form(text, |word, _| out.push(word.to_owned()));
        out
    }

    #[test]
    fn common_words_are_sorted_and_left_out() {
        assert!(COMMON.is_sorted());
        assert!(words(&COMMON.join(" ")).is_empty());
    }

    #[test]
    fn words_lose_endings_and_case() {
        assert_eq!(
            words(
                "Therapies help women’s knees, don't, the patients' knee; 2026 is B12's YEAR of Müdigkeit, virus"
            ),
            [
                "therapy",
                "women",
                "knee",
                "patient",
                "knee",
                "b12",
                "müdigkeit",
                "virus"
            ]
        );
    }

    #[test]
    fn logarithms_grow() {
        assert_eq!(
            (log2(1), log2(2), log2(3), log2(4), log2(1024)),
            (0, 256, 384, 512, 2560)
        );
        assert!((1..5000).all(|x| log2(x) <= log2(x + 1)));
    }
}
