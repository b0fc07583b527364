//! The look of the site on the command line.

use std::path::Path;

use pamphlet_engine::{self as engine, ColourError, Library, picture_reference};
use serde::Serialize;

use crate::command::open;
use crate::output::{Answer, Refused};

/// What is to change; without any of it, the look is shown.
#[derive(clap::Args)]
pub struct Change {
    /// Such as "calm"; "" for the first one
    #[arg(long)]
    name: Option<String>,
    /// The accent, such as "#1f6f6b"; "" for the look's own
    #[arg(long)]
    colour: Option<String>,
    /// A picture, such as picture:0123456789abcdef; "" for none
    #[arg(long)]
    logo: Option<String>,
}

#[derive(Serialize)]
pub struct Look {
    name: String,
    /// Such as "#1f6f6b", or null.
    colour: Option<String>,
    /// A picture of the library, or null.
    logo: Option<String>,
}

impl From<engine::Look> for Look {
    fn from(look: engine::Look) -> Self {
        Self {
            name: look.name,
            colour: look.colour.map(|it| it.to_string()),
            logo: look.logo.as_ref().map(picture_reference),
        }
    }
}

impl Look {
    pub fn lines(&self) -> String {
        let logo = self.logo.as_deref().unwrap_or_default();
        let colour = self.colour.as_deref().unwrap_or_default();
        format!("Look: {}\nColour: {colour}\nLogo: {logo}", self.name)
    }
}

pub fn run(library: &Path, change: Change) -> Result<Answer, Refused> {
    let library = open(library)?;
    let before = library.look()?;
    let look = changed(&library, before.clone(), change)?;
    if look != before {
        library.save_look(&look)?;
    }
    Ok(Answer::Look(look.into()))
}

fn changed(library: &Library, look: engine::Look, change: Change) -> Result<engine::Look, Refused> {
    let logo = match change.logo.as_deref() {
        None => look.logo,
        Some("") => None,
        Some(reference) => Some(library.picture(reference)?.id),
    };
    let colour = match change.colour.as_deref().map(str::trim) {
        None => look.colour,
        Some("") => None,
        Some(text) => {
            let refused = |error: ColourError| Refused::plain("invalid", format!("{error}."));
            Some(text.parse().map_err(refused)?)
        }
    };
    let name = change.name.map(|name| name.trim().to_owned());
    Ok(engine::Look {
        name: name.unwrap_or(look.name),
        colour,
        logo,
    })
}
