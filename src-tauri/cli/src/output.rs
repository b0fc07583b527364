//! What is printed. The JSON shapes are stable: fields are added, never renamed or removed.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use pamphlet_api::{Code, WireError};
use pamphlet_engine::{
    self as engine, ArticleView, EngineError, FoundArticle, ImportedArticle, Library,
    ListedArticle, Outcome, picture_reference,
};
use serde::Serialize;

use crate::{copies, look, names, pages, pictures};

/// Prints a line. A reader that has gone away wants to hear no more.
macro_rules! say {
    ($($words:tt)*) => {{
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

/// What a command found or did.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Answer {
    Made(MadeLibrary),
    Imported(Imported),
    List(Vec<Listed>),
    Article(Box<Article>),
    Several(Several),
    Related(Vec<Related>),
    Pages(Vec<pages::Page>),
    Page(Box<pages::Page>),
    Look(look::Look),
    Found(Vec<Found>),
    Bin(Vec<Binned>),
    Pictures(Vec<pictures::Listed>),
    Picture(Box<pictures::Shown>),
    Topics(Vec<names::Topic>),
    Topic(Box<names::With<names::Topic>>),
    People(Vec<names::Person>),
    Person(Box<names::With<names::Person>>),
    Versions(Vec<Version>),
    Words(Words),
    Compared(Box<Compared>),
    Copies(Vec<copies::Copy>),
    Exported(Exported),
    #[cfg(feature = "serve")]
    Nothing,
}

#[derive(Serialize)]
pub struct MadeLibrary {
    library: PathBuf,
    practice: String,
}

impl MadeLibrary {
    pub fn new(library: &Library, practice: String) -> Self {
        Self {
            library: library.folder().to_owned(),
            practice,
        }
    }
}

#[derive(Serialize)]
pub struct Imported {
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub pictures: usize,
    pub articles: Vec<ImportedFile>,
    pub pages: Vec<ImportedFile>,
    pub people: usize,
    pub skipped: Vec<Skipped>,
}

#[derive(Serialize)]
pub struct ImportedFile {
    path: String,
    address: String,
    title: String,
    /// "added", "updated" or "unchanged".
    outcome: &'static str,
    notes: Vec<String>,
}

impl From<ImportedArticle> for ImportedFile {
    fn from(imported: ImportedArticle) -> Self {
        Self {
            path: imported.path,
            address: imported.article.address.into(),
            title: imported.article.title,
            outcome: outcome(imported.outcome),
            notes: imported.notes,
        }
    }
}

impl From<engine::ImportedPage> for ImportedFile {
    fn from(imported: engine::ImportedPage) -> Self {
        Self {
            path: imported.path,
            address: imported.page.address.into(),
            title: imported.page.title,
            outcome: outcome(imported.outcome),
            notes: imported.notes,
        }
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Added => "added",
        Outcome::Updated => "updated",
        Outcome::Unchanged => "unchanged",
    }
}

#[derive(Serialize)]
pub struct Skipped {
    pub path: String,
    pub reason: String,
}

#[derive(Serialize)]
pub struct Listed {
    id: String,
    address: String,
    title: String,
    status: pamphlet_api::Status,
    /// "draft", "ready", "on-site", "changed" or "leaving".
    standing: pamphlet_api::Standing,
    topics: Vec<String>,
    author: Option<String>,
    /// YYYY-MM-DD.
    published: Option<String>,
    /// RFC 3339, in UTC.
    changed: String,
}

impl From<ListedArticle> for Listed {
    fn from(listed: ListedArticle) -> Self {
        let summary = listed.summary;
        Self {
            id: summary.id.to_string(),
            address: summary.address.into(),
            title: summary.title,
            status: summary.status.into(),
            standing: summary.standing.into(),
            topics: listed.topics,
            author: listed.author,
            published: summary.published.map(|date| date.to_string()),
            changed: summary.changed.to_string(),
        }
    }
}

#[derive(Serialize)]
pub struct Article {
    id: String,
    address: String,
    title: String,
    summary: String,
    status: pamphlet_api::Status,
    /// "draft", "ready", "on-site", "changed" or "leaving".
    standing: pamphlet_api::Standing,
    topics: Vec<String>,
    author: Option<String>,
    /// The clinician who looked it over.
    reviewer: Option<String>,
    /// YYYY-MM-DD: when they did.
    reviewed: Option<String>,
    published: Option<String>,
    changed: String,
    hero: Option<Hero>,
    text: String,
    /// What is recommended below it, in its order. Of an article that is shown alone.
    related: Vec<Related>,
    /// The addresses of those that never are.
    hidden: Vec<String>,
}

#[derive(Serialize)]
pub struct Hero {
    picture: String,
    alt: String,
}

impl From<engine::Hero> for Hero {
    fn from(hero: engine::Hero) -> Self {
        Self {
            picture: picture_reference(&hero.picture),
            alt: hero.alt,
        }
    }
}

/// An article that is recommended below another one.
#[derive(Serialize)]
pub struct Related {
    id: String,
    address: String,
    title: String,
    /// 1 for the same words, more with the same topics.
    score: f64,
    pinned: bool,
    /// Why it is there.
    reason: String,
}

impl From<engine::RelatedArticle> for Related {
    fn from(related: engine::RelatedArticle) -> Self {
        let summary = related.article.summary;
        Self {
            id: summary.id.to_string(),
            address: summary.address.into(),
            title: summary.title,
            score: f64::from(u32::try_from(related.score).unwrap_or(u32::MAX)) / 1000.0,
            pinned: related.pinned,
            reason: related.reason,
        }
    }
}

impl Article {
    /// With what is recommended below it.
    pub fn with_related(library: &Library, view: ArticleView) -> Result<Self, EngineError> {
        let id = view.article.id;
        let address = |id| Ok(library.article(id)?.article.address.into());
        let hidden = view.article.related_hides.iter().copied().map(address);
        // Those in the bin are not found, and not recommended either.
        let hidden = hidden
            .filter_map(|it: Result<String, EngineError>| it.ok())
            .collect();
        let related = library.related(id)?.into_iter().map(Related::from);
        Ok(Self {
            related: related.collect(),
            hidden,
            ..Self::from(view)
        })
    }
}

impl From<ArticleView> for Article {
    fn from(view: ArticleView) -> Self {
        let article = view.article;
        Self {
            id: article.id.to_string(),
            address: article.address.into(),
            title: article.title,
            summary: article.summary,
            status: article.status.into(),
            standing: view.standing.into(),
            topics: view.topics,
            author: view.author,
            reviewer: view.reviewer,
            reviewed: article.reviewed.map(|date| date.to_string()),
            published: article.published.map(|date| date.to_string()),
            changed: article.changed.to_string(),
            hero: article.hero.map(Hero::from),
            text: article.text,
            related: Vec::new(),
            hidden: Vec::new(),
        }
    }
}

#[derive(Serialize)]
pub struct Found {
    #[serde(flatten)]
    article: Listed,
    /// The place in the text that has most of the words.
    place: String,
}

impl From<FoundArticle> for Found {
    fn from(found: FoundArticle) -> Self {
        Self {
            article: found.article.into(),
            place: found.place.into_iter().map(|piece| piece.text).collect(),
        }
    }
}

/// What was done to several articles.
#[derive(Serialize)]
pub struct Several {
    changed: Vec<Listed>,
    /// Without title or text: they stay drafts.
    refused: Vec<Listed>,
}

impl From<engine::SeveralDone> for Several {
    fn from(done: engine::SeveralDone) -> Self {
        Self {
            changed: done.changed.into_iter().map(Listed::from).collect(),
            refused: done.refused.into_iter().map(Listed::from).collect(),
        }
    }
}

#[derive(Serialize)]
pub struct Binned {
    /// "article", "picture", "topic", "person" or "page".
    kind: &'static str,
    id: String,
    title: String,
    /// RFC 3339, in UTC.
    binned: String,
    until: String,
}

impl From<engine::Binned> for Binned {
    fn from(binned: engine::Binned) -> Self {
        Self {
            kind: "article",
            id: binned.id.to_string(),
            title: binned.title,
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
        }
    }
}

impl Binned {
    pub fn named<Id: ToString>(kind: &'static str, binned: engine::BinnedName<Id>) -> Self {
        Self {
            kind,
            id: binned.id.to_string(),
            title: binned.name,
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
        }
    }
}

impl From<engine::BinnedPage> for Binned {
    fn from(binned: engine::BinnedPage) -> Self {
        Self {
            kind: "page",
            id: binned.id.to_string(),
            title: binned.title,
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
        }
    }
}

impl From<engine::BinnedPicture> for Binned {
    fn from(binned: engine::BinnedPicture) -> Self {
        Self {
            kind: "picture",
            id: picture_reference(&binned.picture.id),
            title: binned.picture.file_name,
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
        }
    }
}

#[derive(Serialize)]
pub struct Version {
    version: i64,
    /// RFC 3339, in UTC.
    kept: String,
    /// "pause", "change", "import", "brought-back", "set-aside" or "named".
    reason: String,
    name: Option<String>,
    /// Words that differ from the version before it.
    added: u32,
    removed: u32,
}

impl From<engine::Version> for Version {
    fn from(version: engine::Version) -> Self {
        Self {
            version: version.id.0,
            kept: version.kept.to_string(),
            reason: version.reason,
            name: version.name,
            added: version.change.added,
            removed: version.change.removed,
        }
    }
}

#[derive(Serialize)]
pub struct Words {
    title: String,
    summary: String,
    text: String,
}

impl From<engine::Words> for Words {
    fn from(words: engine::Words) -> Self {
        Self {
            title: words.title,
            summary: words.summary,
            text: words.text,
        }
    }
}

/// A version beside the article as it stands; null on the side that does not have it.
#[derive(Serialize)]
pub struct Compared {
    title: Row,
    summary: Row,
    /// The paragraphs of the text, in their order: the first is number 0.
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    before: Option<String>,
    now: Option<String>,
    changed: bool,
}

impl From<engine::Comparison> for Compared {
    fn from(compared: engine::Comparison) -> Self {
        Self {
            title: compared.title.into(),
            summary: compared.summary.into(),
            rows: compared.rows.into_iter().map(Row::from).collect(),
        }
    }
}

impl From<engine::Row> for Row {
    fn from(row: engine::Row) -> Self {
        let changed = row.is_changed();
        let side = |spans: Vec<engine::Span>| spans.into_iter().map(|span| span.text).collect();
        Self {
            before: row.before.map(side),
            now: row.now.map(side),
            changed,
        }
    }
}

#[derive(Serialize)]
pub struct Exported {
    /// Pages of the site, written or not.
    pub pages: usize,
    /// Files.
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Bytes of the files that were written.
    pub bytes: u64,
    pub milliseconds: u64,
    pub folder: PathBuf,
    /// Links of which only the words are on the site.
    pub lost_links: Vec<LostLinks>,
}

#[derive(Serialize)]
pub struct LostLinks {
    /// The id of the article in which they stand.
    from: String,
    title: String,
    address: String,
    to: Option<pamphlet_api::LinkedArticle>,
    links: usize,
}

impl From<engine::LostLinks> for LostLinks {
    fn from(lost: engine::LostLinks) -> Self {
        Self {
            from: lost.from.to_string(),
            title: lost.title,
            address: lost.address,
            to: lost.to.map(Into::into),
            links: lost.links,
        }
    }
}

/// Why a command did nothing.
pub struct Refused {
    code: String,
    message: String,
    hint: String,
}

impl Refused {
    pub fn plain(code: &str, message: String) -> Self {
        Self {
            code: code.to_owned(),
            message,
            hint: "Nothing was changed.".to_owned(),
        }
    }

    /// A file or a folder that was named on the command line.
    pub fn unreadable(code: &str, path: &Path, error: &io::Error) -> Self {
        let path = path.display();
        let (message, next) = match error.kind() {
            ErrorKind::NotFound => (format!("There is no '{path}'."), "Is the name right?"),
            ErrorKind::PermissionDenied => (
                format!("You are not allowed to read '{path}'."),
                "Ask whoever looks after this computer.",
            ),
            ErrorKind::IsADirectory => (
                format!("'{path}' is a folder."),
                "Name a file in it instead.",
            ),
            ErrorKind::NotADirectory => (format!("'{path}' is a file."), "Name a folder instead."),
            ErrorKind::InvalidData => (
                format!("'{path}' is not a text file in UTF-8."),
                "Save it as UTF-8 in the program that it was made with.",
            ),
            _ => (format!("'{path}' can't be read: {error}."), "Try again."),
        };
        Self::plain(code, message).and_then(next)
    }

    pub fn code(&self) -> &str {
        &self.code
    }

    pub fn with_hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    /// Says what to do next.
    pub fn and_then(mut self, next: &str) -> Self {
        self.hint = format!("{} {next}", self.hint);
        self
    }
}

impl From<EngineError> for Refused {
    fn from(error: EngineError) -> Self {
        let WireError {
            code,
            message,
            hint,
            ..
        } = WireError::from(error);
        Self {
            code: name(code),
            message,
            hint,
        }
    }
}

/// The code as it stands in JSON.
fn name(code: Code) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(name)) => name,
        _ => "internal".to_owned(),
    }
}

