use pamphlet_engine as engine;

use super::wire;
use crate::error::WireError;

wire! {
    /// An earlier state of an article's words.
    pub struct Version {
        pub id: u32,
        /// RFC 3339, in UTC.
        pub kept: String,
        /// "pause", "change", "import", "brought-back", "set-aside" or "named".
        pub reason: String,
        /// As the person called it.
        pub name: Option<String>,
        /// Words that differ from the version before it.
        pub added: u32,
        pub removed: u32,
    }

    /// The newest first.
    pub struct Versions {
        pub versions: Vec<Version>,
    }

    pub struct VersionName {
        pub article: String,
        pub name: String,
    }

    pub struct VersionRename {
        pub article: String,
        pub version: u32,
        /// Null or nothing but blanks takes the name away.
        pub name: Option<String>,
    }

    /// Words that do not stand in the article.
    pub struct VersionSetAside {
        pub article: String,
        pub title: String,
        pub summary: String,
        pub text: String,
    }

    pub struct VersionOf {
        pub article: String,
        pub version: u32,
    }

    pub struct VersionBringBack {
        pub article: String,
        pub version: u32,
        /// The number of one row of the comparison; null for all of it.
        pub row: Option<u32>,
        /// The revision that the person sees.
        pub base_revision: u32,
    }

    pub struct ComparedSpan {
        pub text: String,
        /// Whether the other side does not have it.
        pub changed: bool,
    }

    /// A paragraph before and now; null on the side that does not have it.
    pub struct ComparedRow {
        pub before: Option<Vec<ComparedSpan>>,
        pub now: Option<Vec<ComparedSpan>>,
    }

    /// An earlier version beside the article as it is saved.
    pub struct Comparison {
        pub title: ComparedRow,
        pub summary: ComparedRow,
        pub rows: Vec<ComparedRow>,
    }
}

/// Versions are counted from 1 within a library: 4,000 million of them are more than anyone keeps.
pub(crate) fn version_id(id: u32) -> engine::VersionId {
    engine::VersionId(i64::from(id))
}

impl TryFrom<engine::Version> for Version {
    type Error = WireError;

    fn try_from(version: engine::Version) -> Result<Self, WireError> {
        Ok(Self {
            id: u32::try_from(version.id.0).map_err(WireError::internal)?,
            kept: version.kept.to_string(),
            reason: version.reason,
            name: version.name,
            added: version.change.added,
            removed: version.change.removed,
        })
    }
}

impl From<engine::Row> for ComparedRow {
    fn from(row: engine::Row) -> Self {
        let span = |span: engine::Span| ComparedSpan {
            text: span.text,
            changed: span.changed,
        };
        let side = |spans: Vec<engine::Span>| spans.into_iter().map(span).collect();
        Self {
            before: row.before.map(side),
            now: row.now.map(side),
        }
    }
}

impl From<engine::Comparison> for Comparison {
    fn from(compared: engine::Comparison) -> Self {
        Self {
            title: compared.title.into(),
            summary: compared.summary.into(),
            rows: compared.rows.into_iter().map(ComparedRow::from).collect(),
        }
    }
}
