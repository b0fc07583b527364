use pamphlet_model::{Picture, PictureFormat, PictureId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{moment, parsed, write_handle};
use crate::error::{During, Result};

/// Reads what is known of pictures.
pub struct Media<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes what is known of pictures.
    MediaMut: Media
}

const SELECT: &str = "SELECT id, file_name, format, width, height, bytes, added FROM media";

impl Media<'_> {
    /// All pictures, by id.
    pub fn all(&self) -> Result<Vec<Picture>> {
        self.connection
            .prepare_cached(&format!("{SELECT} ORDER BY id"))
            .and_then(|mut s| s.query_map([], picture)?.collect())
            .during("list the pictures")
    }

    pub fn get(&self, id: &PictureId) -> Result<Option<Picture>> {
        self.connection
            .prepare_cached(&format!("{SELECT} WHERE id = ?1"))
            .and_then(|mut s| s.query_row([id.as_str()], picture).optional())
            .during("find a picture")
    }

    /// The picture whose id begins with these hexadecimal digits.
    pub fn by_prefix(&self, prefix: &str) -> Result<Option<Picture>> {
        // Ids are hexadecimal digits, so that 'g' comes after all that begin alike.
        self.connection
            .prepare_cached(&format!(
                "{SELECT} WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 1"
            ))
            .and_then(|mut s| s.query_row([prefix], picture).optional())
            .during("find a picture")
    }
}

impl MediaMut<'_> {
    /// Notes a picture; one that is known already stays as it is.
    pub fn insert(&self, picture: &Picture) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO media (id, file_name, format, width, height, bytes, added)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING",
            )
            .and_then(|mut s| {
                s.execute(params![
                    picture.id.as_str(),
                    picture.file_name,
                    picture.format.as_str(),
                    picture.width,
                    picture.height,
                    picture.bytes,
                    picture.added.as_millisecond(),
                ])
            })
            .during("write a picture")
            .map(|_| ())
    }
}

fn picture(row: &Row<'_>) -> rusqlite::Result<Picture> {
    let format: String = row.get(2)?;
    Ok(Picture {
        id: parsed(row, 0)?,
        file_name: row.get(1)?,
        format: PictureFormat::from_name(&format).ok_or(rusqlite::Error::InvalidQuery)?,
        width: row.get(3)?,
        height: row.get(4)?,
        bytes: row.get(5)?,
        added: moment(row, 6)?,
    })
}
