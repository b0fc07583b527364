//! `cargo xtask bindings`: what is made from the one table of commands in `src-tauri/api`.

use std::fs;

use crate::process::{Attempt, Failure, Result, answer, cargo, command, run};
use crate::{node, repository};

/// The window's types.
const TYPESCRIPT: &str = "ui/src/lib/api/bindings.ts";
/// The names of all commands, which the shell's build script turns into permissions.
const COMMANDS: &str = "src-tauri/shell/commands.txt";

/// Writes the files.
pub fn write() -> Result<()> {
    build()?;
    for (file, made) in made()? {
        let path = repository::root().join(file);
        if is_up_to_date(file, &made) {
            println!("{file} is up to date");
        } else {
            fs::write(&path, made).attempt("write", &path)?;
            println!("{file} written");
        }
    }
    Ok(())
}

/// Says whether the files are up to date, and changes nothing.
///
/// # Errors
/// If one is not.
pub fn check() -> Result<()> {
    build()?;
    check_built()
}

/// As [`check`], when all examples have been built already.
pub fn check_built() -> Result<()> {
    for (file, made) in made()? {
        if !is_up_to_date(file, &made) {
            return Err(Failure(format!(
                "{file} is not up to date: run `cargo xtask bindings`."
            )));
        }
    }
    Ok(())
}

fn build() -> Result<()> {
    node::install()?;
    run(&mut cargo([
        "build",
        "--quiet",
        "--package=pamphlet-api",
        "--example=bindings",
    ]))
}

fn made() -> Result<[(&'static str, String); 2]> {
    let example = repository::program("examples/bindings");
    let print = |word| answer(&mut command(&example, [word]), "");
    Ok([
        (TYPESCRIPT, node::prettier(&print("typescript")?)?),
        (COMMANDS, print("commands")?),
    ])
}

fn is_up_to_date(file: &str, made: &str) -> bool {
    // On Windows, git may have given the lines other ends.
    fs::read_to_string(repository::root().join(file))
        .is_ok_and(|there| there.replace("\r\n", "\n") == made)
}
