mod applied;
mod fingerprint;
mod folder;
mod left_in_bin;
mod name;
mod pages;
mod people;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::Date;
use pamphlet_import::{Folder, Known, NotText, plan_file};
use pamphlet_model::{Article, ArticleId, Page, PictureId};

use self::fingerprint::FileHashes;
use self::folder::list;
use self::left_in_bin::LeftInBin;
use self::name::source_path;
use self::people::PEOPLE;
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::search::put;

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
    /// What of the file was not taken and why, and what of the article it replaced that no version keeps, in plain words.
    pub notes: Vec<String>,
}

/// A page of the practice that came from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedPage {
    /// The file, relative to the folder.
    pub path: String,
    pub page: Page,
    pub outcome: Outcome,
    /// What of the file was not taken and why, in plain words.
    pub notes: Vec<String>,
}

/// What an import took, and what it could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    pub articles: Vec<ImportedArticle>,
    pub pages: Vec<ImportedPage>,
    /// How many people a file `people.toml` made known or changed.
    pub people: usize,
    /// Files that were not taken, and why, in plain words.
    pub skipped: Vec<(String, String)>,
    pub pictures: usize,
}

/// Larger Markdown files are not articles: the longest books stay below.
const MAX_TEXT: u64 = 16 << 20;
/// Larger picture files are refused before they are read.
const MAX_PICTURE: u64 = 256 << 20;

impl Library {
    /// Takes the Markdown files of a folder, and the pictures that they show. A file that was imported before, and has
    /// changed since, updates its article: files are known by their folder and their path in it. What the file does not
    /// say, and pictures that can't be read, stay in the article as they are.
    ///
    /// # Errors
    /// If the folder can't be read. Files that can't be taken are reported, not errors.
    pub fn import(&self, folder: &Path) -> Result<ImportReport> {
        let (listing, skipped) = list(folder)?;
        let name = self.import_name(folder, &FileHashes::of(&listing))?;
        let today = self.world.today();
        let mut report = self.import_listing(&name, &listing, today, &|path| {
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
            let id = ArticleId::from_random(self.world.random());
            let empty = self.empty_article(tables, &planned, id)?;
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

    /// What is dated after `today` comes in as a draft.
    pub(crate) fn import_listing(
        &self,
        folder_name: &str,
        listing: &Folder,
        today: Date,
        read: &dyn Fn(&str) -> io::Result<Vec<u8>>,
    ) -> Result<ImportReport> {
        let key = |path: &str| source_path(folder_name, path);
        let files = FileHashes::of(listing);
        let known = self.known(listing, &key)?;
        let mut taken: BTreeMap<String, std::result::Result<PictureId, String>> = BTreeMap::new();
        let mut broken = None;
        let mut take = |path: &str| {
            taken
                .entry(path.to_owned())
                .or_insert_with(|| self.take(path, read, &mut broken))
                .clone()
        };
        let people = self.planned_people(folder_name, listing, read, &mut take)?;
        let mut plan = pamphlet_import::plan(listing, &known, today, &mut take);
        if let Some(error) = broken {
            return Err(error);
        }
        let (skipped, people) = match people {
            Ok(people) => (None, people),
            Err(reason) => (Some((PEOPLE.to_owned(), reason)), None),
        };
        plan.skipped.extend(skipped);
        let related: Vec<_> = plan.articles.iter().map(|it| it.related.clone()).collect();
        let (articles, pages, people) = self.write(|tables| {
            // Before the articles, which name them.
            let people = self.apply_people(tables, people)?;
            let articles = plan.articles.into_iter();
            let articles: Result<Vec<_>> = articles
                .map(|planned| self.apply(tables, planned, &key, &files))
                .collect();
            let articles = self.relate(tables, articles?, &related)?;
            let pages = plan.pages.into_iter();
            let pages: Result<Vec<_>> = pages
                .map(|planned| self.apply_page(tables, planned, &key, &files))
                .collect();
            Ok((articles, pages?, people))
        })?;
        self.forget_site();
        let pictures = taken.values().filter(|taken| taken.is_ok()).count();
        Ok(ImportReport {
            articles,
            pages,
            people,
            skipped: plan.skipped,
            pictures,
        })
    }

    fn known(&self, listing: &Folder, key: &dyn Fn(&str) -> String) -> Result<Known> {
        self.read(|tables| {
            let mut known = Known {
                addresses: tables.articles().addresses()?,
                page_addresses: tables.pages().addresses()?,
                ..Known::default()
            };
            for file in &listing.files {
                if let Some((article, _)) = tables.articles().by_source(&key(&file.path))? {
                    known.imported.insert(file.path.clone(), article.address);
                }
                if let Some((page, _)) = tables.pages().by_source(&key(&file.path))? {
                    known.imported_pages.insert(file.path.clone(), page.address);
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
}
