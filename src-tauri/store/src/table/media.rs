#[cfg(test)]
mod tests;

use jiff::Timestamp;
use pamphlet_model::{Adjustments, ArticleId, Crop, Focus, Picture, PictureFormat, PictureId};
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

/// A picture, and how many articles show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPicture {
    pub picture: Picture,
    pub uses: u32,
}

/// An article that shows a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureUse {
    pub article: ArticleId,
    pub title: String,
    /// At its top.
    pub hero: bool,
    /// Named in its text.
    pub text: bool,
    /// Whether the article is in the bin.
    pub binned: bool,
}

/// A picture in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedPicture {
    pub picture: Picture,
    pub binned: Timestamp,
    /// Whether an article, be it in the bin, or an earlier version of one shows it.
    pub needed: bool,
}

const COLUMNS: &str = "id, file_name, format, width, height, bytes, added, animated, alt, turns, crop_left, crop_top, \
                       crop_width, crop_height, focus_x, focus_y";

/// Whether anything shows the picture of the row, or did in a version that is kept.
const NEEDED: &str = "(EXISTS (SELECT 1 FROM articles WHERE hero_picture = media.id)
     OR EXISTS (SELECT 1 FROM article_pictures WHERE digits = substr(media.id, 1, 16))
     OR EXISTS (SELECT 1 FROM other_pictures WHERE digits = substr(media.id, 1, 16))
     OR EXISTS (SELECT 1 FROM version_pictures WHERE digits = substr(media.id, 1, 16)))";

impl Media<'_> {
    /// All pictures that are not in the bin, by id.
    pub fn all(&self) -> Result<Vec<Picture>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM media WHERE binned IS NULL ORDER BY id"
            ))
            .and_then(|mut s| s.query_map([], picture)?.collect())
            .during("list the pictures")
    }

    /// All pictures that are not in the bin, the last added first.
    pub fn listed(&self) -> Result<Vec<ListedPicture>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, {} FROM media WHERE binned IS NULL ORDER BY added DESC, id",
                include_str!("media/uses_count.sql")
            ))
            .and_then(|mut s| s.query_map([], listed)?.collect())
            .during("list the pictures")
    }

    /// A picture that is not in the bin.
    pub fn get(&self, id: &PictureId) -> Result<Option<Picture>> {
        self.find("id = ?1 AND binned IS NULL", id)
    }

    /// A picture, be it in the bin.
    pub fn known(&self, id: &PictureId) -> Result<Option<Picture>> {
        self.find("id = ?1", id)
    }

    /// The picture whose id begins with these hexadecimal digits, if it is not in the bin.
    pub fn by_prefix(&self, prefix: &str) -> Result<Option<Picture>> {
        // Ids are hexadecimal digits, so that 'g' comes after all that begin alike.
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM media
                 WHERE id >= ?1 AND id < ?1 || 'g' AND binned IS NULL ORDER BY id LIMIT 1"
            ))
            .and_then(|mut s| s.query_row([prefix], picture).optional())
            .during("find a picture")
    }

    /// The articles that show a picture, by title; those in the bin last.
    pub fn uses(&self, id: &PictureId) -> Result<Vec<PictureUse>> {
        self.connection
            .prepare_cached(include_str!("media/uses.sql"))
            .and_then(|mut s| s.query_map([id.as_str()], picture_use)?.collect())
            .during("look where a picture is shown")
    }

    /// Whether an article, be it in the bin, or an earlier version of one shows the picture.
    pub fn is_needed(&self, id: &PictureId) -> Result<bool> {
        self.connection
            .prepare_cached(&format!("SELECT {NEEDED} FROM media WHERE id = ?1"))
            .and_then(|mut s| s.query_row([id.as_str()], |row| row.get(0)).optional())
            .during("look whether a picture is needed")
            .map(|needed| needed.unwrap_or(false))
    }

    /// The pictures in the bin, the last first.
    pub fn binned(&self) -> Result<Vec<BinnedPicture>> {
        self.connection
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, binned, {NEEDED} FROM media
                 WHERE binned IS NOT NULL ORDER BY binned DESC, id"
            ))
            .and_then(|mut s| s.query_map([], binned_picture)?.collect())
            .during("list the pictures in the bin")
    }

    /// How many pictures on ready articles look different since then, or went into the bin or out of it.
    pub fn changed_since(&self, then: Timestamp) -> Result<usize> {
        self.connection
            .prepare_cached(include_str!("media/changed_since.sql"))
            .and_then(|mut s| s.query_row([then.as_millisecond()], |row| row.get(0)))
            .during("count the changed pictures")
    }

    fn find(&self, which: &'static str, id: &PictureId) -> Result<Option<Picture>> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM media WHERE {which}"))
            .and_then(|mut s| s.query_row([id.as_str()], picture).optional())
            .during("find a picture")
    }
}

