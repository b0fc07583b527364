use pamphlet_markdown::referenced_picture;
use pamphlet_model::{Picture, PictureId};
use pamphlet_site::Originals;
use pamphlet_site::pictures::inspect;

use crate::error::{EngineError, Result};
use crate::library::Library;

impl Library {
    /// Keeps a picture. The same bytes twice are one picture, with the name that came first.
    ///
    /// # Errors
    /// [`EngineError::Picture`] if it is no picture that can be shown, or too large.
    pub fn add_picture(&self, file_name: &str, bytes: &[u8]) -> Result<Picture> {
        let id = PictureId::of(bytes);
        if let Some(known) = self.read(|tables| Ok(tables.media().get(&id)?))? {
            self.media.keep(&id, bytes)?;
            return Ok(known);
        }
        let inspected = inspect(bytes)?;
        // The file first: a row without its file would be a picture that can't be shown.
        self.media.keep(&id, bytes)?;
        let picture = Picture {
            id,
            file_name: file_name.to_owned(),
            format: inspected.format,
            width: inspected.width,
            height: inspected.height,
            bytes: bytes.len() as u64,
            added: self.world.now(),
        };
        self.write(|tables| Ok(tables.media_mut().insert(&picture)?))?;
        self.refresh_site(|site| site.put_picture(picture.clone()));
        Ok(picture)
    }

    /// The picture that a text refers to, such as `picture:0123456789abcdef`.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none.
    pub fn picture(&self, reference: &str) -> Result<Picture> {
        let not_found = || EngineError::NotFound {
            what: "picture",
            which: reference.to_owned(),
        };
        let prefix = referenced_picture(reference).ok_or_else(not_found)?;
        self.read(|tables| tables.media().by_prefix(prefix)?.ok_or_else(not_found))
    }

    /// A picture and its file as it came.
    ///
    /// # Errors
    /// If there is none, or its file is gone.
    pub fn original(&self, id: &PictureId) -> Result<(Picture, Vec<u8>)> {
        let not_found = || EngineError::NotFound {
            what: "picture",
            which: id.to_string(),
        };
        let picture = self.read(|tables| tables.media().get(id)?.ok_or_else(not_found))?;
        let bytes = self.media.read(id).map_err(|_| not_found())?;
        Ok((picture, bytes))
    }
}
