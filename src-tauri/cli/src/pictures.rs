//! Pictures of a library on the command line.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use pamphlet_engine::{
    Adjustments, Crop, Focus, Library, ListedPicture, PictureId, PictureView, picture_reference,
};
use serde::Serialize;

use crate::command::{open, whole};
use crate::output::{Answer, Refused};

#[derive(Subcommand)]
pub enum Action {
    /// Show what is known of a picture, and where it is shown
    Show { picture: String },
    /// Keep a picture
    Add { file: PathBuf },
    /// Say what a picture shows
    Describe {
        picture: String,
        words: String,
        /// Also in the articles that have words for it
        #[arg(long)]
        everywhere: bool,
    },
    /// Turn and crop a picture wherever it is shown; without options, show it as it came
    Adjust {
        picture: String,
        /// Quarter turns clockwise
        #[arg(long, default_value_t = 0)]
        turns: u8,
        /// The part that is shown: left, top, width, height, in ten-thousandths of the sides
        #[arg(long, value_parser = parts::<4>)]
        crop: Option<[u16; 4]>,
        /// What stays in sight where it is cut: across and down, in ten-thousandths of the sides
        #[arg(long, value_parser = parts::<2>)]
        focus: Option<[u16; 2]>,
    },
    /// Show the picture in this file wherever that one is shown
    Replace {
        picture: String,
        file: PathBuf,
        /// What the picture in the file shows, if that is not known yet
        #[arg(long, value_name = "WORDS")]
        alt: Option<String>,
    },
    /// Put a picture in the bin
    Delete { picture: String },
}

#[derive(Serialize)]
pub struct Listed {
    #[serde(flatten)]
    picture: Picture,
    uses: u32,
}

#[derive(Serialize)]
pub struct Shown {
    #[serde(flatten)]
    picture: Picture,
    turns: u8,
    /// Left, top, width, height.
    crop: [u16; 4],
    /// Across, down.
    focus: [u16; 2],
    articles: Vec<Use>,
}

#[derive(Serialize)]
struct Picture {
    picture: String,
    file_name: String,
    alt: String,
    format: &'static str,
    /// Pixels, as it is shown.
    width: u32,
    height: u32,
    bytes: u64,
    animated: bool,
    /// RFC 3339, in UTC.
    added: String,
}

#[derive(Serialize)]
struct Use {
    id: String,
    title: String,
    hero: bool,
    text: bool,
    binned: bool,
}

impl From<pamphlet_engine::Picture> for Picture {
    fn from(picture: pamphlet_engine::Picture) -> Self {
        let (width, height) = picture.shown_size();
        Self {
            picture: picture_reference(&picture.id),
            file_name: picture.file_name,
            alt: picture.alt,
            format: picture.format.as_str(),
            width,
            height,
            bytes: picture.bytes,
            animated: picture.animated,
            added: picture.added.to_string(),
        }
    }
}

impl From<ListedPicture> for Listed {
    fn from(listed: ListedPicture) -> Self {
        Self {
            picture: listed.picture.into(),
            uses: listed.uses,
        }
    }
}

impl From<PictureView> for Shown {
    fn from(view: PictureView) -> Self {
        let Adjustments { turns, crop, focus } = view.picture.adjustments;
        let articles = view.uses.into_iter().map(|shown| Use {
            id: shown.article.to_string(),
            title: shown.title,
            hero: shown.hero,
            text: shown.text,
            binned: shown.binned,
        });
        Self {
            turns,
            crop: [crop.left, crop.top, crop.width, crop.height],
            focus: [focus.x, focus.y],
            articles: articles.collect(),
            picture: view.picture.into(),
        }
    }
}

impl Listed {
    pub fn line(&self) -> String {
        let Picture {
            picture,
            file_name,
            alt,
            width,
            height,
            ..
        } = &self.picture;
        let uses = self.uses;
        format!("{picture}  {width} x {height}  in {uses} articles  {file_name}  {alt}")
    }
}

