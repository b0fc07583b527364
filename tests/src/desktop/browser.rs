use serde_json::json;
use tempfile::TempDir;

use super::Desktop;
use super::driver::Driver;
use super::page::Page;
use super::session::Session;

/// Chromium, as Debian packages it, without a window.
pub struct Browser {
    page: Page,
    _driver: Driver,
    _profile: TempDir,
}

impl Desktop {
    pub fn start_browser(&self) -> Browser {
        let profile = tempfile::tempdir().unwrap();
        let driver = Driver::chromium(self.command("chromedriver"));
        let arguments = [
            "--headless",
            "--window-size=1280,900",
            // The tests may run as root, for whom Chromium has no sandbox.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--user-data-dir={}", profile.path().display()),
        ];
        let session = Session::new(
            &driver.address,
            &json!({
                "goog:chromeOptions": { "args": arguments },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
        );
        Browser {
            page: Page::new(session),
            _driver: driver,
            _profile: profile,
        }
    }
}

impl Browser {
    pub fn page(&self) -> &Page {
        &self.page
    }
}
