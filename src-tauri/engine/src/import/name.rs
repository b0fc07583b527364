use std::path::Path;

use pamphlet_store::Tables;

use super::fingerprint::{FileHashes, Fingerprint};
use crate::error::{At, Result};
use crate::library::Library;

impl Library {
    /// The name by which a folder's files are known: the folder's own, with a number if another folder had it before.
    ///
    /// A folder that was moved keeps its name. That its old place is empty does not tell it from another folder, for
    /// the old one may lie on a stick that is not plugged in: the files tell.
    pub(super) fn import_name(&self, folder: &Path, files: &FileHashes<'_>) -> Result<String> {
        let folder = folder.canonicalize().at("read", folder)?;
        let own = folder.file_name().unwrap_or_default().to_string_lossy();
        let here = folder.to_string_lossy();
        let numbered = (2_u32..).map(|number| format!("{own} ({number})"));
        for name in std::iter::once(own.to_string()).chain(numbered) {
            let key = format!("import.folder.{name}");
            let known = self.read(|tables| Ok(tables.settings().get(&key)?))?;
            if known.as_deref() == Some(&*here) {
                return Ok(name);
            }
            let is_free = match known {
                Some(there) if Path::new(&there).exists() => false,
                known => self.read(|tables| {
                    let share = Share::of(tables, &name, files)?;
                    Ok(share.is_fair() || (known.is_none() && share.known == 0))
                })?,
            };
            if is_free {
                self.write(|tables| Ok(tables.settings_mut().put(&key, &here)?))?;
                return Ok(name);
            }
        }
        Ok(own.into_owned())
    }
}

/// How many of a folder's files were imported under a name before, and how many of those are as they were.
struct Share {
    known: usize,
    same: usize,
}

impl Share {
    fn of(tables: &Tables<'_>, name: &str, files: &FileHashes<'_>) -> Result<Self> {
        let mut share = Self { known: 0, same: 0 };
        for (path, hash) in files.iter() {
            if let Some((_, source)) = tables.articles().by_source(&source_path(name, path))? {
                share.known += 1;
                share.same += usize::from(Fingerprint::read(&source.hash).file == hash);
            }
            if let Some((_, known)) = tables.pages().by_source(&source_path(name, path))? {
                share.known += 1;
                share.same += usize::from(Fingerprint::read(&known).file == hash);
            }
        }
        Ok(share)
    }

    /// Half of what would be replaced is what it was: the rest was changed by the person whose folder this is.
    fn is_fair(&self) -> bool {
        self.same > 0 && 2 * self.same >= self.known
    }
}

/// How the store knows a file.
pub(super) fn source_path(folder_name: &str, path: &str) -> String {
    format!("{folder_name}/{path}")
}
