//! `cargo xtask site-pictures`: every kind of page of a finished site in every look, on a phone and on a desk, light and
//! dark, as PNG files in the folder that is given.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what fails here fails at a developer's desk"
)]

#[cfg(target_os = "linux")]
fn main() {
    let words: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    let (folder, input) = words.split_first().expect("a folder for the pictures");
    linux::take_all(folder.as_ref(), input.first().map(AsRef::as_ref));
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("The browser is driven on Linux only.");
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::Path;

    use pamphlet_tests::judge::sites::{self, Input, Made};
    use pamphlet_tests::judge::web_server::WebServer;
    use pamphlet_tests::judge::{Judged, browser};
    use pamphlet_tests::{Desktop, Scheme, WindowPage};

    const WIDTHS: [u32; 2] = [360, 1280];
    /// What the README shows of the sample practice: a look, and the page.
    const README: [(&str, &str); 2] = [
        ("journal", "index.html"),
        (
            "neighbor",
            "articles/small-steps-to-better-sleep/index.html",
        ),
    ];
    const README_HEIGHT: u32 = 860;

    pub fn take_all(folder: &Path, input: Option<&Path>) {
        let input = input.map_or(Input::Sample, |folder| {
            Input::Folder(std::path::absolute(folder).unwrap())
        });
        let desktop = Desktop::new();
        let browser = desktop.start_browser();
        for made in sites::of(&input, &folder.join("sites")) {
            take(&made, browser.page(), folder);
            if let Input::Sample = input {
                take_for_readme(&made, browser.page(), folder);
            }
        }
    }

    fn take_for_readme(made: &Made, page: &WindowPage, folder: &Path) {
        let server = WebServer::start(&made.folder);
        for (look, path) in README {
            if !made.folder.ends_with(look) {
                continue;
            }
            let address = format!("{}{path}", server.address);
            browser::show(page, &address, 1280, Scheme::Light);
            let file = folder.join(format!("site-{look}.webp"));
            fs::write(file, page.top_picture(README_HEIGHT)).unwrap();
        }
    }

    fn take(made: &Made, page: &WindowPage, folder: &Path) {
        let site = Judged::of(&made.folder);
        let server = WebServer::start(&made.folder);
        let look = folder.join(made.name.replace(", ", "-"));
        fs::create_dir_all(&look).unwrap();
        for (kind, path) in &site.sample.opened {
            for width in WIDTHS {
                for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
                    let address = format!("{}{path}", server.address);
                    let picture = browser::picture(page, &address, width, scheme);
                    let kind = kind.replace('/', "-").replace('*', "one");
                    let file = look.join(format!("{kind}-{width}-{name}.png"));
                    fs::write(&file, picture).unwrap();
                    println!("{}", file.display());
                }
            }
        }
    }
}
