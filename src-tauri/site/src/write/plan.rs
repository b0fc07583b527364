use std::collections::BTreeSet;

use super::Site;
use super::ground::{Found, Ground, refuse};
use super::journal::Journal;
use super::manifest::{Entry, Manifest};
use crate::{Content, ExportError, FileKind, OutputFile, SitePath, Written};

/// The difference between what the folder holds and what it should hold.
pub(super) struct Plan<'a> {
    /// In the order in which they are moved into place: what pages refer to is there before them.
    pub write: Vec<&'a OutputFile>,
    /// All but `bytes`, which is known only when the files are made.
    pub counts: Written,
    keep: Vec<(SitePath, Entry)>,
    remove: Vec<SitePath>,
    /// True if the manifest names files that are no longer ours.
    forgets: bool,
}

impl<'a> Plan<'a> {
    /// # Errors
    /// [`ExportError::Foreign`] if something that is not ours is in the way.
    pub fn new(site: &Site, old: &Manifest, files: &'a [OutputFile]) -> Result<Self, ExportError> {
        let mut ground = Ground::new(site);
        ground.nothing_in_the_way(old, files.iter().map(|file| &file.path))?;
        let counts = Written::default();
        let mut plan = Self {
            write: Vec::new(),
            counts,
            keep: Vec::new(),
            remove: Vec::new(),
            forgets: false,
        };
        for file in files {
            plan.add(file, old.get(&file.path), ground.look(&file.path)?);
        }
        plan.write
            .sort_by_key(|file| (file.kind == FileKind::Page, &file.path));
        plan.remove_the_rest(site, &mut ground, old, files)?;
        Ok(plan)
    }

    pub fn changes_nothing(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty() && !self.forgets
    }

    /// The journal that carries the plan out, once its files are staged: `staged` are their entries, in order.
    pub fn journal(self, practice: &str, staged: Vec<Entry>) -> (Journal, Written) {
        let bytes = staged.iter().map(|entry| entry.size).sum();
        let written = self.write.iter().map(|file| file.path.clone()).zip(staged);
        let manifest = Manifest::new(practice, self.keep.into_iter().chain(written));
        let journal = Journal::new(
            self.write.iter().map(|file| &file.path),
            &self.remove,
            manifest,
        );
        (
            journal,
            Written {
                bytes,
                ..self.counts
            },
        )
    }

    fn add(&mut self, file: &'a OutputFile, old: Option<&Entry>, found: Found) {
        let is_page = file.kind == FileKind::Page;
        match old {
            Some(old) if is_unchanged(file, old, &found) => {
                self.counts.unchanged += 1;
                self.keep.push((
                    file.path.clone(),
                    Entry {
                        page: is_page,
                        ..old.clone()
                    },
                ));
                return;
            }
            // What only leads on counts as no page: one came, or one went.
            Some(old) if !old.page => self.counts.pages_new += usize::from(is_page),
            Some(_) if !is_page => self.counts.pages_removed += 1,
            Some(_) => self.counts.pages_changed += 1,
            None => self.counts.pages_new += usize::from(is_page),
        }
        self.counts.written += 1;
        self.write.push(file);
    }

    fn remove_the_rest(
        &mut self,
        site: &Site,
        ground: &mut Ground<'_>,
        old: &Manifest,
        files: &[OutputFile],
    ) -> Result<(), ExportError> {
        let wanted: BTreeSet<&SitePath> = files.iter().map(|file| &file.path).collect();
        let mut foreign = BTreeSet::new();
        for (path, entry) in old.iter().filter(|(path, _)| !wanted.contains(path)) {
            match ground.look(&path)? {
                // Someone has made a folder in the file's place: theirs.
                Found::Blocked(blocking) if blocking == site.folder.join(path.as_str()) => {
                    self.forgets = true
                }
                Found::Blocked(blocking) => {
                    foreign.insert(blocking);
                }
                Found::File { .. } | Found::Nothing => {
                    self.counts.removed += 1;
                    self.counts.pages_removed += usize::from(entry.page);
                    self.remove.push(path);
                }
            }
        }
        refuse(foreign)
    }
}

/// True if what we wrote last time is what we would write now, and is still there.
fn is_unchanged(file: &OutputFile, old: &Entry, found: &Found) -> bool {
    let Found::File {
        size,
        is_link: false,
    } = *found
    else {
        return false;
    };
    size == old.size
        && match &file.content {
            Content::Bytes(bytes) => blake3::hash(bytes).to_hex().as_str() == old.blake3,
            // Its name says how it is made, and from what.
            Content::Picture(_) => true,
        }
}
