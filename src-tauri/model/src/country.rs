use celes::Country;

/// The ISO 3166-1 alpha-2 code of a country, such as `US`, from its code of two or three letters or from an English name
/// of it, however it is written: `usa`, `United States`, `U.S.`. `None` if there is no such country.
pub fn country_code(text: &str) -> Option<&'static str> {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    // Reserved for the United Kingdom, and what everybody there writes.
    if letters.eq_ignore_ascii_case("uk") {
        return Some("GB");
    }
    let called = |name: &str| name.parse::<Country>().ok();
    let country = called(&letters).or_else(|| called(&format!("the{letters}")))?;
    Some(country.alpha2)
}

/// The codes of all countries, in their order.
pub fn country_codes() -> Vec<&'static str> {
    let mut codes: Vec<_> = Country::get_countries().map(|it| it.alpha2).to_vec();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_however_it_is_written() {
        for (text, code) in [
            ("US", "US"),
            ("us", "US"),
            (" U.S.A. ", "US"),
            ("United States", "US"),
            ("the United States of America", "US"),
            ("UK", "GB"),
            ("Great Britain", "GB"),
            ("canada", "CA"),
            ("Netherlands", "NL"),
            ("Mexico", "MX"),
        ] {
            assert_eq!(country_code(text), Some(code), "{text:?}");
        }
        for text in ["", "12", "Larkmere", "XQ", "United"] {
            assert_eq!(country_code(text), None, "{text:?}");
        }
    }

    #[test]
    fn every_code_is_one_of_a_country() {
        let codes = country_codes();
        // Those of the standard, and Kosovo, which it leaves to whoever uses it.
        assert_eq!(codes.len(), 250);
        for code in codes {
            assert_eq!(country_code(code), Some(code));
        }
    }
}
