use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn list<H: Host>(app: &App<H>, _: Nothing) -> Result<Bin, WireError> {
    let library = app.library()?;
    let (articles, pictures) = (library.bin()?, library.binned_pictures()?);
    let (topics, people) = (library.binned_topics()?, library.binned_people()?);
    Ok(Bin {
        articles: articles.into_iter().map(BinnedArticle::from).collect(),
        pictures: pictures.into_iter().map(BinnedPicture::from).collect(),
        topics: topics.into_iter().map(BinnedName::from).collect(),
        people: people.into_iter().map(BinnedName::from).collect(),
    })
}

pub(super) fn delete<H: Host>(app: &App<H>, asked: ArticleId) -> Result<Nothing, WireError> {
    app.library()?.delete_article(asked.parse()?)?;
    Ok(Nothing {})
}

pub(super) fn restore<H: Host>(app: &App<H>, asked: ArticleId) -> Result<ArticleRow, WireError> {
    let restored = app.library()?.restore_article(asked.parse()?)?;
    Ok(ArticleRow::from(&restored))
}

pub(super) fn remove<H: Host>(app: &App<H>, asked: ArticleId) -> Result<Nothing, WireError> {
    app.library()?.remove_for_ever(asked.parse()?)?;
    Ok(Nothing {})
}
