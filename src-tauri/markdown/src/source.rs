//! The text as the parser gets it: with as many lines, each where it was.
//!
//! 1. A lone carriage return ends a line (CommonMark 0.31, "Characters and lines"), but not for the parser's code
//!    blocks and tables: it becomes a line feed.
//! 2. The parser looks at every open container on every line, blank ones too: a line that opens a hundred thousand
//!    lists, followed by a hundred thousand blank lines, would never end. Containers are opened by the marks at the
//!    beginning of a line, so no mark counts that stands further right than any text needs.

use std::borrow::Cow;

/// No quotation, list or footnote begins at or after this column.
const LAST_COLUMN: usize = 256;

/// Nearly always the text itself.
pub(crate) fn prepared(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut written = 0;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if let Some(at) = mark_too_far_right(line) {
            out.push_str(&text[written..start + at]);
            out.push('\\');
            written = start + at;
        }
        start += line.len();
        if line.ends_with('\r') && !text[start..].starts_with('\n') {
            out.push_str(&text[written..start - 1]);
            out.push('\n');
            written = start;
        }
    }
    if written == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[written..]);
    Cow::Owned(out)
}

/// Where a backslash makes text of the first mark that begins too far right.
fn mark_too_far_right(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let (mut at, mut column) = (0, 0);
    loop {
        let length = match bytes.get(at)? {
            b'\t' => {
                column += 3;
                1
            }
            b' ' => 1,
            _ => {
                let Mark { length, escape } = mark(&bytes[at..])?;
                if column >= LAST_COLUMN {
                    return (!is_rule(&bytes[at..])).then_some(at + escape);
                }
                length
            }
        };
        at += length;
        column += length;
    }
}

struct Mark {
    length: usize,
    /// Where in it a backslash makes it text.
    escape: usize,
}

/// The mark of a container that `line` begins with.
fn mark(line: &[u8]) -> Option<Mark> {
    let ends_at = |at: usize| {
        line.get(at)
            .is_none_or(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
    };
    match line.first()? {
        b'>' => Some(Mark {
            length: 1,
            escape: 0,
        }),
        b'-' | b'+' | b'*' => ends_at(1).then_some(Mark {
            length: 1,
            escape: 0,
        }),
        b'0'..=b'9' => {
            let digits = line.iter().take_while(|b| b.is_ascii_digit()).count();
            let delimited = matches!(line.get(digits), Some(b'.' | b')')) && ends_at(digits + 1);
            delimited.then_some(Mark {
                length: digits + 1,
                escape: digits,
            })
        }
        b'[' if line.get(1) == Some(&b'^') => {
            let close = line.iter().position(|b| *b == b']')?;
            (line.get(close + 1) == Some(&b':')).then_some(Mark {
                length: close + 2,
                escape: 0,
            })
        }
        _ => None,
    }
}

/// Whether `line` has nothing but one mark, again and again: such a line is a rule, not lists inside each other
/// (CommonMark 0.31, "Thematic breaks").
fn is_rule(line: &[u8]) -> bool {
    matches!(line[0], b'-' | b'*')
        && line
            .iter()
            .all(|b| *b == line[0] || b.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_alone() {
        let spaces = " ".repeat(300);
        for text in [
            "",
            "a\r\nb\n",
            "> - 1. [^a]: b\n",
            &format!("{spaces}a - b"),
            &format!("{spaces}-a"),
            &format!("{spaces}1a."),
            &"- ".repeat(300),
            &format!("a {}", "> ".repeat(300)),
        ] {
            assert!(
                matches!(prepared(text), Cow::Borrowed(same) if same == text),
                "{text:?}"
            );
        }
    }

    #[test]
    fn lone_carriage_returns_end_lines() {
        assert_eq!(prepared("\ra\r\nb\r\rc\r"), "\na\r\nb\n\nc\n");
    }

    #[test]
    fn marks_too_far_right_are_text() {
        let spaces = " ".repeat(256);
        for (mark, text) in [
            (">", "\\>"),
            ("- a", "\\- a"),
            ("+", "\\+"),
            ("*\ta", "\\*\ta"),
            ("12. a", "12\\. a"),
            ("1)", "1\\)"),
            ("[^a]: b", "\\[^a]: b"),
        ] {
            for before in [
                &spaces,
                &"> ".repeat(128),
                &"\t".repeat(64),
                &"[^aaaa]:".repeat(32),
            ] {
                let line = format!("a\n{before}{mark}\n> b");
                assert_eq!(prepared(&line), format!("a\n{before}{text}\n> b"));
            }
        }
        assert_eq!(
            prepared(&">".repeat(258)),
            format!("{}\\>>", ">".repeat(256))
        );
    }
}
