mod left_in_bin;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use pamphlet_import::{Folder, Known, NotText, PlannedArticle, SourceFile, plan_file};
use pamphlet_model::{Article, ArticleId, Hero, PictureId, Status};
use pamphlet_store::{Source, TablesMut};

use crate::error::{At, EngineError, Result};
use crate::library::Library;
use crate::names::{free_address, person_named, topics_named};
use crate::search::put;
use crate::versions::Reason;

use left_in_bin::LeftInBin;

/// What an import did with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Added,
    /// The file had changed since it was imported. The words that it replaced are kept as a version.
    Updated,
    /// The file is as it was when it was imported; the article was left alone.
    Unchanged,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedArticle {
    /// The file, relative to the folder.
    pub path: String,
    pub article: Article,
    pub outcome: Outcome,
    /// What of the file was not taken, and why, in plain words.
    pub notes: Vec<String>,
}

/// What an import took, and what it could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    pub articles: Vec<ImportedArticle>,
    /// Files that were not taken, and why, in plain words.
    pub skipped: Vec<(String, String)>,
    pub pictures: usize,
}

/// Said of a file whose article a person put in the bin: an import does not undo that.
const IN_THE_BIN: &str = "its article is in the bin, and was left there";

/// Larger Markdown files are not articles: the longest books stay below.
const MAX_TEXT: u64 = 16 << 20;
/// Larger picture files are refused before they are read.
const MAX_PICTURE: u64 = 256 << 20;

impl Library {
    /// Takes the Markdown files of a folder, and the pictures that they show. A file that was imported before updates
    /// its article: files are known by their folder and their path in it.
    ///
    /// # Errors
    /// If the folder can't be read. Files that can't be taken are reported, not errors.
    pub fn import(&self, folder: &Path) -> Result<ImportReport> {
        let (listing, skipped) = list(folder)?;
        let name = self.import_name(folder)?;
        let mut report = self.import_listing(&name, &listing, &|path| {
            let path = folder.join(path);
            if fs::metadata(&path)?.len() > MAX_PICTURE {
                return Err(io::Error::other("it is larger than 256 MB"));
            }
            fs::read(path)
        })?;
        report.skipped.extend(skipped);
        report.skipped.sort();
        Ok(report)
    }

    /// Makes a draft of one text file. The same file once more makes another draft.
    ///
    /// # Errors
    /// [`EngineError::NotText`] if it is something else.
    pub fn import_file(&self, file_name: &str, bytes: &[u8]) -> Result<ImportedArticle> {
        let not_text = || EngineError::NotText {
            file_name: file_name.to_owned(),
        };
        if bytes.len() as u64 > MAX_TEXT {
            return Err(not_text());
        }
        let imported = self.write(|tables| {
            let taken = tables.articles().addresses()?;
            let mut planned = plan_file(file_name, bytes, taken).map_err(|NotText| not_text())?;
            let left = LeftInBin::take(tables, &mut planned)?;
            let empty = self.empty_article(tables, &planned)?;
            let article = self.fill(tables, empty, &planned)?;
            put(tables, &article)?;
            left.keep(tables, article.id)?;
            Ok(ImportedArticle {
                path: planned.path,
                article,
                outcome: Outcome::Added,
                notes: planned.notes,
            })
        })?;
        self.forget_site();
        Ok(imported)
    }

    /// The name by which a folder's files are known: the folder's own, with a number if another folder had it before.
    /// A folder that was moved keeps its name: where it was, there is none any more.
    fn import_name(&self, folder: &Path) -> Result<String> {
        let folder = folder.canonicalize().at("read", folder)?;
        let own = folder.file_name().unwrap_or_default().to_string_lossy();
        let here = folder.to_string_lossy();
        let numbered = (2_u32..).map(|number| format!("{own} ({number})"));
        for name in std::iter::once(own.to_string()).chain(numbered) {
            let key = format!("import.folder.{name}");
            let known = self.read(|tables| Ok(tables.settings().get(&key)?))?;
            if known.as_deref() == Some(&*here) {
                return Ok(name);
            }
            if known.is_none_or(|known| !Path::new(&known).exists()) {
                self.write(|tables| Ok(tables.settings_mut().put(&key, &here)?))?;
                return Ok(name);
            }
        }
        Ok(own.into_owned())
    }

    pub(crate) fn import_listing(
        &self,
        folder_name: &str,
        listing: &Folder,
        read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
    ) -> Result<ImportReport> {
        let key = |path: &str| format!("{folder_name}/{path}");
        let known = self.known(listing, &key)?;
        let mut taken: BTreeMap<String, std::result::Result<PictureId, String>> = BTreeMap::new();
        let mut broken = None;
        let plan = pamphlet_import::plan(listing, &known, &mut |path| {
            taken
                .entry(path.to_owned())
                .or_insert_with(|| self.take(path, read, &mut broken))
                .clone()
        });
        if let Some(error) = broken {
            return Err(error);
        }
        let articles = self.write(|tables| {
            plan.articles
                .into_iter()
                .map(|planned| self.apply(tables, planned, &key))
                .collect()
        })?;
        self.forget_site();
        let pictures = taken.values().filter(|taken| taken.is_ok()).count();
        Ok(ImportReport {
            articles,
            skipped: plan.skipped,
            pictures,
        })
    }

