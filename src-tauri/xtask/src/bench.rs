//! `cargo xtask bench`: how fast it is, in the real window of a release build.

use crate::packages::Purpose;
use crate::process::{Result, cargo, run};
use crate::run::CUSTOM_PROTOCOL;
use crate::{node, packages, repository};

/// Prints the figures, and leaves them in `target/bench.json`.
pub fn measure() -> Result<()> {
    packages::install(Purpose::Test)?;
    node::install()?;
    node::script("build")?;
    let programs = [
        "--package=pamphlet",
        "--package=pamphlet-cli",
        CUSTOM_PROTOCOL,
    ];
    run(cargo(["build", "--release"]).args(programs))?;
    let example = [
        "run",
        "--quiet",
        "--package=pamphlet-tests",
        "--example=key_to_preview",
        "--",
    ];
    run(cargo(example)
        .arg(repository::target_folder("")?.join("bench.json"))
        .env("PAMPHLET_PROGRAMS", repository::target().join("release")))
}
