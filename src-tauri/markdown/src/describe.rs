//! Reads and changes the words that say what pictures show, and leaves every other character of the text as it is.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::parse::OPTIONS;
use crate::source::prepared;

/// A picture that stands open: where it begins, where its words have ended so far, and what they are.
struct Open {
    start: usize,
    words_end: usize,
    source: String,
    words: String,
    /// Pictures within its words.
    within: usize,
}

/// Returns `text` with other alternative texts: `change` is told each picture's source and alternative text, and gives
/// a new one or `None` to leave it.
pub fn describe_pictures(
    text: &str,
    mut change: impl FnMut(&str, &str) -> Option<String>,
) -> String {
    let source = prepared(text);
    if source.len() != text.len() {
        // It is made to keep the parser busy for ever, and nobody's article.
        return text.to_owned();
    }
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut open: Option<Open> = None;
    for (event, span) in Parser::new_ext(&source, OPTIONS).into_offset_iter() {
        match (event, &mut open) {
            (
                Event::Start(Tag::Image {
                    link_type: LinkType::Inline | LinkType::Reference,
                    dest_url,
                    ..
                }),
                none @ None,
            ) => {
                *none = Some(Open {
                    start: span.start + 2,
                    words_end: span.start + 2,
                    source: dest_url.into_string(),
                    words: String::new(),
                    within: 0,
                });
            }
            (Event::Start(Tag::Image { .. }), Some(open)) => open.within += 1,
            (Event::End(TagEnd::Image), Some(inner)) if inner.within > 0 => {
                inner.within -= 1;
                inner.words_end = inner.words_end.max(span.end);
            }
            (Event::End(TagEnd::Image), closing @ Some(_)) => {
                if let Some(closed) = closing.take() {
                    edits.extend(edit(text, &closed, span.end, &mut change));
                }
            }
            (event, Some(open)) => {
                match event {
                    Event::Text(words) | Event::Code(words) => open.words.push_str(&words),
                    Event::SoftBreak | Event::HardBreak => open.words.push(' '),
                    _ => {}
                }
                open.words_end = open.words_end.max(span.end);
            }
            (_, None) => {}
        }
    }
    apply(text, &edits)
}

fn edit(
    text: &str,
    picture: &Open,
    end: usize,
    change: &mut impl FnMut(&str, &str) -> Option<String>,
) -> Option<(Range<usize>, String)> {
    let close = picture.words_end + text.get(picture.words_end..end)?.find(']')?;
    let new = change(&picture.source, &picture.words)?;
    Some((picture.start..close, escaped(&new)))
}

/// Words as they are, on one line, where brackets would end them.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '\\' | '[' | ']') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

fn apply(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (place, new) in edits {
        out.push_str(&text[done..place.start]);
        out.push_str(new);
        done = place.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_pictures_change_and_nothing_else_does() {
        let cases = [
            ("![A door](x.jpg)", "![NEW](x.jpg)"),
            ("![A *red* door](x.jpg 'Cap')", "![NEW](x.jpg 'Cap')"),
            ("![](x.jpg)", "![NEW](x.jpg)"),
            (
                "a ![b\\] c](x.jpg) d ![e](y.jpg)",
                "a ![NEW](x.jpg) d ![NEW](y.jpg)",
            ),
            ("[![in](x.jpg)](a.md)", "[![NEW](x.jpg)](a.md)"),
            ("![x][p]\n\n[p]: x.jpg\n", "![NEW][p]\n\n[p]: x.jpg\n"),
            // Its words are also the name of what it refers to.
            ("![p][]\n\n[p]: x.jpg\n", "![p][]\n\n[p]: x.jpg\n"),
            ("![a ![b](y.jpg) c](x.jpg)", "![NEW](x.jpg)"),
            ("`![a](x.jpg)` \\![a](x.jpg)", "`![a](x.jpg)` \\![a](x.jpg)"),
            ("[a](x.md)", "[a](x.md)"),
        ];
        for (text, expected) in cases {
            let described = describe_pictures(text, |_, _| Some("NEW".to_owned()));
            assert_eq!(described, expected, "{text:?}");
            assert_eq!(describe_pictures(text, |_, _| None), text);
        }
    }

    #[test]
    fn words_are_told_as_they_are_read_and_written_so_that_they_come_back() {
        let mut told = Vec::new();
        let text = "![A *red* `door`\n\\[open\\]](x.jpg)";
        describe_pictures(text, |source, words| {
            told.push((source.to_owned(), words.to_owned()));
            None
        });
        let words = "A red door [open]".to_owned();
        assert_eq!(told, [("x.jpg".to_owned(), words.clone())]);
        for words in [words, "a \\ b] c".to_owned(), String::new()] {
            let written = describe_pictures("![x](x.jpg)", |_, _| Some(words.clone()));
            describe_pictures(&written, |_, read| {
                assert_eq!(read, words);
                None
            });
        }
    }
}
