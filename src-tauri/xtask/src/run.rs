//! `cargo xtask run`: from a fresh clone to the window.

use std::env;
use std::fs;
use std::path::Path;

use crate::packages::Purpose;
use crate::process::{Attempt, Result, cargo, command, run as run_command};
use crate::steps::Steps;
use crate::{node, packages, repository};

/// Builds the app and opens it on the sample practice; without a display, exports the sample's site.
pub fn run() -> Result<()> {
    let mut steps = Steps::default();
    steps.step("system packages", || packages::install(Purpose::Build))?;
    steps.step("npm packages", node::install)?;
    steps.step("window's contents", || node::script("build"))?;
    steps.step("app", || {
        run_command(&mut cargo([
            "build",
            "--package=pamphlet",
            "--package=pamphlet-cli",
            CUSTOM_PROTOCOL,
        ]))
    })?;

    let sample = repository::target().join("sample");
    let library = sample.join("library");
    if !library.join("library.db").exists() {
        fs::create_dir_all(&sample).attempt("make", &sample)?;
        pamphlet_cli(&["sample".as_ref(), &library])?;
    }
    if has_display() {
        eprintln!(
            "==> Pamphlet, on the sample practice in {}",
            library.display()
        );
        run_command(&mut command(repository::program("pamphlet"), [&library]))
    } else {
        let site = sample.join("site");
        pamphlet_cli(&["export".as_ref(), &library, &site])?;
        print_where(&site);
        Ok(())
    }
}

/// As [`CUSTOM_PROTOCOL`], and the loopback host for tests in a browser. What is shipped has none.
pub const FOR_TESTS: &str = "--features=pamphlet/custom-protocol,pamphlet-cli/serve";

/// The app with its window's contents inside, not fetched from a development server.
pub const CUSTOM_PROTOCOL: &str = "--features=pamphlet/custom-protocol";

fn pamphlet_cli(arguments: &[&Path]) -> Result<()> {
    run_command(&mut command(repository::program("pamphlet-cli"), arguments))
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(windows) || cfg!(target_os = "macos") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn print_where(site: &Path) {
    let folder = site.display();
    println!(
        "\nThere is no display to open a window on. The sample's finished site is in\n\n  {folder}\n"
    );
    println!(
        "To look at it, open {} in a browser,",
        site.join("index.html").display()
    );
    println!(
        "or serve it: python3 -m http.server --directory {folder} 8000, and open http://localhost:8000"
    );
}
