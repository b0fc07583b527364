//! `cargo xtask test`: what continuous integration runs, and the order in which mistakes show soonest.

use std::io::{IsTerminal, stderr};

use crate::packages::Purpose;
use crate::process::{Result, cargo, run};
use crate::run::FOR_TESTS;
use crate::steps::Steps;
use crate::{bindings, judge, node, packages, repository};

/// Everything: format, lints, the window's own tests, and the tests of all crates.
pub fn test() -> Result<()> {
    let mut steps = Steps::default();
    steps.step("system packages", || packages::install(Purpose::Test))?;
    steps.step("npm packages", node::install)?;
    steps.step("cargo fmt --check", || {
        run(&mut cargo(["fmt", "--all", "--check"]))
    })?;
    steps.step("npm run check", || node::script("check"))?;
    steps.step("npm run lint", || node::script("lint"))?;
    steps.step("npm test", || node::script("test"))?;
    // The app has the window's contents inside: nothing compiles before they are built.
    steps.step("npm run build", || node::script("build"))?;
    steps.step("cargo clippy", || {
        let lint = ["clippy", "--workspace", "--all-targets", FOR_TESTS];
        run(cargo(lint).args(quiet()).args(["--", "--deny=warnings"]))
    })?;
    steps.step("cargo build", || {
        let build = ["build", "--workspace", "--all-targets", FOR_TESTS];
        run(cargo(build).args(quiet()))
    })?;
    steps.step("bindings", bindings::check_built)?;
    steps.step("judge", || judge::judge_built(&[]))?;
    // The suites in `tests/` drive the programs that were just built.
    steps.step("cargo test", || {
        let test = ["test", "--workspace", "--no-fail-fast", FOR_TESTS];
        run(cargo(test).env("PAMPHLET_PROGRAMS", repository::programs()))
    })?;
    steps.print();
    Ok(())
}

/// Where nobody looks on, hundreds of lines that say "Compiling" hide the one that matters.
fn quiet() -> Option<&'static str> {
    (!stderr().is_terminal()).then_some("--quiet")
}
