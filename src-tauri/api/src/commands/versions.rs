use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn list<H: Host>(app: &App<H>, asked: ArticleId) -> Result<Versions, WireError> {
    let versions = app.library()?.versions(asked.parse()?)?;
    let versions: Result<_, _> = versions.into_iter().map(Version::try_from).collect();
    Ok(Versions {
        versions: versions?,
    })
}

pub(super) fn name<H: Host>(app: &App<H>, asked: VersionName) -> Result<Version, WireError> {
    let article = parse_id(&asked.article)?;
    app.library()?
        .name_version(article, &asked.name)?
        .try_into()
}

pub(super) fn rename<H: Host>(app: &App<H>, asked: VersionRename) -> Result<Version, WireError> {
    let article = parse_id(&asked.article)?;
    let version = version_id(asked.version);
    app.library()?
        .rename_version(article, version, asked.name.as_deref())?
        .try_into()
}

pub(super) fn set_aside<H: Host>(
    app: &App<H>,
    asked: VersionSetAside,
) -> Result<Version, WireError> {
    let article = parse_id(&asked.article)?;
    let words = pamphlet_engine::Words {
        title: asked.title,
        summary: asked.summary,
        text: asked.text,
    };
    app.library()?.set_words_aside(article, &words)?.try_into()
}

pub(super) fn compare<H: Host>(app: &App<H>, asked: VersionOf) -> Result<Comparison, WireError> {
    let article = parse_id(&asked.article)?;
    let compared = app
        .library()?
        .compare_version(article, version_id(asked.version))?;
    Ok(compared.into())
}

pub(super) fn bring_back<H: Host>(
    app: &App<H>,
    asked: VersionBringBack,
) -> Result<Article, WireError> {
    let article = parse_id(&asked.article)?;
    let version = version_id(asked.version);
    let revision = u64::from(asked.base_revision);
    let library = app.library()?;
    let brought = match asked.row {
        None => library.bring_back(article, version, revision)?,
        Some(row) => library.bring_back_paragraph(article, version, row as usize, revision)?,
    };
    Ok(brought.into())
}
