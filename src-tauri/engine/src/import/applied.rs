use pamphlet_import::PlannedArticle;
use pamphlet_model::{Address, Article, ArticleId, Hero, PersonId, Status};
use pamphlet_store::{Source, TablesMut};

use super::fingerprint::{FileHashes, Fingerprint};
use super::left_in_bin::LeftInBin;
use super::{ImportedArticle, Outcome};
use crate::articles::view;
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::names::{person_named, topics_named};
use crate::search::put;
use crate::versions::Reason;
use crate::world::World;

/// Said of a file whose article a person put in the bin: an import does not undo that.
const IN_THE_BIN: &str = "its article is in the bin, and was left there";

impl Library {
    /// Makes or updates the article of one file.
    pub(super) fn apply(
        &self,
        tables: &TablesMut<'_>,
        mut planned: PlannedArticle,
        key: &dyn Fn(&str) -> String,
        files: &FileHashes<'_>,
    ) -> Result<ImportedArticle> {
        let fingerprint = Fingerprint::of(&planned, files);
        let source = Source {
            path: key(&planned.path),
            hash: fingerprint.text(),
        };
        let left = LeftInBin::take(tables, &mut planned)?;
        let before = tables.articles().by_source(&source.path)?;
        let (article, outcome) = match before {
            Some((article, known))
                if fingerprint.brings_nothing_new(&Fingerprint::read(&known.hash)) =>
            {
                (article, Outcome::Unchanged)
            }
            Some((article, _)) if tables.articles().get(article.id)?.is_none() => {
                planned.notes.push(IN_THE_BIN.to_owned());
                (article, Outcome::Unchanged)
            }
            Some((article, _)) => {
                self.keep_version(tables, &article, Reason::Import)?;
                let after = self.fill(tables, article.clone(), &planned)?;
                planned.notes.extend(replaced(tables, article, &after)?);
                (after, Outcome::Updated)
            }
            None => {
                let id = self.id_of(tables, &planned, files)?;
                let empty = self.empty_article(tables, &planned, id)?;
                (self.fill(tables, empty, &planned)?, Outcome::Added)
            }
        };
        if outcome != Outcome::Unchanged {
            put(tables, &article)?;
            tables.articles_mut().set_source(article.id, &source)?;
            Self::learn_descriptions(tables, &article)?;
            left.keep(tables, article.id)?;
            planned.notes.extend(left.notes());
        }
        Ok(ImportedArticle {
            path: planned.path,
            article,
            outcome,
            notes: planned.notes,
        })
    }

    /// Notes which articles the files recommend first, now that all of them are there. `related` has their addresses, in
    /// the order of the articles.
    pub(super) fn relate(
        &self,
        tables: &TablesMut<'_>,
        mut imported: Vec<ImportedArticle>,
        related: &[Vec<Address>],
    ) -> Result<Vec<ImportedArticle>> {
        for (it, related) in imported.iter_mut().zip(related) {
            if it.outcome == Outcome::Unchanged || related.is_empty() {
                continue;
            }
            let mut pins = Vec::with_capacity(related.len());
            for address in related {
                match tables
                    .articles()
                    .holder_of(address)?
                    .filter(|id| *id != it.article.id)
                {
                    Some(id) if tables.articles().get(id)?.is_some() => pins.push(id),
                    _ => it
                        .notes
                        .push(format!("there is no other article '{address}' to relate")),
                }
            }
            if pins != it.article.related_pins {
                it.article.related_hides.retain(|id| !pins.contains(id));
                it.article.related_pins = pins;
                put(tables, &it.article)?;
            }
        }
        Ok(imported)
    }

    /// The id of a new article: that of its file, unless another article has it, as when a folder was copied. Feeds show
    /// it, and a folder that is imported anew, here or elsewhere, gives the same site.
    fn id_of(
        &self,
        tables: &TablesMut<'_>,
        planned: &PlannedArticle,
        files: &FileHashes<'_>,
    ) -> Result<ArticleId> {
        let id = files.article(&planned.path);
        Ok(match tables.articles().is_held(id)? {
            false => id,
            true => ArticleId::from_random(self.world.random()),
        })
    }

