//! What the operating system must have before anything of ours can be built.

use std::fs;

use crate::process::{Failure, Result, command, find, read, run};

/// To build the app: the webview and what Tauri links to.
const BUILD: &[&str] = &[
    "build-essential",
    "libayatana-appindicator3-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
];

/// To drive the real window in tests, open pages in a browser, run the checker of the W3C, and make whole-screen
/// pictures.
const TEST: &[&str] = &[
    "chromium",
    "chromium-driver",
    "dbus-x11",
    "default-jre-headless",
    "fonts-dejavu-core",
    "imagemagick",
    "webkit2gtk-driver",
    "xdotool",
    "xvfb",
];

/// What the packages are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Build,
    Test,
}

/// Installs the missing packages on Debian and its relatives; elsewhere says what is missing.
///
/// # Errors
/// If something is missing that can't be installed from here.
pub fn install(purpose: Purpose) -> Result<()> {
    if cfg!(windows) {
        windows()
    } else if cfg!(target_os = "macos") {
        macos()
    } else if is_debian() {
        debian(purpose)
    } else {
        other_linux()
    }
}

fn debian(purpose: Purpose) -> Result<()> {
    let mut wanted = BUILD.to_vec();
    if purpose == Purpose::Test {
        wanted.extend(TEST);
    }
    install_on_debian(&wanted)
}

/// Installs these Debian packages, those that are missing.
///
/// # Errors
/// Elsewhere than on Debian and its relatives, and if one can't be installed.
pub fn install_debian_packages(wanted: &[&'static str]) -> Result<()> {
    if is_debian() {
        install_on_debian(wanted)
    } else {
        let names = wanted.join(" ");
        Err(Failure(format!(
            "This works on Debian and its relatives only. It needs {names}."
        )))
    }
}

fn install_on_debian(wanted: &[&'static str]) -> Result<()> {
    let missing = missing(wanted);
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("    installing {}", missing.join(" "));
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    let root = read(&mut command("id", ["-u"])).is_some_and(|id| id.trim() == "0");
    if !root && find("sudo").is_none() {
        return Err(Failure(format!(
            "Some packages are missing and can only be installed by root. As root:\n\n  apt-get update && {by_hand}\n\n\
             Then try again."
        )));
    }
    let apt = |arguments: &[&str]| {
        // `sudo` forgets the environment: hand it the variable as its own argument.
        let words = [
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-qq",
            "-o=Dpkg::Use-Pty=0",
        ];
        let words: Vec<&str> = words.iter().chain(arguments).copied().collect();
        run(&mut if root {
            command(words[0], &words[1..])
        } else {
            command("sudo", &words)
        })
    };
    apt(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(&install.iter().chain(&missing).copied().collect::<Vec<_>>())
}

/// The packages of the list that are not installed.
fn missing(wanted: &[&'static str]) -> Vec<&'static str> {
    // `dpkg-query` fails when it does not know one of the names, and still answers for the others.
    let mut query = command(
        "dpkg-query",
        ["--show", "--showformat=${Package} ${db:Status-Status}\\n"],
    );
    let answer = query
        .args(wanted)
        .output()
        .map(|output| output.stdout)
        .unwrap_or_default();
    let answer = String::from_utf8_lossy(&answer);
    let installed = |name: &&str| {
        answer
            .lines()
            .any(|line| line == format!("{name} installed"))
    };
    wanted
        .iter()
        .filter(|name| !installed(name))
        .copied()
        .collect()
}

/// <https://www.freedesktop.org/software/systemd/man/latest/os-release.html>: `ID`, or one of `ID_LIKE`.
fn is_debian() -> bool {
    let text = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let named = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .any(|(key, value)| {
            (key == "ID" || key == "ID_LIKE")
                && value.trim_matches('"').split(' ').any(|id| id == "debian")
        });
    named && find("dpkg-query").is_some()
}

fn other_linux() -> Result<()> {
    let libraries = [
        ("webkit2gtk-4.1", "WebKitGTK 4.1"),
        ("gtk+-3.0", "GTK 3"),
        ("librsvg-2.0", "librsvg"),
        ("openssl", "OpenSSL"),
    ];
    let missing: Vec<&str> = libraries
        .into_iter()
        .filter(|(module, _)| read(&mut command("pkg-config", ["--modversion", module])).is_none())
        .map(|(_, name)| name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure(format!(
        "On this system Pamphlet can't install what it needs by itself. With your package manager, install the \
         development files of: {}. (On Debian they are: {}. For the tests: {}.)",
        missing.join(", "),
        BUILD.join(" "),
        TEST.join(" ")
    )))
}

fn macos() -> Result<()> {
    if read(&mut command("xcode-select", ["--print-path"])).is_some() {
        return Ok(());
    }
    Err(Failure(
        "The Xcode command line tools are missing. Run `xcode-select --install`, then try again."
            .to_owned(),
    ))
}

fn windows() -> Result<()> {
    // That this program was linked shows that the C++ build tools are there.
    // https://learn.microsoft.com/microsoft-edge/webview2/concepts/distribution#detect-if-a-webview2-runtime-is-already-installed
    let id = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let found = [
        r"HKLM\SOFTWARE\WOW6432Node\",
        r"HKLM\SOFTWARE\",
        r"HKCU\Software\",
    ]
    .iter()
    .any(|root| {
        read(&mut command(
            "reg",
            ["query", &format!("{root}{id}"), "/v", "pv"],
        ))
        .is_some()
    });
    if found {
        return Ok(());
    }
    Err(Failure(
        "The WebView2 runtime is missing. Install the \"Evergreen Bootstrapper\" from \
         https://developer.microsoft.com/microsoft-edge/webview2/ and try again."
            .to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_each_package_stands_in_one() {
        for list in [BUILD, TEST] {
            assert!(list.is_sorted());
        }
        assert!(BUILD.iter().all(|name| !TEST.contains(name)));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_nobody_has_is_missing() {
        assert_eq!(
            missing(&["no-such-package-anywhere"]),
            ["no-such-package-anywhere"]
        );
        if is_debian() {
            assert!(missing(&["dpkg", "no-such-package-anywhere"]) == ["no-such-package-anywhere"]);
        }
    }
}