impl Shown {
    pub fn lines(&self) -> String {
        let Picture {
            picture,
            file_name,
            alt,
            format,
            width,
            height,
            bytes,
            ..
        } = &self.picture;
        let mut lines =
            format!("{picture}  {file_name}\n{alt}\n{format}, {width} x {height}, {bytes} bytes");
        for shown in &self.articles {
            lines.push_str(&format!("\nin {}  {}", shown.id, shown.title));
        }
        lines
    }
}

pub fn run(library: &Path, action: Option<Action>) -> Result<Answer, Refused> {
    let library = open(library)?;
    let Some(action) = action else {
        let pictures = library.pictures()?;
        return Ok(Answer::Pictures(
            pictures.into_iter().map(Listed::from).collect(),
        ));
    };
    let shown = match action {
        Action::Show { picture } => find(&library, &picture)?,
        Action::Add { file } => add(&library, &file)?,
        Action::Describe {
            picture,
            words,
            everywhere,
        } => describe(&library, &picture, &words, everywhere)?,
        Action::Adjust {
            picture,
            turns,
            crop,
            focus,
        } => adjust(&library, &picture, adjustments(turns, crop, focus))?,
        Action::Replace { picture, file, alt } => replace(
            &library,
            &picture,
            &file,
            alt.as_deref().unwrap_or_default(),
        )?,
        Action::Delete { picture } => {
            library.delete_picture(&find(&library, &picture)?)?;
            return crate::command::bin_of(&library);
        }
    };
    show(&library, &shown)
}

pub fn show(library: &Library, id: &PictureId) -> Result<Answer, Refused> {
    let view = library.picture_view(id)?;
    Ok(Answer::Picture(Box::new(Shown::from(view))))
}

fn find(library: &Library, reference: &str) -> Result<PictureId, Refused> {
    Ok(library.picture(reference)?.id)
}

fn add(library: &Library, file: &Path) -> Result<PictureId, Refused> {
    let bytes = fs::read(whole(file))
        .map_err(|error| Refused::unreadable("picture_refused", file, &error))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(library.add_picture(&name, &bytes)?.id)
}

fn describe(
    library: &Library,
    picture: &str,
    words: &str,
    everywhere: bool,
) -> Result<PictureId, Refused> {
    let id = find(library, picture)?;
    if everywhere {
        library.describe_picture_everywhere(&id, words)?;
    } else {
        library.describe_picture(&id, words)?;
    }
    Ok(id)
}

fn adjust(library: &Library, picture: &str, to: Adjustments) -> Result<PictureId, Refused> {
    let id = find(library, picture)?;
    library.adjust_picture(&id, to)?;
    Ok(id)
}

fn replace(library: &Library, picture: &str, file: &Path, alt: &str) -> Result<PictureId, Refused> {
    let old = find(library, picture)?;
    let new = add(library, file)?;
    library.replace_picture(&old, &new, alt)?;
    Ok(new)
}

fn adjustments(turns: u8, crop: Option<[u16; 4]>, focus: Option<[u16; 2]>) -> Adjustments {
    let part = |[left, top, width, height]: [u16; 4]| Crop {
        left,
        top,
        width,
        height,
    };
    Adjustments {
        turns,
        crop: crop.map(part).unwrap_or_default(),
        focus: focus.map(|[x, y]| Focus { x, y }).unwrap_or_default(),
    }
}

/// Numbers with commas between them.
fn parts<const N: usize>(text: &str) -> Result<[u16; N], String> {
    let numbers = text.split(',').map(|part| part.trim().parse().ok());
    let numbers: Option<Vec<u16>> = numbers.collect();
    let numbers = numbers.and_then(|numbers| <[u16; N]>::try_from(numbers).ok());
    numbers.ok_or_else(|| format!("{N} whole numbers with commas between them are expected"))
}
