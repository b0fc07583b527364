//! Where things are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Attempt, Result};

/// The root of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Where the programs of a debug build are.
pub fn programs() -> PathBuf {
    target().join("debug")
}

/// One program of a debug build.
pub fn program(name: &str) -> PathBuf {
    programs().join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// A folder under the target folder, made if it is not there.
pub fn target_folder(name: &str) -> Result<PathBuf> {
    let folder = target().join(name);
    fs::create_dir_all(&folder).attempt("make", &folder)?;
    Ok(folder)
}
