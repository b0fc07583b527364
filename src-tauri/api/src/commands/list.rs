use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn list<H: Host>(
    app: &App<H>,
    asked: ArticlesAsked,
) -> Result<ArticlesListed, WireError> {
    let asked = asked.try_into()?;
    Ok(app.library()?.list_articles(&asked)?.into())
}

pub(super) fn rows<H: Host>(
    app: &App<H>,
    asked: ArticlesInSight,
) -> Result<FoundArticles, WireError> {
    let ids = parse_ids(&asked.ids)?;
    let found = app.library()?.listed_articles(&ids, &asked.words)?;
    Ok(FoundArticles {
        articles: found.into_iter().map(FoundArticle::from).collect(),
    })
}

pub(super) fn duplicate<H: Host>(
    app: &App<H>,
    asked: ArticleDuplicate,
) -> Result<Article, WireError> {
    let id = parse_id(&asked.id)?;
    Ok(app.library()?.duplicate_article(id, &asked.title)?.into())
}

pub(super) fn change<H: Host>(
    app: &App<H>,
    asked: SeveralChange,
) -> Result<SeveralDone, WireError> {
    let ids = parse_ids(&asked.ids)?;
    let change = asked.change()?;
    Ok(app.library()?.change_articles(&ids, &change)?.into())
}

pub(super) fn put_back<H: Host>(
    app: &App<H>,
    asked: SeveralBefore,
) -> Result<SeveralDone, WireError> {
    let before: Result<Vec<_>, _> = asked.before.into_iter().map(TryInto::try_into).collect();
    Ok(app.library()?.put_articles_back(&before?)?.into())
}

pub(super) fn delete<H: Host>(app: &App<H>, asked: ArticleIds) -> Result<ArticleIds, WireError> {
    let deleted = app.library()?.delete_articles(&parse_ids(&asked.ids)?)?;
    Ok(ArticleIds {
        ids: deleted.iter().map(ToString::to_string).collect(),
    })
}

pub(super) fn restore<H: Host>(app: &App<H>, asked: ArticleIds) -> Result<ArticleRows, WireError> {
    let restored = app.library()?.restore_articles(&parse_ids(&asked.ids)?)?;
    Ok(ArticleRows {
        articles: restored.into_iter().map(ArticleRow::from).collect(),
    })
}

pub(super) fn linking<H: Host>(app: &App<H>, asked: ArticleIds) -> Result<ArticleRows, WireError> {
    let linking = app
        .library()?
        .articles_linking_to(&parse_ids(&asked.ids)?)?;
    Ok(ArticleRows {
        articles: linking.into_iter().map(ArticleRow::from).collect(),
    })
}
