//! A desktop of its own for a test: display, session bus, home; and in it the real window and a real browser.

mod app;
mod browser;
mod chromium;
mod driver;
mod host;
pub mod long_texts;
mod page;
mod process;
mod session;
pub mod tour;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::Arc;

use pamphlet_engine::make_sample;
use tempfile::TempDir;

pub use app::App;
pub use browser::Browser;
pub use host::LoopbackHost;
pub use page::{Arrival, Page};
use process::Process;

use crate::program;
use crate::world::TestWorld;

/// Display, session bus and home of somebody who has just sat down. Nothing of the developer's own desktop is seen or
/// touched, and all of it is gone afterwards.
pub struct Desktop {
    // In the order in which they end.
    _display: Process,
    _bus: Process,
    home: TempDir,
    variables: Vec<(&'static str, String)>,
}

/// What the person likes better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Desktop {
    #[expect(clippy::new_without_default, reason = "it starts programs")]
    pub fn new() -> Self {
        Self::in_scheme(Scheme::Light)
    }

    /// A desktop whose programs are to be light or dark.
    pub fn in_scheme(scheme: Scheme) -> Self {
        let home = make_home();
        let (display, number) = Process::announced(
            Command::new("Xvfb").args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1440x900x24",
                "-nolisten",
                "tcp",
            ]),
            |line| Some(format!(":{line}")),
        );
        let (bus, address) = Process::announced(
            Command::new("dbus-daemon").args([
                "--session",
                "--nofork",
                "--nopidfile",
                "--print-address=1",
            ]),
            |line| Some(line.to_owned()),
        );
        let path = |name: &str| home.path().join(name).display().to_string();
        let variables = vec![
            ("PATH", std::env::var("PATH").unwrap()),
            ("HOME", path("")),
            ("XDG_CONFIG_HOME", path(".config")),
            ("XDG_DATA_HOME", path(".local/share")),
            ("XDG_CACHE_HOME", path(".cache")),
            ("XDG_RUNTIME_DIR", path(".run")),
            ("LANG", "C.UTF-8".to_owned()),
            ("DISPLAY", number),
            ("DBUS_SESSION_BUS_ADDRESS", address),
            ("GDK_BACKEND", "x11".to_owned()),
            (
                "GTK_THEME",
                if scheme == Scheme::Dark {
                    "Adwaita:dark"
                } else {
                    "Adwaita"
                }
                .to_owned(),
            ),
            // No settings daemon, no accessibility bus and no virtual file systems are started beside the app.
            ("GSETTINGS_BACKEND", "memory".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("GIO_USE_VFS", "local".to_owned()),
        ];
        Self {
            _display: display,
            _bus: bus,
            home,
            variables,
        }
    }

    /// Where the person keeps what they write.
    pub fn documents(&self) -> PathBuf {
        self.home.path().join("Documents")
    }

    /// The library of the sample practice.
    pub fn sample(&self) -> PathBuf {
        let library = self.documents().join("Sample Hill");
        drop(make_sample(&library, Arc::new(TestWorld::default())).unwrap());
        library
    }

    /// A library whose texts are as long as any.
    pub fn long_texts(&self) -> PathBuf {
        long_texts::make(&self.documents().join("Greater Larkmere"))
    }

    /// A library that can't be opened, and copies of three days.
    pub fn damaged(&self) -> PathBuf {
        let library = self.documents().join("Sample Hill");
        let world = Arc::new(TestWorld::default());
        let made = make_sample(&library, world).unwrap();
        made.make_copy(&|| false).unwrap().unwrap();
        drop(made);
        let copies = library.join("backups");
        let last = fs::read_dir(&copies).unwrap().next().unwrap().unwrap();
        for earlier in ["2026-05-29T210500Z.db", "2026-05-28T124000Z.db"] {
            fs::copy(last.path(), copies.join(earlier)).unwrap();
        }
        fs::write(library.join("library.db"), "This was a library once.").unwrap();
        library
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Starts the app again beside one that runs, with a library as the person's folder names it, until it ends.
    pub fn start_app_again(&self, library: &Path) -> ExitStatus {
        let mut again = self.command(&program("pamphlet").display().to_string());
        again.arg(library).status().unwrap()
    }

    /// A program that sees this desktop and nothing else.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(self.variables.iter().cloned())
            .current_dir(self.home());
        command
    }
}

fn make_home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for folder in [".config", ".local/share", ".cache", ".run", "Documents"] {
        fs::create_dir_all(home.path().join(folder)).unwrap();
    }
    fs::set_permissions(home.path().join(".run"), fs::Permissions::from_mode(0o700)).unwrap();
    // https://www.freedesktop.org/wiki/Software/xdg-user-dirs/
    let folders = "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n";
    fs::write(home.path().join(".config/user-dirs.dirs"), folders).unwrap();
    home
}
