//! The practice's pages on the command line.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use pamphlet_engine::{self as engine, PageKind, PagePatch};
use serde::Serialize;

use crate::command::{bin_of, open};
use crate::output::{Answer, Refused};

#[derive(Subcommand)]
pub enum Action {
    /// Show a page, by its web address or its id
    Show { page: String },
    /// Begin a page: a draft
    New {
        /// about, service, contact, privacy, nondiscrimination, accessibility or other
        kind: PageKind,
        title: String,
    },
    /// Change a page
    Set {
        page: String,
        #[command(flatten)]
        change: Box<Change>,
    },
    /// Put a page in the bin
    Delete { page: String },
}

#[derive(clap::Args)]
pub struct Change {
    /// about, service, contact, privacy, nondiscrimination, accessibility or other
    #[arg(long)]
    kind: Option<PageKind>,
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    summary: Option<String>,
    /// In the notation of articles
    #[arg(long)]
    text: Option<String>,
    /// A file that has the text
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    text_file: Option<PathBuf>,
    /// The part of the web address behind the site's own
    #[arg(long)]
    address: Option<String>,
    /// draft or ready
    #[arg(long, value_parser = crate::json_name::<pamphlet_api::Status>)]
    status: Option<pamphlet_api::Status>,
    /// Whether the menu leads to it
    #[arg(long)]
    menu: Option<bool>,
    /// Its place among the pages, the smallest first
    #[arg(long, allow_negative_numbers = true)]
    order: Option<i64>,
}

#[derive(Serialize)]
pub struct Page {
    id: String,
    kind: &'static str,
    address: String,
    title: String,
    summary: String,
    status: pamphlet_api::Status,
    menu: bool,
    order: i64,
    /// RFC 3339, in UTC.
    changed: String,
    /// Of a page that is shown alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl From<engine::Page> for Page {
    fn from(page: engine::Page) -> Self {
        Self {
            id: page.id.to_string(),
            kind: page.kind.as_str(),
            address: page.address.into(),
            title: page.title,
            summary: page.summary,
            status: page.status.into(),
            menu: page.in_menu,
            order: page.position,
            changed: page.changed.to_string(),
            text: None,
        }
    }
}

impl Page {
    pub fn line(&self) -> String {
        let status = match self.status {
            pamphlet_api::Status::Draft => "draft",
            pamphlet_api::Status::Ready => "ready",
        };
        let menu = if self.menu { "menu" } else { "foot" };
        let (address, title, kind) = (&self.address, &self.title, self.kind);
        format!("{status}  {menu}  {address}  {title}  [{kind}]")
    }

    pub fn lines(&self) -> String {
        let text = self.text.as_deref().unwrap_or_default();
        format!("{}\nSummary: {}\n\n{text}", self.line(), self.summary)
    }
}

pub fn run(library: &Path, action: Option<Action>) -> Result<Answer, Refused> {
    let library = open(library)?;
    Ok(answer(match action {
        None => {
            let pages = library.pages()?.into_iter();
            return Ok(Answer::Pages(pages.map(Page::from).collect()));
        }
        Some(Action::Show { page }) => library.find_page(&page)?,
        Some(Action::New { kind, title }) => library.create_page(kind, &title)?,
        Some(Action::Set { page, change }) => {
            let page = library.find_page(&page)?;
            library.save_page(page.id, page.revision, change.patch()?)?
        }
        Some(Action::Delete { page }) => {
            library.delete_page(library.find_page(&page)?.id)?;
            return bin_of(&library);
        }
    }))
}

/// One page, with its text.
pub fn answer(page: engine::Page) -> Answer {
    let text = Some(page.text.clone());
    Answer::Page(Box::new(Page {
        text,
        ..Page::from(page)
    }))
}

impl Change {
    fn patch(self) -> Result<PagePatch, Refused> {
        let text = match &self.text_file {
            None => self.text,
            Some(file) => Some(fs::read_to_string(file).map_err(|error| {
                let message = format!("'{}' can't be read: {error}", file.display());
                Refused::plain("disk", message)
            })?),
        };
        Ok(PagePatch {
            kind: self.kind,
            address: self.address,
            title: self.title,
            summary: self.summary,
            text: text.map(|text| text.replace("\r\n", "\n")),
            status: self.status.map(Into::into),
            in_menu: self.menu,
            position: self.order,
        })
    }
}
