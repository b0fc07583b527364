//! A walk past every screen and dialog of the app, for whoever looks at all of them.
//!
//! A screen that is not on this walk is neither photographed nor judged: who adds one, adds it here.

use serde_json::Value;

use super::page::{Arrival, Page};
use crate::programs::repository;

/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>: the codes of keys that are no characters.
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";

/// What somebody sees who has never started Pamphlet. `look` is told the name of each screen while it is shown.
pub fn first_start(page: &Page, look: &dyn Fn(&str)) {
    page.wait_for("button", "Look at a sample");
    look("welcome");
    page.press("Start a website");
    page.write("Name of the practice", "Sample Hill Family Practice");
    look("start");
    page.write("Town", "Larkmere, VT");
    page.press("Start a website");
    page.wait_for("button", "New article");
    look("articles-empty");
    page.press("New article");
    page.wait_for("button", "Bold");
    page.wait_for_preview();
    look("writing-empty");
}

/// What somebody sees who is at work on the sample practice, up to what goes wrong.
pub fn sample(page: &Page, look: &dyn Fn(&str)) {
    page.wait_for("button", "New article");
    look("articles");
    page.press_with("Small Steps");
    page.wait_for_preview();
    look("writing");
    dialogs_of_the_editor(page, look);
    page.press("Versions");
    page.wait_for("button", "Keep this version…");
    look("versions");
    page.press("Back to the article");
    pictures(page, look);
    people_and_topics(page, look);
    page.press("Bin");
    page.wait_for("h1", "Bin");
    look("bin");
    page.press("Remove \u{201c}Sleep\u{201d} for ever");
    page.wait_for("button", "Cancel");
    look("bin-remove");
    page.press("Cancel");
    page.press("Practice");
    page.wait_for("button", "Export site");
    look("practice");
    export(page, look);
    what_is_not_saved(page, look);
}

fn dialogs_of_the_editor(page: &Page, look: &dyn Fn(&str)) {
    page.press_with("Details");
    look("details");
    page.press("Link");
    page.wait_for("dialog", "Link");
    look("link");
    page.press("Cancel");
    let picture = repository().join("src-tauri/engine/sample/images/morning-path.jpg");
    page.give_picture(Arrival::Paste, "Article text", &picture);
    page.wait_for("button", "Add picture");
    look("picture");
    page.press("Cancel");
    what_is_inserted(page, look);
}

/// The Insert menu, its dialogs, and a table with its bar, which is taken away again.
fn what_is_inserted(page: &Page, look: &dyn Fn(&str)) {
    let insert = |letters: &str| {
        page.press("Insert");
        page.wait_for("menu", "Insert");
        if letters.is_empty() {
            look("insert");
        }
        letters
            .chars()
            .for_each(|letter| page.type_key(&letter.to_string()));
        page.type_key(if letters.is_empty() { ESCAPE } else { ENTER });
    };
    insert("");
    // The second entry with this letter.
    insert("ss");
    page.wait_for("dialog", "Source");
    look("source");
    page.press("Cancel");
    insert("v");
    page.wait_for("dialog", "Video");
    look("video");
    page.press("Cancel");
    insert("a");
    page.wait_for("dialog", "About these marks");
    look("marks");
    page.press("Close");
    insert("t");
    page.wait_for("toolbar", "Table");
    look("table");
    page.press("Remove the table");
}

fn pictures(page: &Page, look: &dyn Fn(&str)) {
    page.press("Pictures");
    page.wait_for("h1", "Pictures");
    look("pictures");
    page.press_with("The green front door");
    page.wait_for("button", "Crop and turn…");
    look("picture-panel");
    page.press("Crop and turn…");
    page.wait_for("dialog", "Crop and turn");
    look("picture-adjust");
    page.press("Cancel");
    page.press("Replace everywhere…");
    page.wait_for("dialog", "Replace everywhere");
    look("picture-replace");
    page.press("From your pictures…");
    page.wait_for("dialog", "Choose a picture");
    look("picture-choose");
    page.type_key(ESCAPE);
    page.type_key(ESCAPE);
    page.press("Delete");
    page.wait_for("button", "Cancel");
    look("picture-delete");
    page.press("Cancel");
}

fn people_and_topics(page: &Page, look: &dyn Fn(&str)) {
    page.press("People");
    page.wait_for("h1", "People");
    look("people");
    page.press("New person");
    page.wait_for("dialog", "New person");
    look("person-new");
    page.press("Add person");
    page.wait_until(
        "why not",
        "return document.querySelector('dialog [aria-invalid]') !== null",
        |invalid| *invalid == true,
    );
    look("person-refused");
    page.press("Cancel");
    page.press("Topics");
    page.wait_for("h1", "Topics");
    look("topics");
    page.press("Sleep");
    page.wait_for("button", "Move to bin");
    look("topic-panel");
    // It is in the bin when that is looked at.
    page.press("Move to bin");
    page.wait_for("button", "Undo delete topic \u{201c}Sleep\u{201d}");
    look("topics-notice");
}

fn export(page: &Page, look: &dyn Fn(&str)) {
    page.press("Export site");
    page.wait_for("button", "Export here");
    look("export-folder");
    page.press("Export here");
    page.wait_for("dialog", "Making your site");
    look("export-progress");
    page.wait_for("dialog", "Export finished");
    look("export-finished");
    page.press("Close");
}

/// What can't be kept is said wherever one is, and nothing goes out before it is.
fn what_is_not_saved(page: &Page, look: &dyn Fn(&str)) {
    page.fill("Address for booking online", "call us");
    // What is half typed is not complained about.
    page.put_cursor_in("Phone");
    let says = |text: &Value| text.as_str().is_some_and(|text| text.contains("Not saved"));
    page.wait_until("what is not saved", "return document.body.innerText", says);
    look("not-saved");
    page.press("Articles");
    page.wait_for("button", "New article");
    look("not-saved-elsewhere");
    page.press("Export site");
    page.wait_for("dialog", "The site was not exported");
    look("export-failed");
}

/// What is shown of a library that can't be opened.
pub fn damaged(page: &Page, look: &dyn Fn(&str)) {
    page.wait_for("button", "Try again");
    look("problem");
}
