//! `cargo xtask screenshots`: pictures of every screen, and among them the README's.

use std::fs;

use crate::packages::Purpose;
use crate::process::{Attempt, Result, cargo, run};
use crate::run::CUSTOM_PROTOCOL;
use crate::{node, packages, repository};

/// The pictures that the README shows.
const README: [&str; 2] = ["writing-light.png", "articles-dark.png"];

/// Takes all pictures into `target/screenshots`, and copies the README's into `docs/pictures`.
pub fn take() -> Result<()> {
    packages::install(Purpose::Test)?;
    node::install()?;
    node::script("build")?;
    let build = [
        "build",
        "--package=pamphlet",
        "--package=pamphlet-cli",
        CUSTOM_PROTOCOL,
    ];
    run(&mut cargo(build))?;
    let pictures = repository::target_folder("screenshots")?;
    let example = [
        "run",
        "--quiet",
        "--package=pamphlet-tests",
        "--example=screenshots",
        "--",
    ];
    run(cargo(example)
        .arg(&pictures)
        .env("PAMPHLET_PROGRAMS", repository::programs()))?;
    let docs = repository::root().join("docs").join("pictures");
    fs::create_dir_all(&docs).attempt("make", &docs)?;
    for name in README {
        fs::copy(pictures.join(name), docs.join(name)).attempt("copy", &docs.join(name))?;
    }
    Ok(())
}
