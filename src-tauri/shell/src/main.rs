//! Starts the desktop app. An argument that is a folder is the library to open.

// No console window behind the app on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let here = Path::new("");
    pamphlet_shell::run(pamphlet_shell::folder_argument(std::env::args_os(), here))
}
