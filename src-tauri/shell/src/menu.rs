//! The menu bar of macOS. What it offers, the window says; what the system gives every app stands here.

use std::sync::Arc;

use pamphlet_api::{App, AppEvent, Host, Menu, MenuItem};
use tauri::menu::{
    IsMenuItem, Menu as Bar, MenuBuilder, MenuEvent, MenuItemBuilder, PredefinedMenuItem, Submenu,
    SubmenuBuilder,
};
use tauri::{AppHandle, Manager, Wry};

use crate::desktop::Desktop;

const QUIT: &str = "quit";

pub fn bar(handle: &AppHandle, menus: &[Menu]) -> tauri::Result<Bar<Wry>> {
    let app = app_menu(handle)?;
    let mut bar = MenuBuilder::new(handle).item(&app);
    // The menu of the windows stands before Help, which is the last.
    let help = menus.len().saturating_sub(1);
    for menu in &menus[..help] {
        bar = bar.item(&submenu(handle, menu)?);
    }
    bar = bar.item(&window_menu(handle)?);
    for menu in &menus[help..] {
        bar = bar.item(&submenu(handle, menu)?);
    }
    bar.build()
}

/// Shows other menus, or the same ones with other names.
pub fn show(handle: &AppHandle, menus: &[Menu]) -> tauri::Result<()> {
    if !renew(handle, menus)? {
        handle.set_menu(bar(handle, menus)?)?;
    }
    Ok(())
}

/// Names the items anew where they are, so that an open menu stays open. Says whether all of them were there.
fn renew(handle: &AppHandle, menus: &[Menu]) -> tauri::Result<bool> {
    let Some(bar) = handle.menu() else {
        return Ok(false);
    };
    for menu in menus {
        let Some(found) = bar.get(&menu.title) else {
            return Ok(false);
        };
        let Some(submenu) = found.as_submenu() else {
            return Ok(false);
        };
        for item in menu.items.iter().filter(|item| !is_predefined(&item.id)) {
            let Some(found) = submenu.get(&item.id) else {
                return Ok(false);
            };
            if let Some(found) = found.as_menuitem() {
                found.set_text(&item.label)?;
                found.set_enabled(item.enabled)?;
            }
        }
    }
    Ok(true)
}

fn submenu(handle: &AppHandle, menu: &Menu) -> tauri::Result<Submenu<Wry>> {
    let mut submenu = SubmenuBuilder::with_id(handle, &menu.title, &menu.title);
    for item in &menu.items {
        submenu = submenu.item(&*made(handle, item)?);
    }
    submenu.build()
}

fn made(handle: &AppHandle, item: &MenuItem) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    let label = Some(item.label.as_str());
    Ok(match item.id.as_str() {
        "-" => Box::new(PredefinedMenuItem::separator(handle)?),
        "cut" => Box::new(PredefinedMenuItem::cut(handle, label)?),
        "copy" => Box::new(PredefinedMenuItem::copy(handle, label)?),
        "paste" => Box::new(PredefinedMenuItem::paste(handle, label)?),
        "selectAll" => Box::new(PredefinedMenuItem::select_all(handle, label)?),
        id => {
            let mut made = MenuItemBuilder::with_id(id, &item.label).enabled(item.enabled);
            if let Some(keys) = &item.keys {
                made = made.accelerator(keys);
            }
            Box::new(made.build(handle)?)
        }
    })
}

fn is_predefined(id: &str) -> bool {
    matches!(id, "-" | "cut" | "copy" | "paste" | "selectAll")
}

fn app_menu(handle: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    // The system's own Quit asks nobody: what was typed in the last moment would be lost.
    let quit = MenuItemBuilder::with_id(QUIT, "Quit Pamphlet")
        .accelerator("Cmd+Q")
        .build(handle)?;
    SubmenuBuilder::new(handle, "Pamphlet")
        .about(None)
        .separator()
        .services()
        .separator()
        .hide()
        .hide_others()
        .show_all()
        .separator()
        .item(&quit)
        .build()
}

fn window_menu(handle: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    SubmenuBuilder::new(handle, "Window")
        .minimize()
        .maximize()
        .separator()
        .close_window()
        .build()
}

/// Quitting is closing the window, which waits until everything is saved. All else is the window's to do.
pub fn chosen(handle: &AppHandle, event: &MenuEvent) {
    let id = event.id().as_ref();
    if id != QUIT {
        let app = handle.state::<Arc<App<Desktop>>>();
        app.host().emit(AppEvent::MenuItem { id: id.to_owned() });
    } else if let Some(window) = handle.get_webview_window("main") {
        // A window that is gone is closed.
        let _ = window.close();
    }
}
