//! Whole copies of a library on the command line.

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
}

impl From<LibraryCopy> for Copy {
    fn from(copy: LibraryCopy) -> Self {
        Self {
            made: copy.made.to_string(),
            bytes: copy.bytes,
        }
    }
}

impl Copy {
    pub fn line(&self) -> String {
        format!("{}  {:>12} bytes", self.made, self.bytes)
    }
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
        return Err(Refused::unreadable(
            "library_missing",
            folder,
            &std::io::ErrorKind::NotFound.into(),
        ));
    }
    let copies = copies_of(folder)?.into_iter();
    Ok(Answer::Copies(copies.map(Copy::from).collect()))
}

fn restored(library: Library) -> Result<Answer, Refused> {
    library.settle()?;
    let practice = library.practice()?.name;
    Ok(Answer::Made(MadeLibrary::new(&library, practice)))
}
