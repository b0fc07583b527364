//! The desktop shell: the window, native dialogs, and the one bridge between the UI and [`pamphlet_api`].
//!
//! Nothing is decided here. Commands are forwarded to [`App::call`] on a thread that may wait, and the preview's
//! pictures and stylesheet are served at `pamphlet://localhost/`.

mod bridge;
mod desktop;
mod instance;
#[cfg(target_os = "macos")]
mod menu;
mod place;
mod window;

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pamphlet_api::App;
use pamphlet_api::SystemWorld;
use tauri::{Manager, RunEvent};

use crate::desktop::Desktop;

/// The library that a command line names: its first argument that is not an option. `from` is the folder in which it
/// was typed.
pub fn folder_argument(
    arguments: impl IntoIterator<Item = OsString>,
    from: &Path,
) -> Option<PathBuf> {
    let mut arguments = arguments.into_iter().skip(1);
    let folder = arguments.find(|argument| !argument.to_string_lossy().starts_with('-'))?;
    std::path::absolute(from.join(folder)).ok()
}

/// Runs the app until its window is closed. `folder` is a library to open instead of the one of last time.
///
/// # Errors
/// If the system has no webview, or no window can be opened.
pub fn run(folder: Option<PathBuf>) -> Result<(), Box<dyn Error>> {
    let builder = tauri::Builder::default().plugin(tauri_plugin_dialog::init());
    let builder = match instance::plugin() {
        Some(plugin) => builder.plugin(plugin),
        None => builder,
    };
    #[cfg(target_os = "macos")]
    let builder = builder
        .menu(|handle| menu::bar(handle, &[]))
        .on_menu_event(|handle, event| menu::chosen(handle, &event));
    builder
        .setup(move |tauri| {
            let desktop = Desktop::new(tauri.handle().clone());
            tauri.manage(Arc::new(App::new(desktop, Arc::new(SystemWorld), folder)));
            window::open(tauri)
        })
        .invoke_handler(bridge::invoke)
        .register_asynchronous_uri_scheme_protocol("pamphlet", bridge::serve)
        .build(tauri::generate_context!())?
        .run(|handle, event| {
            if matches!(event, RunEvent::Exit) {
                handle.state::<Arc<App<Desktop>>>().end();
            }
        });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_argument_that_is_no_option_is_the_library() {
        let argument = |words: &[&str]| {
            folder_argument(words.iter().map(OsString::from), Path::new("/home/erin"))
        };
        assert_eq!(argument(&["pamphlet"]), None);
        assert_eq!(argument(&["pamphlet", "--automation"]), None);
        let folder = argument(&["pamphlet", "--automation", "Riverbend"]).unwrap();
        assert!(folder.is_absolute() && folder.ends_with("erin/Riverbend"));
    }
}
