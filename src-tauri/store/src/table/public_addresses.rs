use pamphlet_model::{PublicAddress, PublicPage};
use rusqlite::{Connection, Row};

use super::{parsed, parsed_option};
use crate::error::{During, Result};

/// Reads the addresses that patients may have.
pub struct PublicAddresses<'c> {
    pub(crate) connection: &'c Connection,
}

super::write_handle! {
    /// Exports alone write them.
    PublicAddressesMut: PublicAddresses
}

impl PublicAddresses<'_> {
    /// All of them, also of what was removed for ever, in an order of their own.
    pub fn all(&self) -> Result<Vec<PublicAddress>> {
        self.connection
            .prepare_cached(
                "SELECT kind, id, address, topic FROM public_addresses ORDER BY kind, address",
            )
            .and_then(|mut s| s.query_map([], public_address)?.collect())
            .during("read the addresses that patients may have")
    }
}

pub(super) fn kind_and_id(of: PublicPage) -> (&'static str, String) {
    match of {
        PublicPage::Article(id) => ("article", id.to_string()),
        PublicPage::Page(id) => ("page", id.to_string()),
        PublicPage::Person(id) => ("person", id.to_string()),
    }
}

fn public_address(row: &Row<'_>) -> rusqlite::Result<PublicAddress> {
    let of = match row.get_ref(0)?.as_str()? {
        "article" => PublicPage::Article(parsed(row, 1)?),
        "page" => PublicPage::Page(parsed(row, 1)?),
        _ => PublicPage::Person(parsed(row, 1)?),
    };
    Ok(PublicAddress {
        of,
        address: parsed(row, 2)?,
        topic: parsed_option(row, 3)?,
    })
}
