use std::collections::BTreeSet;
use std::path::Path;

use super::disk::Disk;
use super::journal::Journal;
use super::{Site, names};
use crate::{ExportError, SitePath};

/// Does what the journal says, from the first step, whatever of it has been done before.
pub(super) fn carry_out(
    disk: &Disk<'_>,
    site: &Site,
    journal: &Journal,
) -> Result<(), ExportError> {
    let mut touched = BTreeSet::from([String::new()]);
    for (index, path) in journal.moves().enumerate() {
        move_into_place(disk, site, index, &path, &mut touched)?;
    }
    for path in journal.removals() {
        remove(disk, site, &path)?;
        touched.extend(names::folders(path.as_str()).map(str::to_owned));
    }
    flush_folders(disk, site, &touched)?;
    journal.manifest.store(disk, site)?;
    disk.remove_file("remove", &site.journal())?;
    disk.flush_folder("write", &site.records)?;
    discard_staging(disk, site);
    Ok(())
}

/// What can't be removed now is removed by the next export, and is in nobody's way.
pub(super) fn discard_staging(disk: &Disk<'_>, site: &Site) {
    if site.staging().exists() {
        let _ = disk.remove_tree("remove", &site.staging());
    }
}

fn move_into_place(
    disk: &Disk<'_>,
    site: &Site,
    index: usize,
    path: &SitePath,
    touched: &mut BTreeSet<String>,
) -> Result<(), ExportError> {
    let staged = site.staged(index);
    if let Some(folder) = names::folders(path.as_str()).next_back()
        && !touched.contains(folder)
    {
        disk.create_folders("create", &site.folder.join(folder))?;
        touched.extend(names::folders(path.as_str()).map(str::to_owned));
    }
    // Not staged any more: it was moved before the crash.
    if staged.exists() {
        disk.rename("replace", &staged, &site.folder.join(path.as_str()))
    } else {
        Ok(())
    }
}

/// Removes a file, and the folders around it that are empty then.
fn remove(disk: &Disk<'_>, site: &Site, path: &SitePath) -> Result<(), ExportError> {
    let target = site.folder.join(path.as_str());
    if !target.is_dir() || target.is_symlink() {
        disk.remove_file("remove", &target)?;
    }
    for folder in names::folders(path.as_str()).rev() {
        if !disk.remove_empty_folder("remove", &site.folder.join(folder))? {
            break;
        }
    }
    Ok(())
}

fn flush_folders(
    disk: &Disk<'_>,
    site: &Site,
    touched: &BTreeSet<String>,
) -> Result<(), ExportError> {
    let paths = touched.iter().map(|folder| site.folder.join(folder));
    for folder in paths.filter(|path: &std::path::PathBuf| Path::is_dir(path)) {
        disk.flush_folder("write", &folder)?;
    }
    Ok(())
}
