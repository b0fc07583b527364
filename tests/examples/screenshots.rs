//! `cargo xtask screenshots`: every screen of the real window, light and dark, as PNG files in the folder that is given.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what fails here fails at a developer's desk"
)]

#[cfg(target_os = "linux")]
fn main() {
    let folder = std::env::args_os()
        .nth(1)
        .expect("a folder for the pictures");
    linux::take_all(folder.as_ref());
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("The real window is driven on Linux only.");
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use pamphlet_tests::{App, Desktop, Scheme, WindowPage, program};

    /// Width and height of the window, in pixels: as it opens, and small.
    const SIZES: [(&str, u32, u32); 2] = [("", 1280, 820), ("-small", 900, 640)];

    pub fn take_all(folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        for scheme in [Scheme::Light, Scheme::Dark] {
            let camera = Camera { folder, scheme };
            camera.first_start();
            camera.sample();
            camera.damaged();
        }
    }

    struct Camera<'a> {
        folder: &'a Path,
        scheme: Scheme,
    }

    impl Camera<'_> {
        /// The screens of somebody who has never started Pamphlet.
        fn first_start(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let app = desktop.start_app(None);
            let page = app.page();
            page.wait_for("button", "Look at a sample");
            self.take(&app, "welcome");
            page.press("Start a website");
            page.write("Name of the practice", "Sample Hill Family Practice");
            self.take(&app, "start");
            page.write("Town", "Larkmere, VT");
            page.press("Start a website");
            page.wait_for("button", "New article");
            self.take(&app, "articles-empty");
            page.press("New article");
            page.wait_for("button", "Bold");
            wait_for_preview(page);
            self.take(&app, "writing-empty");
        }

        /// The screens of somebody at work on the sample practice.
        fn sample(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let library = sample(&desktop);
            let app = desktop.start_app(Some(&library));
            let page = app.page();
            page.wait_for("button", "New article");
            self.take(&app, "articles");
            page.press_with("Small Steps");
            wait_for_preview(page);
            self.take(&app, "writing");
            page.press_with("Details");
            self.take(&app, "details");
            page.press("Link");
            page.wait_for("dialog", "Link");
            self.take(&app, "link");
            page.press("Cancel");
            page.press("Versions");
            page.wait_for("button", "Keep this version…");
            self.take(&app, "versions");
            page.press("Back to the article");
            page.press("Bin");
            page.wait_for("h1", "Bin");
            self.take(&app, "bin");
            page.press("Practice");
            page.wait_for("button", "Export site");
            self.take(&app, "practice");
            page.press("Export site");
            page.wait_for("button", "Export here");
            self.take(&app, "export-folder");
            page.press("Export here");
            page.wait_for("dialog", "Export finished");
            self.take(&app, "export-finished");
        }

        /// What is shown of a library that can't be opened.
        fn damaged(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let library = sample(&desktop);
            fs::write(library.join("library.db"), "This was a library once.").unwrap();
            let app = desktop.start_app(Some(&library));
            app.page().wait_for("button", "Try again");
            self.take(&app, "problem");
        }

        fn take(&self, app: &App, screen: &str) {
            for (size, width, height) in SIZES {
                app.page().resize(width, height);
                settle(app.page());
                let scheme = match self.scheme {
                    Scheme::Light => "light",
                    Scheme::Dark => "dark",
                };
                let file = self.folder.join(format!("{screen}{size}-{scheme}.png"));
                fs::write(&file, app.page().screenshot()).unwrap();
                println!("{}", file.display());
            }
            let (_, width, height) = SIZES[0];
            app.page().resize(width, height);
        }
    }

    /// Until nothing moves, and what the window's size asked for is drawn.
    fn settle(page: &WindowPage) {
        page.run(
            "window.drawn = false;
             requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = true)));",
            &[],
        );
        page.wait_until(
            "a still window",
            "return window.drawn && document.getAnimations().every((it) => it.playState !== 'running');",
            |still| *still == true,
        );
    }

    fn sample(desktop: &Desktop) -> PathBuf {
        let library = desktop.documents().join("Sample Hill");
        let made = Command::new(program("pamphlet-cli"))
            .arg("sample")
            .arg(&library)
            .output();
        assert!(made.unwrap().status.success());
        library
    }

    /// Until the page is there, with every picture that is in sight drawn.
    fn wait_for_preview(page: &WindowPage) {
        page.wait_until(
            "the preview's pictures",
            "const shown = document.querySelector('iframe[aria-label=Preview]')?.contentDocument;
             if (!shown?.getElementById('article-body')) return false;
             if (!shown.drawn) {
                 shown.drawn = 'not yet';
                 const pictures = [...shown.images].filter((it) => it.loading !== 'lazy');
                 Promise.all(pictures.map((it) => it.decode()))
                     .then(() => requestAnimationFrame(() => requestAnimationFrame(() => (shown.drawn = 'yes'))))
                     .catch(() => (shown.drawn = ''));
             }
             return shown.drawn === 'yes';",
            |drawn| *drawn == true,
        );
    }
}
