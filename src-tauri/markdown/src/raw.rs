//! Raw HTML in article text: shown as the text that it is, but for the two things that people mean.

/// A piece of raw HTML as the reader sees it. Comments are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// `<br>`, however it is written.
    Break,
    /// Literal text.
    Text(&'a str),
}

/// The pieces of `html`, in order. A comment that never ends is text: nothing a person wrote vanishes unseen.
pub(crate) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    // Looking for the end of every comment in a text full of beginnings would take time by its square.
    let mut comments_end = true;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            if let Some(length) = line_break(rest) {
                rest = &rest[length..];
                return Some(Piece::Break);
            }
            if comments_end && rest.starts_with("<!--") {
                match comment(rest) {
                    Some(length) => {
                        rest = &rest[length..];
                        continue;
                    }
                    None => comments_end = false,
                }
            }
            let length = next_markup(rest);
            let (text, after) = rest.split_at(length);
            rest = after;
            return Some(Piece::Text(text));
        }
    })
}

/// Whether the reader sees nothing of `html`, or only line breaks.
pub(crate) fn is_harmless(html: &str) -> bool {
    pieces(html).all(|piece| match piece {
        Piece::Break => true,
        Piece::Text(text) => text.trim_ascii().is_empty(),
    })
}

/// Where the next comment or line break may begin, the one at the very beginning left aside.
fn next_markup(html: &str) -> usize {
    let begins = |at: &usize| {
        let tail = &html.as_bytes()[*at..];
        tail.starts_with(b"<!--")
            || tail
                .get(..3)
                .is_some_and(|t| t.eq_ignore_ascii_case(b"<br"))
    };
    (1..html.len()).find(begins).unwrap_or(html.len())
}

/// The length of the `<br>` at the beginning of `html`.
fn line_break(html: &str) -> Option<usize> {
    let tag = html
        .get(..3)
        .filter(|tag| tag.eq_ignore_ascii_case("<br"))?;
    let rest = &html[tag.len()..];
    let end = rest.trim_start_matches([' ', '\t', '\n', '\r']);
    let end = end.strip_prefix('/').unwrap_or(end).strip_prefix('>')?;
    Some(html.len() - end.len())
}

/// The length of the comment at the beginning of `html` (CommonMark 0.31, "Raw HTML").
fn comment(html: &str) -> Option<usize> {
    let body = &html["<!--".len()..];
    let body = ["->", ">"]
        .iter()
        .find_map(|end| body.strip_prefix(end))
        .or_else(|| body.find("-->").map(|at| &body[at + "-->".len()..]))?;
    Some(html.len() - body.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_vanish_and_breaks_break() {
        use Piece::*;
        let cases: [(&str, &[Piece]); 13] = [
            ("", &[]),
            ("<b>", &[Text("<b>")]),
            ("<br>", &[Break]),
            ("<BR/><br /><br\n>", &[Break, Break, Break]),
            ("<br", &[Text("<br")]),
            ("<broken>", &[Text("<broken>")]),
            ("<br onclick=\"x\">", &[Text("<br onclick=\"x\">")]),
            ("<!-- note -->", &[]),
            ("<!--><!---><!---->", &[]),
            (
                "a<!-- <br> -->b<br>ä",
                &[Text("a"), Text("b"), Break, Text("ä")],
            ),
            ("<!-- never ends <br>", &[Text("<!-- never ends "), Break]),
            ("<!-- --> <!-- x", &[Text(" "), Text("<!-- x")]),
            ("<!DOCTYPE html>", &[Text("<!DOCTYPE html>")]),
        ];
        for (html, expected) in cases {
            assert_eq!(pieces(html).collect::<Vec<_>>(), expected, "{html:?}");
        }
    }

    #[test]
    fn harmless_is_what_leaves_no_text() {
        for html in ["", "<!-- note -->\n", "<br>\n<!-- note --> <br/>"] {
            assert!(is_harmless(html), "{html:?}");
        }
        assert!(!is_harmless("<!-- note --> x"));
    }
}
