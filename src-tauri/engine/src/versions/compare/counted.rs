//! The words of a paragraph as the status line of the editor counts them (`ui/src/lib/editor/counts.ts` has the same table
//! of cases): no marks, no addresses.

use std::ops::Range;

use super::Span;

/// How many words the other side does not have.
pub(super) fn changed_words(spans: &[Span]) -> u32 {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let words = words(&text);
    let mut end = 0;
    let mut count = 0;
    for span in spans {
        let start = end;
        end += span.text.len();
        if span.changed {
            // No word reaches over two spans: those begin and end at blanks.
            count += words
                .iter()
                .filter(|word| (start..end).contains(&word.start))
                .count();
        }
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Where the words lie. "don’t", "follow-up" and "1,200.5" are one each.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let address = address_len(text, at);
        let end = at + c.len_utf8();
        if address > 0 {
            at += address;
            continue;
        }
        if is_letter(c) {
            match words.last_mut() {
                Some(word) if joins(&text[word.end..at]) => word.end = end,
                _ => words.push(at..end),
            }
        }
        at = end;
    }
    words
}

/// What may stand within a word: nothing, or one of these.
fn joins(between: &str) -> bool {
    matches!(between, "" | "'" | "’" | "." | "," | "-" | "‑")
}

fn is_letter(c: char) -> bool {
    // Accents that follow their letter are no letters to `char`.
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// How long what begins here is, if it stands in the text but is no word of the page.
fn address_len(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let found = destination(rest)
        .or_else(|| web_address(rest))
        .or_else(|| source(rest))
        .or_else(|| line_break(rest));
    found
        .or_else(|| callout(&text[..at], rest))
        .unwrap_or_default()
}

/// `](https://a.example "A title")`
fn destination(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("](")?;
    let address = inside.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')'))?;
    let behind = &inside[address..];
    if behind.starts_with(')') {
        return Some(2 + address + 1);
    }
    let title = behind.trim_start();
    let closing = title.strip_prefix('"')?.find('"')? + 2;
    let length = address + (behind.len() - title.len()) + closing;
    inside[length..].starts_with(')').then_some(2 + length + 1)
}

fn web_address(rest: &str) -> Option<usize> {
    let bare = rest.strip_prefix('<').unwrap_or(rest);
    if !bare.starts_with("https://") && !bare.starts_with("http://") {
        return None;
    }
    let end = bare
        .find(|c: char| c.is_whitespace() || matches!(c, '>' | ')'))
        .unwrap_or(bare.len());
    let closing = usize::from(bare[end..].starts_with('>'));
    Some(rest.len() - bare.len() + end + closing)
}

/// `[^1]`, or `[^1]:`
fn source(rest: &str) -> Option<usize> {
    let label = rest.strip_prefix("[^")?;
    let end = label.find(|c: char| c.is_whitespace() || c == ']')?;
    (end > 0 && label[end..].starts_with(']')).then_some(2 + end + 1)
}

/// `<br>`, a new line in a cell.
fn line_break(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("<br")?;
    let end = inside.trim_start().trim_start_matches('/');
    end.starts_with('>').then_some(rest.len() - end.len() + 1)
}

/// `[!NOTE]` at the beginning of a quotation.
fn callout(before: &str, rest: &str) -> Option<usize> {
    let line = before.rsplit('\n').next().unwrap_or(before);
    if line.trim() != ">" {
        return None;
    }
    let name = rest.strip_prefix("[!")?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    (end > 0 && name[end..].starts_with(']')).then_some(2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_the_window_counts_them() {
        for (text, expected) in [
            ("", 0),
            ("  \n\n", 0),
            ("One two", 2),
            ("Don’t skip the follow-up: 1,200.5 mg!", 6),
            ("## **Bold** *words*\n\n- one\n- two", 4),
            ("see [our page](https://a.example/b-c \"A title\") now", 4),
            ("![A room](picture:0123456789abcdef)", 2),
            ("write to https://a.example/a/b.", 2),
            ("> [!NOTE]\n> one[^1] two\n\n[^1]: three", 3),
            ("| a<br>b | c<br />d |", 4),
            ("one / two – three", 3),
            ("größer naïve Ångström", 3),
            ("gro\u{308}ßer", 1),
            ("| A | B |\n| --- | --- |\n| one | two |", 4),
            ("one](two", 2),
            ("[!NOTE] 1.", 2),
        ] {
            assert_eq!(words(text).len(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_title_over_two_spans_is_no_word_of_either() {
        let span = |text: &str, changed| Span {
            text: text.to_owned(),
            changed,
        };
        let spans = [
            span("see [us](a \"A ", false),
            span("longer", true),
            span(" title\") ", false),
            span("now", true),
        ];
        assert_eq!(changed_words(&spans), 1);
    }
}
