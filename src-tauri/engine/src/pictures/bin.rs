use jiff::Timestamp;
use pamphlet_model::{Picture, PictureId};

use super::no_picture;
use crate::bin::until;
use crate::error::{EngineError, Result};
use crate::library::Library;

/// A picture in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinnedPicture {
    pub picture: Picture,
    pub binned: Timestamp,
    /// From then on it may be removed for ever, unless it is needed.
    pub until: Timestamp,
    /// Whether an article, be it in the bin, or an earlier version of one shows it. It stays for as long as one does.
    pub needed: bool,
}

impl Library {
    /// The pictures in the bin, the last first.
    pub fn binned_pictures(&self) -> Result<Vec<BinnedPicture>> {
        let binned = self.read(|tables| Ok(tables.media().binned()?))?;
        let pictures = binned.into_iter().map(|it| BinnedPicture {
            picture: it.picture,
            binned: it.binned,
            until: until(it.binned),
            needed: it.needed,
        });
        Ok(pictures.collect())
    }

    /// Puts a picture in the bin. Articles that show it go on without it until it comes back.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none, or it is in the bin already.
    pub fn delete_picture(&self, id: &PictureId) -> Result<()> {
        let now = self.world.now();
        match self.write(|tables| Ok(tables.media_mut().bin(id, now)?))? {
            true => self.refresh_site(|site| site.remove_picture(id)),
            false => return Err(no_picture(id)),
        }
        Ok(())
    }

    /// Takes a picture out of the bin, as it was.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not in the bin.
    pub fn restore_picture(&self, id: &PictureId) -> Result<Picture> {
        self.take_picture_out_of_bin(id)?
            .ok_or_else(|| no_picture(id))
    }

    /// Removes a picture in the bin for ever, and its file.
    ///
    /// # Errors
    /// [`EngineError::PictureNeeded`] if something shows it, [`EngineError::NotFound`] if it is not in the bin.
    pub fn remove_picture_for_ever(&self, id: &PictureId) -> Result<()> {
        let binned = self.binned_pictures()?;
        let picture = binned.into_iter().find(|it| it.picture.id == *id);
        if picture.ok_or_else(|| no_picture(id))?.needed {
            return Err(EngineError::PictureNeeded);
        }
        self.forget_pictures(std::slice::from_ref(id))
    }

    pub(crate) fn take_picture_out_of_bin(&self, id: &PictureId) -> Result<Option<Picture>> {
        let now = self.world.now();
        let picture = self.write(|tables| {
            if !tables.media_mut().take_out_of_bin(id, now)? {
                return Ok(None);
            }
            Ok(tables.media().get(id)?)
        })?;
        if let Some(picture) = &picture {
            self.refresh_site(|site| site.put_picture(picture.clone()));
        }
        Ok(picture)
    }

    /// Removes pictures that have been in the bin for longer than it keeps them and that nothing needs.
    pub(crate) fn empty_old_pictures(&self) -> Result<()> {
        let now = self.world.now();
        let old = self.binned_pictures()?.into_iter();
        let old: Vec<_> = old
            .filter(|it| it.until <= now && !it.needed)
            .map(|it| it.picture.id)
            .collect();
        self.forget_pictures(&old)
    }

    /// The rows first: a file without a row takes some room, a row without its file is a picture that can't be shown.
    fn forget_pictures(&self, ids: &[PictureId]) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        let gone = self.write(|tables| {
            let mut gone = Vec::new();
            for id in ids {
                if tables.media_mut().remove_binned(id)? {
                    gone.push(id);
                }
            }
            Ok(gone)
        })?;
        for id in gone {
            self.media.remove(id);
            self.renditions.forget(id);
        }
        Ok(())
    }
}
