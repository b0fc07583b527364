use std::path::Path;

use rustix::process::Pid;
use serde_json::json;

use super::Desktop;
use super::driver::Driver;
use super::page::Page;
use super::process::kill;
use super::session::Session;
use crate::program;

/// The real app, in its real window.
pub struct App {
    // Closed before the driver goes.
    page: Page,
    pid: Pid,
    _driver: Driver,
}

impl Desktop {
    /// Starts the app as a person does, with no arguments or with a library.
    pub fn start_app(&self, library: Option<&Path>) -> App {
        let binary = program("pamphlet");
        let driver = Driver::webkit(|| {
            let mut driver = self.command("WebKitWebDriver");
            // What makes the app's webview take orders; `tauri-driver` sets it too.
            driver.env("TAURI_WEBVIEW_AUTOMATION", "true");
            driver
        });
        let arguments: Vec<_> = library.into_iter().collect();
        let session = Session::new(
            &driver.address,
            &json!({ "webkitgtk:browserOptions": { "binary": binary, "args": arguments } }),
        );
        let pid = driver.process.started(&binary).expect("the app runs");
        App {
            page: Page::new(session),
            pid,
            _driver: driver,
        }
    }
}

impl App {
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Ends the app as a power cut would.
    pub fn kill(self) {
        kill(self.pid);
    }
}
