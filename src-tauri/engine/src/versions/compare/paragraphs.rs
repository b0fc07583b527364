use std::ops::Range;

/// Where the paragraphs of a text lie: what has blank lines around it, without the line end behind it.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let mut within = false;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches(['\n', '\r']).len();
        let blank = line.trim().is_empty();
        match paragraphs.last_mut() {
            _ if blank => {}
            Some(last) if within => last.end = end,
            _ => paragraphs.push(at..end),
        }
        within = !blank;
        at += line.len();
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_divide_paragraphs() {
        let found = |text: &str| -> Vec<String> {
            let found = paragraphs(text).into_iter();
            found.map(|at| text[at].to_owned()).collect()
        };
        let none: [&str; 0] = [];
        assert_eq!(found(""), none);
        assert_eq!(found("\n \n"), none);
        assert_eq!(found("One."), ["One."]);
        assert_eq!(
            found("\n\nOne,\ntwo.\n\n\n\nThree.\n"),
            ["One,\ntwo.", "Three."]
        );
        assert_eq!(
            found("One,\r\ntwo.\r\n\r\nThree.\r\n"),
            ["One,\r\ntwo.", "Three."]
        );
        assert_eq!(found("    code\n \t\n    more "), ["    code", "    more "]);
    }
}
