//! The window: where it was last time, and not seen before there is something to see.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pamphlet_api::{App, Host};
use tauri::webview::PageLoadEvent;
use tauri::window::Color;
use tauri::{
    Manager, PhysicalPosition, PhysicalSize, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::desktop::Desktop;
use crate::place::{Rectangle, WindowPlace};

/// The colour behind everything in the page: red, green and blue.
const BACKGROUND: &str =
    "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)";

pub fn open(tauri: &tauri::App) -> Result<(), Box<dyn Error>> {
    let app = tauri.state::<Arc<App<Desktop>>>();
    let file = app.host().settings_folder().join("window.json");
    for config in &tauri.config().app.windows {
        let window = WebviewWindowBuilder::from_config(tauri, config)?
            .visible(false)
            .on_navigation(is_own_page)
            .on_page_load(|window, load| {
                if load.event() == PageLoadEvent::Finished {
                    show_coloured(window);
                }
            })
            .build()?;
        put_back(&window, &file);
        note_when_closed(&window, file.clone());
    }
    Ok(())
}

/// Before its page is there a window is an empty white sheet, and the system draws one until the page's first frame is
/// ready. Only the page knows for certain whether it will be light or dark.
fn show_coloured(window: WebviewWindow) {
    let shown = window.clone();
    let asked = window.eval_with_callback(BACKGROUND, move |colour| {
        if let Ok([red, green, blue]) = serde_json::from_str::<[u8; 3]>(&colour) {
            let _ = shown.set_background_color(Some(Color(red, green, blue, 255)));
        }
        let _ = shown.show();
    });
    if asked.is_err() {
        let _ = window.show();
    }
}

/// To where it was, if a screen is there. A window that can't be placed stands where the system puts it.
fn put_back(window: &WebviewWindow, file: &Path) {
    let Some(place) = WindowPlace::read(file) else {
        return;
    };
    let at = place.rectangle;
    if at.is_reachable_on(&screens(window)) {
        let _ = window.set_position(PhysicalPosition::new(at.x, at.y));
        let _ = window.set_size(PhysicalSize::new(at.width, at.height));
    }
    if place.maximized {
        let _ = window.maximize();
    }
}

fn screens(window: &WebviewWindow) -> Vec<Rectangle> {
    let monitors = window.available_monitors().unwrap_or_default();
    monitors
        .iter()
        .map(|monitor| Rectangle::new(*monitor.position(), *monitor.size()))
        .collect()
}

fn note_when_closed(window: &WebviewWindow, file: PathBuf) {
    let closing = window.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::CloseRequested { .. }) {
            note(&closing, &file);
        }
    });
}

fn note(window: &WebviewWindow, file: &Path) {
    let maximized = window.is_maximized().unwrap_or(false);
    let whole = maximized || window.is_fullscreen().unwrap_or(false);
    let rectangle = if whole || window.is_minimized().unwrap_or(false) {
        // How large it will be when it is made smaller again.
        WindowPlace::read(file).map(|place| place.rectangle)
    } else {
        match (window.outer_position(), window.inner_size()) {
            (Ok(position), Ok(size)) => Some(Rectangle::new(position, size)),
            _ => None,
        }
    };
    let place = WindowPlace {
        rectangle: rectangle.unwrap_or_default(),
        maximized,
    };
    place.write(file);
}

/// Nothing that is clicked in the window or in the preview's frame leads anywhere else.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" | "about" => true,
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_navigated_to() {
        let own = [
            "tauri://localhost/",
            "http://tauri.localhost/index.html",
            "about:srcdoc",
        ];
        let others = [
            "https://example.org/",
            "http://tauri.localhost.example/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "pamphlet://localhost/site.css",
        ];
        let is_own = |url: &str| is_own_page(&url.parse().unwrap());
        assert!(own.into_iter().all(is_own));
        assert!(!others.into_iter().any(is_own));
    }
}
