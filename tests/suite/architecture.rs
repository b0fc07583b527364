//! Who may know whom: the invariants of `ARCHITECTURE.md` that a reader of code could overlook.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use pamphlet_tests::repository;
use serde_json::Value;

/// The diagram in `ARCHITECTURE.md`: each package of ours, and those that its code may name. What stands further right
/// in the diagram may be named from the engine on; the shell sees nothing but the wire.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("pamphlet", &["pamphlet-api"]),
    ("pamphlet-cli", &["pamphlet-api", "pamphlet-engine"]),
    (
        "pamphlet-tests",
        &["pamphlet-api", "pamphlet-engine", "pamphlet-model"],
    ),
    ("pamphlet-api", &["pamphlet-engine", "pamphlet-model"]),
    (
        "pamphlet-engine",
        &[
            "pamphlet-import",
            "pamphlet-markdown",
            "pamphlet-model",
            "pamphlet-site",
            "pamphlet-store",
        ],
    ),
    ("pamphlet-site", &["pamphlet-markdown", "pamphlet-model"]),
    ("pamphlet-import", &["pamphlet-markdown", "pamphlet-model"]),
    ("pamphlet-store", &["pamphlet-model"]),
    ("pamphlet-markdown", &["pamphlet-model"]),
    ("pamphlet-model", &[]),
    ("xtask", &[]),
];

/// Packages from elsewhere that only one of ours may name.
const ONE_PLACE: &[(&str, &str)] = &[
    ("rusqlite", "pamphlet-store"),
    ("pulldown-cmark", "pamphlet-markdown"),
    ("tauri", "pamphlet"),
    ("wry", "pamphlet"),
];

#[test]
fn packages_know_only_whom_they_may() {
    let ours: BTreeSet<&str> = members().map(name).collect();
    let listed: BTreeSet<&str> = MAY_KNOW.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        ours, listed,
        "the packages of the workspace, and those in the diagram"
    );
    let mut forbidden = Vec::new();
    for package in members() {
        let (_, may_know) = MAY_KNOW
            .iter()
            .find(|(listed, _)| *listed == name(package))
            .unwrap();
        // A package may ask in its own tests for a feature of its own.
        let known = declared(package).filter(|known| {
            ours.contains(known) && !may_know.contains(known) && *known != name(package)
        });
        forbidden.extend(known.map(|known| format!("{} names {known}", name(package))));
    }
    assert_eq!(forbidden, [""; 0], "against the diagram in ARCHITECTURE.md");
}

#[test]
fn some_crates_are_named_in_one_place_only() {
    for (known, place) in ONE_PLACE {
        for package in members().filter(|package| name(package) != *place) {
            let named = declared(package).any(|dependency| dependency == *known);
            assert!(
                !named,
                "{} may not name {known}: only {place} may",
                name(package)
            );
        }
    }
}

#[test]
fn nothing_but_the_shell_reaches_the_webview() {
    let resolved = resolved();
    for package in members().filter(|package| name(package) != "pamphlet") {
        let reached = reachable(&resolved, package["id"].as_str().unwrap());
        for forbidden in ["tauri", "wry", "tao"] {
            let found = packages()
                .any(|p| name(p) == forbidden && reached.contains(p["id"].as_str().unwrap()));
            assert!(!found, "{} is linked to {forbidden}", name(package));
        }
    }
}

#[test]
fn the_shell_is_thin() {
    let files = files_in(&repository().join("src-tauri/shell"), &["rs"]);
    assert!(!files.is_empty());
    let lines: usize = files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap().lines().count())
        .sum();
    assert!(
        lines < 1000,
        "the shell has {lines} lines: what of it belongs to `api` or `engine`?"
    );
}

#[test]
fn the_window_has_one_door() {
    let door = repository().join("ui/src/lib/api/tauri.ts");
    let files = files_in(&repository().join("ui/src"), &["ts", "svelte", "js"]);
    assert!(files.contains(&door));
    for file in files {
        let names_tauri = fs::read_to_string(&file).unwrap().contains("@tauri-apps/");
        assert_eq!(
            names_tauri,
            file == door,
            "{} and @tauri-apps",
            file.display()
        );
    }
}

/// What `cargo metadata` says of what this platform needs: nothing else need be on the disk.
static METADATA: LazyLock<Value> = LazyLock::new(|| {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version=1",
            "--offline",
            "--locked",
            "--filter-platform=host-tuple",
        ])
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
});

pub(crate) fn packages() -> impl Iterator<Item = &'static Value> {
    METADATA["packages"].as_array().unwrap().iter()
}

fn members() -> impl Iterator<Item = &'static Value> {
    let members = METADATA["workspace_members"].as_array().unwrap();
    packages().filter(|package| members.contains(&package["id"]))
}

pub(crate) fn name(package: &Value) -> &str {
    package["name"].as_str().unwrap()
}

/// What a package's manifest names, in any of its sections.
fn declared(package: &Value) -> impl Iterator<Item = &str> {
    package["dependencies"].as_array().unwrap().iter().map(name)
}

/// Each package and those that it is linked to.
fn resolved() -> BTreeMap<&'static str, Vec<&'static str>> {
    let nodes = METADATA["resolve"]["nodes"].as_array().unwrap().iter();
    let text = |value: &'static Value| value.as_str().unwrap();
    nodes
        .map(|node| {
            let linked = node["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .map(text)
                .collect();
            (text(&node["id"]), linked)
        })
        .collect()
}

fn reachable<'a>(resolved: &BTreeMap<&'a str, Vec<&'a str>>, from: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::from([from]);
    let mut waiting = vec![from];
    while let Some(package) = waiting.pop() {
        waiting.extend(
            resolved[package]
                .iter()
                .filter(|linked| reached.insert(linked)),
        );
    }
    reached
}

/// Files with these endings, in a folder and its folders.
fn files_in(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_in(&path, endings));
        } else if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
        {
            found.push(path);
        }
    }
    found
}
