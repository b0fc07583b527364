//! `cargo xtask bench`: how fast it is, in the real window of a release build.

use crate::packages::Purpose;
use crate::process::{Result, cargo, run};
use crate::run::CUSTOM_PROTOCOL;
use crate::{node, packages, repository};

/// Prints the figures, and leaves them in `target/bench.json`, `target/bench-list.json`, `target/bench-paste.json` and
/// `target/bench-search.json`.
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
    example("key_to_preview", "bench.json")?;
    example("ten_thousand", "bench-list.json")?;
    example("paste", "bench-paste.json")?;
    example("search", "bench-search.json")
}

fn example(name: &str, figures: &str) -> Result<()> {
    let arguments = ["run", "--quiet", "--package=pamphlet-tests", "--example"];
    run(cargo(arguments)
        .args([name, "--"])
        .arg(repository::target_folder("")?.join(figures))
        .env("PAMPHLET_PROGRAMS", repository::target().join("release")))
}
