use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use pamphlet_engine::{
    ArticlesAsked, Destination, EngineError, Library, Order, Standing, Watch, site_folder,
};

use super::library::folder;
use crate::app::App;
use crate::error::{Code, WireError};
use crate::exporting::Running;
use crate::host::{AppEvent, Host};
use crate::types::*;

/// How many of the drafts that stayed are named, and of the articles with links that lead nowhere.
const MOST_NAMED: usize = 20;

pub(super) fn state<H: Host>(app: &App<H>, _: Nothing) -> Result<ExportState, WireError> {
    let library = app.library()?;
    let state = library.export_state()?;
    let elsewhere = state.elsewhere.is_some();
    let suggested = match state.elsewhere {
        Some(elsewhere) => elsewhere,
        None => suggested(app, &library)?,
    };
    Ok(ExportState {
        suggested: suggested.display().to_string(),
        elsewhere,
        folder: state.folder.map(|folder| folder.display().to_string()),
        changes: small(state.changes),
        ready: small(state.ready),
        drafts: small(state.drafts),
    })
}

pub(super) fn site<H: Host>(app: &App<H>, asked: ExportSite) -> Result<Exported, WireError> {
    let library = app.library()?;
    let chosen = asked.folder.as_deref().map(folder).transpose()?;
    let to = chosen
        .as_deref()
        .map_or(Destination::Remembered, |folder| Destination::Folder {
            folder,
            replaces: asked.replaces,
        });
    let watch = ExportWatch {
        app,
        running: app.exporting.begin()?,
        percent: AtomicUsize::new(usize::MAX),
    };
    let stay = ArticlesAsked {
        standing: Some(Standing::Draft),
        order: Order::Title,
        ..ArticlesAsked::default()
    };
    let done = library.export(to, &watch)?;
    // Also those that were on the site until now.
    let drafts = library.list_articles(&stay)?.first.into_iter();
    Ok(Exported {
        folder: done.folder.display().to_string(),
        index: done.index.display().to_string(),
        pages: small(done.report.pages),
        pages_new: small(done.report.pages_new),
        pages_changed: small(done.report.pages_changed),
        pages_removed: small(done.report.pages_removed),
        written: small(done.report.written),
        unchanged: small(done.report.unchanged),
        removed: small(done.report.removed),
        drafts: drafts
            .map(|found| ArticleRow::from(found.article))
            .take(MOST_NAMED)
            .collect(),
        lost_links: small(done.report.lost_links.len()),
        lost: done
            .lost_links
            .into_iter()
            .map(LostLinks::from)
            .take(MOST_NAMED)
            .collect(),
    })
}

pub(super) fn stop<H: Host>(app: &App<H>, _: Nothing) -> Result<Nothing, WireError> {
    app.exporting.stop();
    Ok(Nothing {})
}

pub(super) fn view<H: Host>(app: &App<H>, _: Nothing) -> Result<Nothing, WireError> {
    let index = app.library()?.exported_index()?;
    app.host()
        .open_page(&index)
        .map_err(|error| not_shown(&index, &error))?;
    Ok(Nothing {})
}

pub(super) fn reveal<H: Host>(app: &App<H>, _: Nothing) -> Result<Nothing, WireError> {
    let library = app.library()?;
    let folder = library
        .export_state()?
        .folder
        .ok_or(EngineError::NoExportFolder)?;
    app.host()
        .open_folder(&folder)
        .map_err(|error| not_shown(&folder, &error))?;
    Ok(Nothing {})
}

fn suggested<H: Host>(app: &App<H>, library: &Library) -> Result<PathBuf, WireError> {
    Ok(site_folder(
        &app.host().documents_folder(),
        &library.practice()?.name,
    ))
}

fn not_shown(path: &std::path::Path, error: &std::io::Error) -> WireError {
    WireError::new(
        Code::Disk,
        "The computer found no program to show this with.",
        format!("Your site is ready at '{}'. ({error})", path.display()),
    )
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Passes an export's progress on to the window, a hundred times at the most.
struct ExportWatch<'a, H> {
    app: &'a App<H>,
    running: Running<'a>,
    percent: AtomicUsize,
}

impl<H: Host> Watch for ExportWatch<'_, H> {
    fn progress(&self, done: usize, total: usize) {
        let percent = done * 100 / total.max(1);
        if self.percent.swap(percent, Ordering::Relaxed) != percent {
            self.app.emit(AppEvent::ExportProgress {
                done: small(done),
                total: small(total),
            });
        }
    }

    fn stopped(&self) -> bool {
        self.running.is_to_stop()
    }
}
