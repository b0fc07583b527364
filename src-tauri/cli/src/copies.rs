//! Whole copies of a library on the command line.

use std::io::ErrorKind;
use std::path::Path;

use clap::Subcommand;
use pamphlet_engine::{Library, LibraryCopy, Timestamp, copies_of};
use serde::Serialize;

use crate::command::{open, whole, world};
use crate::output::{Answer, MadeLibrary, Refused};

#[derive(Subcommand)]
pub enum Action {
    /// Make a copy now, also if there is one of today
    Make,
    /// Open a copy in place of a library that is damaged, which is put aside and kept
    Restore {
        /// When it was made: 2026-06-15T12:00:00Z
        #[arg(value_parser = crate::moment)]
        made: Timestamp,
        /// Also if nothing is wrong with the library
        #[arg(long)]
        even_if_whole: bool,
    },
}

#[derive(Serialize)]
pub struct Copy {
    /// RFC 3339, in UTC.
    made: String,
    bytes: u64,
    before_update: bool,
    /// None of these of one that is damaged.
    articles: Option<u32>,
    pictures: Option<u32>,
    /// RFC 3339, in UTC.
    last_change: Option<String>,
}

impl Copy {
    fn new(copy: LibraryCopy, folder: &Path) -> Self {
        let holdings = copy.holdings(folder);
        let last_change = holdings.and_then(|holdings| holdings.last_change);
        Self {
            made: copy.made.to_string(),
            bytes: copy.bytes,
            before_update: copy.before_update,
            articles: holdings.map(|holdings| holdings.articles),
            pictures: holdings.map(|holdings| holdings.pictures),
            last_change: last_change.map(to_the_second),
        }
    }

    pub fn line(&self) -> String {
        let holds = match (self.articles, self.pictures) {
            (Some(articles), Some(pictures)) => format!(
                "{}, {}",
                counted(articles, "article"),
                counted(pictures, "picture")
            ),
            _ => "damaged".to_owned(),
        };
        let change = match &self.last_change {
            Some(change) => format!(", last change {change}"),
            None => String::new(),
        };
        let update = if self.before_update {
            ", before an update of Pamphlet"
        } else {
            ""
        };
        format!("{}  {holds}{change}{update}", self.made)
    }
}

fn counted(number: u32, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {what}{s}")
}

/// As a copy's own moment is written.
fn to_the_second(moment: Timestamp) -> String {
    Timestamp::from_second(moment.as_second())
        .unwrap_or(moment)
        .to_string()
}

pub fn run(library: &Path, action: Option<Action>) -> Result<Answer, Refused> {
    let folder = whole(library);
    match action {
        None => listed(&folder),
        Some(Action::Make) => {
            open(&folder)?.make_copy(&|| false)?;
            listed(&folder)
        }
        Some(Action::Restore {
            made,
            even_if_whole: false,
        }) => restored(Library::open_copy(&folder, made, world())?),
        Some(Action::Restore {
            made,
            even_if_whole: true,
        }) => restored(Library::open_copy_even_if_whole(&folder, made, world())?),
    }
}

/// Also of a library that can't be opened.
fn listed(folder: &Path) -> Result<Answer, Refused> {
    if !folder.is_dir() {
        let reason = match folder.exists() {
            true => ErrorKind::NotADirectory,
            false => ErrorKind::NotFound,
        };
        return Err(Refused::unreadable(
            "library_missing",
            folder,
            &reason.into(),
        ));
    }
    let copies = copies_of(folder)?.into_iter();
    let described = copies.map(|copy| Copy::new(copy, folder));
    Ok(Answer::Copies(described.collect()))
}

/// Why a library was not opened and, where that would help, how to open the newest copy of it.
pub fn offered(library: &Path, refused: Refused) -> Refused {
    if !["library_damaged", "library_missing"].contains(&refused.code()) {
        return refused;
    }
    let folder = whole(library);
    let copies = copies_of(&folder).unwrap_or_default().into_iter();
    let Some(copy) = { copies }.find(|copy| copy.holdings(&folder).is_some()) else {
        return refused;
    };
    refused.with_hint(format!(
        "Pamphlet has not changed anything in it, and kept a copy of {made}. To open the copy: pamphlet-cli backups \"{library}\" \
         restore {made}. What is there now is put aside and kept. All copies: pamphlet-cli backups \"{library}\".",
        made = copy.made,
        library = library.display(),
    ))
}

fn restored(library: Library) -> Result<Answer, Refused> {
    library.wait_for_check()?;
    library.tidy();
    let practice = library.practice()?.name;
    Ok(Answer::Made(MadeLibrary::new(&library, practice)))
}
