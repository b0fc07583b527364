use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::types::Menu;

/// What the app asks of the desktop, or the browser, that it runs in.
pub trait Host: Send + Sync + 'static {
    /// Tells the window something that it did not ask.
    fn emit(&self, event: AppEvent);
    /// Where the app keeps small files of its own.
    fn settings_folder(&self) -> PathBuf;
    /// Where people keep what they write.
    fn documents_folder(&self) -> PathBuf;
    /// Asks the person for a folder; nothing if they changed their mind.
    fn choose_folder(&self, title: &str, start: Option<&Path>) -> Option<PathBuf>;
    /// Shows a page in the browser.
    ///
    /// # Errors
    /// If there is nothing to show it with.
    fn open_page(&self, page: &Path) -> std::io::Result<()>;
    /// Shows a folder in the file manager.
    ///
    /// # Errors
    /// If there is nothing to show it with.
    fn open_folder(&self, folder: &Path) -> std::io::Result<()>;
    /// Whether programs here have a menu bar outside their windows.
    fn has_menu_bar(&self) -> bool {
        false
    }
    /// Shows these menus in the menu bar, where there is one.
    fn show_menus(&self, menus: &[Menu]) {
        let _ = menus;
    }
}

/// What a window is told without having asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(tag = "type", rename_all = "camelCase")]
pub enum AppEvent {
    /// An export goes on: `done` of `total` files.
    ExportProgress { done: u32, total: u32 },
    /// Pamphlet was started again with a folder to open.
    OpenFolder { folder: String },
    /// An item of the menu bar was chosen.
    MenuItem { id: String },
}
