//! What articles have that is in the bin: topics and authors that come back to them.

use std::collections::BTreeSet;

use pamphlet_model::ArticleId;

use super::{Articles, ArticlesMut};
use crate::error::{During, Result};

impl Articles<'_> {
    /// The places among an article's topics that belong to topics in the bin.
    pub(super) fn places_of_binned_topics(&self, id: &str) -> rusqlite::Result<BTreeSet<usize>> {
        self.connection
            .prepare_cached("SELECT position FROM binned_article_topics WHERE article = ?1")?
            .query_map([id], |row| row.get(0))?
            .collect()
    }
}

impl ArticlesMut<'_> {
    /// What comes back to one article from the bin comes back to its copy, too.
    pub fn copy_what_is_in_the_bin(&self, from: ArticleId, to: ArticleId) -> Result<()> {
        let (from, to) = (from.to_string(), to.to_string());
        let copy = || -> rusqlite::Result<()> {
            for sql in [
                "INSERT INTO binned_authors (person, article)
                 SELECT person, ?2 FROM binned_authors WHERE article = ?1",
                "INSERT INTO binned_article_topics (topic, article, position)
                 SELECT topic, ?2, position FROM binned_article_topics WHERE article = ?1",
            ] {
                self.connection.prepare_cached(sql)?.execute([&from, &to])?;
            }
            Ok(())
        };
        copy().during("copy what of an article is in the bin")?;
        // Each keeps its place.
        self.put_topics(&to, &self.topics_of(&to)?)
    }
}
