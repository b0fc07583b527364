use std::path::{Path, PathBuf};

use pamphlet_engine::{self as engine, Library, library_folder, make_sample};
use pamphlet_model as model;

use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn suggest<H: Host>(app: &App<H>, asked: LibrarySuggest) -> Result<Folder, WireError> {
    let folder = library_folder(&app.host().documents_folder(), &asked.practice_name);
    Ok(Folder {
        folder: folder.display().to_string(),
    })
}

pub(super) fn create<H: Host>(
    app: &App<H>,
    asked: LibraryCreate,
) -> Result<OpenLibrary, WireError> {
    let name = asked.practice_name.trim();
    if name.is_empty() {
        return Err(WireError::invalid(
            "practiceName",
            "What is the practice called?",
            "Type its name as patients know it. You can change it later.",
        ));
    }
    let practice = model::Practice {
        name: name.to_owned(),
        kind: "MedicalClinic".to_owned(),
        phone: phone(&asked.phone)?,
        address: town(&asked.town),
        ..model::Practice::default()
    };
    app.adopt(Library::create(
        &folder(&asked.folder)?,
        &practice,
        app.world.clone(),
    )?)
}

/// "Larkmere, VT" is a town and a region.
fn town(town: &str) -> model::PostalAddress {
    let (city, region) = town.split_once(',').unwrap_or((town, ""));
    model::PostalAddress {
        city: city.trim().to_owned(),
        region: region.trim().to_owned(),
        ..model::PostalAddress::default()
    }
}

pub(super) fn open<H: Host>(app: &App<H>, asked: Folder) -> Result<OpenLibrary, WireError> {
    app.open(&folder(&asked.folder)?)
}

pub(super) fn sample<H: Host>(app: &App<H>, _: Nothing) -> Result<OpenLibrary, WireError> {
    let folder = app
        .host()
        .documents_folder()
        .join("Pamphlet")
        .join("Sample practice");
    if folder.join("library.db").exists() {
        return app.open(&folder);
    }
    app.adopt(make_sample(&folder, app.world.clone())?)
}

pub(super) fn settle<H: Host>(app: &App<H>, _: Nothing) -> Result<Nothing, WireError> {
    app.settle()?;
    Ok(Nothing {})
}

pub(super) fn keep_copy<H: Host>(app: &App<H>, _: Nothing) -> Result<Nothing, WireError> {
    app.keep_copy()?;
    Ok(Nothing {})
}

pub(super) fn copies<H: Host>(_: &App<H>, asked: Folder) -> Result<LibraryCopies, WireError> {
    let folder = folder(&asked.folder)?;
    let copies = engine::copies_of(&folder)?.into_iter();
    let described = copies.map(|copy| LibraryCopy {
        made: copy.made.to_string(),
        before_update: copy.before_update,
        holds: copy.holdings(&folder).map(Holdings::from),
    });
    Ok(LibraryCopies {
        copies: described.collect(),
    })
}

pub(super) fn open_copy<H: Host>(app: &App<H>, asked: CopyOpen) -> Result<OpenLibrary, WireError> {
    let made = asked.made.parse().map_err(WireError::internal)?;
    app.open_copy(&folder(&asked.folder)?, made)
}

pub(super) fn close<H: Host>(app: &App<H>, _: Nothing) -> Result<Nothing, WireError> {
    app.close();
    Ok(Nothing {})
}

pub(super) fn choose_folder<H: Host>(
    app: &App<H>,
    asked: FolderChoose,
) -> Result<ChosenFolder, WireError> {
    let chosen = app
        .host()
        .choose_folder(&asked.title, asked.start.as_deref().map(Path::new));
    Ok(ChosenFolder {
        folder: chosen.map(|folder| folder.display().to_string()),
    })
}

pub(super) fn note_place<H: Host>(app: &App<H>, asked: PlaceNote) -> Result<Nothing, WireError> {
    let place = asked.place.map(|place| {
        Ok::<_, WireError>(engine::PlaceInArticle {
            article: parse_id(&place.article)?,
            top: place.top,
            cursor: place.cursor,
        })
    });
    app.note_place(place.transpose()?)?;
    Ok(Nothing {})
}

/// A folder as a person typed it. Which folder "Riverbend" alone would mean depends on how the app was started.
pub(super) fn folder(typed: &str) -> Result<PathBuf, WireError> {
    let path = PathBuf::from(typed.trim());
    if path.is_absolute() {
        return Ok(path);
    }
    Err(WireError::invalid(
        "folder",
        "This is not a whole folder name.",
        "Use \"Choose…\" to pick the folder. Nothing was changed.",
    ))
}
