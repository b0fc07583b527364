//! A file that no `mod` names is a test that never runs.

use std::fs;
use std::path::Path;

#[test]
fn no_file_is_forgotten() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let forgotten = forgotten_in(&suite, "main.rs");
    assert!(forgotten.is_empty(), "no `mod` names {forgotten:?}");
}

/// Files and folders that `root`, a file in `folder`, does not declare.
fn forgotten_in(folder: &Path, root: &str) -> Vec<String> {
    let declared = fs::read_to_string(folder.join(root)).unwrap();
    let mut forgotten = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = entry.path();
        let name = entry.file_name().into_string().unwrap();
        let module = name.strip_suffix(".rs").unwrap_or(&name);
        let is_declared = declared
            .lines()
            .any(|line| line == format!("mod {module};"));
        if path.is_dir() && path.join("mod.rs").exists() {
            forgotten.extend(forgotten_in(&path, "mod.rs"));
        }
        let is_code = name.ends_with(".rs") || path.join("mod.rs").exists();
        if is_code && name != root && !is_declared {
            forgotten.push(path.display().to_string());
        }
    }
    forgotten
}