    pub(super) fn empty_article(
        &self,
        tables: &TablesMut<'_>,
        planned: &PlannedArticle,
        id: ArticleId,
    ) -> Result<Article> {
        let now = self.world.now();
        Ok(Article {
            id,
            address: planned.address.first_free(|address| {
                Ok::<_, EngineError>(tables.articles().holder_of(address)?.is_some())
            })?,
            title: String::new(),
            summary: String::new(),
            text: String::new(),
            topics: Vec::new(),
            author: None,
            reviewer: None,
            reviewed: None,
            related_pins: Vec::new(),
            related_hides: Vec::new(),
            hero: None,
            status: if planned.draft {
                Status::Draft
            } else {
                Status::Ready
            },
            published: None,
            created: now,
            changed: now,
            revision: 0,
        })
    }

    /// The article as the file has it. Versions keep words alone: topics, author and picture stay where the file has none.
    pub(super) fn fill(
        &self,
        tables: &TablesMut<'_>,
        article: Article,
        planned: &PlannedArticle,
    ) -> Result<Article> {
        let world = &*self.world;
        let mut topics = topics_named(tables, &planned.topics, world)?;
        if topics.is_empty() {
            topics.clone_from(&article.topics);
        }
        let author = person_named(tables, planned.author.as_deref().unwrap_or(""), world)?;
        let reviewer = reviewer_named(tables, planned.reviewer.as_deref().unwrap_or(""), world)?;
        Ok(Article {
            title: planned.title.clone(),
            summary: planned.summary.clone(),
            text: planned.text.clone(),
            topics,
            author: author.or(article.author),
            reviewer: reviewer.or(article.reviewer),
            reviewed: planned.reviewed.or(article.reviewed),
            hero: hero(planned, article.hero.as_ref()),
            published: planned.date.or(article.published),
            // What a file withdraws stays here. That it may go out again, a person says in the window.
            status: if planned.draft {
                Status::Draft
            } else {
                article.status
            },
            changed: world.now(),
            revision: article.revision + 1,
            ..article
        })
    }
}

/// As [`person_named`]; somebody in the bin stays there, and is the reviewer again when they come back.
fn reviewer_named(
    tables: &TablesMut<'_>,
    name: &str,
    world: &dyn World,
) -> Result<Option<PersonId>> {
    let people = tables.people();
    let known = people.by_name(name)?.is_some() || people.by_byline(name)?.is_some();
    match people.binned_by_name(name)?.filter(|_| !known) {
        Some(binned) => Ok(Some(binned.id)),
        None => person_named(tables, name, world),
    }
}

/// The picture that the file names, if it could be read, or else the one that is there. A file without words for the
/// picture leaves those that a person wrote.
fn hero(planned: &PlannedArticle, before: Option<&Hero>) -> Option<Hero> {
    let Some(named) = &planned.hero else {
        return before.cloned();
    };
    let same = before.filter(|before| before.picture == named.picture && named.alt.is_empty());
    Some(same.cloned().unwrap_or_else(|| Hero {
        picture: named.picture.clone(),
        alt: named.alt.clone(),
    }))
}

/// What an update replaced of an article that no version keeps.
fn replaced(tables: &TablesMut<'_>, before: Article, after: &Article) -> Result<Vec<String>> {
    let mut notes = Vec::new();
    let (topics, author, hero) = (
        before.topics != after.topics,
        before.author != after.author,
        before.hero.as_ref().map(|hero| hero.picture.clone())
            != after.hero.as_ref().map(|hero| hero.picture.clone()),
    );
    let had_hero = before.hero.is_some();
    let before = view(tables, before)?;
    if topics && !before.topics.is_empty() {
        let topics = before.topics.join(", ");
        notes.push(format!(
            "the file's topics replaced those of the article: {topics}"
        ));
    }
    if let Some(author) = before.author.filter(|_| author) {
        notes.push(format!(
            "the file's author replaced that of the article: {author}"
        ));
    }
    if hero && had_hero {
        notes.push("the file's picture replaced the one at the top of the article".to_owned());
    }
    Ok(notes)
}
