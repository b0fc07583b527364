use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use pamphlet_model::PictureId;
use rayon::prelude::*;

use crate::beside;
use crate::error::ExportError;
use crate::files::{Content, FileKind, OutputFile};
use crate::pages::{LostLink, Pages, Rendered};
use crate::snapshot::Site;
use crate::write;

/// Where the original files of pictures come from.
pub trait Originals: Sync {
    fn read(&self, id: &PictureId) -> io::Result<Vec<u8>>;
}

/// Who watches an export, and may stop it. Called from several threads.
pub trait Watch: Sync {
    /// So many of so many files are done.
    fn progress(&self, done: usize, total: usize);
    /// Asked often. Once it says yes, the export ends with [`ExportError::Stopped`] and the folder stays as it was.
    fn stopped(&self) -> bool;
    /// Everything is ready, and from now on the new site is what will be there, whatever happens. `state` is what
    /// [`state_of`](crate::state_of) will say of the folder. Not called where nothing changes. By saying no, the export
    /// is stopped.
    fn commits(&self, state: &str) -> bool {
        let _ = state;
        true
    }
}

/// What an export did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many pages the site has.
    pub pages: usize,
    pub pages_new: usize,
    pub pages_changed: usize,
    pub pages_removed: usize,
    /// Files of all kinds that were new or changed.
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Bytes of the files written.
    pub bytes: u64,
    /// Links of which only the words are on the site, by article, each as often as it stands there.
    pub lost_links: Vec<LostLink>,
}

/// Makes the finished site in `folder`, which is empty, absent, or holds a site that Pamphlet made.
///
/// All or nothing: whatever the error, the folder holds the site that it held before; but after
/// [`ExportError::HalfInPlace`] it will hold the new one, once the next export or [`recover`](crate::recover) got through.
pub fn export(
    site: &Site,
    originals: &dyn Originals,
    folder: &Path,
    watch: &dyn Watch,
) -> Result<Report, ExportError> {
    let (files, lost_links) = files(site, watch)?;
    let wanted = write::Wanted {
        practice: &site.practice.name,
        files: &files,
    };
    let written = write::put_in_place(folder, &wanted, originals, watch)?;
    Ok(Report {
        pages: files.iter().filter(|f| f.kind == FileKind::Page).count(),
        pages_new: written.pages_new,
        pages_changed: written.pages_changed,
        pages_removed: written.pages_removed,
        written: written.written,
        unchanged: written.unchanged,
        removed: written.removed,
        bytes: written.bytes,
        lost_links,
    })
}

/// Every file of the site, by path, with pictures yet to be made; and the links that lead nowhere.
fn files(site: &Site, watch: &dyn Watch) -> Result<(Vec<OutputFile>, Vec<LostLink>), ExportError> {
    site.check_addresses()?;
    let pages = Pages::new(site);
    let render = |page: crate::pages::PageRef<'_, '_>| {
        if watch.stopped() {
            Err(ExportError::Stopped)
        } else {
            page.render()
        }
    };
    let mut rendered: Vec<Rendered> = pages
        .list()
        .into_par_iter()
        .map(render)
        .collect::<Result<_, _>>()?;
    let lost = rendered
        .iter_mut()
        .map(|page| std::mem::take(&mut page.lost_links));
    let mut lost_links: Vec<LostLink> = lost.flatten().collect();
    lost_links.sort();
    let searched = rendered.iter_mut().filter_map(|page| page.searched.take());
    let search = crate::search::files(searched.collect());
    let shown: BTreeSet<&PictureId> = rendered
        .iter()
        .flat_map(|page| &page.pictures)
        .chain(&site.logo)
        .collect();
    let recipes = shown
        .into_iter()
        .filter_map(|id| site.picture(id))
        .flat_map(|p| p.recipes.iter().cloned());
    let pictures = recipes.map(|recipe| OutputFile {
        path: recipe.path(),
        kind: FileKind::Picture,
        content: Content::Picture(recipe),
    });
    let mut files: Vec<OutputFile> = site.dress.files().into_iter().chain(pictures).collect();
    files.extend(rendered.into_iter().map(|page| OutputFile {
        path: page.path,
        kind: FileKind::Page,
        content: Content::Bytes(page.html.into_bytes()),
    }));
    files.extend(search);
    files.extend(beside::files(site, &pages)?);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((files, lost_links))
}

#[cfg(test)]
mod tests;
