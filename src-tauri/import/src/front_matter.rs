use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::withheld::Said;

/// What stands between the two `---` lines at the head of a Markdown file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FrontMatter {
    pub title: String,
    pub date: Option<String>,
    pub author: Option<String>,
    /// The clinician who looked it over.
    pub reviewer: Option<Said>,
    /// When they did.
    pub reviewed: Option<Said>,
    /// The addresses of the articles that are recommended first.
    pub related: OneOrMany,
    /// What a page of the practice is for.
    pub kind: Option<Said>,
    /// Whether the menu leads to a page of the practice.
    pub menu: Option<Said>,
    /// The page's place among the others.
    #[serde(alias = "weight")]
    pub order: Option<Said>,
    #[serde(alias = "tags", alias = "categories")]
    pub topics: OneOrMany,
    #[serde(alias = "description")]
    pub summary: String,
    pub image: Option<String>,
    pub image_alt: Option<String>,
    pub draft: Option<Said>,
    /// False in Jekyll; for others the day on which it was published.
    pub published: Option<Said>,
    /// From which day on it is to be seen.
    #[serde(alias = "publishDate", alias = "publishdate")]
    pub publish_date: Option<String>,
    #[serde(alias = "post_status")]
    pub status: Option<Said>,
    pub visibility: Option<Said>,
    pub private: Option<Said>,
    #[serde(flatten)]
    pub unknown: BTreeMap<String, IgnoredAny>,
}

impl FrontMatter {
    /// What it says that no library keeps, in plain words.
    pub fn unused(&self) -> Vec<String> {
        let unknown = self.unknown.keys();
        unknown
            .map(|key| format!("'{key}' in the front matter is not used"))
            .collect()
    }

    /// The days that it names, the article's own first.
    pub fn days(&self, notes: &mut Vec<String>) -> Vec<Date> {
        let published = self.published.as_ref().filter(|it| it.truth().is_none());
        let named = [
            self.date.as_deref(),
            self.publish_date.as_deref(),
            published.and_then(Said::text),
        ];
        let named = named.into_iter().flatten();
        named.filter_map(|text| day(text, notes)).collect()
    }
}

/// The day at the beginning of a date.
pub(crate) fn day(text: &str, notes: &mut Vec<String>) -> Option<Date> {
    let date = text.get(..10).and_then(|day| day.parse().ok());
    if date.is_none() {
        notes.push(format!(
            "the date '{text}' is not a date such as 2026-06-15"
        ));
    }
    date
}

/// `topics: Sleep` and `topics: ["Sleep", "Stress"]` are both usual.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany {
    One(String),
    Many(Vec<String>),
    /// What another program means by it.
    Other(IgnoredAny),
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl OneOrMany {
    /// The names, without blanks around them, each once.
    pub fn into_names(self) -> Vec<String> {
        let names = match self {
            Self::One(name) => vec![name],
            Self::Many(names) => names,
            Self::Other(IgnoredAny) => Vec::new(),
        };
        let mut out: Vec<String> = Vec::new();
        for name in names {
            let name = name.trim();
            let known = out
                .iter()
                .any(|other| other.to_lowercase() == name.to_lowercase());
            if !name.is_empty() && !known {
                out.push(name.to_owned());
            }
        }
        out
    }
}

/// Splits a file, whose lines end in `\n` alone, into its front matter and the text after it.
///
/// # Errors
/// Why the file is not taken, in plain words.
pub(crate) fn read(text: &str) -> Result<(FrontMatter, &str), String> {
    let no_front_matter = || "it has no front matter (a block between two lines of ---)".to_owned();
    let rest = text.strip_prefix("---\n").ok_or_else(no_front_matter)?;
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let body = &rest[length + line.len()..];
            let front = &rest[..length];
            if front.trim().is_empty() {
                return Ok((FrontMatter::default(), body));
            }
            return serde_saphyr::from_str(front)
                .map(|front| (front, body))
                .map_err(|error| format!("its front matter can't be read: {error}"));
        }
        length += line.len();
    }
    Err(no_front_matter())
}
