use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use pamphlet_model::{Adjustments, Picture, PictureFormat, PictureId};
use pamphlet_site::Originals;
use pamphlet_site::pictures::{PictureError, rendition};
use pamphlet_site::whole_file;

use crate::library::Library;

/// The longer side of a picture in a list, in pixels: twice what it has on a screen, for sharp screens.
const SMALL: u32 = 480;
/// The longer side of a picture in a page, in pixels.
const LARGE: u32 = 1600;
/// What a window may well be given as it came: pixels, and bytes.
const LIGHT: (u64, u64) = (4_000_000, 3_000_000);

const WEBP: &str = "image/webp";

/// The library's `thumbnails` folder: small pictures for the window. Everything in it can be made again.
#[derive(Debug)]
pub(crate) struct Renditions {
    folder: PathBuf,
    /// Held while a picture is decoded: many large photographs at once would fill the memory.
    making: Mutex<()>,
}

impl Renditions {
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            making: Mutex::default(),
        }
    }

    /// Held by whoever decodes a picture.
    pub fn one_at_a_time(&self) -> MutexGuard<'_, ()> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn path(&self, picture: &Picture, longest: u32) -> PathBuf {
        let name = format!("{}{}-{longest}.webp", picture.id, picture.adjustments.key());
        self.shelf(&picture.id).join(name)
    }

    fn shelf(&self, id: &PictureId) -> PathBuf {
        self.folder.join(&id.as_str()[..2])
    }

    /// Removes what was made of a picture. What can't be removed takes some room, and does no other harm.
    pub fn forget(&self, id: &PictureId) {
        for entry in fs::read_dir(self.shelf(id)).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(id.as_str()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Where the host serves a picture small, below the preview's base.
pub fn thumbnail_path(picture: &Picture) -> String {
    format!("thumb/{}{}", picture.id, picture.adjustments.key())
}

/// Where the host serves all of a picture, neither turned nor cropped.
pub fn whole_path(picture: &Picture) -> String {
    format!("whole/{}", picture.id)
}

impl Library {
    /// A picture as it came, but for its size: its media type and bytes.
    pub(crate) fn whole_picture(&self, id: &PictureId) -> Option<(&'static str, Vec<u8>)> {
        let mut picture = self.known_picture(id)?;
        picture.adjustments = Adjustments::default();
        self.shown(&picture)
    }

    /// A picture as a page shows it: its media type and bytes. Light ones are as they came.
    pub(crate) fn shown_picture(&self, id: &PictureId) -> Option<(&'static str, Vec<u8>)> {
        self.shown(&self.known_picture(id)?)
    }

    /// A picture as a list shows it: its media type and bytes.
    pub(crate) fn small_picture(&self, id: &PictureId) -> Option<(&'static str, Vec<u8>)> {
        let picture = self.known_picture(id)?;
        Some((WEBP, self.rendition(&picture, SMALL)?))
    }

    fn shown(&self, picture: &Picture) -> Option<(&'static str, Vec<u8>)> {
        if is_light(picture) {
            let bytes = self.media.read(&picture.id).ok()?;
            return Some((picture.format.media_type(), bytes));
        }
        Some((WEBP, self.rendition(picture, LARGE)?))
    }

    fn known_picture(&self, id: &PictureId) -> Option<Picture> {
        self.read(|tables| Ok(tables.media().known(id)?))
            .ok()
            .flatten()
    }

    /// Makes what a page shows of a picture that has just come; nothing of one that is light. A file that is not whole
    /// is found out so, and a large photograph need not be decoded once more to be shown.
    ///
    /// The caller holds [`Renditions::one_at_a_time`].
    ///
    /// # Errors
    /// As [`rendition`].
    pub(crate) fn make_large(
        picture: &Picture,
        original: &[u8],
    ) -> Result<Option<Vec<u8>>, PictureError> {
        if is_light(picture) {
            return Ok(None);
        }
        rendition(original, picture.adjustments, LARGE).map(Some)
    }

    pub(crate) fn keep_large(&self, picture: &Picture, rendition: &[u8]) {
        keep(&self.renditions.path(picture, LARGE), rendition);
    }

    fn rendition(&self, picture: &Picture, longest: u32) -> Option<Vec<u8>> {
        let path = self.renditions.path(picture, longest);
        if let Ok(bytes) = fs::read(&path) {
            return Some(bytes);
        }
        let _one_at_a_time = self.renditions.one_at_a_time();
        // Somebody else may have made it while this waited.
        if let Ok(bytes) = fs::read(&path) {
            return Some(bytes);
        }
        let bytes = self.make(picture, longest)?;
        keep(&path, &bytes);
        Some(bytes)
    }
}

impl Library {
    /// A small one is made of a large one, where there is one.
    fn make(&self, picture: &Picture, longest: u32) -> Option<Vec<u8>> {
        if let Ok(large) = fs::read(self.renditions.path(picture, LARGE)) {
            return rendition(&large, Adjustments::default(), longest).ok();
        }
        let original = self.media.read(&picture.id).ok()?;
        rendition(&original, picture.adjustments, longest).ok()
    }
}

/// A window can have it as it came: neither large, nor moving, nor shown otherwise.
fn is_light(picture: &Picture) -> bool {
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    let everywhere = matches!(
        picture.format,
        PictureFormat::Jpeg | PictureFormat::Png | PictureFormat::Webp
    );
    everywhere
        && !picture.animated
        && !picture.adjustments.change_pixels()
        && pixels <= LIGHT.0
        && picture.bytes <= LIGHT.1
}

/// What can't be kept is made again next time.
fn keep(path: &Path, bytes: &[u8]) {
    if let Some(shelf) = path.parent() {
        let _ = fs::create_dir_all(shelf);
    }
    let _ = whole_file::write(path, bytes);
}
