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
    use std::path::Path;

    use pamphlet_tests::{Desktop, Scheme, WindowPage, long_texts, tour};

    /// Width and height of the window, in pixels: as it opens, and small.
    const SIZES: [(&str, u32, u32); 2] = [("", 1280, 820), ("-small", 900, 640)];

    pub fn take_all(folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        for scheme in [Scheme::Light, Scheme::Dark] {
            let camera = Camera { folder, scheme };
            camera.first_start();
            camera.sample();
            camera.long_texts();
            camera.damaged();
        }
    }

    struct Camera<'a> {
        folder: &'a Path,
        scheme: Scheme,
    }

    impl Camera<'_> {
        fn first_start(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let app = desktop.start_app(None);
            tour::first_start(app.page(), &|screen| self.take(app.page(), screen));
        }

        fn sample(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let app = desktop.start_app(Some(&desktop.sample()));
            tour::sample(app.page(), &|screen| self.take(app.page(), screen));
        }

        fn long_texts(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let app = desktop.start_app(Some(&desktop.long_texts()));
            long_texts::walk(app.page(), &|screen| self.take(app.page(), screen));
        }

        fn damaged(&self) {
            let desktop = Desktop::in_scheme(self.scheme);
            let library = desktop.damaged();
            let app = desktop.start_app(Some(&library));
            tour::damaged(app.page(), &|screen| self.take(app.page(), screen));
        }

        fn take(&self, page: &WindowPage, screen: &str) {
            for (size, width, height) in SIZES {
                page.resize(width, height);
                page.wait_until_still();
                let scheme = match self.scheme {
                    Scheme::Light => "light",
                    Scheme::Dark => "dark",
                };
                let file = self.folder.join(format!("{screen}{size}-{scheme}.png"));
                fs::write(&file, page.screenshot()).unwrap();
                println!("{}", file.display());
            }
            let (_, width, height) = SIZES[0];
            page.resize(width, height);
        }
    }
}
