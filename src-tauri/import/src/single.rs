use std::collections::BTreeSet;

use pamphlet_model::Address;

use crate::front_matter::{self, FrontMatter};
use crate::plan::{PlannedArticle, alone, stem, with_plain_line_ends};

/// Plans an article of one text file by itself, as somebody drops it onto the window. It needs no front matter: then its
/// title is its first heading, or else the file's name. Pictures that it refers to do not come along.
///
/// # Errors
/// If the bytes are not text.
pub fn plan_file(
    name: &str,
    bytes: &[u8],
    taken: BTreeSet<Address>,
) -> Result<PlannedArticle, NotText> {
    let text = with_plain_line_ends(&decoded(bytes).ok_or(NotText)?);
    let (mut front, body) = front_matter::read(&text)
        .unwrap_or_else(|_| (FrontMatter::default(), text.trim_start_matches('\n')));
    let mut body = body;
    if front.title.trim().is_empty() {
        match first_heading(body) {
            Some((title, rest)) => (front.title, body) = (title.to_owned(), rest),
            None => front.title = title_from(name),
        }
    }
    Ok(PlannedArticle {
        draft: true,
        ..alone(name, front, body, taken)
    })
}

/// The file holds something other than text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText;

/// Text in UTF-8 or UTF-16, or as older programs on Windows wrote it.
fn decoded(bytes: &[u8]) -> Option<String> {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest
            .chunks_exact(2)
            .map(|two| unit([two[0], two[1]]))
            .collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ if bytes.iter().any(|byte| is_no_text(*byte)) => None,
        _ => Some(
            String::from_utf8(bytes.to_vec())
                .unwrap_or_else(|_| bytes.iter().copied().map(windows_1252).collect()),
        ),
    }
}

/// Bytes that no text has in an encoding of single bytes.
fn is_no_text(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)
}

/// <https://encoding.spec.whatwg.org/index-windows-1252.txt>
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// A heading of the first level at the very beginning, and what follows it.
fn first_heading(body: &str) -> Option<(&str, &str)> {
    let body = body.trim_start_matches(['\n', ' ']);
    let (line, rest) = body.split_once('\n').unwrap_or((body, ""));
    let title = line.strip_prefix("# ")?.trim().trim_end_matches('#').trim();
    (!title.is_empty()).then_some((title, rest))
}

/// "when-your_back hurts.md" is "When your back hurts".
fn title_from(name: &str) -> String {
    let words = stem(name).replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or_else(
        || name.to_owned(),
        |first| first.to_uppercase().chain(letters).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_by_itself() {
        let cases: &[(&str, &[u8], &str, &str)] = &[
            (
                "a.md",
                b"# Better sleep\n\nGo to bed.",
                "Better sleep",
                "Go to bed.",
            ),
            (
                "a.md",
                b"---\ntitle: Better sleep\ntags: Sleep\n---\n\nGo to bed.\n",
                "Better sleep",
                "Go to bed.",
            ),
            (
                "a.md",
                b"---\ntags: Sleep\n---\n# Better sleep #\nGo to bed.",
                "Better sleep",
                "Go to bed.",
            ),
            (
                "when-your_back  hurts.txt",
                b"Move.\r\n\r\nA little.\r\n",
                "When your back hurts",
                "Move.\n\nA little.",
            ),
            ("pain.txt", b"Move.\rA little.", "Pain", "Move.\nA little."),
            (
                "pain.TXT",
                b"\xef\xbb\xbf## Pain\nMove.",
                "Pain",
                "## Pain\nMove.",
            ),
            (
                "pain.txt",
                b"Dr. Ib\xe1\xf1ez said \x93move\x94.",
                "Pain",
                "Dr. Ibáñez said “move”.",
            ),
            ("pain.txt", b"\xff\xfeM\0o\0v\0e\0", "Pain", "Move"),
            ("pain.txt", b"\xfe\xff\0M\0o\0v\0e", "Pain", "Move"),
            ("pain.txt", b"---\nMove.", "Pain", "---\nMove."),
            ("pain.txt", b"", "Pain", ""),
            ("-.txt", b"Move.", "-.txt", "Move."),
        ];
        for (name, bytes, title, text) in cases {
            let planned = plan_file(name, bytes, BTreeSet::new()).unwrap();
            assert_eq!(
                (&*planned.title, &*planned.text),
                (*title, *text),
                "{name}: {bytes:?}"
            );
            assert!(planned.draft, "{name}");
        }
    }

    #[test]
    fn what_is_not_text_is_refused() {
        for bytes in [
            &b"PK\x03\x04\x14\0"[..],
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            b"\xff\xfe\x00\xd8",
        ] {
            assert_eq!(plan_file("a.txt", bytes, BTreeSet::new()), Err(NotText));
        }
    }

    #[test]
    fn pictures_that_do_not_come_along_are_told_of() {
        let planned = plan_file("a.md", b"![x](images/bed.jpg)", BTreeSet::new()).unwrap();
        assert_eq!(planned.notes.len(), 1);
    }
}
