mod packed;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use pamphlet_model::{Article, ArticleId, pictures_named};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{moment, write_handle};
use crate::error::{During, Result, StoreError};

/// Reads earlier words of articles.
pub struct Versions<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and keeps earlier words of articles.
    VersionsMut: Versions
}

/// An article's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    pub title: String,
    pub summary: String,
    pub text: String,
}

impl From<&Article> for Words {
    fn from(article: &Article) -> Self {
        Self {
            title: article.title.clone(),
            summary: article.summary.clone(),
            text: article.text.clone(),
        }
    }
}

/// What is known of a version without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub kept: Timestamp,
    /// Why it was kept: a short name that the caller chooses, such as "pause".
    pub reason: String,
    /// As the person called it.
    pub name: Option<String>,
    /// How many words were added and removed since the version before it.
    pub change: Change,
}

/// Identifies a version within its library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(pub i64);

/// How many words differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    pub added: u32,
    pub removed: u32,
}

/// How many versions may lean on one another in a row. Unpacking the last of them unpacks all.
const DEEPEST: u32 = 32;

const COLUMNS: &str = "id, kept, reason, name, added, removed";

impl Versions<'_> {
    /// The versions of an article, the newest first.
    pub fn of(&self, article: ArticleId) -> Result<Vec<Version>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM versions WHERE article = ?1 ORDER BY id DESC"
            ))
            .and_then(|mut s| s.query_map([article.to_string()], version)?.collect())
            .during("list an article's versions")
    }

    /// The version of an article that was kept last.
    pub fn newest(&self, article: ArticleId) -> Result<Option<Version>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM versions WHERE article = ?1 ORDER BY id DESC LIMIT 1"
            ))
            .and_then(|mut s| s.query_row([article.to_string()], version).optional())
            .during("read an article's newest version")
    }

    /// A version of an article and its words.
    pub fn get(&self, article: ArticleId, id: VersionId) -> Result<Option<(Version, Words)>> {
        let found = self
            .connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM versions WHERE id = ?1 AND article = ?2"
            ))
            .and_then(|mut s| {
                s.query_row(params![id.0, article.to_string()], version)
                    .optional()
            })
            .during("read a version")?;
        found
            .map(|version| Ok((version, self.words(id)?)))
            .transpose()
    }

    fn words(&self, id: VersionId) -> Result<Words> {
        let Packed { base, words, .. } = self.packed(id)?;
        let mut leaning = vec![words];
        let mut next = base;
        while let Some(base) = next {
            // A library can come from anywhere: versions that lean on one another in a circle would never end.
            if leaning.len() > DEEPEST as usize {
                let reason = "too many versions lean on one another";
                return Err(bad_row(std::io::Error::other(reason)));
            }
            let Packed { base, words, .. } = self.packed(base)?;
            leaning.push(words);
            next = base;
        }
        let mut found: Option<Words> = None;
        for words in leaning.iter().rev() {
            found = Some(packed::unpack(words, found.as_ref()).map_err(bad_row)?);
        }
        Ok(found.unwrap_or_default())
    }

    fn packed(&self, id: VersionId) -> Result<Packed> {
        self.connection
            .prepare_cached("SELECT base, depth, words FROM versions WHERE id = ?1")
            .and_then(|mut s| {
                s.query_row([id.0], |row| {
                    Ok(Packed {
                        base: row.get::<_, Option<i64>>(0)?.map(VersionId),
                        depth: row.get(1)?,
                        words: row.get(2)?,
                    })
                })
            })
            .during("read a version")
    }
}

impl VersionsMut<'_> {
    /// Keeps words of an article.
    pub fn keep(
        &self,
        article: ArticleId,
        words: &Words,
        reason: &str,
        change: Change,
        now: Timestamp,
    ) -> Result<VersionId> {
        let base = self.newest(article)?.map(|version| version.id);
        let (base, depth, packed) = self.pack(words, base)?;
        let id = self
            .connection
            .prepare_cached(
                "INSERT INTO versions (article, kept, reason, added, removed, base, depth, words)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )
            .and_then(|mut s| {
                s.insert(params![
                    article.to_string(),
                    now.as_millisecond(),
                    reason,
                    change.added,
                    change.removed,
                    base.map(|base| base.0),
                    depth,
                    packed,
                ])
            })
            .during("keep a version")?;
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO version_pictures (version, digits) VALUES (?1, ?2)")
            .during("keep a version")?;
        for digits in pictures_named(&words.text) {
            insert
                .execute(params![id, digits])
                .during("write which pictures a version shows")?;
        }
        Ok(VersionId(id))
    }

    /// Gives a version a name, or takes it away.
    pub fn set_name(&self, id: VersionId, name: Option<&str>) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE versions SET name = ?2 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id.0, name]))
            .during("name a version")
            .map(|_| ())
    }

    pub fn set_change(&self, id: VersionId, change: Change) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE versions SET added = ?2, removed = ?3 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id.0, change.added, change.removed]))
            .during("write how much a version changed")
            .map(|_| ())
    }

    /// Removes a version. Those that lean on it lean on what it leaned on.
    pub fn remove(&self, id: VersionId) -> Result<()> {
        let base = self.packed(id)?.base;
        for leaning in self.leaning_on(id)? {
            let (base, depth, packed) = self.pack(&self.words(leaning)?, base)?;
            self.connection
                .prepare_cached(
                    "UPDATE versions SET base = ?2, depth = ?3, words = ?4 WHERE id = ?1",
                )
                .and_then(|mut s| s.execute(params![leaning.0, base.map(|b| b.0), depth, packed]))
                .during("pack a version anew")?;
        }
        self.connection
            .prepare_cached("DELETE FROM versions WHERE id = ?1")
            .and_then(|mut s| s.execute([id.0]))
            .during("remove a version")
            .map(|_| ())
    }

    fn leaning_on(&self, id: VersionId) -> Result<Vec<VersionId>> {
        self.connection
            .prepare_cached("SELECT id FROM versions WHERE base = ?1")
            .and_then(|mut s| {
                s.query_map([id.0], |row| row.get(0).map(VersionId))?
                    .collect()
            })
            .during("read which versions lean on one")
    }

    /// Packs words against those of `base`, or by themselves where too many lean on one another already.
    fn pack(
        &self,
        words: &Words,
        base: Option<VersionId>,
    ) -> Result<(Option<VersionId>, u32, Vec<u8>)> {
        let base = match base {
            Some(base) => Some((base, self.packed(base)?.depth)).filter(|(_, d)| *d < DEEPEST),
            None => None,
        };
        let leaned_on = base.map(|(base, _)| self.words(base)).transpose()?;
        let packed = packed::pack(words, leaned_on.as_ref()).map_err(bad_row)?;
        Ok((
            base.map(|(base, _)| base),
            base.map_or(0, |(_, depth)| depth + 1),
            packed,
        ))
    }
}

struct Packed {
    base: Option<VersionId>,
    depth: u32,
    words: Vec<u8>,
}

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: VersionId(row.get(0)?),
        kept: moment(row, 1)?,
        reason: row.get(2)?,
        name: row.get(3)?,
        change: Change {
            added: row.get(4)?,
            removed: row.get(5)?,
        },
    })
}

fn bad_row(error: std::io::Error) -> StoreError {
    StoreError::BadRow {
        table: "versions",
        reason: error.to_string(),
    }
}
