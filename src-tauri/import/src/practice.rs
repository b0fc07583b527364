use pamphlet_model::{Practice, country_code};

/// Why a file can't be read as a practice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}", place.map(|(line, column)| format!("line {line}, column {column}: ")).unwrap_or_default())]
pub struct PracticeError {
    /// Line and column from 1, in characters, where they are known.
    pub place: Option<(usize, usize)>,
    /// In plain words, without a full stop.
    pub reason: String,
}

impl PracticeError {
    fn plain(reason: impl Into<String>) -> Self {
        Self {
            place: None,
            reason: reason.into(),
        }
    }

    fn from_reader(text: &str, error: &toml::de::Error) -> Self {
        Self {
            place: error.span().map(|span| place(text, span.start)),
            reason: in_plain_words(error.message()),
        }
    }
}

/// Reads a practice from the text of a TOML file: `name`, `tagline`, `kind`, `phone`, `email`, `booking_url`, `site_url`,
/// a table `[address]`, whose `country` is a code or an English name, and a table `[hours]` with days `mon` to
/// `sun` such as `"09:00-17:00"`.
///
/// # Errors
/// If the text is no TOML, a value has the wrong kind or a name that is not known, the practice's name is missing or its country
/// is none.
pub fn read_practice(text: &str) -> Result<Practice, PracticeError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let broken = |error: toml::de::Error| PracticeError::from_reader(text, &error);
    let mut unknown = Vec::new();
    let reader = toml::Deserializer::parse(text).map_err(broken)?;
    let mut practice: Practice =
        serde_ignored::deserialize(reader, |path| unknown.push(path.to_string()))
            .map_err(broken)?;
    if let Some(first) = unknown.first() {
        let reason = format!("nothing of a practice is called '{first}'");
        return Err(PracticeError::plain(reason));
    }
    if practice.name.trim().is_empty() {
        return Err(PracticeError::plain("the practice has no name"));
    }
    practice.address.country = country(&practice.address.country)?;
    Ok(practice)
}

fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// The reader's own words are for those who write programs.
fn in_plain_words(message: &str) -> String {
    let message = message.trim().replace('\n', ", ");
    let kinds = message.strip_prefix("invalid type: ");
    if let Some((found, expected)) = kinds.and_then(|kinds| kinds.split_once(", expected ")) {
        let expected = match expected {
            "a string" => "words in quotes",
            "struct Hours" | "struct PostalAddress" | "a map" => "a table of its own",
            other => other,
        };
        let found = found.split('`').nth(1).unwrap_or(found);
        return format!("{expected} should stand here, not {found}");
    }
    if message.contains("must be quoted") {
        return "words should stand in quotes here".to_owned();
    }
    if message.starts_with("missing field `name`") {
        return "the practice has no name".to_owned();
    }
    message
}

fn country(text: &str) -> Result<String, PracticeError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let code = country_code(text).map(str::to_owned);
    code.ok_or_else(|| PracticeError::plain(format!("'{}' is not a country", text.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_is_read() {
        let text = "\u{feff}name = \"Alder Street\"\nphone = \"+1-336-555-0100\"\n\
                    [address]\ncity = \"Millbrook\"\ncountry = \"United States\"\n\
                    [hours]\nmon = \"09:00-17:00\"\n";
        let practice = read_practice(text).unwrap();
        assert_eq!(practice.name, "Alder Street");
        assert_eq!(practice.address.city, "Millbrook");
        assert_eq!(practice.address.country, "US");
        assert_eq!(
            practice.hours.mon.map(|h| h.to_string()).as_deref(),
            Some("09:00-17:00")
        );
        assert_eq!(practice.hours.tue, None);
    }

    #[test]
    fn what_is_no_practice_is_refused() {
        for text in [
            "",
            "phone = \"1\"",
            "name = 3",
            "name = \"A\"\n[hours]\nmon = \"late\"",
            "name = \"A\"\nphnoe = \"1\"",
            "name = \"A\"\n[hours]\nmonday = \"09:00-17:00\"",
            "name = \"A\"\n[address]\ncountry = \"Millbrook\"",
            "name =",
            "\0",
        ] {
            assert!(read_practice(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn where_it_is_wrong_is_said_if_it_is_known() {
        for (text, place) in [
            ("name = \"A\"\nphone = 3", Some((2, 9))),
            ("name = \"\u{e9}\u{e9}\" x", Some((1, 13))),
            ("name = \"A\"\n\n[hours]\nmon = \"late\"", Some((4, 7))),
            ("name = \"A\"\nphnoe = \"1\"", None),
            ("name = \" \"", None),
        ] {
            let error = read_practice(text).unwrap_err();
            assert_eq!(error.place, place, "{text:?}: {error}");
            assert!(!error.reason.contains('\n'), "{error}");
        }
    }
}
