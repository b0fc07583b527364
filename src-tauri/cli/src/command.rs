use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use pamphlet_engine::{
    ArticleId, ArticlePatch, ArticlesAsked, Destination, EngineError, ImportReport, Library,
    Outcome, SeveralChange, SeveralDone, SystemWorld, VersionId, Watch, Words, World, make_sample,
    picture_reference, read_practice,
};

use crate::copies;
use crate::output::{
    Answer, Article, Binned, Exported, Found, Imported, ImportedFile, Listed, LostLinks,
    MadeLibrary, Refused, Related, Skipped, Version,
};
use crate::{Change, RelatedAction, Which};

pub fn new(library: &Path, practice: &Path) -> Result<Answer, Refused> {
    const CODE: &str = "practice_unreadable";
    let text = fs::read_to_string(practice)
        .map_err(|error| Refused::unreadable(CODE, practice, &error))?;
    let practice = read_practice(&text).map_err(|error| {
        let message = format!(
            "'{}' can't be read as a practice: {error}.",
            practice.display()
        );
        Refused::plain(CODE, message).and_then("Mend it there, and try again.")
    })?;
    let library = Library::create(&whole(library), &practice, world())?;
    Ok(Answer::Made(MadeLibrary::new(&library, practice.name)))
}

pub fn sample(library: &Path) -> Result<Answer, Refused> {
    let library = make_sample(&whole(library), world())?;
    let name = library.practice()?.name;
    Ok(Answer::Made(MadeLibrary::new(&library, name)))
}

pub fn import(library: &Path, from: &Path) -> Result<Answer, Refused> {
    let library = open(library)?;
    let report = if from.is_dir() {
        library.import(&whole(from))?
    } else {
        import_file(&library, from)?
    };
    let count = |outcome| {
        report
            .articles
            .iter()
            .filter(|a| a.outcome == outcome)
            .count()
    };
    Ok(Answer::Imported(Imported {
        added: count(Outcome::Added),
        updated: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        pictures: report.pictures,
        articles: report
            .articles
            .into_iter()
            .map(ImportedFile::from)
            .collect(),
        pages: report.pages.into_iter().map(ImportedFile::from).collect(),
        people: report.people,
        skipped: report
            .skipped
            .into_iter()
            .map(|(path, reason)| Skipped { path, reason })
            .collect(),
    }))
}

fn import_file(library: &Library, file: &Path) -> Result<ImportReport, Refused> {
    let bytes = fs::read(file).map_err(|error| Refused::unreadable("disk", file, &error))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(ImportReport {
        articles: vec![library.import_file(&name, &bytes)?],
        ..ImportReport::default()
    })
}

pub fn list(library: &Path, which: Which) -> Result<Answer, Refused> {
    let library = open(library)?;
    let asked = ArticlesAsked {
        words: String::new(),
        standing: which.standing.map(Into::into),
        topic: which.topic,
        author: which.author,
        changed_from: which.changed_from,
        changed_before: which.changed_before,
        order: which.order.into(),
        most: None,
    };
    let ids = library.list_articles(&asked)?.ids;
    let listed = library.listed_articles(&ids, "")?.into_iter();
    Ok(Answer::List(
        listed.map(|it| Listed::from(it.article)).collect(),
    ))
}

pub fn show(library: &Path, article: &str) -> Result<Answer, Refused> {
    let library = open(library)?;
    let view = library.find_article(article)?;
    Ok(Answer::Article(Box::new(Article::with_related(
        &library, view,
    )?)))
}

pub fn links_to(library: &Path, article: &str) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    let linking = library.articles_linking_to(&[id])?;
    Ok(Answer::List(
        linking.into_iter().map(Listed::from).collect(),
    ))
}

pub fn search(library: &Path, words: &str) -> Result<Answer, Refused> {
    let found = open(library)?.search(words)?;
    Ok(Answer::Found(found.into_iter().map(Found::from).collect()))
}

pub fn duplicate(library: &Path, article: &str, title: Option<String>) -> Result<Answer, Refused> {
    let library = open(library)?;
    let original = library.find_article(article)?.article;
    let title = title.unwrap_or_else(|| format!("Copy of {}", original.title));
    let view = library.duplicate_article(original.id, &title)?;
    Ok(Answer::Article(Box::new(Article::from(view))))
}

