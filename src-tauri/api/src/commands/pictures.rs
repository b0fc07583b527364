use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn list<H: Host>(app: &App<H>, _: Nothing) -> Result<ListedPictures, WireError> {
    let pictures = app.library()?.pictures()?;
    Ok(ListedPictures {
        pictures: pictures.into_iter().map(ListedPicture::from).collect(),
    })
}

pub(super) fn get<H: Host>(app: &App<H>, asked: PictureReference) -> Result<Picture, WireError> {
    Ok(app.library()?.picture(&asked.reference)?.into())
}

pub(super) fn details<H: Host>(
    app: &App<H>,
    asked: PictureId,
) -> Result<PictureDetails, WireError> {
    Ok(app.library()?.picture_view(&asked.parse()?)?.into())
}

pub(super) fn add<H: Host>(
    app: &App<H>,
    file_name: &str,
    bytes: &[u8],
) -> Result<Picture, WireError> {
    Ok(app.library()?.add_picture(file_name, bytes)?.into())
}

pub(super) fn describe<H: Host>(
    app: &App<H>,
    asked: PictureDescription,
) -> Result<Picture, WireError> {
    let id = parse_picture(&asked.id)?;
    Ok(app.library()?.describe_picture(&id, &asked.alt)?.into())
}

pub(super) fn describe_everywhere<H: Host>(
    app: &App<H>,
    asked: PictureDescription,
) -> Result<ChangedEverywhere, WireError> {
    let id = parse_picture(&asked.id)?;
    let library = app.library()?;
    Ok(library.describe_picture_everywhere(&id, &asked.alt)?.into())
}

pub(super) fn adjust<H: Host>(
    app: &App<H>,
    asked: PictureAdjust,
) -> Result<PictureDetails, WireError> {
    let id = parse_picture(&asked.id)?;
    let library = app.library()?;
    library.adjust_picture(&id, asked.adjustments.into())?;
    Ok(library.picture_view(&id)?.into())
}

pub(super) fn replace<H: Host>(
    app: &App<H>,
    asked: PictureReplace,
) -> Result<ChangedEverywhere, WireError> {
    let (old, new) = (parse_picture(&asked.id)?, parse_picture(&asked.with)?);
    let library = app.library()?;
    Ok(library.replace_picture(&old, &new, &asked.alt)?.into())
}

pub(super) fn undo<H: Host>(app: &App<H>, asked: PicturesUndo) -> Result<ArticleIds, WireError> {
    let undone = app.library()?.undo_everywhere(asked.undo)?;
    Ok(ArticleIds {
        ids: undone.iter().map(ToString::to_string).collect(),
    })
}

pub(super) fn delete<H: Host>(app: &App<H>, asked: PictureId) -> Result<Nothing, WireError> {
    app.library()?.delete_picture(&asked.parse()?)?;
    Ok(Nothing {})
}

pub(super) fn restore<H: Host>(app: &App<H>, asked: PictureId) -> Result<Picture, WireError> {
    Ok(app.library()?.restore_picture(&asked.parse()?)?.into())
}

pub(super) fn remove<H: Host>(app: &App<H>, asked: PictureId) -> Result<Nothing, WireError> {
    app.library()?.remove_picture_for_ever(&asked.parse()?)?;
    Ok(Nothing {})
}
