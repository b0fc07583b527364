use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{At, Result};
use crate::whole_file;

/// A library that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub folder: PathBuf,
    /// The practice's name when it was last open.
    pub name: String,
}

/// The libraries that were open before, the last one first, kept in a small file of the app's own.
///
/// The file is a convenience: one that is missing or can't be read counts as empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentLibraries {
    pub libraries: Vec<Recent>,
    /// The one to open at the next start: the one that was open when the app was last left.
    pub open: Option<PathBuf>,
}

const MOST: usize = 8;

impl RecentLibraries {
    pub fn read(file: &Path) -> Self {
        let text = fs::read(file).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// # Errors
    /// If the file can't be written.
    pub fn write(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).at("make", folder)?;
        }
        let text = serde_json::to_vec_pretty(self).unwrap_or_default();
        whole_file::write(file, &text).at("write", file)
    }

    /// Notes that a library is open.
    pub fn opened(&mut self, recent: Recent) {
        self.open = Some(recent.folder.clone());
        self.libraries.retain(|other| other.folder != recent.folder);
        self.libraries.insert(0, recent);
        self.libraries.truncate(MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_opened_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app").join("libraries.json");
        assert_eq!(RecentLibraries::read(&file), RecentLibraries::default());
        let mut recent = RecentLibraries::default();
        for n in (0..12).chain([5]) {
            let name = format!("Practice {n}");
            recent.opened(Recent {
                folder: PathBuf::from(&name),
                name,
            });
        }
        recent.write(&file).unwrap();
        let read = RecentLibraries::read(&file);
        assert_eq!(read, recent);
        let names: Vec<_> = read.libraries.iter().map(|r| r.name.as_str()).collect();
        assert_eq!(names[..3], ["Practice 5", "Practice 11", "Practice 10"]);
        assert_eq!(names.len(), MOST);
        assert_eq!(read.open.as_deref(), Some(Path::new("Practice 5")));
        fs::write(&file, "{ not json").unwrap();
        assert_eq!(RecentLibraries::read(&file), RecentLibraries::default());
    }
}
