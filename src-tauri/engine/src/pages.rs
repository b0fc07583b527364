//! Pages of the practice that are no articles.

use jiff::Timestamp;
use pamphlet_model::{Address, Page, PageId, PageKind, Status};
use pamphlet_store::Tables;

use crate::bin::until;
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::people::address_of;

/// What is to change in a page. `None` leaves a field alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PagePatch {
    pub kind: Option<PageKind>,
    pub address: Option<String>,
    pub title: Option<String>,
    pub summary: Option<String>,
    pub text: Option<String>,
    pub status: Option<Status>,
    pub in_menu: Option<bool>,
    pub position: Option<i64>,
}

/// A page in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedPage {
    pub id: PageId,
    pub title: String,
    pub binned: Timestamp,
    /// From then on it may be removed for ever.
    pub until: Timestamp,
}

impl Library {
    /// The practice's pages in their order.
    pub fn pages(&self) -> Result<Vec<Page>> {
        self.read(|tables| Ok(tables.pages().all()?))
    }

    /// The page with this web address or this id.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn find_page(&self, which: &str) -> Result<Page> {
        let found = self.read(|tables| {
            let mut found = match which.parse() {
                Ok(address) => tables.pages().by_address(&address)?,
                Err(_) => None,
            };
            if let (None, Ok(id)) = (&found, which.parse()) {
                found = tables.pages().get(id)?;
            }
            Ok(found)
        })?;
        found.ok_or_else(|| no_page(which))
    }

    /// Begins a page without a text, the last of all: a draft, in the menu unless it is a notice.
    pub fn create_page(&self, kind: PageKind, title: &str) -> Result<Page> {
        let page = self.empty_page(kind, title);
        let page = self.write(|tables| {
            let last = tables
                .pages()
                .all()?
                .into_iter()
                .map(|it| it.position)
                .max();
            let page = Page {
                address: free_page_address(tables, &page)?,
                position: last.unwrap_or(0) + 1,
                ..page
            };
            tables.pages_mut().put(&page)?;
            Ok(page)
        })?;
        self.forget_site();
        Ok(page)
    }

    pub(crate) fn empty_page(&self, kind: PageKind, title: &str) -> Page {
        let now = self.world.now();
        Page {
            id: PageId::from_random(self.world.random()),
            kind,
            address: Address::from_words(title, "page"),
            title: title.trim().to_owned(),
            summary: String::new(),
            text: String::new(),
            status: Status::Draft,
            in_menu: !kind.is_notice(),
            position: 0,
            created: now,
            changed: now,
            revision: 1,
        }
    }

    /// Changes a page. `expected` is the revision that the change was made on. The web address follows the title until
    /// the page has been on the site, or somebody chose one.
    ///
    /// # Errors
    /// [`EngineError::Stale`] if the page was changed meanwhile, [`EngineError::NoWords`] if one without title or text is
    /// to become ready, [`EngineError::BadAddress`], [`EngineError::AddressTaken`], or [`EngineError::NotFound`].
    pub fn save_page(&self, id: PageId, expected: u64, patch: PagePatch) -> Result<Page> {
        let now = self.world.now();
        let page = self.write(|tables| {
            let before = tables.pages().get(id)?.ok_or_else(|| no_page(id))?;
            if before.revision != expected {
                return Err(EngineError::Stale {
                    stored: before.revision,
                    expected,
                });
            }
            let mut after = patched(tables, &before, patch)?;
            if after != before {
                after.changed = now;
                after.revision += 1;
                tables.pages_mut().put(&after)?;
            }
            Ok(after)
        })?;
        self.forget_site();
        Ok(page)
    }

    /// Puts a page in the bin. The next export takes it off the site.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not outside the bin.
    pub fn delete_page(&self, id: PageId) -> Result<()> {
        let now = self.world.now();
        match self.write(|tables| Ok(tables.pages_mut().bin(id, now)?))? {
            true => self.forget_site(),
            false => return Err(no_page(id)),
        }
        Ok(())
    }

    /// Takes a page out of the bin, as it was.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not in the bin.
    pub fn restore_page(&self, id: PageId) -> Result<Page> {
        let now = self.world.now();
        let page = self.write(
            |tables| match tables.pages_mut().take_out_of_bin(id, now)? {
                true => tables.pages().get(id)?.ok_or_else(|| no_page(id)),
                false => Err(no_page(id)),
            },
        )?;
        self.forget_site();
        Ok(page)
    }

    /// The pages in the bin, the last first.
    pub fn binned_pages(&self) -> Result<Vec<BinnedPage>> {
        let binned = self.read(|tables| Ok(tables.pages().binned()?))?;
        let pages = binned.into_iter().map(|it| BinnedPage {
            id: it.page.id,
            title: it.page.title,
            binned: it.binned,
            until: until(it.binned),
        });
        Ok(pages.collect())
    }

    /// Removes the pages that have been in the bin for longer than it keeps them.
    pub(crate) fn empty_old_pages(&self, now: Timestamp) -> Result<()> {
        let old: Vec<_> = self
            .binned_pages()?
            .into_iter()
            .filter(|it| it.until <= now)
            .collect();
        if old.is_empty() {
            return Ok(());
        }
        self.write(|tables| {
            for it in &old {
                tables.pages_mut().remove_binned(it.id)?;
            }
            Ok(())
        })
    }
}

