//! What the app asks of the desktop.

use std::io;
use std::path::{Path, PathBuf};

use pamphlet_api::{AppEvent, Host};
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::DialogExt;

pub struct Desktop {
    handle: AppHandle,
}

impl Desktop {
    pub fn new(handle: AppHandle) -> Self {
        Self { handle }
    }

    fn home(&self) -> PathBuf {
        self.handle
            .path()
            .home_dir()
            .unwrap_or_else(|_| PathBuf::from("."))
    }
}

impl Host for Desktop {
    fn emit(&self, event: AppEvent) {
        // Fails only when the window is gone; then nobody listens.
        let _ = self.handle.emit("pamphlet", event);
    }

    fn settings_folder(&self) -> PathBuf {
        self.handle
            .path()
            .app_config_dir()
            .unwrap_or_else(|_| self.home().join(".pamphlet"))
    }

    fn documents_folder(&self) -> PathBuf {
        self.handle
            .path()
            .document_dir()
            .unwrap_or_else(|_| self.home().join("Documents"))
    }

    fn choose_folder(&self, title: &str, start: Option<&Path>) -> Option<PathBuf> {
        let mut dialog = self.handle.dialog().file().set_title(title);
        if let Some(window) = self.handle.get_webview_window("main") {
            dialog = dialog.set_parent(&window);
        }
        // The folder itself may not be there yet: begin at the nearest one that is.
        if let Some(start) =
            start.and_then(|start| start.ancestors().find(|folder| folder.is_dir()))
        {
            dialog = dialog.set_directory(start);
        }
        dialog
            .blocking_pick_folder()
            .and_then(|folder| folder.into_path().ok())
    }

    fn open_page(&self, page: &Path) -> io::Result<()> {
        open(page)
    }

    #[cfg(target_os = "macos")]
    fn has_menu_bar(&self) -> bool {
        true
    }

    #[cfg(target_os = "macos")]
    fn show_menus(&self, menus: &[pamphlet_api::Menu]) {
        // A menu that can't be shown is as it was; every item has a shortcut or a button as well.
        let _ = crate::menu::show(&self.handle, menus);
    }

    fn open_folder(&self, folder: &Path) -> io::Result<()> {
        open(folder)
    }
}

fn open(path: &Path) -> io::Result<()> {
    tauri_plugin_opener::open_path(path, None::<&str>).map_err(io::Error::other)
}
