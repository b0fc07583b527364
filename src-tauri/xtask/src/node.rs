//! The window's contents are built by Node.

use std::fs;
use std::process::Command;

use crate::process::{Attempt, Failure, Result, answer, command, find, read, run};
use crate::repository;

/// The oldest Node that our tools take: `engines` in package.json.
const OLDEST: (u32, u32) = (20, 19);

/// Puts the packages of package-lock.json into node_modules, if they are not there.
///
/// # Errors
/// If Node is missing or too old, or npm fails.
pub fn install() -> Result<()> {
    install_in("")
}

/// As [`install`], in a folder of the repository that has a list of its own.
pub fn install_in(folder: &str) -> Result<()> {
    check_node()?;
    let folder = repository::root().join(folder);
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).attempt("read", &lock)?;
    // A copy of the list that the packages were installed from. npm removes it with everything else.
    let stamp = folder.join("node_modules").join(".installed-from.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    eprintln!("    npm ci");
    let install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    run(npm(install).current_dir(&folder))?;
    fs::write(&stamp, wanted).attempt("write", &stamp)
}

/// Runs one of the scripts in package.json.
pub fn script(name: &str) -> Result<()> {
    run(&mut npm(["run", "--silent", name]))
}

/// The text of a TypeScript file, formatted.
pub fn prettier(text: &str) -> Result<String> {
    // Not by the file's real name: the command that formats all files leaves this one alone.
    let prettier = [
        "node_modules/prettier/bin/prettier.cjs",
        "--stdin-filepath",
        "made.ts",
    ];
    answer(&mut command("node", prettier), text)
}

fn npm<const N: usize>(arguments: [&str; N]) -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments)
}

fn check_node() -> Result<()> {
    let (major, minor) = OLDEST;
    let get = format!(
        "Install Node {major}.{minor} or newer from https://nodejs.org, with npm, and try again."
    );
    let version = read(&mut command("node", ["--version"]))
        .ok_or_else(|| Failure(format!("Node is missing. {get}")))?;
    if parse(&version).is_none_or(|found| found < OLDEST) {
        return Err(Failure(format!(
            "Node {} is too old. {get}",
            version.trim()
        )));
    }
    if !cfg!(windows) && find("npm").is_none() {
        return Err(Failure(format!("npm is missing. {get}")));
    }
    Ok(())
}

/// `v20.19.2` is 20, 19.
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(parse("v20.19.2\n"), Some((20, 19)));
        assert_eq!(parse("v8"), None);
        assert!(parse("v18.20.0").is_some_and(|found| found < OLDEST));
    }
}
