//! Files that are there whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use pamphlet_site::patiently;

/// Writes `bytes` to a file beside `path`, flushes it and puts it in place of `path`.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    let written = File::create(beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| patiently(|| fs::rename(beside, path))) {
        // The old file is still in place; what is left beside it is of no use.
        let _ = fs::remove_file(beside);
        return Err(error);
    }
    Ok(())
}
