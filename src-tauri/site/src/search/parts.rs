//! The index in files, small enough that a question needs few bytes.
//!
//! Each file calls one function with its name and what it has: pages opened from the disk may load scripts, and nothing
//! else. All but the first are named by their content, so what a browser keeps of an older site never meets a newer one.

use serde_json::{Value, json};

use super::index::{Index, Posting};
use super::postings;
use super::searched::Searched;
use super::words::COMMON;
use crate::files::SitePath;
use crate::pages::long_date;

/// Up to so many bytes of words go into a file together.
const WORDS_FILE: usize = 8 * 1024;
/// So many pages are described in a file.
const PAGES_FILE: usize = 8;
/// Of names made of hashes: 40 bits tell some hundreds of files apart, and 25 one file from its predecessors.
const WORDS_NAME: usize = 8;
const PAGES_NAME: usize = 5;

/// What the script reads first. The others are in `words` and `pages` beside it.
pub fn first_path() -> SitePath {
    SitePath::new("search/index.js")
}

pub fn files(index: Index) -> Vec<(SitePath, String)> {
    let mut files = Vec::new();
    let (mut firsts, mut words, mut pages) = (Vec::new(), String::new(), String::new());
    for part in split(&written(&index)) {
        let (name, file) = words_file(part);
        firsts.push(part[0].stem.clone());
        words.push_str(&name);
        files.push(file);
    }
    for (number, few) in index.pages.chunks(PAGES_FILE).enumerate() {
        let (name, file) = pages_file(number, few);
        pages.push_str(&name);
        files.push(file);
    }
    let first = json!({
        "count": index.pages.len(),
        "each": PAGES_FILE,
        "common": COMMON.join(" "),
        // Where each file of words begins.
        "firsts": firsts.join(" "),
        "words": words,
        "pages": pages,
    });
    files.push((first_path(), call("index", &first)));
    files
}

/// A word as it is written.
struct Written {
    stem: String,
    pages: String,
}

impl Written {
    /// In its file, with quotation marks and commas.
    fn size(&self) -> usize {
        self.stem.len() + self.pages.len() + 6
    }
}

fn written(index: &Index) -> Vec<Written> {
    let one = |(stem, postings): (&String, &Vec<Posting>)| Written {
        stem: stem.clone(),
        pages: postings::encoded(postings),
    };
    index.stems.iter().map(one).collect()
}

/// Words that begin alike stand together, in files of a fair size. Where a file ends depends on a few words around alone,
/// so that a new word changes one file and not all after it.
fn split(words: &[Written]) -> Vec<&[Written]> {
    let mut ends = Vec::new();
    ends_of(words, 0, 0, &mut ends);
    let mut begin = 0;
    let part = |end: usize| &words[std::mem::replace(&mut begin, end)..end];
    ends.into_iter().map(part).collect()
}

/// Where files end among `words`, of which the first is number `first` of all and whose first `depth` characters are the
/// same.
fn ends_of(words: &[Written], first: usize, depth: usize, ends: &mut Vec<usize>) {
    let at = |word: &Written| word.stem.chars().nth(depth);
    let mut begin = first;
    // Of the file that the next words may join.
    let mut filled = None;
    for group in words.chunk_by(|a, b| at(a) == at(b)) {
        let (size, end) = (size(group), begin + group.len());
        match filled {
            Some(before) if before + size <= WORDS_FILE => {
                ends.pop();
                ends.push(end);
                filled = Some(before + size);
            }
            _ if size > WORDS_FILE && group.len() > 1 => {
                ends_of(group, begin, depth + 1, ends);
                filled = None;
            }
            _ => {
                ends.push(end);
                filled = Some(size);
            }
        }
        begin = end;
    }
}

fn size(words: &[Written]) -> usize {
    words.iter().map(Written::size).sum()
}

fn words_file(words: &[Written]) -> (String, (SitePath, String)) {
    let flat = words.iter().flat_map(|it| [&it.stem, &it.pages]);
    let list: Value = flat.map(String::as_str).collect();
    let name = name(&list, WORDS_NAME);
    let text = call(&format!("words/{name}"), &list);
    let path = SitePath::new(format!("search/words/{name}.js"));
    (name, (path, text))
}

fn pages_file(number: usize, pages: &[Searched]) -> (String, (SitePath, String)) {
    let one = |page: &Searched| {
        let folder = page.path.as_str().trim_end_matches("/index.html");
        let date = page.date.map(long_date).unwrap_or_default();
        json!([page.title, folder, page.teaser, date])
    };
    let list: Value = pages.iter().map(one).collect();
    let name = name(&list, PAGES_NAME);
    let text = call(&format!("pages/{number}-{name}"), &list);
    let path = SitePath::new(format!("search/pages/{number}-{name}.js"));
    (name, (path, text))
}

/// JSON is JavaScript (ECMAScript 2019, "JSON superset").
fn call(name: &str, value: &Value) -> String {
    format!("pamphletSearch(\"{name}\",{value})\n")
}

/// So many letters that stand for the value; lower case alone, since some disks don't tell the cases apart (RFC 4648,
/// Base32).
fn name(value: &Value, length: usize) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let hash = blake3::hash(value.to_string().as_bytes());
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    hash.as_bytes()[..length].iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(stem: &str, length: usize) -> Written {
        Written {
            stem: stem.to_owned(),
            pages: "x".repeat(length),
        }
    }

    fn shown(words: &[Written]) -> Vec<String> {
        let stems = |part: &[Written]| {
            let stems: Vec<_> = part.iter().map(|it| it.stem.as_str()).collect();
            stems.join(" ")
        };
        split(words).into_iter().map(stems).collect()
    }

    #[test]
    fn words_that_begin_alike_stand_together() {
        assert!(shown(&[]).is_empty());
        assert_eq!(shown(&[word("a", 20_000)]), ["a"]);
        let (third, half) = (WORDS_FILE / 3 - 20, WORDS_FILE / 2 - 20);
        let words = [
            word("ache", third),
            word("back", third),
            word("knee", third),
            word("sleep", half),
            word("sleepi", 9),
            word("slow", half),
            word("slowli", half),
            word("é", 9),
        ];
        assert_eq!(
            shown(&words),
            ["ache back knee", "sleep sleepi", "slow slowli", "é"]
        );
    }
}
