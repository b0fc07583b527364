use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The last part of a page's web address, and the name of its folder in the finished site.
///
/// 1 to 60 characters of `a`–`z`, `0`–`9` and `-`, not beginning or ending with `-`; never a name that Windows keeps
/// for devices (`con`, `nul`, `com1` …), and never `page` or `index`, which the site itself uses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

/// A text that can't be a web address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' can't be a web address")]
pub struct AddressError(pub String);

/// Long enough for any title worth reading, short enough for Windows' 260-character paths.
const MAX_LENGTH: usize = 60;

impl Address {
    /// The address that a title suggests: "What is GABA?" gives `what-is-gaba`. Other scripts are spelled in Latin
    /// letters. A title with nothing to spell gives `article`.
    pub fn from_title(title: &str) -> Self {
        Self::from_words(title, "article")
    }

    /// As [`Address::from_title`]; `what` stands for words with nothing to spell, and is added to a name that is kept
    /// for other things.
    pub fn from_words(title: &str, what: &str) -> Self {
        let mut out = String::new();
        // Curly and straight apostrophes vanish: "you've" is one word.
        let spelled = deunicode::deunicode(title)
            .to_ascii_lowercase()
            .replace(['\'', '`'], "");
        for word in spelled
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|w| !w.is_empty())
        {
            if !out.is_empty() && out.len() + 1 + word.len() > MAX_LENGTH {
                break;
            }
            if !out.is_empty() {
                out.push('-');
            }
            out.push_str(&word[..word.len().min(MAX_LENGTH)]);
        }
        if out.is_empty() {
            out.push_str(what);
        }
        if is_reserved(&out) {
            out = format!("{out}-{what}");
        }
        Self(out)
    }

    /// The `n`th address like this one: `sleep` gives `sleep-2`.
    fn numbered(&self, n: u32) -> Self {
        let suffix = format!("-{n}");
        let stem = &self.0[..self.0.len().min(MAX_LENGTH - suffix.len())];
        Self(format!("{}{suffix}", stem.trim_end_matches('-')))
    }

    /// Whether the site has a folder or a file of its own of that name beside its front page, so that no page of the
    /// practice can lie there.
    pub fn is_taken_by_site(&self) -> bool {
        const OWN: [&str; 16] = [
            "404",
            "articles",
            "assets",
            "author",
            "authors",
            "contact",
            "feed",
            "feeds",
            "look",
            "media",
            "not-found",
            "pagefind",
            "people",
            "pictures",
            "search",
            "topics",
        ];
        OWN.contains(&self.as_str())
    }

    /// The address itself, or the first of `sleep-2`, `sleep-3` … that is not taken.
    ///
    /// # Errors
    /// What `is_taken` returns.
    pub fn first_free<E>(
        &self,
        mut is_taken: impl FnMut(&Self) -> Result<bool, E>,
    ) -> Result<Self, E> {
        let mut address = self.clone();
        let mut n = 2;
        while is_taken(&address)? {
            address = self.numbered(n);
            n += 1;
        }
        Ok(address)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_reserved(name: &str) -> bool {
    matches!(name, "page" | "index") || is_device_name(name)
}

/// Whether Windows keeps a name, in lower case and without its ending, for a device:
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>, "Naming conventions".
pub fn is_device_name(name: &str) -> bool {
    let numbered = |stem| {
        name.strip_prefix(stem)
            .is_some_and(|rest: &str| matches!(rest.as_bytes(), [b'0'..=b'9']))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let fine = (1..=MAX_LENGTH).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !is_reserved(text);
        if fine {
            Ok(Self(text.to_owned()))
        } else {
            Err(AddressError(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> String {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_addresses() {
        let cases = [
            ("5 Myths About Chronic Pain", "5-myths-about-chronic-pain"),
            (
                "Women's health: you\u{2019}ve got this",
                "womens-health-youve-got-this",
            ),
            ("  Élodie’s naïve café  ", "elodies-naive-cafe"),
            ("con", "con-article"),
            ("COM1", "com1-article"),
            ("Index", "index-article"),
            ("Com12", "com12"),
            ("...", "article"),
            ("", "article"),
            ("../../etc/passwd", "etc-passwd"),
            ("trailing dot.", "trailing-dot"),
        ];
        for (title, address) in cases {
            assert_eq!(Address::from_title(title).as_str(), address, "{title:?}");
        }
    }

    #[test]
    fn every_title_gives_an_address_that_parses() {
        let long = "word ".repeat(80);
        let one_long_word = "a".repeat(300);
        for title in [
            "睡眠と健康",
            "🧠",
            "Сон",
            &long,
            &one_long_word,
            "a-",
            "-",
            "nul",
            "\u{0}",
        ] {
            let address = Address::from_title(title);
            assert_eq!(address.as_str().parse(), Ok(address.clone()), "{title:?}");
            let second = address.numbered(2);
            assert_eq!(second.as_str().parse(), Ok(second.clone()), "{title:?}");
        }
    }

    #[test]
    fn the_first_free_address_is_found() {
        let wanted = Address::from_title("Sleep");
        let free = |taken: &[&str]| {
            let is_taken = |it: &Address| Ok::<_, ()>(taken.contains(&it.as_str()));
            wanted.first_free(is_taken).unwrap().to_string()
        };
        assert_eq!(free(&[]), "sleep");
        assert_eq!(free(&["sleep-2"]), "sleep");
        assert_eq!(free(&["sleep", "sleep-2", "sleep-4"]), "sleep-3");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "Con",
            "con",
            "a b",
            "a/b",
            "..",
            "-a",
            "a-",
            "page",
            "lpt9",
            &"a".repeat(61),
        ] {
            assert!(text.parse::<Address>().is_err(), "{text:?}");
        }
    }
}
