//! Lists the app's commands to Tauri, so that a window can call those and no others, and allows them to our window.

use std::error::Error;
use std::fs;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

/// Made from the command table by `cargo xtask bindings`.
const COMMANDS: &str = "src-tauri/shell/commands.txt";

/// What the window asks of Tauri itself: to hear events, and to close when everything is saved.
const CORE: [&str; 4] = [
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:window:allow-close",
    "core:window:allow-destroy",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={COMMANDS}");
    let commands: Vec<String> = fs::read_to_string(COMMANDS)?
        .lines()
        .map(str::to_owned)
        .collect();
    let folder = Path::new(&std::env::var("OUT_DIR")?).join("capabilities");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("main.json"), capability(&commands))?;

    // Tauri wants these for as long as the program runs, and this program runs once.
    let pattern: &'static str = folder.join("*.json").display().to_string().leak();
    let commands: &'static [&'static str] = commands
        .into_iter()
        .map(|name| &*name.leak())
        .collect::<Vec<_>>()
        .leak();
    tauri_build::try_build(
        Attributes::new()
            .capabilities_path_pattern(pattern)
            .app_manifest(AppManifest::new().commands(commands)),
    )?;
    Ok(())
}

fn capability(commands: &[String]) -> String {
    let ours = commands
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")));
    let permissions: Vec<String> = CORE
        .iter()
        .map(|&name| name.to_owned())
        .chain(ours)
        .map(|name| format!("\"{name}\""))
        .collect();
    format!(
        r#"{{"identifier": "main", "windows": ["main"], "permissions": [{}]}}"#,
        permissions.join(", ")
    )
}
