use std::collections::BTreeMap;
use std::env::{self, consts::EXE_SUFFIX};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use serde_json::Value;

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), Into::into)
}

/// One of our own programs, as it is now: the one in the folder that the variable `PAMPHLET_PROGRAMS` names, where
/// `cargo xtask test` has just built it, or else built here.
pub fn program(name: &'static str) -> PathBuf {
    static BUILT: Mutex<BTreeMap<&str, PathBuf>> = Mutex::new(BTreeMap::new());

    if let Some(folder) = env::var_os("PAMPHLET_PROGRAMS") {
        let path = Path::new(&folder).join(format!("{name}{EXE_SUFFIX}"));
        assert!(path.is_file(), "{} is not there", path.display());
        return path;
    }
    // Tests that run beside each other wait for one build.
    BUILT
        .lock()
        .unwrap()
        .entry(name)
        .or_insert_with(|| build(name))
        .clone()
}

/// The cargo that runs the tests.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    cargo.current_dir(repository());
    cargo
}

fn build(name: &str) -> PathBuf {
    let mut cargo = cargo();
    cargo.args([
        "build",
        "--quiet",
        "--message-format=json-render-diagnostics",
        "--package",
        name,
    ]);
    if name == "pamphlet" {
        let contents = repository().join("ui/dist/index.html");
        assert!(
            contents.exists(),
            "the window's contents are not built: npm run build"
        );
    }
    let output = cargo.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{name} does not build");
    let made = String::from_utf8(output.stdout).unwrap();
    made.lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .unwrap_or_else(|| panic!("{name} is no program"))
}
