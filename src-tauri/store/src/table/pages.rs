use std::collections::BTreeSet;

use jiff::Timestamp;
use pamphlet_model::{Address, Page, PageId, Status, pictures_named};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::articles::{Source, status, status_name};
use super::{moment, parsed, put_other_pictures, write_handle};
use crate::error::{During, Result};

/// Reads the pages of the practice.
pub struct Pages<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes the pages of the practice.
    PagesMut: Pages
}

/// A page in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedPage {
    pub page: Page,
    pub binned: Timestamp,
}

const COLUMNS: &str = "id, kind, address, title, summary, text, status, in_menu, position, created, changed, revision";

impl Pages<'_> {
    /// All pages that are not in the bin, in their order.
    pub fn all(&self) -> Result<Vec<Page>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM pages WHERE binned IS NULL ORDER BY position, address"
            ))
            .and_then(|mut s| s.query_map([], page)?.collect())
            .during("list the pages")
    }

    /// The pages in the bin, the last first.
    pub fn binned(&self) -> Result<Vec<BinnedPage>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, binned FROM pages WHERE binned IS NOT NULL ORDER BY binned DESC, id"
            ))
            .and_then(|mut s| {
                s.query_map([], |row| {
                    Ok(BinnedPage {
                        page: page(row)?,
                        binned: moment(row, 12)?,
                    })
                })?
                .collect()
            })
            .during("list the pages in the bin")
    }

    /// A page that is not in the bin.
    pub fn get(&self, id: PageId) -> Result<Option<Page>> {
        self.find("id = ?1 AND binned IS NULL", &id.to_string())
    }

    /// The page at an address that is not in the bin.
    pub fn by_address(&self, address: &Address) -> Result<Option<Page>> {
        self.find("address = ?1 AND binned IS NULL", address.as_str())
    }

    /// The page that was imported from this path, be it in the bin, and what tells the file from what it was before.
    pub fn by_source(&self, path: &str) -> Result<Option<(Page, String)>> {
        let Some(page) = self.find("source = ?1", path)? else {
            return Ok(None);
        };
        self.connection
            .prepare_cached("SELECT ifnull(source_hash, '') FROM pages WHERE source = ?1")
            .and_then(|mut s| s.query_row([path], |row| row.get(0)))
            .during("read where a page came from")
            .map(|hash| Some((page, hash)))
    }

    /// Which page has an address, be it in the bin, or had it when patients got it, be it removed for ever.
    pub fn holder_of(&self, address: &Address) -> Result<Option<PageId>> {
        self.connection
            .prepare_cached(
                "SELECT id FROM pages WHERE address = ?1
                 UNION ALL SELECT id FROM public_addresses WHERE kind = 'page' AND address = ?1 LIMIT 1",
            )
            .and_then(|mut s| {
                s.query_row([address.as_str()], |row| parsed(row, 0))
                    .optional()
            })
            .during("look whose a web address is")
    }

    /// Every address in use, also by pages in the bin and by patients.
    pub fn addresses(&self) -> Result<BTreeSet<Address>> {
        self.connection
            .prepare_cached(
                "SELECT address FROM pages
                 UNION SELECT address FROM public_addresses WHERE kind = 'page'",
            )
            .and_then(|mut s| s.query_map([], |row| parsed(row, 0))?.collect())
            .during("read the web addresses")
    }

    /// Whether the page has been on the site, so that its address stays.
    pub fn is_address_fixed(&self, id: PageId) -> Result<bool> {
        self.connection
            .prepare_cached("SELECT address_fixed FROM pages WHERE id = ?1")
            .and_then(|mut s| s.query_row([id.to_string()], |row| row.get(0)).optional())
            .during("read a page's web address")
            .map(|fixed| fixed.unwrap_or(false))
    }

    /// How many pages say something else since then, or went into the bin. Drafts that never were on the site don't count.
    pub fn changed_since(&self, then: Timestamp) -> Result<usize> {
        self.connection
            .prepare_cached(
                "SELECT count(*) FROM pages
                 WHERE max(changed, ifnull(binned, 0)) > ?1 AND (address_fixed OR (status = 'ready' AND binned IS NULL))",
            )
            .and_then(|mut s| s.query_row([then.as_millisecond()], |row| row.get(0)))
            .during("count the changes")
    }

    fn find(&self, which: &'static str, value: &str) -> Result<Option<Page>> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM pages WHERE {which}"))
            .and_then(|mut s| s.query_row([value], page).optional())
            .during("find a page")
    }
}

impl PagesMut<'_> {
    /// Writes the whole page, new or known.
    pub fn put(&self, page: &Page) -> Result<()> {
        let id = page.id.to_string();
        self.connection
            .prepare_cached(include_str!("pages/put.sql"))
            .and_then(|mut s| {
                s.execute(params![
                    id,
                    page.kind.as_str(),
                    page.address.as_str(),
                    page.title,
                    page.summary,
                    page.text,
                    status_name(page.status),
                    page.in_menu,
                    page.position,
                    page.created.as_millisecond(),
                    page.changed.as_millisecond(),
                    page.revision,
                ])
            })
            .during("write a page")?;
        put_other_pictures(self.connection, &id, &pictures_named(&page.text))
    }

    pub fn set_source(&self, id: PageId, source: &Source) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE pages SET source = ?2, source_hash = ?3 WHERE id = ?1")
            .and_then(|mut s| s.execute(params![id.to_string(), source.path, source.hash]))
            .during("write where a page came from")
            .map(|_| ())
    }

    /// Puts a page in the bin. Says whether it was outside.
    pub fn bin(&self, id: PageId, now: Timestamp) -> Result<bool> {
        self.connection
            .prepare_cached("UPDATE pages SET binned = ?2 WHERE id = ?1 AND binned IS NULL")
            .and_then(|mut s| s.execute(params![id.to_string(), now.as_millisecond()]))
            .during("put a page in the bin")
            .map(|changed| changed > 0)
    }

    /// Takes a page out of the bin. Says whether it was there.
    pub fn take_out_of_bin(&self, id: PageId, now: Timestamp) -> Result<bool> {
        self.connection
            .prepare_cached(
                "UPDATE pages SET binned = NULL, changed = ?2 WHERE id = ?1 AND binned IS NOT NULL",
            )
            .and_then(|mut s| s.execute(params![id.to_string(), now.as_millisecond()]))
            .during("take a page out of the bin")
            .map(|changed| changed > 0)
    }

    /// Removes a page in the bin for ever. Says whether it was there.
    pub fn remove_binned(&self, id: PageId) -> Result<bool> {
        self.connection
            .prepare_cached("DELETE FROM pages WHERE id = ?1 AND binned IS NOT NULL")
            .and_then(|mut s| s.execute([id.to_string()]))
            .during("remove a page for ever")
            .map(|changed| changed > 0)
    }
}

fn page(row: &Row<'_>) -> rusqlite::Result<Page> {
    let status: Status = status(row, 6)?;
    Ok(Page {
        id: parsed(row, 0)?,
        kind: parsed(row, 1)?,
        address: parsed(row, 2)?,
        title: row.get(3)?,
        summary: row.get(4)?,
        text: row.get(5)?,
        status,
        in_menu: row.get(7)?,
        position: row.get(8)?,
        created: moment(row, 9)?,
        changed: moment(row, 10)?,
        revision: row.get(11)?,
    })
}
