//! How articles name pictures and other articles, and which addresses a link may have.

use pamphlet_model::{Address, PictureId};

const PICTURE: &str = "picture:";
const ARTICLE: &str = "article:";
const PRACTICE: &str = "practice:";

/// The destination of the link that, alone in its paragraph, stands for the practice's call to action.
pub(crate) const CALL_TO_ACTION: &str = "practice:contact";

/// How many of a picture id's digits its reference has.
const PICTURE_DIGITS: usize = 16;

/// What stands for the picture in an article's text: `picture:` and the first 16 digits of its id.
pub fn picture_reference(id: &PictureId) -> String {
    let digits = id.as_str();
    format!(
        "{PICTURE}{}",
        digits.get(..PICTURE_DIGITS).unwrap_or(digits)
    )
}

/// The 16 digits in a reference that [`picture_reference`] could have made; nothing for any other source.
pub fn referenced_picture(source: &str) -> Option<&str> {
    let digits = source.strip_prefix(PICTURE)?;
    let fine = digits.len() == PICTURE_DIGITS
        && digits
            .bytes()
            .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    fine.then_some(digits)
}

/// What stands for a link to the article in an article's text: `article:` and its address.
pub fn article_reference(address: &Address) -> String {
    format!("{ARTICLE}{address}")
}

/// The address in a link to another article, up to a `#`; nothing for any other destination.
pub fn linked_article(destination: &str) -> Option<&str> {
    let address = destination.strip_prefix(ARTICLE)?;
    let address = address.split('#').next().unwrap_or(address);
    (!address.is_empty()).then_some(address)
}

/// What a link's destination may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// Somewhere in the same article: `#` and a name.
    Fragment,
    /// Another article of the same library.
    Article,
    /// How the practice is reached, whatever its number or address is at the time.
    Practice(Reach),
    /// `http`, `https`, `mailto` or `tel`.
    Elsewhere,
}

/// A way to reach the practice, after `practice:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Any way, the first of those below that there is.
    Contact,
    Booking,
    Phone,
    Email,
}

fn reach(destination: &str) -> Option<Reach> {
    match destination.strip_prefix(PRACTICE)? {
        "contact" => Some(Reach::Contact),
        "booking" => Some(Reach::Booking),
        "phone" => Some(Reach::Phone),
        "email" => Some(Reach::Email),
        _ => None,
    }
}

/// The kind of a link's destination; nothing when it is not allowed.
///
/// Only what begins exactly with an allowed scheme passes. Browsers skip white space and control characters in and
/// before a scheme (WHATWG URL, "basic URL parser"), so an address with control characters is never allowed.
pub(crate) fn link_kind(destination: &str) -> Option<LinkKind> {
    if destination.chars().any(char::is_control) {
        return None;
    }
    if let Some(fragment) = destination.strip_prefix('#') {
        return (!fragment.is_empty()).then_some(LinkKind::Fragment);
    }
    if linked_article(destination).is_some() {
        return Some(LinkKind::Article);
    }
    if let Some(reach) = reach(destination) {
        return Some(LinkKind::Practice(reach));
    }
    let (scheme, rest) = destination.split_once(':')?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let plain = scheme.eq_ignore_ascii_case("mailto") || scheme.eq_ignore_ascii_case("tel");
    let host = || {
        rest.strip_prefix("//")
            .is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
    };
    ((web && host()) || (plain && !rest.is_empty())).then_some(LinkKind::Elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_named_by_16_digits() {
        let id = PictureId::of(b"a picture");
        let reference = picture_reference(&id);
        assert_eq!(reference, format!("picture:{}", &id.as_str()[..16]));
        assert_eq!(referenced_picture(&reference), Some(&id.as_str()[..16]));
        for source in [
            "",
            "picture:",
            "picture:0123",
            "picture:0123456789abcdef0",
            "picture:0123456789ABCDEF",
            "picture:0123456789abcde/",
            "Picture:0123456789abcdef",
            " picture:0123456789abcdef",
            "https://example.org/picture:0123456789abcdef",
        ] {
            assert_eq!(referenced_picture(source), None, "{source:?}");
        }
    }

    #[test]
    fn an_article_is_named_by_its_address() {
        let address: Address = "better-sleep".parse().unwrap();
        assert_eq!(article_reference(&address), "article:better-sleep");
        assert_eq!(linked_article("article:better-sleep"), Some("better-sleep"));
        assert_eq!(
            linked_article("article:better-sleep#h-naps"),
            Some("better-sleep")
        );
        for destination in [
            "",
            "article:",
            "article:#x",
            "better-sleep",
            "Article:better-sleep",
        ] {
            assert_eq!(linked_article(destination), None, "{destination:?}");
        }
    }

    #[test]
    fn only_allowed_destinations_pass() {
        use LinkKind::*;
        let cases = [
            ("https://example.org/a?b=c#d", Some(Elsewhere)),
            ("HTTP://EXAMPLE.ORG", Some(Elsewhere)),
            ("mailto:desk@example.org", Some(Elsewhere)),
            ("tel:+19105550142", Some(Elsewhere)),
            ("#naps", Some(Fragment)),
            ("article:better-sleep", Some(Article)),
            ("practice:contact", Some(Practice(Reach::Contact))),
            ("practice:phone", Some(Practice(Reach::Phone))),
            ("practice:", None),
            ("practice:fax", None),
            ("Practice:phone", None),
            ("", None),
            ("#", None),
            ("https:", None),
            ("https://", None),
            ("https:///example.org", None),
            ("http:javascript:alert(1)", None),
            ("mailto:", None),
            ("/url", None),
            ("//example.org", None),
            ("page.html", None),
            ("javascript:alert(1)", None),
            ("JaVaScRiPt:alert(1)", None),
            ("java\tscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            (" javascript:alert(1)", None),
            ("\u{1}https://example.org", None),
            (" https://example.org", None),
            ("https://exam\nple.org", None),
            ("data:text/html,<script>alert(1)</script>", None),
            ("vbscript:x", None),
            ("file:///etc/passwd", None),
            ("blob:https://example.org/1", None),
            ("view-source:https://example.org", None),
            ("picture:0123456789abcdef", None),
        ];
        for (text, kind) in cases {
            assert_eq!(link_kind(text), kind, "{text:?}");
        }
    }
}
