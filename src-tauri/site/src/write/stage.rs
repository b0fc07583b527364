use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};

use pamphlet_model::PictureId;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::disk::Disk;
use super::manifest::Entry;
use super::{Site, stop_if_told};
use crate::pictures::{self, Master, PictureError, Recipe};
use crate::{Content, ExportError, FileKind, Originals, OutputFile, Watch};

/// Writes every file to the staging folder under its index, flushed; their entries, in order.
pub(super) fn stage(
    disk: &Disk<'_>,
    site: &Site,
    files: &[&OutputFile],
    originals: &dyn Originals,
    watch: &dyn Watch,
) -> Result<Vec<Entry>, ExportError> {
    disk.remove_tree("remove", &site.staging())?;
    disk.create_folders("create", &site.staging())?;
    let work = Work {
        disk,
        site,
        originals,
        watch,
        total: files.len(),
        done: Mutex::new(0),
        memory: Memory::new(),
    };
    watch.progress(0, files.len());
    let (ready, to_make) = by_content(files);
    let mut entries = ready
        .into_par_iter()
        .map(|ready| work.stage(&ready))
        .collect::<Result<Vec<_>, _>>()?;
    let made = to_make
        .par_iter()
        .map(|recipes| work.make(recipes))
        .collect::<Result<Vec<_>, _>>()?;
    entries.extend(made.into_iter().flatten());
    disk.flush_folder("write", &site.staging())?;
    disk.flush_folder("write", &site.records)?;
    entries.sort_by_key(|(index, _)| *index);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// A file whose bytes are known.
struct Ready<'a> {
    index: usize,
    bytes: &'a [u8],
    page: bool,
}

/// The versions of one original, and the index of each.
type FromOneOriginal<'a> = Vec<(usize, &'a Recipe)>;

fn by_content<'a>(files: &[&'a OutputFile]) -> (Vec<Ready<'a>>, Vec<FromOneOriginal<'a>>) {
    let mut ready = Vec::new();
    let mut to_make: BTreeMap<&PictureId, FromOneOriginal<'_>> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        match &file.content {
            Content::Bytes(bytes) => ready.push(Ready {
                index,
                bytes,
                page: file.kind == FileKind::Page,
            }),
            Content::Picture(recipe) => to_make
                .entry(recipe.picture())
                .or_default()
                .push((index, recipe)),
        }
    }
    (ready, to_make.into_values().collect())
}

struct Work<'a> {
    disk: &'a Disk<'a>,
    site: &'a Site,
    originals: &'a dyn Originals,
    watch: &'a dyn Watch,
    total: usize,
    done: Mutex<usize>,
    memory: Memory,
}

impl Work<'_> {
    fn stage(&self, file: &Ready<'_>) -> Result<(usize, Entry), ExportError> {
        stop_if_told(self.watch)?;
        self.disk
            .write("write", &self.site.staged(file.index), file.bytes)?;
        self.count_one();
        let blake3 = blake3::hash(file.bytes).to_hex().to_string();
        Ok((
            file.index,
            Entry {
                blake3,
                size: file.bytes.len() as u64,
                page: file.page,
            },
        ))
    }

    fn make(&self, recipes: &FromOneOriginal<'_>) -> Result<Vec<(usize, Entry)>, ExportError> {
        let Some((_, first)) = recipes.first() else {
            return Ok(Vec::new());
        };
        stop_if_told(self.watch)?;
        let master = self
            .decode(first)
            .map_err(|error| not_prepared(first, error))?;
        let make = |(index, recipe): &(usize, &Recipe)| {
            stop_if_told(self.watch)?;
            let bytes = recipe
                .render(&master)
                .map_err(|error| not_prepared(recipe, error))?;
            self.stage(&Ready {
                index: *index,
                bytes: &bytes,
                page: false,
            })
        };
        recipes.iter().map(make).collect()
    }

    fn decode(&self, recipe: &Recipe) -> Result<Master, PictureError> {
        let original = self
            .originals
            .read(recipe.picture())
            .map_err(PictureError::Unreadable)?;
        let _room = self.memory.room_for(pictures::memory(&original)?);
        Master::decode(&original, recipe.adjustments())
    }

    /// The lock is held while `watch` is told, so that it never hears a smaller number after a larger one.
    fn count_one(&self) {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        *done += 1;
        self.watch.progress(*done, self.total);
    }
}

fn not_prepared(recipe: &Recipe, source: PictureError) -> ExportError {
    ExportError::Picture {
        file_name: recipe.file_name().to_owned(),
        source,
    }
}

/// What photographs that are decoded at the same time may take together, in bytes. One that needs more is decoded by
/// itself.
const TOGETHER: u64 = 400_000_000;

/// Keeps photographs that are decoded at the same time from filling the memory.
///
/// Whoever has room only calculates, and never waits for anyone, so that waiting for room is safe on rayon's threads.
struct Memory {
    free: Mutex<u64>,
    freed: Condvar,
}

struct Room<'a> {
    memory: &'a Memory,
    bytes: u64,
}

impl Memory {
    fn new() -> Self {
        Self {
            free: Mutex::new(TOGETHER),
            freed: Condvar::new(),
        }
    }

    fn room_for(&self, bytes: u64) -> Room<'_> {
        let bytes = bytes.min(TOGETHER);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self
            .freed
            .wait_while(free, |free| *free < bytes)
            .unwrap_or_else(PoisonError::into_inner);
        *free -= bytes;
        Room {
            memory: self,
            bytes,
        }
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        *self
            .memory
            .free
            .lock()
            .unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.memory.freed.notify_all();
    }
}
