//! A module per table. Each has a handle that reads, and one that also writes within a transaction.

pub(crate) mod articles;
pub(crate) mod exports;
pub(crate) mod media;
pub(crate) mod pages;
pub(crate) mod people;
pub(crate) mod practice;
pub(crate) mod public_addresses;
pub(crate) mod settings;
pub(crate) mod topics;
pub(crate) mod versions;

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row};

use crate::error::{During, Result};

/// Reads a column whose text has a form of its own (an id, an address, a date).
fn parsed<T: FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T::Err: Display,
{
    parse(row.get_ref(column)?.as_str()?, column)
}

/// The same for a column that may be NULL.
fn parsed_option<T: FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>>
where
    T::Err: Display,
{
    match row.get_ref(column)?.as_str_or_null()? {
        Some(text) => parse(text, column).map(Some),
        None => Ok(None),
    }
}

fn parse<T: FromStr>(text: &str, column: usize) -> rusqlite::Result<T>
where
    T::Err: Display,
{
    text.parse().map_err(|error: T::Err| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.to_string().into())
    })
}

/// Reads milliseconds since 1970 in UTC.
pub(crate) fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Integer, Box::new(error))
    })
}

/// Notes which pictures something else than an article names.
pub(crate) fn put_other_pictures(
    connection: &Connection,
    owner: &str,
    digits: &[&str],
) -> Result<()> {
    let write = || -> rusqlite::Result<()> {
        connection
            .prepare_cached("DELETE FROM other_pictures WHERE owner = ?1")?
            .execute([owner])?;
        let mut insert = connection.prepare_cached(
            "INSERT OR IGNORE INTO other_pictures (owner, digits) VALUES (?1, ?2)",
        )?;
        digits
            .iter()
            .try_for_each(|digits| insert.execute([owner, digits]).map(|_| ()))
    };
    write().during("write which pictures are shown")
}

/// A write handle can do what the read handle can.
macro_rules! write_handle {
    ($(#[$doc:meta])* $write:ident: $read:ident) => {
        $(#[$doc])*
        pub struct $write<'c> {
            pub(crate) read: $read<'c>,
        }

        impl<'c> std::ops::Deref for $write<'c> {
            type Target = $read<'c>;

            fn deref(&self) -> &$read<'c> {
                &self.read
            }
        }
    };
}
use write_handle;
