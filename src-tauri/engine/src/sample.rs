use std::io;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};
use jiff::civil::Date;
use pamphlet_import::{Folder, SourceFile, read_practice};

use crate::error::{At, Result};
use crate::library::Library;
use crate::world::World;

/// A practice that does not exist, in our own words.
static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample");

/// Makes a library of the sample practice in a folder that is new or empty, and opens it. Until it is whole, it is no
/// library.
///
/// # Errors
/// If the folder has something in it, or can't be written to.
pub fn make_sample(folder: &Path, world: Arc<dyn World>) -> Result<Library> {
    let text = SAMPLE
        .get_file("practice.toml")
        .and_then(|file| file.contents_utf8());
    let practice = read_practice(text.unwrap_or(""))
        .map_err(io::Error::other)
        .at("read", folder)?;
    Library::create_filled(folder, &practice, world, |library| {
        // Whatever the computer's clock says, the sample is there to be seen.
        let import = library.import_listing("sample", &listing(), Date::MAX, &|path| {
            let file = SAMPLE.get_file(path).ok_or(io::ErrorKind::NotFound)?;
            Ok(file.contents().to_vec())
        });
        import.map(drop)
    })
}

fn listing() -> Folder {
    let mut listing = Folder::default();
    let mut folders = vec![&SAMPLE];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(inner) => folders.push(inner),
                DirEntry::File(file) => {
                    // `include_dir` gives the building system's separators.
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    if path.ends_with(".md") {
                        listing.files.push(SourceFile {
                            path,
                            bytes: file.contents().to_vec(),
                        });
                    } else {
                        listing.others.insert(path);
                    }
                }
            }
        }
    }
    listing
}
