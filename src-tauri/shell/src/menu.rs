//! The menu bar of macOS, without which its shortcuts do nothing in a text.

use tauri::menu::{Menu, MenuBuilder, MenuEvent, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Manager, Wry};

const QUIT: &str = "quit";

pub fn bar(handle: &AppHandle) -> tauri::Result<Menu<Wry>> {
    // The system's own Quit asks nobody: what was typed in the last moment would be lost.
    let quit = MenuItemBuilder::with_id(QUIT, "Quit Pamphlet")
        .accelerator("Cmd+Q")
        .build(handle)?;
    let app = SubmenuBuilder::new(handle, "Pamphlet")
        .about(None)
        .separator()
        .services()
        .separator()
        .hide()
        .hide_others()
        .show_all()
        .separator()
        .item(&quit)
        .build()?;
    let edit = SubmenuBuilder::new(handle, "Edit")
        .undo()
        .redo()
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .build()?;
    let window = SubmenuBuilder::new(handle, "Window")
        .minimize()
        .maximize()
        .separator()
        .close_window()
        .build()?;
    MenuBuilder::new(handle)
        .items(&[&app, &edit, &window])
        .build()
}

/// Quitting is closing the window, which waits until everything is saved.
pub fn chosen(handle: &AppHandle, event: &MenuEvent) {
    if event.id() == QUIT
        && let Some(window) = handle.get_webview_window("main")
    {
        // A window that is gone is closed.
        let _ = window.close();
    }
}
