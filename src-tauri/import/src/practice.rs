use pamphlet_model::{Practice, country_code};

/// Why a file can't be read as a practice: where and what, in the words of the TOML reader.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the practice can't be read: {0}")]
pub struct PracticeError(pub String);

/// Reads a practice from the text of a TOML file: `name`, `tagline`, `kind`, `phone`, `email`, `booking_url`, `site_url`,
/// a table `[address]`, whose `country` is a code or an English name, and a table `[hours]` with days `mon` to `sun` such as `"09:00-17:00"`.
///
/// # Errors
/// If the text is no TOML, a value has the wrong kind or a name that is not known, the practice's name is missing or its country
/// is none.
pub fn read_practice(text: &str) -> Result<Practice, PracticeError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let broken = |error: toml::de::Error| PracticeError(error.to_string());
    let mut unknown = Vec::new();
    let reader = toml::Deserializer::parse(text).map_err(broken)?;
    let mut practice: Practice =
        serde_ignored::deserialize(reader, |path| unknown.push(path.to_string()))
            .map_err(broken)?;
    if let Some(first) = unknown.first() {
        return Err(PracticeError(format!(
            "it says nothing that is called '{first}'"
        )));
    }
    if practice.name.trim().is_empty() {
        return Err(PracticeError("it has no name".to_owned()));
    }
    practice.address.country = country(&practice.address.country)?;
    Ok(practice)
}

fn country(text: &str) -> Result<String, PracticeError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let code = country_code(text).map(str::to_owned);
    code.ok_or_else(|| PracticeError(format!("'{}' is not a country", text.trim())))
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
}