pub fn set(library: &Path, articles: &[String], change: Change) -> Result<Answer, Refused> {
    let library = open(library)?;
    let ids = ids(&library, articles)?;
    if change.reviewer.is_some() || change.reviewed.is_some() {
        return review(&library, &ids, change);
    }
    let status = change
        .status
        .map(|status| SeveralChange::Status(status.into()));
    let topic = change.add_topic.map(SeveralChange::AddTopic);
    let no_topic = change.remove_topic.map(SeveralChange::RemoveTopic);
    let done = match status.or(topic).or(no_topic) {
        Some(change) => library.change_articles(&ids, &change)?,
        None => SeveralDone::default(),
    };
    Ok(Answer::Several(done.into()))
}

/// Notes who looked the articles over, and when.
fn review(library: &Library, ids: &[ArticleId], change: Change) -> Result<Answer, Refused> {
    for id in ids {
        let patch = ArticlePatch {
            reviewer: change.reviewer.clone().map(Some),
            reviewed: change.reviewed.map(Some),
            ..ArticlePatch::default()
        };
        let revision = library.article(*id)?.article.revision;
        library.save_article(*id, revision, patch)?;
    }
    let changed = library.listed_articles(ids, "")?.into_iter();
    let done = SeveralDone {
        changed: changed.map(|it| it.article).collect(),
        ..SeveralDone::default()
    };
    Ok(Answer::Several(done.into()))
}

pub fn address(library: &Path, article: &str, address: &str) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    let view = library.readdress_article(id, address)?;
    Ok(Answer::Article(Box::new(Article::from(view))))
}

pub fn related(
    library: &Path,
    article: &str,
    action: Option<RelatedAction>,
) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    let other = |which: &str| Ok::<_, Refused>(library.find_article(which)?.article.id);
    match action {
        None => {}
        Some(RelatedAction::Pin { other: it, place }) => {
            library.pin_related(id, other(&it)?, place)?;
        }
        Some(RelatedAction::Hide { other: it }) => {
            library.hide_related(id, other(&it)?)?;
        }
        Some(RelatedAction::Free { other: it }) => {
            library.free_related(id, other(&it)?)?;
        }
    }
    let related = library.related(id)?.into_iter();
    Ok(Answer::Related(related.map(Related::from).collect()))
}

pub fn orphans(library: &Path) -> Result<Answer, Refused> {
    let orphans = open(library)?.orphans()?.into_iter();
    Ok(Answer::List(orphans.map(Listed::from).collect()))
}

pub fn delete(library: &Path, articles: &[String]) -> Result<Answer, Refused> {
    let library = open(library)?;
    library.delete_articles(&ids(&library, articles)?)?;
    bin_of(&library)
}

/// All of them, or none.
fn ids(library: &Library, articles: &[String]) -> Result<Vec<ArticleId>, Refused> {
    let id = |article: &String| Ok(library.find_article(article)?.article.id);
    articles.iter().map(id).collect()
}

pub fn bin(library: &Path) -> Result<Answer, Refused> {
    bin_of(&open(library)?)
}

pub fn restore(library: &Path, id: &str) -> Result<Answer, Refused> {
    let library = open(library)?;
    let articles = library.bin()?;
    if let Some(found) = articles.iter().find(|it| it.id.to_string() == id) {
        let view = library.restore_article(found.id)?;
        return Ok(Answer::Article(Box::new(Article::from(view))));
    }
    let pages = library.binned_pages()?;
    if let Some(found) = pages.iter().find(|it| it.id.to_string() == id) {
        return Ok(crate::pages::answer(library.restore_page(found.id)?));
    }
    if let Some(answer) = crate::names::restore(&library, id)? {
        return Ok(answer);
    }
    let pictures = library.binned_pictures()?.into_iter();
    let mut named = pictures.filter(|it| picture_reference(&it.picture.id) == id);
    let Some(found) = named.next() else {
        let message = format!("The bin holds nothing with the id '{id}'.");
        return Err(Refused::plain("not_found", message));
    };
    library.restore_picture(&found.picture.id)?;
    crate::pictures::show(&library, &found.picture.id)
}