pub fn print(answer: &Answer, json: bool) {
    if json {
        return print_json(answer);
    }
    match answer {
        Answer::Made(made) => {
            say!(
                "Made the library of {} in {}",
                made.practice,
                made.library.display()
            );
        }
        Answer::Imported(imported) => print_imported(imported),
        Answer::List(articles) => articles.iter().for_each(print_listed),
        Answer::Article(article) => print_article(article),
        Answer::Several(several) => {
            several.changed.iter().for_each(print_listed);
            for it in &several.refused {
                say!("Not ready, without title or text: {}", it.address);
            }
        }
        Answer::Related(related) => related.iter().for_each(print_related),
        Answer::Pages(pages) => pages.iter().for_each(|it| say!("{}", it.line())),
        Answer::Page(page) => say!("{}", page.lines()),
        Answer::Look(look) => say!("{}", look.lines()),
        Answer::Found(found) => found.iter().for_each(|found| {
            print_listed(&found.article);
            say!("         {}", found.place);
        }),
        Answer::Bin(binned) => {
            for it in binned {
                say!("{}  until {}  {}", it.id, it.until, it.title);
            }
        }
        Answer::Pictures(pictures) => pictures.iter().for_each(|it| say!("{}", it.line())),
        Answer::Picture(picture) => say!("{}", picture.lines()),
        Answer::Topics(topics) => topics.iter().for_each(|it| say!("{}", it.line())),
        Answer::Topic(topic) => print_with(&topic.named.line(), &topic.articles),
        Answer::People(people) => people.iter().for_each(|it| say!("{}", it.line())),
        Answer::Person(person) => print_with(&person.named.line(), &person.articles),
        Answer::Versions(versions) => versions.iter().for_each(print_version),
        Answer::Compared(compared) => print_compared(compared),
        Answer::Words(words) => say!("{}\n\n{}\n\n{}", words.title, words.summary, words.text),
        Answer::Copies(copies) => copies.iter().for_each(|it| say!("{}", it.line())),
        Answer::Exported(done) => print_exported(done),
        #[cfg(feature = "serve")]
        Answer::Nothing => {}
    }
}

