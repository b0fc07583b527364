use crate::{Address, Hero, PersonId};

/// Somebody who writes articles, or looks them over as a clinician.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// "MD", "PT, DPT": what stands after the name.
    pub credentials: String,
    /// Of their page.
    pub address: Address,
    /// "Nurse practitioner": what they do at the practice.
    pub role: String,
    /// In the notation of articles.
    pub biography: String,
    /// Of themselves.
    pub picture: Option<Hero>,
}

impl Person {
    /// Somebody of whom only the name is known. The address is what the name suggests: whoever keeps them must see that
    /// it is free.
    pub fn named(id: PersonId, name: impl Into<String>) -> Self {
        let name = name.into();
        Self {
            id,
            address: Self::address_for(&name),
            name,
            credentials: String::new(),
            role: String::new(),
            biography: String::new(),
            picture: None,
        }
    }

    /// The address that a name suggests: "Dana Whitlock, NP" gives `dana-whitlock`.
    pub fn address_for(name: &str) -> Address {
        let (name, _) = parted(name);
        Address::from_words(name, "person")
    }

    /// The name alone, and what stands after it, also where both were typed as one: "Dana Whitlock, NP".
    pub fn spoken(&self) -> (&str, &str) {
        let credentials = self.credentials.trim();
        if credentials.is_empty() {
            parted(&self.name)
        } else {
            (self.name.trim(), credentials)
        }
    }

    /// `Dana Whitlock, NP`
    pub fn byline(&self) -> String {
        match self.spoken() {
            (name, "") => name.to_owned(),
            (name, credentials) => format!("{name}, {credentials}"),
        }
    }

    /// Whether there is something to say of them but what they wrote.
    pub fn is_introduced(&self) -> bool {
        let said = |text: &str| !text.trim().is_empty();
        said(&self.role) || said(&self.biography) || self.picture.is_some()
    }
}

/// Splits a name from the credentials behind its first comma. "Cruz, Ana" is a name as it is: what follows has small
/// letters alone after its first.
fn parted(name: &str) -> (&str, &str) {
    let name = name.trim();
    match name.split_once(',') {
        Some((first, rest)) if are_credentials(rest) && !first.trim().is_empty() => {
            (first.trim(), rest.trim())
        }
        _ => (name, ""),
    }
}

/// Whether each part is short and written like "MD", "RN-BC", "Ph.D." or "PharmD".
fn are_credentials(text: &str) -> bool {
    let is_one = |part: &str| {
        let capitals = part.chars().filter(|c| c.is_uppercase()).count();
        capitals >= 2
            && part.chars().count() <= 12
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || "-.".contains(c))
    };
    let mut parts = text
        .split([',', ' '])
        .filter(|part| !part.is_empty())
        .peekable();
    parts.peek().is_some() && parts.all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_credentials() {
        let cases = [
            (
                "Dana Whitlock, NP",
                "",
                "Dana Whitlock",
                "NP",
                "dana-whitlock",
            ),
            (
                "Dana Whitlock",
                "NP",
                "Dana Whitlock",
                "NP",
                "dana-whitlock",
            ),
            ("Ana Cruz, PT, DPT", "", "Ana Cruz", "PT, DPT", "ana-cruz"),
            ("Jo Li, Ph.D.", "", "Jo Li", "Ph.D.", "jo-li"),
            ("Cruz, Ana", "", "Cruz, Ana", "", "cruz-ana"),
            (
                "King, Martin Jr",
                "",
                "King, Martin Jr",
                "",
                "king-martin-jr",
            ),
            ("Dana Whitlock,", "", "Dana Whitlock,", "", "dana-whitlock"),
            (", MD", "", ", MD", "", "md"),
            ("李医生", "", "李医生", "", "li-yi-sheng"),
            ("🩺", "MD", "🩺", "MD", "stethoscope"),
            ("…", "", "…", "", "person"),
            ("Con", "", "Con", "", "con-person"),
        ];
        for (name, credentials, alone, after, address) in cases {
            let person = Person {
                credentials: credentials.to_owned(),
                ..Person::named(PersonId::from_random([1; 16]), name)
            };
            assert_eq!(person.spoken(), (alone, after), "{name:?}");
            assert_eq!(person.address.as_str(), address, "{name:?}");
        }
    }
}
