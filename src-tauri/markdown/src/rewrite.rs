//! Changes where links and pictures point, and leaves every other character of the text as it is.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use crate::parse::OPTIONS;
use crate::source::prepared;

/// Where a link or a picture in a text points, as written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination<'t> {
    Link(&'t str),
    Picture(&'t str),
}

/// Returns `text` with other destinations: `change` is asked about each inline link and picture and each link
/// definition, and gives the new destination or `None` to leave it.
pub fn rewrite_destinations(
    text: &str,
    mut change: impl FnMut(Destination<'_>) -> Option<String>,
) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let source = prepared(text);
    if source.len() != text.len() {
        // It is made to keep the parser busy for ever, and nobody's article.
        return text.to_owned();
    }
    let mut parser = Parser::new_ext(&source, OPTIONS).into_offset_iter();
    // Definitions: `[label]: destination "title"`. One that a picture uses is a picture's.
    let mut pictured = BTreeSet::new();
    let mut definitions: Vec<(Range<usize>, String)> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| (definition.span.clone(), definition.dest.to_string()))
        .collect();
    definitions.sort_by_key(|(span, _)| span.start);
    // The ends of the links and pictures that are open, and where the words of each have ended so far.
    let mut open: Vec<(Range<usize>, usize, bool, String)> = Vec::new();
    for (event, span) in &mut parser {
        match event {
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url,
                ..
            }) => {
                open.push((span.clone(), span.start + 1, false, dest_url.into_string()));
            }
            Event::Start(Tag::Image {
                link_type: LinkType::Inline,
                dest_url,
                ..
            }) => {
                open.push((span.clone(), span.start + 2, true, dest_url.into_string()));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                pictured.insert(dest_url.into_string());
            }
            Event::End(_) if open.last().is_some_and(|(link, ..)| *link == span) => {
                let Some((link, words_end, is_picture, destination)) = open.pop() else {
                    continue;
                };
                let new = if is_picture {
                    change(Destination::Picture(&destination))
                } else {
                    change(Destination::Link(&destination))
                };
                let place = text[words_end..link.end]
                    .find("](")
                    .and_then(|at| destination_range(text, words_end + at + 2..link.end));
                if let (Some(new), Some(place)) = (new, place) {
                    edits.push((place, new));
                }
                if let Some((_, end, ..)) = open.last_mut() {
                    *end = (*end).max(link.end);
                }
            }
            _ => {
                if let Some((_, end, ..)) = open.last_mut() {
                    *end = (*end).max(span.end);
                }
            }
        }
    }
    for (span, destination) in definitions {
        let place = text[span.clone()]
            .find("]:")
            .and_then(|at| destination_range(text, span.start + at + 2..span.end));
        let new = if pictured.contains(&destination) {
            change(Destination::Picture(&destination))
        } else {
            change(Destination::Link(&destination))
        };
        if let (Some(new), Some(place)) = (new, place) {
            edits.push((place, new));
        }
    }
    edits.sort_by_key(|(place, _)| place.start);
    apply(text, &edits)
}

/// The bytes of the destination that begins in `within`, with its angle brackets if it has them.
fn destination_range(text: &str, within: Range<usize>) -> Option<Range<usize>> {
    let rest = &text[within.clone()];
    let start = within.start + (rest.len() - rest.trim_start().len());
    let rest = &text[start..within.end];
    if rest.starts_with('<') {
        return rest.find('>').map(|end| start..start + end + 1);
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + at),
            ')' => depth -= 1,
            c if c.is_ascii_whitespace() => return Some(start..start + at),
            _ => {}
        }
    }
    Some(start..within.end)
}

fn apply(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (place, new) in edits {
        if place.start >= done {
            out.push_str(&text[done..place.start]);
            out.push_str(new);
            done = place.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_change_and_nothing_else_does() {
        let cases = [
            ("See [it](a.md).", "See [it](LINK:a.md)."),
            (
                "See [it]( <a.md> \"A title\" ).",
                "See [it]( LINK:a.md \"A title\" ).",
            ),
            (
                "![A *door*](x.jpg 'Cap')",
                "![A *door*](PICTURE:x.jpg 'Cap')",
            ),
            ("[![in](x.jpg)](a.md)", "[![in](PICTURE:x.jpg)](LINK:a.md)"),
            ("[b `](` c](a(1).md)", "[b `](` c](LINK:a(1).md)"),
            ("[](a.md)", "[](LINK:a.md)"),
            (
                "[x][1]\n\n[1]: a.md 'T'\n",
                "[x][1]\n\n[1]: LINK:a.md 'T'\n",
            ),
            ("![x][p]\n\n[p]: x.jpg\n", "![x][p]\n\n[p]: PICTURE:x.jpg\n"),
            ("`[it](a.md)` \\[no](a.md)", "`[it](a.md)` \\[no](a.md)"),
            ("    [code](a.md)\n", "    [code](a.md)\n"),
            (
                "> - [a](1.md) [b](2.md)\r\n",
                "> - [a](LINK:1.md) [b](LINK:2.md)\r\n",
            ),
        ];
        for (text, expected) in cases {
            let rewritten = rewrite_destinations(text, |destination| {
                Some(match destination {
                    Destination::Link(to) => format!("LINK:{to}"),
                    Destination::Picture(to) => format!("PICTURE:{to}"),
                })
            });
            assert_eq!(rewritten, expected, "{text:?}");
            assert_eq!(rewrite_destinations(text, |_| None), text);
        }
    }

    #[test]
    fn hostile_text_is_left_alone() {
        let text = format!("{}[a](b)\n", "> ".repeat(1000));
        assert_eq!(rewrite_destinations(&text, |_| Some("c".to_owned())), text);
    }

    #[test]
    fn lone_carriage_returns_end_lines() {
        let text = "```\r[a](b)\r```\r[a](b)\r";
        let rewritten = rewrite_destinations(text, |_| Some("c".to_owned()));
        assert_eq!(rewritten, "```\r[a](b)\r```\r[a](c)\r");
    }
}