fn print_exported(done: &Exported) {
    say!(
        "{} pages in {}: {} files written, {} unchanged, {} removed, {} ms",
        done.pages,
        done.folder.display(),
        done.written,
        done.unchanged,
        done.removed,
        done.milliseconds
    );
    for lost in &done.lost_links {
        say!(
            "Not linked, because it is not on the site: {} in {}",
            lost.address,
            lost.title
        );
    }
}

pub fn print_refusal(refused: &Refused, json: bool) {
    let Refused {
        code,
        message,
        hint,
    } = refused;
    if json {
        print_json(&serde_json::json!({
            "error": { "code": code, "message": message, "hint": hint }
        }));
    }
    eprintln!("{message} {hint}");
}

fn print_json(value: &impl Serialize) {
    // Text, numbers and lists: nothing in them that JSON could not say.
    say!(
        "{}",
        serde_json::to_string_pretty(value).unwrap_or_default()
    );
}

fn print_compared(compared: &Compared) {
    let parts = [("title", &compared.title), ("summary", &compared.summary)];
    let parts = parts.map(|(name, row)| (name.to_owned(), row));
    let rows = compared.rows.iter().enumerate();
    let rows = rows.map(|(number, row)| (number.to_string(), row));
    for (name, row) in parts.into_iter().chain(rows).filter(|(_, row)| row.changed) {
        say!("{name}");
        for (mark, side) in [('-', &row.before), ('+', &row.now)] {
            for line in side.iter().flat_map(|text| text.lines()) {
                say!("{mark} {line}");
            }
        }
    }
}

