use pamphlet_model as model;

use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn search<H: Host>(
    app: &App<H>,
    asked: SearchWords,
) -> Result<FoundArticles, WireError> {
    let articles = app.library()?.search(&asked.words)?;
    Ok(FoundArticles {
        articles: articles.into_iter().map(FoundArticle::from).collect(),
    })
}

pub(super) fn create<H: Host>(app: &App<H>, _: Nothing) -> Result<Article, WireError> {
    Ok(app.library()?.create_article()?.into())
}

pub(super) fn get<H: Host>(app: &App<H>, asked: ArticleId) -> Result<Article, WireError> {
    Ok(app.library()?.article(asked.parse()?)?.into())
}

pub(super) fn at<H: Host>(app: &App<H>, asked: ArticleAddress) -> Result<LinkedArticle, WireError> {
    Ok(app.library()?.linked_article(&asked.address)?.into())
}

pub(super) fn save<H: Host>(app: &App<H>, asked: ArticleSave) -> Result<ArticleSaved, WireError> {
    let id = parse_id(&asked.id)?;
    let patch = asked.patch.try_into()?;
    Ok(app
        .library()?
        .save_article(id, u64::from(asked.base_revision), patch)?
        .into())
}

pub(super) fn names<H: Host>(app: &App<H>, _: Nothing) -> Result<Names, WireError> {
    Ok(app.library()?.names()?.into())
}

pub(super) fn practice<H: Host>(app: &App<H>, _: Nothing) -> Result<Practice, WireError> {
    Ok(app.library()?.practice()?.into())
}

pub(super) fn countries<H: Host>(_: &App<H>, _: Nothing) -> Result<Countries, WireError> {
    let codes = model::country_codes().into_iter();
    Ok(Countries {
        codes: codes.map(str::to_owned).collect(),
    })
}

pub(super) fn save_practice<H: Host>(
    app: &App<H>,
    asked: PracticeForm,
) -> Result<PracticeForm, WireError> {
    let practice: model::Practice = asked.practice.try_into()?;
    app.library()?.save_practice(&practice)?;
    // The list of recent libraries shows the practice's name.
    app.remember()?;
    Ok(PracticeForm {
        practice: practice.into(),
    })
}

pub(super) fn import<H: Host>(
    app: &App<H>,
    file_name: &str,
    bytes: &[u8],
) -> Result<ImportedArticle, WireError> {
    let library = app.library()?;
    let imported = library.import_file(file_name, bytes)?;
    Ok(ImportedArticle {
        row: ArticleRow::from(&library.article(imported.article.id)?),
        notes: imported.notes,
    })
}

pub(super) fn preview<H: Host>(app: &App<H>, asked: PreviewRequest) -> Result<Preview, WireError> {
    let id = parse_id(&asked.article)?;
    let preview = app
        .library()?
        .preview(id, asked.draft.try_into()?, &asked.base)?;
    Ok(Preview {
        revision: asked.revision,
        frame: PreviewFrame::unless_known(preview.frame, asked.known_frame.as_deref()),
        body: app
            .last_preview
            .change(preview.blocks, asked.known_blocks.as_deref()),
    })
}