pub fn versions(library: &Path, article: &str, version: Option<i64>) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    match version {
        None => versions_of(&library, id),
        Some(number) => Ok(Answer::Words(
            library.version(id, VersionId(number))?.into(),
        )),
    }
}

pub fn keep(library: &Path, article: &str, name: &str) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    library.name_version(id, name)?;
    versions_of(&library, id)
}

pub fn name_version(
    library: &Path,
    article: &str,
    version: i64,
    name: Option<&str>,
) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    library.rename_version(id, VersionId(version), name)?;
    versions_of(&library, id)
}

pub fn set_aside(library: &Path, article: &str, file: &Path) -> Result<Answer, Refused> {
    let library = open(library)?;
    let article = library.find_article(article)?.article;
    let text =
        fs::read_to_string(file).map_err(|error| Refused::unreadable("disk", file, &error))?;
    let words = Words {
        text,
        ..Words::from(&article)
    };
    library.set_words_aside(article.id, &words)?;
    versions_of(&library, article.id)
}

pub fn compare(library: &Path, article: &str, version: i64) -> Result<Answer, Refused> {
    let library = open(library)?;
    let id = library.find_article(article)?.article.id;
    let compared = library.compare_version(id, VersionId(version))?;
    Ok(Answer::Compared(Box::new(compared.into())))
}

pub fn bring_back(
    library: &Path,
    article: &str,
    version: i64,
    row: Option<usize>,
) -> Result<Answer, Refused> {
    let library = open(library)?;
    let now = library.find_article(article)?.article;
    let (id, version) = (now.id, VersionId(version));
    let view = match row {
        None => library.bring_back(id, version, now.revision)?,
        Some(row) => library.bring_back_paragraph(id, version, row, now.revision)?,
    };
    Ok(Answer::Article(Box::new(Article::from(view))))
}

pub fn bin_of(library: &Library) -> Result<Answer, Refused> {
    let articles = library.bin()?.into_iter().map(Binned::from);
    let pictures = library.binned_pictures()?.into_iter().map(Binned::from);
    let topics = library.binned_topics()?.into_iter();
    let people = library.binned_people()?.into_iter();
    let pages = library.binned_pages()?.into_iter().map(Binned::from);
    let names = topics
        .map(|it| Binned::named("topic", it))
        .chain(people.map(|it| Binned::named("person", it)));
    Ok(Answer::Bin(
        articles.chain(pictures).chain(names).chain(pages).collect(),
    ))
}

fn versions_of(library: &Library, id: ArticleId) -> Result<Answer, Refused> {
    let versions = library.versions(id)?;
    Ok(Answer::Versions(
        versions.into_iter().map(Version::from).collect(),
    ))
}

pub fn export(library: &Path, folder: &Path) -> Result<Answer, Refused> {
    let library = open(library)?;
    let begun = Instant::now();
    let to = Destination::Folder {
        folder: &whole(folder),
        // It was named on purpose.
        replaces: true,
    };
    let done = library.export(to, &NoWatch)?;
    Ok(Answer::Exported(Exported {
        pages: done.report.pages,
        written: done.report.written,
        unchanged: done.report.unchanged,
        removed: done.report.removed,
        bytes: done.report.bytes,
        milliseconds: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        folder: done.folder,
        lost_links: done.lost_links.into_iter().map(LostLinks::from).collect(),
    }))
}

pub fn open(library: &Path) -> Result<Library, Refused> {
    opened(library).map_err(|error| copies::offered(library, error.into()))
}

fn opened(library: &Path) -> Result<Library, EngineError> {
    let library = Library::open(&whole(library), world())?;
    library.wait_for_check()?;
    library.tidy();
    Ok(library)
}

pub fn world() -> Arc<dyn World> {
    Arc::new(SystemWorld)
}

/// The path from the root: what a library remembers must mean the same from everywhere.
pub fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Nobody looks on, and nobody stops it but by ending the program.
struct NoWatch;

impl Watch for NoWatch {
    fn progress(&self, _done: usize, _total: usize) {}

    fn stopped(&self) -> bool {
        false
    }
}
