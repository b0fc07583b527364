//! What other programs keep off their sites, and how they say so.

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::front_matter::FrontMatter;

/// A value that several programs write in several ways.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Said {
    Truth(bool),
    Number(f64),
    Text(String),
    Other(IgnoredAny),
}

impl Said {
    pub(crate) fn truth(&self) -> Option<bool> {
        match self {
            Self::Truth(truth) => Some(*truth),
            Self::Number(number) => Some(*number != 0.0),
            Self::Text(text) => match text.trim().to_ascii_lowercase().as_str() {
                "true" | "yes" | "on" | "y" | "1" => Some(true),
                "false" | "no" | "off" | "n" | "0" => Some(false),
                _ => None,
            },
            Self::Other(IgnoredAny) => None,
        }
    }

    /// A whole number.
    pub(crate) fn whole(&self) -> Option<i64> {
        match self {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whoever has more pages has none"
            )]
            Self::Number(number) => Some(number.round() as i64),
            Self::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }
}

/// What WordPress, Ghost and others call a text that everybody may see.
const PUBLIC: [&str; 7] = [
    "publish",
    "published",
    "public",
    "ready",
    "live",
    "final",
    "true",
];

/// Where Jekyll and Hexo keep drafts, and people too.
const DRAFTS: [&str; 2] = ["_drafts", "drafts"];

/// Why an article comes in as a draft, in plain words; nothing if the file says no such thing.
pub(crate) fn withheld(front: &FrontMatter, days: &[Date], today: Date) -> Option<String> {
    let truth = |said: &Option<Said>| said.as_ref().and_then(Said::truth);
    if truth(&front.draft) == Some(true) {
        return Some("its front matter says that it is a draft".to_owned());
    }
    if truth(&front.published) == Some(false) {
        return Some("its front matter says that it is not published".to_owned());
    }
    if truth(&front.private) == Some(true) {
        return Some("its front matter says that it is private".to_owned());
    }
    let said = [&front.status, &front.visibility].into_iter().flatten();
    let is_public = |status: &&str| PUBLIC.contains(&status.to_ascii_lowercase().as_str());
    if let Some(status) = said
        .filter_map(Said::text)
        .find(|status| !is_public(status))
    {
        return Some(format!("its front matter says '{status}'"));
    }
    let to_come = days.iter().find(|day| **day > today)?;
    Some(format!("its date, {to_come}, is still to come"))
}

/// Whether one of the folders of a path is one for drafts.
pub(crate) fn is_among_drafts(folders: &str) -> bool {
    folders.split('/').any(|folder| {
        DRAFTS
            .iter()
            .any(|drafts| folder.eq_ignore_ascii_case(drafts))
    })
}
