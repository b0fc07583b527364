//! Pages of the practice that come from files.

use pamphlet_import::PlannedPage;
use pamphlet_model::{Page, Status};
use pamphlet_store::{Source, TablesMut};

use super::fingerprint::{FileHashes, Fingerprint};
use super::{ImportedPage, Outcome};
use crate::error::Result;
use crate::library::Library;
use crate::pages::{address_as_kind, free_page_address};

/// Said of a file whose page a person put in the bin: an import does not undo that.
const IN_THE_BIN: &str = "its page is in the bin, and was left there";

impl Library {
    /// Makes or updates the page of one file.
    pub(super) fn apply_page(
        &self,
        tables: &TablesMut<'_>,
        mut planned: PlannedPage,
        key: &dyn Fn(&str) -> String,
        files: &FileHashes<'_>,
    ) -> Result<ImportedPage> {
        let fingerprint = Fingerprint::of_page(&planned, files);
        let source = Source {
            path: key(&planned.path),
            hash: fingerprint.text(),
        };
        let (page, outcome) = match tables.pages().by_source(&source.path)? {
            Some((page, known)) if fingerprint.brings_nothing_new(&Fingerprint::read(&known)) => {
                (page, Outcome::Unchanged)
            }
            Some((page, _)) if tables.pages().get(page.id)?.is_none() => {
                planned.notes.push(IN_THE_BIN.to_owned());
                (page, Outcome::Unchanged)
            }
            Some((page, _)) => {
                let before = page.kind;
                let page = self.filled(page, &planned);
                let address = address_as_kind(tables, before, &page)?;
                (Page { address, ..page }, Outcome::Updated)
            }
            None => (self.new_page(tables, &planned)?, Outcome::Added),
        };
        if outcome != Outcome::Unchanged {
            tables.pages_mut().put(&page)?;
            tables.pages_mut().set_source(page.id, &source)?;
        }
        Ok(ImportedPage {
            path: planned.path,
            page,
            outcome,
            notes: planned.notes,
        })
    }

    fn new_page(&self, tables: &TablesMut<'_>, planned: &PlannedPage) -> Result<Page> {
        let last = tables
            .pages()
            .all()?
            .into_iter()
            .map(|it| it.position)
            .max();
        let page = Page {
            address: planned.address.clone(),
            status: Status::Ready,
            position: last.unwrap_or(0) + 1,
            revision: 0,
            ..self.empty_page(planned.kind, &planned.title)
        };
        let address = free_page_address(tables, &page)?;
        Ok(self.filled(Page { address, ..page }, planned))
    }

    /// The page as the file has it.
    fn filled(&self, page: Page, planned: &PlannedPage) -> Page {
        Page {
            kind: planned.kind,
            title: planned.title.clone(),
            summary: planned.summary.clone(),
            text: planned.text.clone(),
            in_menu: planned.in_menu.unwrap_or(page.in_menu),
            position: planned.position.unwrap_or(page.position),
            // What a file withdraws stays here. That it may go out again, a person says.
            status: if planned.draft {
                Status::Draft
            } else {
                page.status
            },
            changed: self.world.now(),
            revision: page.revision + 1,
            ..page
        }
    }
}
