use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pamphlet_model::ArticleId;
use pamphlet_site::whole_file;
use serde::{Deserialize, Serialize};

use crate::error::{At, Result};

/// A library that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub folder: PathBuf,
    /// The practice's name when it was last open.
    pub name: String,
    /// Where the person was in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceInArticle>,
}

/// Where somebody was in an article: positions count UTF-16 units of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceInArticle {
    pub article: ArticleId,
    /// Where the text on the screen begins.
    pub top: u32,
    pub cursor: u32,
}

/// The libraries that were open before, the last one first, kept in a small file of the app's own.
///
/// The file is a convenience: one that is missing, or that says nothing that can be understood, counts as empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentLibraries {
    pub libraries: Vec<Recent>,
    /// The one to open at the next start: the one that was open when the app was last left.
    pub open: Option<PathBuf>,
}

const MOST: usize = 8;

impl RecentLibraries {
    /// # Errors
    /// If the file is there and can't be read. Whoever wrote an empty list then would lose the one that is there.
    pub fn read(file: &Path) -> Result<Self> {
        match fs::read(file) {
            Ok(text) => Ok(serde_json::from_slice(&text).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error).at("read", file),
        }
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

    /// Notes that a library is open. Where the person was in it before stays known.
    pub fn opened(&mut self, folder: PathBuf, name: String) {
        self.open = Some(folder.clone());
        let place = self.place(&folder).cloned();
        let recent = Recent {
            folder,
            name,
            place,
        };
        self.libraries.retain(|other| other.folder != recent.folder);
        self.libraries.insert(0, recent);
        self.libraries.truncate(MOST);
    }

    /// Where the person was in a library.
    pub fn place(&self, folder: &Path) -> Option<&PlaceInArticle> {
        let recent = self.libraries.iter().find(|it| it.folder == folder)?;
        recent.place.as_ref()
    }

    /// Notes where the person is in a library; nothing when they are in no article.
    pub fn put_place(&mut self, folder: &Path, place: Option<PlaceInArticle>) {
        for recent in self.libraries.iter_mut().filter(|it| it.folder == folder) {
            recent.place.clone_from(&place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_opened_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app").join("libraries.json");
        assert_eq!(
            RecentLibraries::read(&file).unwrap(),
            RecentLibraries::default()
        );
        let mut recent = RecentLibraries::default();
        for n in (0..12).chain([5]) {
            let name = format!("Practice {n}");
            recent.opened(PathBuf::from(&name), name);
        }
        recent.write(&file).unwrap();
        let read = RecentLibraries::read(&file).unwrap();
        assert_eq!(read, recent);
        let names: Vec<_> = read.libraries.iter().map(|r| r.name.as_str()).collect();
        assert_eq!(names[..3], ["Practice 5", "Practice 11", "Practice 10"]);
        assert_eq!(names.len(), MOST);
        assert_eq!(read.open.as_deref(), Some(Path::new("Practice 5")));

        let place = PlaceInArticle {
            article: ArticleId::from_random([7; 16]),
            top: 120,
            cursor: 155,
        };
        recent.put_place(Path::new("Practice 10"), Some(place.clone()));
        recent.opened("Practice 10".into(), "Practice Ten".to_owned());
        recent.write(&file).unwrap();
        let read = RecentLibraries::read(&file).unwrap();
        assert_eq!(read.place(Path::new("Practice 10")), Some(&place));
        assert_eq!(read.place(Path::new("Practice 5")), None);
        fs::write(&file, "{ not json").unwrap();
        assert_eq!(
            RecentLibraries::read(&file).unwrap(),
            RecentLibraries::default()
        );
    }

    #[test]
    fn a_list_that_can_not_be_read_is_not_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        // A folder in its place stands for whatever keeps a file from being read.
        assert!(RecentLibraries::read(folder.path()).is_err());
    }
}
