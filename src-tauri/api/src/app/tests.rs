//! Copies of the library that is open, and whoever comes in between.

use pamphlet_engine::{LibraryCopy, SystemWorld, copies_of};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::commands::Request;

/// A desktop that shows nothing.
struct Quiet(TempDir);

impl Host for Quiet {
    fn emit(&self, _event: AppEvent) {}

    fn settings_folder(&self) -> PathBuf {
        self.0.path().join("settings")
    }

    fn documents_folder(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    fn choose_folder(&self, _title: &str, _start: Option<&Path>) -> Option<PathBuf> {
        None
    }

    fn open_page(&self, _page: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn open_folder(&self, _folder: &Path) -> std::io::Result<()> {
        Ok(())
    }
}

fn app() -> App<Quiet> {
    App::new(
        Quiet(tempfile::tempdir().unwrap()),
        Arc::new(SystemWorld),
        None,
    )
}

fn call(app: &App<Quiet>, command: &str, request: Value) -> Value {
    let answer = app.call(command, Request::Value(request)).unwrap();
    serde_json::from_str(&answer).unwrap()
}

fn folder(app: &App<Quiet>, name: &str) -> PathBuf {
    app.host().documents_folder().join(name)
}

/// Makes a library, which is open then.
fn create(app: &App<Quiet>, name: &str) -> PathBuf {
    let folder = folder(app, name);
    let asked = json!({ "folder": folder, "practiceName": name, "town": "", "phone": "" });
    call(app, "library_create", asked);
    call(app, "library_settle", json!({}));
    folder
}

fn copies(folder: &Path) -> Vec<LibraryCopy> {
    copies_of(folder).unwrap()
}

#[test]
fn a_new_library_is_copied_once_something_is_in_it() {
    let app = app();
    let alder = create(&app, "Alder");
    call(&app, "library_keep_copy", json!({}));
    assert_eq!(copies(&alder), []);
    call(&app, "article_create", json!({}));
    call(&app, "library_keep_copy", json!({}));
    call(&app, "library_keep_copy", json!({}));
    let listed = call(&app, "library_copies", json!({ "folder": alder }));
    assert_eq!(listed["copies"].as_array().unwrap().len(), 1);
    assert_eq!(listed["copies"][0]["holds"]["articles"], 1);
}

#[test]
fn what_was_written_is_copied_when_pamphlet_ends() {
    let app = app();
    let alder = create(&app, "Alder");
    call(&app, "article_create", json!({}));
    app.end();
    assert_eq!(copies(&alder).len(), 1);
    // Whoever closes the library first and ends Pamphlet at once has it, too.
    let birch = create(&app, "Birch");
    call(&app, "article_create", json!({}));
    call(&app, "library_close", json!({}));
    app.end();
    assert_eq!(copies(&birch).len(), 1);
}

#[test]
fn a_library_that_was_closed_can_be_opened_at_once() {
    let app = app();
    let (alder, birch) = (create(&app, "Alder"), folder(&app, "Birch"));
    for _ in 0..5 {
        call(&app, "article_create", json!({}));
        call(&app, "library_close", json!({}));
        call(&app, "library_open", json!({ "folder": alder }));
        call(&app, "article_create", json!({}));
        if birch.exists() {
            call(&app, "library_open", json!({ "folder": birch }));
        } else {
            create(&app, "Birch");
        }
        call(&app, "library_open", json!({ "folder": alder }));
    }
}
