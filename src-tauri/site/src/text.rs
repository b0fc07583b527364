//! Short texts made from long ones.

/// A title, name or summary as a page shows it: one line, single spaces, no control characters.
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The title, or what stands for it where nobody has written one.
pub fn title(text: &str) -> String {
    let title = tidy(text);
    if title.is_empty() {
        "Untitled".to_owned()
    } else {
        title
    }
}

/// The first words of a text, at most `limit` characters, with an ellipsis where more follows.
pub fn first_words(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
    {
        let space = usize::from(!out.is_empty());
        let word_length = word.chars().count();
        if length + space + word_length > limit {
            return ended(if out.is_empty() {
                word.chars().take(limit).collect()
            } else {
                out
            });
        }
        if space == 1 {
            out.push(' ');
        }
        out.push_str(word);
        length += space + word_length;
    }
    out
}

fn ended(mut text: String) -> String {
    let kept = text.trim_end_matches(|c: char| ",;:–—-.".contains(c)).len();
    text.truncate(kept);
    text.push('…');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_words_end_at_a_word() {
        let cases = [
            ("", ""),
            ("Short  and\nsweet.", "Short and sweet."),
            ("Twenty characters are few here", "Twenty characters…"),
            ("One, two, three, four", "One, two, three…"),
            ("Incomprehensibilities", "Incomprehensibilitie…"),
            ("ééééééééééééééééééééééé", "éééééééééééééééééééé…"),
        ];
        for (text, words) in cases {
            assert_eq!(first_words(text, 20), words, "{text:?}");
        }
    }

    #[test]
    fn titles_are_one_line() {
        assert_eq!(title(" Sleep\u{0}\n well\t"), "Sleep well");
        assert_eq!(title(" \u{7} "), "Untitled");
    }
}
