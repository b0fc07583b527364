use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::words::{self, Stems};
use crate::files::SitePath;

/// How much a word counts that stands in the title, in headings and summary, in the text.
const TITLE: u64 = 12;
const HEADING: u64 = 4;
const BODY: u64 = 1;
/// The most that a word can weigh.
pub const HEAVIEST: u8 = 15;

/// What is read of a page.
pub struct Texts<'a> {
    pub title: &'a str,
    /// Headings, summary, topics, people.
    pub heading: &'a [String],
    pub body: &'a str,
}

/// A page that can be found.
#[derive(Debug)]
pub struct Searched {
    pub path: SitePath,
    pub title: String,
    pub teaser: String,
    pub date: Option<Date>,
    /// Sorted, each once, each with a line end.
    stems: String,
    /// From 1 to [`HEAVIEST`], in the order of the stems.
    weights: Vec<u8>,
}

impl Searched {
    pub fn new(
        path: SitePath,
        title: String,
        teaser: String,
        date: Option<Date>,
        texts: &Texts<'_>,
    ) -> Self {
        let (counts, length) = counted(texts);
        let mut stems = String::new();
        let mut weights = Vec::with_capacity(counts.len());
        for (stem, count) in counts {
            stems.push_str(&stem);
            stems.push('\n');
            weights.push(weight(count, length));
        }
        Self {
            path,
            title,
            teaser,
            date,
            stems,
            weights,
        }
    }

    pub fn stems(&self) -> impl Iterator<Item = (&str, u8)> {
        self.stems.lines().zip(self.weights.iter().copied())
    }
}

/// The stems with what each counts, and how many words the text has.
fn counted(texts: &Texts<'_>) -> (BTreeMap<String, u64>, u64) {
    let mut forms: HashMap<String, u64> = HashMap::new();
    let mut length = 0_u64;
    let mut count = |text: &str, each: u64| {
        words::each(text, |word| {
            length += 1;
            if let Some(count) = forms.get_mut(word) {
                *count += each;
            } else if !words::is_common(word) {
                forms.insert(word.to_owned(), each);
            }
        });
    };
    count(texts.title, TITLE);
    for text in texts.heading {
        count(text, HEADING);
    }
    count(texts.body, BODY);
    let mut stems = BTreeMap::new();
    let stemmer = Stems::new();
    for (form, count) in forms {
        *stems.entry(stemmer.of(&form)).or_default() += count;
    }
    (stems, length)
}

/// The part of BM25 that a page decides alone (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009):
/// each further mention adds less, and a long text has more words by chance. The usual length is a constant and not the
/// average of all pages, so that what is written of a page changes with that page alone.
fn weight(count: u64, length: u64) -> u8 {
    // k1 is four times the usual 1.2, since words in titles count so much: 4.8 * (1/4 + 3/4 * length / 600), in percent.
    let half = 120 + 360 * length.min(6000) / 600;
    let whole = 100 * count + half;
    let steps = u64::from(HEAVIEST) - 1;
    let weight = 1 + (steps * 100 * count + whole / 2) / whole;
    u8::try_from(weight).unwrap_or(HEAVIEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_weigh_more_in_titles_and_less_in_long_texts() {
        let weights = [
            (1, 600),
            (2, 600),
            (6, 600),
            (12, 600),
            (13, 600),
            (1, 60),
            (1, 3000),
        ];
        let weights = weights.map(|(count, length)| weight(count, length));
        assert_eq!(weights, [3, 5, 9, 11, 11, 6, 2]);
        assert_eq!(weight(u64::from(u32::MAX), 0), HEAVIEST);
    }
}