    fn known(&self, listing: &Folder, key: &dyn Fn(&str) -> String) -> Result<Known> {
        self.read(|tables| {
            let mut known = Known {
                addresses: tables.articles().addresses()?,
                ..Known::default()
            };
            for file in &listing.files {
                if let Some((article, _)) = tables.articles().by_source(&key(&file.path))? {
                    known.imported.insert(file.path.clone(), article.address);
                }
            }
            Ok(known)
        })
    }

    /// Takes one picture. A picture that can't be used is the file's fault and said of it; a library that can't be
    /// written to is ours, and ends the import.
    fn take(
        &self,
        path: &str,
        read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
        broken: &mut Option<EngineError>,
    ) -> std::result::Result<PictureId, String> {
        let bytes = read(path).map_err(|error| format!("it can't be read: {error}"))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        match self.add_picture(name, &bytes) {
            Ok(picture) => Ok(picture.id),
            Err(EngineError::Picture(reason)) => Err(reason.to_string()),
            Err(error) => {
                let reason = error.to_string();
                broken.get_or_insert(error);
                Err(reason)
            }
        }
    }

    fn apply(
        &self,
        tables: &TablesMut<'_>,
        mut planned: PlannedArticle,
        key: &dyn Fn(&str) -> String,
    ) -> Result<ImportedArticle> {
        let source = Source {
            path: key(&planned.path),
            hash: fingerprint(&planned),
        };
        let left = LeftInBin::take(tables, &mut planned)?;
        let before = tables.articles().by_source(&source.path)?;
        let (article, outcome) = match before {
            Some((article, known)) if known.hash == source.hash => (article, Outcome::Unchanged),
            Some((article, _)) if tables.articles().get(article.id)?.is_none() => {
                planned.notes.push(IN_THE_BIN.to_owned());
                (article, Outcome::Unchanged)
            }
            Some((article, _)) => {
                self.keep_version(tables, &article, Reason::Import)?;
                (self.fill(tables, article, &planned)?, Outcome::Updated)
            }
            None => {
                let empty = self.empty_article(tables, &planned)?;
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

    fn empty_article(&self, tables: &TablesMut<'_>, planned: &PlannedArticle) -> Result<Article> {
        let now = self.world.now();
        Ok(Article {
            id: ArticleId::from_random(self.world.random()),
            address: free_address(&planned.address, |address| {
                Ok(tables.articles().holder_of(address)?.is_some())
            })?,
            title: String::new(),
            summary: String::new(),
            text: String::new(),
            topics: Vec::new(),
            author: None,
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

    fn fill(
        &self,
        tables: &TablesMut<'_>,
        article: Article,
        planned: &PlannedArticle,
    ) -> Result<Article> {
        let world = &*self.world;
        let hero = planned.hero.as_ref();
        Ok(Article {
            title: planned.title.clone(),
            summary: planned.summary.clone(),
            text: planned.text.clone(),
            topics: topics_named(tables, &planned.topics, world)?,
            author: person_named(tables, planned.author.as_deref().unwrap_or(""), world)?,
            hero: hero.map(|h| Hero {
                picture: h.picture.clone(),
                alt: h.alt.clone(),
            }),
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

/// Changes whenever anything that the file says, or a picture that it shows, changes.
fn fingerprint(planned: &PlannedArticle) -> String {
    let mut hasher = blake3::Hasher::new();
    let date = planned.date.map(|date| date.to_string());
    let hero = planned.hero.as_ref();
    let single = [
        Some(planned.title.as_str()),
        Some(&planned.summary),
        Some(&planned.text),
        planned.author.as_deref(),
        hero.map(|hero| hero.picture.as_str()),
        hero.map(|hero| hero.alt.as_str()),
        date.as_deref(),
        Some(if planned.draft { "draft" } else { "ready" }),
    ];
    for part in single
        .into_iter()
        .chain(planned.topics.iter().map(|topic| Some(topic.as_str())))
    {
        // The length before the part: no two different lists run together to the same bytes.
        hasher.update(
            &part
                .map_or(u64::MAX, |part| part.len() as u64)
                .to_le_bytes(),
        );
        hasher.update(part.unwrap_or("").as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Reads a folder: the bytes of its Markdown files, the names of all others, and what could not be read and why.
/// Hidden files and folders are passed over, links are not followed.
fn list(folder: &Path) -> Result<(Folder, Vec<(String, String)>)> {
    let mut listing = Folder::default();
    let mut skipped = Vec::new();
    fs::read_dir(folder).at("read", folder)?;
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    for entry in walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
    {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(folder).display().to_string();
                skipped.push((path, format!("it can't be read: {error}")));
                continue;
            }
        };
        let Some(path) = slashed(entry.path(), folder) else {
            skipped.push((
                entry.path().display().to_string(),
                "its name is not Unicode".to_owned(),
            ));
            continue;
        };
        if !entry.file_type().is_file() {
            continue;
        }
        let lower = path.to_ascii_lowercase();
        if !lower.ends_with(".md") && !lower.ends_with(".markdown") {
            listing.others.insert(path);
            continue;
        }
        match read_text(entry.path()) {
            Ok(bytes) => listing.files.push(SourceFile { path, bytes }),
            Err(error) => skipped.push((path, format!("it can't be read: {error}"))),
        }
    }
    Ok((listing, skipped))
}

fn read_text(path: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > MAX_TEXT {
        return Err(io::Error::other("it is larger than 16 MB"));
    }
    fs::read(path)
}

/// The path relative to `folder` with forward slashes.
fn slashed(path: &Path, folder: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .strip_prefix(folder)
        .ok()?
        .iter()
        .map(|part| part.to_str())
        .collect();
    parts.map(|parts| parts.join("/"))
}
