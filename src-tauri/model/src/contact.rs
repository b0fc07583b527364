//! Whether a visitor of the site can follow what the practice says of itself. Who takes these facts in and who shows
//! them judge alike.

/// The text, if it is an `http` or `https` address that a visitor may be sent to.
pub fn web_link(text: &str) -> Option<&str> {
    let text = text.trim();
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let rest = ["http://", "https://"]
        .iter()
        .find_map(|s| lower.starts_with(s).then(|| &text[s.len()..]))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (is_host(host) && rest.chars().all(may_stand)).then_some(text)
}

/// What people type as a web address, as a whole one: without a scheme it is taken for `https`, and letters that stand
/// for themselves in no address (`|`, `{` …) are written as browsers send them. Nothing if it can't be one.
pub fn web_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let lower = typed.to_ascii_lowercase();
    let other_scheme = ["javascript:", "data:", "mailto:", "tel:"];
    let whole = if lower.starts_with("https://") || lower.starts_with("http://") {
        typed.to_owned()
    } else if lower.contains("://") || other_scheme.iter().any(|scheme| lower.starts_with(scheme)) {
        return None;
    } else {
        format!("https://{typed}")
    };
    let spelled: String = whole
        .chars()
        .map(|c| {
            if SPELLED.contains(c) {
                escaped(c)
            } else {
                c.to_string()
            }
        })
        .collect();
    web_link(&spelled).is_some().then_some(spelled)
}

/// The `mailto:` address (RFC 6068) of an email address, or nothing if it is none that every mail program takes.
pub fn mail_link(email: &str) -> Option<String> {
    let (name, host) = email.trim().split_once('@')?;
    // RFC 5322, section 3.2.3: `atext`, and dots.
    let in_name = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
    let in_host = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let fine = !name.is_empty() && name.chars().all(in_name);
    if !fine || !is_host(host) || !host.chars().all(in_host) {
        return None;
    }
    let as_it_is = |c: char| c.is_ascii_alphanumeric() || ".!$'*+-_~".contains(c);
    let spelled: String = name
        .chars()
        .map(|c| {
            if as_it_is(c) {
                c.to_string()
            } else {
                escaped(c)
            }
        })
        .collect();
    Some(format!("mailto:{spelled}@{host}"))
}

/// The `tel:` address (RFC 3966) of a phone number as people write it, or nothing if it has no digits.
/// `(910) 555-0142 ext. 3` gives `tel:9105550142;ext=3`.
pub fn phone_link(phone: &str) -> Option<String> {
    let lower = phone.to_ascii_lowercase();
    let (number, extension) = match lower.find(['e', 'x']) {
        Some(at) => (&lower[..at], &lower[at..]),
        None => (lower.as_str(), ""),
    };
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let (number, extension, plus) = (
        digits(number),
        digits(extension),
        number.trim_start().starts_with('+'),
    );
    if number.is_empty() {
        return None;
    }
    let mut link = format!("tel:{}{number}", if plus { "+" } else { "" });
    if !extension.is_empty() {
        link.push_str(";ext=");
        link.push_str(&extension);
    }
    Some(link)
}

/// Letters that a web address has only in an escaped form (RFC 3986, section 2), and that people paste all the same.
const SPELLED: &str = "^`{|}";

fn may_stand(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !"<>\"\\".contains(c) && !SPELLED.contains(c)
}

/// A name with a dot within: what is on the web has one.
fn is_host(host: &str) -> bool {
    let is_inside = |at: usize| at > 0 && at + 1 < host.len();
    host.find('.').is_some_and(is_inside) && !host.ends_with('.') && !host.contains(['%', '@'])
}

fn escaped(c: char) -> String {
    let mut bytes = [0; 4];
    let bytes = c.encode_utf8(&mut bytes).bytes();
    bytes.map(|byte| format!("%{byte:02X}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        for text in [
            "https://a.example/x?y=1",
            " http://a.example ",
            "HTTPS://A.example",
            "https://müller.example",
        ] {
            assert_eq!(web_link(text), Some(text.trim()));
        }
        let refused = [
            "",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a",
            "https://.a",
            "https://a.",
            "http://a b.example",
            "https://a.example/\"b",
            "https://a.example/{b}",
            "//x.example",
            "ftp://x.example",
            "ééééé",
        ];
        for text in refused {
            assert_eq!(web_link(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_people_type_becomes_a_web_address_that_is_a_link() {
        let cases = [
            ("www.alder.example", Some("https://www.alder.example")),
            (
                " https://book.alder.example/a?b=c ",
                Some("https://book.alder.example/a?b=c"),
            ),
            (
                "https://book.alder.example/{alder}?day=mon|tue",
                Some("https://book.alder.example/%7Balder%7D?day=mon%7Ctue"),
            ),
            ("HTTP://alder.example", Some("HTTP://alder.example")),
            ("", None),
            ("javascript:alert(1)", None),
            ("mailto:desk@alder.example", None),
            ("ftp://alder.example", None),
            ("alder", None),
            ("https://", None),
            ("https://a b.example", None),
            ("https://a|b.example", None),
            ("desk@alder.example", None),
            ("https://a.example/\"><script>", None),
        ];
        for (typed, kept) in cases {
            assert_eq!(web_address(typed).as_deref(), kept, "{typed:?}");
        }
    }

    #[test]
    fn only_plain_addresses_become_mail_links() {
        let cases = [
            (" desk@a.example ", Some("mailto:desk@a.example")),
            (
                "front.desk+new@a.example",
                Some("mailto:front.desk+new@a.example"),
            ),
            ("a&b@c.example", Some("mailto:a%26b@c.example")),
            (
                "a?subject=x@c.example",
                Some("mailto:a%3Fsubject%3Dx@c.example"),
            ),
        ];
        for (email, link) in cases {
            assert_eq!(mail_link(email).as_deref(), link, "{email:?}");
        }
        for text in [
            "",
            "desk",
            "@a.example",
            "a@",
            "a@b",
            "a@b.example?subject=x",
            "a b@c.example",
            "a@b@c.example",
            "\"a\"@b.example",
            "praxis@müller.example",
        ] {
            assert_eq!(mail_link(text), None, "{text:?}");
        }
    }

    #[test]
    fn phones_become_links() {
        let cases = [
            ("+1-910-555-0142", Some("tel:+19105550142")),
            ("(910) 555-0142 ext. 3", Some("tel:9105550142;ext=3")),
            ("910.555.0142 x12", Some("tel:9105550142;ext=12")),
            ("call us", None),
            ("", None),
        ];
        for (phone, link) in cases {
            assert_eq!(phone_link(phone).as_deref(), link, "{phone:?}");
        }
    }
}
