//! Prints what `cargo xtask bindings` writes: `typescript`, the window's types, or `commands`, the names of all commands.

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("typescript") => print!("{}", pamphlet_api::typescript()),
        Some("commands") => pamphlet_api::COMMAND_NAMES
            .iter()
            .for_each(|name| println!("{name}")),
        _ => {
            eprintln!("usage: bindings typescript | commands");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