impl MediaMut<'_> {
    /// Notes a picture as it came; one that is known already stays as it is.
    pub fn insert(&self, picture: &Picture) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO media (id, file_name, format, width, height, bytes, added, animated, alt)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO NOTHING",
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
                    picture.animated,
                    picture.alt,
                ])
            })
            .during("write a picture")
            .map(|_| ())
    }

    /// Keeps in words what a picture shows.
    pub fn describe(&self, id: &PictureId, alt: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE media SET alt = ?2 WHERE id = ?1")
            .and_then(|mut s| s.execute([id.as_str(), alt]))
            .during("write what a picture shows")
            .map(|_| ())
    }

    pub fn adjust(&self, id: &PictureId, to: Adjustments, now: Timestamp) -> Result<()> {
        let Adjustments { turns, crop, focus } = to;
        self.connection
            .prepare_cached(
                "UPDATE media SET turns = ?2, crop_left = ?3, crop_top = ?4, crop_width = ?5,
                                  crop_height = ?6, focus_x = ?7, focus_y = ?8, changed = ?9
                 WHERE id = ?1",
            )
            .and_then(|mut s| {
                s.execute(params![
                    id.as_str(),
                    turns,
                    crop.left,
                    crop.top,
                    crop.width,
                    crop.height,
                    focus.x,
                    focus.y,
                    now.as_millisecond(),
                ])
            })
            .during("write how a picture is shown")
            .map(|_| ())
    }

    /// Puts a picture in the bin. Says whether it was outside.
    pub fn bin(&self, id: &PictureId, now: Timestamp) -> Result<bool> {
        self.connection
            .prepare_cached(
                "UPDATE media SET binned = ?2, changed = ?2 WHERE id = ?1 AND binned IS NULL",
            )
            .and_then(|mut s| s.execute(params![id.as_str(), now.as_millisecond()]))
            .during("put a picture in the bin")
            .map(|changed| changed > 0)
    }

    /// Takes a picture out of the bin. Says whether it was there.
    pub fn take_out_of_bin(&self, id: &PictureId, now: Timestamp) -> Result<bool> {
        self.connection
            .prepare_cached(
                "UPDATE media SET binned = NULL, changed = ?2 WHERE id = ?1 AND binned IS NOT NULL",
            )
            .and_then(|mut s| s.execute(params![id.as_str(), now.as_millisecond()]))
            .during("take a picture out of the bin")
            .map(|changed| changed > 0)
    }

    /// Forgets a picture in the bin that nothing shows. Says whether there was one.
    pub fn remove_binned(&self, id: &PictureId) -> Result<bool> {
        self.connection
            .prepare_cached(&format!(
                "DELETE FROM media WHERE id = ?1 AND binned IS NOT NULL AND NOT {NEEDED}"
            ))
            .and_then(|mut s| s.execute([id.as_str()]))
            .during("remove a picture for ever")
            .map(|changed| changed > 0)
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
        animated: row.get(7)?,
        alt: row.get(8)?,
        adjustments: Adjustments {
            turns: row.get(9)?,
            crop: Crop {
                left: row.get(10)?,
                top: row.get(11)?,
                width: row.get(12)?,
                height: row.get(13)?,
            },
            focus: Focus {
                x: row.get(14)?,
                y: row.get(15)?,
            },
        },
    })
}

fn listed(row: &Row<'_>) -> rusqlite::Result<ListedPicture> {
    Ok(ListedPicture {
        picture: picture(row)?,
        uses: row.get(16)?,
    })
}

fn binned_picture(row: &Row<'_>) -> rusqlite::Result<BinnedPicture> {
    Ok(BinnedPicture {
        picture: picture(row)?,
        binned: moment(row, 16)?,
        needed: row.get(17)?,
    })
}

fn picture_use(row: &Row<'_>) -> rusqlite::Result<PictureUse> {
    Ok(PictureUse {
        article: parsed(row, 0)?,
        title: row.get(1)?,
        hero: row.get(2)?,
        text: row.get(3)?,
        binned: row.get(4)?,
    })
}
