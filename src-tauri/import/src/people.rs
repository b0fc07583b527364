use serde::Deserialize;

/// A person as `people.toml` has them. What is absent stays as the library has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct PlannedPerson {
    pub name: String,
    pub credentials: Option<String>,
    pub role: Option<String>,
    /// In the notation of articles.
    pub biography: Option<String>,
    /// The path of a picture file, relative to the folder.
    pub picture: Option<String>,
    #[serde(default)]
    pub picture_alt: String,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    person: Vec<PlannedPerson>,
}

/// Reads `people.toml`: a table `[[person]]` for each, with `name`, `credentials`, `role`, `biography`, `picture` and
/// `picture_alt`.
///
/// # Errors
/// Why the file is not taken, in plain words.
pub fn read_people(text: &str) -> Result<Vec<PlannedPerson>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut unknown = Vec::new();
    let broken = |error: toml::de::Error| error.message().to_owned();
    let reader = toml::Deserializer::parse(text).map_err(broken)?;
    let file: File = serde_ignored::deserialize(reader, |path| unknown.push(path.to_string()))
        .map_err(broken)?;
    if let Some(first) = unknown.first() {
        return Err(format!("it says nothing that is called '{first}'"));
    }
    match file
        .person
        .iter()
        .any(|person| person.name.trim().is_empty())
    {
        true => Err("somebody in it has no name".to_owned()),
        false => Ok(file.person),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read() {
        let text = "[[person]]\nname = 'Ana Ruiz'\ncredentials = 'MD'\nbiography = '''\nShe walks.'''\n\
                    [[person]]\nname = 'Bo Hall'\n";
        let people = read_people(text).unwrap();
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].credentials.as_deref(), Some("MD"));
        assert_eq!(people[0].biography.as_deref(), Some("She walks."));
        assert_eq!(people[1].role, None);
        assert_eq!(read_people(""), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_list_of_people_is_refused() {
        for text in [
            "[[person]]\n",
            "[[person]]\nname = ' '",
            "[[person]]\nname = 'A'\ntitle = 'Dr.'",
            "person = 'A'",
            "name =",
        ] {
            assert!(read_people(text).is_err(), "{text:?}");
        }
    }
}
