//! Text and addresses as they may stand in HTML.

/// Appends text, safe between tags and inside double-quoted attribute values.
///
/// What HTML can't hold at all (HTML standard, "control-character-reference" and "noncharacter" parse errors) becomes
/// U+FFFD, so that no page is invalid because of a stray byte that was pasted.
pub(crate) fn text(out: &mut String, text: &str) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !NEEDS_CARE[byte as usize] {
            continue;
        }
        let (replacement, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\r' => ("\n", 1),
            _ => match text[at..].chars().next() {
                Some(c) if is_forbidden(c) => ("\u{fffd}", c.len_utf8()),
                _ => continue,
            },
        };
        out.push_str(&text[written..at]);
        out.push_str(replacement);
        written = at + length;
    }
    out.push_str(&text[written..]);
}

/// Appends an address as the value of a double-quoted attribute: what an address can't hold is percent-encoded, what
/// is encoded already stays as it is. The set is that of the CommonMark reference implementation.
pub(crate) fn address(out: &mut String, address: &str) {
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte.into()),
            _ if b"-_.+!*(),%#@?=;:/$~".contains(&byte) => out.push(byte.into()),
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(DIGITS[usize::from(byte >> 4)].into());
                out.push(DIGITS[usize::from(byte & 15)].into());
            }
        }
    }
}

/// The bytes that are escaped, or that begin a character which may be forbidden.
const NEEDS_CARE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let control = byte < 0x20 && byte != 0x09 && byte != 0x0a || byte == 0x7f;
        let special = matches!(
            byte as u8,
            b'&' | b'<' | b'>' | b'"' | 0xc2 | 0xef | 0xf0..=0xf4
        );
        table[byte] = control || special;
        byte += 1;
    }
    table
};

fn is_forbidden(c: char) -> bool {
    let noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    noncharacter || (c.is_control() && !matches!(c, '\t' | '\n'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_is_escaped() {
        let cases = [
            ("plain, naïve 🧠 text\tand\n", "plain, naïve 🧠 text\tand\n"),
            (
                "a < b > c & \"d\" 'e'",
                "a &lt; b &gt; c &amp; &quot;d&quot; 'e'",
            ),
            ("\u{a0}\u{ef}\u{feff}", "\u{a0}\u{ef}\u{feff}"),
            ("\0\u{1}\u{7f}\u{85}", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("\u{fffe}\u{fdd0}\u{1ffff}x", "\u{fffd}\u{fffd}\u{fffd}x"),
            ("a\rb", "a\nb"),
        ];
        for (plain, escaped) in cases {
            let mut out = String::new();
            super::text(&mut out, plain);
            assert_eq!(out, escaped, "{plain:?}");
        }
    }

    #[test]
    fn addresses_are_encoded_once() {
        let cases = [
            (
                "https://example.org/a%20b?c=d&e=f#g",
                "https://example.org/a%20b?c=d&amp;e=f#g",
            ),
            ("a b\"c'<>\\`[]", "a%20b%22c&#x27;%3C%3E%5C%60%5B%5D"),
            ("ä🧠", "%C3%A4%F0%9F%A7%A0"),
        ];
        for (plain, encoded) in cases {
            let mut out = String::new();
            super::address(&mut out, plain);
            assert_eq!(out, encoded, "{plain:?}");
        }
    }
}