fn print_imported(imported: &Imported) {
    for file in imported.articles.iter().chain(&imported.pages) {
        say!("{:9}  {}  ({})", file.outcome, file.title, file.path);
        file.notes
            .iter()
            .for_each(|note| say!("           note: {note}"));
    }
    for file in &imported.skipped {
        say!("not taken  {}: {}", file.path, file.reason);
    }
    say!(
        "{} added, {} updated, {} unchanged, {} not taken, {} pictures",
        imported.added,
        imported.updated,
        imported.unchanged,
        imported.skipped.len(),
        imported.pictures
    );
}

fn print_listed(article: &Listed) {
    let standing = match article.standing {
        pamphlet_api::Standing::Draft => "draft",
        pamphlet_api::Standing::Ready => "ready",
        pamphlet_api::Standing::OnSite => "on-site",
        pamphlet_api::Standing::Changed => "changed",
        pamphlet_api::Standing::Leaving => "leaving",
    };
    say!(
        "{standing:<7}  {}  {}  [{}]",
        article.address,
        article.title,
        article.topics.join(", ")
    );
}

fn print_related(it: &Related) {
    say!(
        "{:>6.3}  {}  {}  ({})",
        it.score,
        it.address,
        it.title,
        it.reason
    );
}

fn print_with(line: &str, articles: &[Listed]) {
    say!("{line}");
    articles.iter().for_each(print_listed);
}

fn print_version(version: &Version) {
    say!(
        "{:>6}  {}  +{} -{} words  {}",
        version.version,
        version.kept,
        version.added,
        version.removed,
        version.name.as_deref().unwrap_or(&version.reason)
    );
}

fn print_article(article: &Article) {
    say!(
        "{}\n{}\n",
        article.title,
        "=".repeat(article.title.chars().count())
    );
    say!(
        "Web address: {}\nTopics: {}",
        article.address,
        article.topics.join(", ")
    );
    if let Some(author) = &article.author {
        say!("Author: {author}");
    }
    match (&article.reviewer, &article.reviewed) {
        (Some(who), Some(when)) => say!("Reviewed: {when}, by {who}"),
        (Some(who), None) => say!("Reviewed: by {who}"),
        (None, Some(when)) => say!("Reviewed: {when}"),
        (None, None) => {}
    }
    say!("Summary: {}\n\n{}", article.summary, article.text);
    if !article.related.is_empty() {
        say!("\nYou might also enjoy:");
        article.related.iter().for_each(print_related);
    }
}
