//! One running copy: a second start shows the first one's window.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use pamphlet_api::{App, AppEvent, Host};
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Wry};

use crate::desktop::Desktop;
use crate::folder_argument;

/// Nothing where there is no session bus to find the first copy by: then the library's own lock must do.
pub fn plugin() -> Option<TauriPlugin<Wry>> {
    has_session_bus().then(|| {
        tauri_plugin_single_instance::init(|tauri, arguments, from| {
            show(tauri, arguments.into_iter().map(OsString::from), &from);
        })
    })
}

fn show(tauri: &AppHandle, arguments: impl Iterator<Item = OsString>, from: &str) {
    if let Some(window) = tauri.get_webview_window("main") {
        // A window that can't be raised is still there.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
    if let Some(folder) = folder_argument(arguments, Path::new(from)) {
        let app = tauri.state::<Arc<App<Desktop>>>();
        app.host().emit(AppEvent::OpenFolder {
            folder: folder.display().to_string(),
        });
    }
}

#[cfg(target_os = "linux")]
fn has_session_bus() -> bool {
    let named = std::env::var("DBUS_SESSION_BUS_ADDRESS").is_ok_and(|at| at.starts_with("unix:"));
    let usual = std::env::var_os("XDG_RUNTIME_DIR")
        .is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists());
    named || usual
}

#[cfg(not(target_os = "linux"))]
fn has_session_bus() -> bool {
    true
}
