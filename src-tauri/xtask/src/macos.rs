//! `cargo xtask macos`: the types of the whole app, checked as built for macOS.
//!
//! Zig's C compiler carries the headers of macOS, for the C in our dependencies. Nothing is linked: Apple's frameworks
//! are on Apple's computers only.

use std::fs;
use std::path::{Path, PathBuf};

use crate::packages::install_debian_packages;
use crate::process::{Attempt, Result, command, run};
use crate::steps::Steps;
use crate::windows::debian_cargo;
use crate::{node, repository};

const TARGET: &str = "aarch64-apple-darwin";

const PACKAGES: &[&str] = &[
    "build-essential",
    "cargo-web",
    "python3",
    "python3-pip",
    "rust-web-src",
    "rustc-web",
];

/// Checks.
pub fn check() -> Result<()> {
    let mut steps = Steps::default();
    steps.step("system packages", || install_debian_packages(PACKAGES))?;
    steps.step("npm packages", node::install)?;
    steps.step("window's contents", || node::script("build"))?;
    let zig = repository::target_folder("macos/zig")?;
    steps.step("C compiler", || install_zig(&zig))?;
    steps.step("check for macOS", || check_types(&zig))?;
    steps.print();
    Ok(())
}

fn install_zig(folder: &Path) -> Result<()> {
    if folder.join("ziglang").exists() {
        return Ok(());
    }
    let install = ["-m", "pip", "install", "--quiet", "--target"];
    run(command("python3", install)
        .arg(folder)
        .arg("ziglang==0.17.1"))
}

fn check_types(zig: &Path) -> Result<()> {
    let compiler = script(zig, "cc", "cc -target aarch64-macos")?;
    let archiver = script(zig, "ar", "ar")?;
    run(debian_cargo("check", TARGET, "macos")?
        .args(["--workspace", "--exclude=xtask", "--all-targets"])
        .env("CRATE_CC_NO_DEFAULTS", "1")
        .env("CC_aarch64_apple_darwin", compiler)
        .env("AR_aarch64_apple_darwin", archiver))
}

/// A program of one word that runs one of Zig's tools: that is what build scripts can call.
fn script(zig: &Path, name: &str, tool: &str) -> Result<PathBuf> {
    let path = zig.join(name);
    let words = format!(
        "#!/bin/sh\nPYTHONPATH='{}' exec python3 -m ziglang {tool} \"$@\"\n",
        zig.display()
    );
    fs::write(&path, words).attempt("write", &path)?;
    run(command("chmod", ["+x"]).arg(&path))?;
    Ok(path)
}