fn patched(tables: &Tables<'_>, before: &Page, patch: PagePatch) -> Result<Page> {
    let mut after = Page {
        kind: patch.kind.unwrap_or(before.kind),
        title: patch
            .title
            .map_or_else(|| before.title.clone(), |it| it.trim().to_owned()),
        summary: patch.summary.unwrap_or_else(|| before.summary.clone()),
        text: patch.text.unwrap_or_else(|| before.text.clone()),
        status: patch.status.unwrap_or(before.status),
        in_menu: patch.in_menu.unwrap_or(before.in_menu),
        position: patch.position.unwrap_or(before.position),
        ..before.clone()
    };
    if before.status == Status::Draft && after.status == Status::Ready && !after.is_for_site() {
        return Err(EngineError::NoWords);
    }
    if let Some(address) = patch.address {
        after.address = chosen_address(tables, &address, after.id)?;
    } else if after.title != before.title
        && before.address == Address::from_words(&before.title, "page")
        && !tables.pages().is_address_fixed(after.id)?
    {
        after.address = Address::from_words(&after.title, "page");
        after.address = free_page_address(tables, &after)?;
    } else {
        after.address = address_as_kind(tables, before.kind, &after)?;
    }
    Ok(after)
}

/// The page's address, or one like it that no other page has and the site does not need itself.
pub(crate) fn free_page_address(tables: &Tables<'_>, page: &Page) -> Result<Address> {
    page.address.first_free(|address| {
        // The page about contact stands where the site would have its own.
        let is_own = page.kind == PageKind::Contact && address.as_str() == "contact";
        let holder = tables.pages().holder_of(address)?;
        let is_held = holder.is_some_and(|holder| holder != page.id);
        Ok(is_held || (address.is_taken_by_site() && !is_own))
    })
}

/// The address of a page that was of the kind `before`: only one about contact may keep the site's own.
pub(crate) fn address_as_kind(
    tables: &Tables<'_>,
    before: PageKind,
    page: &Page,
) -> Result<Address> {
    match page.kind == before {
        true => Ok(page.address.clone()),
        false => free_page_address(tables, page),
    }
}

fn chosen_address(tables: &Tables<'_>, address: &str, id: PageId) -> Result<Address> {
    let chosen = address_of(address)?;
    let held = tables
        .pages()
        .holder_of(&chosen)?
        .is_some_and(|it| it != id);
    if held || chosen.is_taken_by_site() {
        return Err(EngineError::AddressTaken {
            what: "page",
            address: chosen.to_string(),
        });
    }
    Ok(chosen)
}

fn no_page(which: impl ToString) -> EngineError {
    EngineError::NotFound {
        what: "page",
        which: which.to_string(),
    }
}
