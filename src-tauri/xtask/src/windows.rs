//! `cargo xtask windows`: everything built for Windows, and all tests but the shell's run as Windows programs.
//!
//! Debian's own compiler comes with the standard library's source, from which the library for Windows is built. Wine
//! runs the programs: it proves paths, names, renames and line ends, not antivirus, OneDrive or the webview.

use std::process::Command;

use crate::packages::install_debian_packages;
use crate::process::{Result, command, run};
use crate::steps::Steps;
use crate::{node, repository};

const TARGET: &str = "x86_64-pc-windows-gnu";

const PACKAGES: &[&str] = &[
    "build-essential",
    "cargo-web",
    "g++-mingw-w64-x86-64",
    "gcc-mingw-w64-x86-64",
    "rust-web-src",
    "rustc-web",
    "wine",
    "wine64",
];

/// Debian's cargo, building for another system with a standard library of its own making.
pub fn debian_cargo(subcommand: &str, target: &str, folder: &str) -> Result<Command> {
    let mut cargo = command("/usr/bin/cargo", [subcommand]);
    cargo
        .args(["-Zbuild-std=std,panic_unwind", "--target", target])
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        // The compilers differ: what one made is of no use to the other.
        .env("CARGO_TARGET_DIR", repository::target_folder(folder)?)
        // The toolchain that runs us must not stand in for Debian's.
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO");
    Ok(cargo)
}

/// Builds and tests.
pub fn build_and_test() -> Result<()> {
    let mut steps = Steps::default();
    steps.step("system packages", || install_debian_packages(PACKAGES))?;
    steps.step("npm packages", node::install)?;
    steps.step("window's contents", || node::script("build"))?;
    steps.step("build for Windows", || {
        run(debian_cargo("build", TARGET, "windows")?.args(["--workspace", "--exclude=xtask"]))
    })?;
    steps.step("stand-in for bcryptprimitives.dll", stand_in)?;
    steps.step("tests under Wine", test)?;
    steps.print();
    Ok(())
}

fn stand_in() -> Result<()> {
    let source = "src-tauri/xtask/src/windows/bcryptprimitives.c";
    let built = repository::target_folder("windows")?
        .join(TARGET)
        .join("debug");
    for folder in [built.clone(), built.join("deps")] {
        let library = folder.join("bcryptprimitives.dll");
        run(command("x86_64-w64-mingw32-gcc", ["-shared", "-o"])
            .arg(library)
            .args([source, "-ladvapi32"]))?;
    }
    Ok(())
}

fn test() -> Result<()> {
    let windows = repository::target_folder("windows")?;
    // Wine's name of the folder: without a drive's letter it is no absolute path to a Windows program.
    let root = format!("Z:{}", repository::root().display());
    let mut test = debian_cargo("test", TARGET, "windows")?;
    run(test
        .args([
            "--workspace",
            "--exclude=xtask",
            "--exclude=pamphlet",
            "--lib",
            "--bins",
            "--tests",
        ])
        .arg("--no-fail-fast")
        // They ask cargo, which is no Windows program here, and say the same on every system.
        .args(["--", "--skip=architecture::", "--skip=licences::"])
        .env("INSTA_WORKSPACE_ROOT", root)
        .env("INSTA_UPDATE", "no")
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine")
        .env("PAMPHLET_PROGRAMS", windows.join(TARGET).join("debug"))
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "bcryptprimitives=n,b;mscoree,mshtml=")
        .env("WINEPREFIX", repository::target_folder("windows/wine")?))
}
