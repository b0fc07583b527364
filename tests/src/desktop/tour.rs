//! A walk past every screen and dialog of the app, for whoever looks at all of them.
//!
//! A screen that is not on this walk is neither photographed nor judged: who adds one, adds it here.

use serde_json::Value;

use super::page::{Arrival, Page};
use crate::programs::repository;

/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>: the codes of keys that are no characters.
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const CONTROL: &str = "\u{E009}";
const LEFT: &str = "\u{E012}";
const RIGHT: &str = "\u{E014}";
const F1: &str = "\u{E031}";
const F10: &str = "\u{E03A}";

/// Gives the article of this title another one, as somebody at another window would, and says when it is done.
const RETITLE: &str = "
    const [title, other, done] = arguments;
    const call = (name, request) => window.__TAURI_INTERNALS__
        ? window.__TAURI_INTERNALS__.invoke(name, { request })
        : fetch(`/api/${name}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(request),
          }).then((answer) => answer.json());
    call('articles_search', { words: title })
        .then(({ articles }) => call('article_get', { id: articles[0].row.id }))
        .then(({ id, revision }) =>
            call('article_save', { id, baseRevision: revision, patch: { title: other } }))
        .then(() => done('done'), (thrown) => done(String(thrown)));";

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
    page.press("Pictures");
    page.wait_for("h1", "Pictures");
    look("pictures-empty");
    page.press("Bin");
    page.wait_for("h1", "Bin");
    look("bin-empty");
    page.press("Articles");
    page.press("New article");
    page.wait_for("button", "Bold");
    page.wait_for_preview();
    look("writing-empty");
}

/// What somebody sees who is at work on the sample practice, up to what goes wrong.
pub fn sample(page: &Page, look: &dyn Fn(&str)) {
    page.wait_for("button", "New article");
    look("articles");
    everywhere(page, look);
    page.press_with("Small Steps");
    page.wait_for_preview();
    look("writing");
    dialogs_of_the_editor(page, look);
    page.press("Versions");
    page.wait_for("button", "Name current version…");
    look("versions");
    page.press("Name current version…");
    page.wait_for("button", "Save name");
    look("version-name");
    page.press("Cancel");
    page.press("Back to the article");
    conflict(page, look);
    pictures(page, look);
    people_and_topics(page, look);
    several_and_bin(page, look);
    page.press("Practice");
    page.wait_for("button", "Export site");
    look("practice");
    export(page, look);
    what_is_not_saved(page, look);
}

/// What can be asked for on any screen.
fn everywhere(page: &Page, look: &dyn Fn(&str)) {
    page.type_key(F1);
    page.wait_for("dialog", "Keyboard shortcuts");
    look("shortcuts");
    page.press("Close");
    page.type_key(F10);
    page.wait_for("menu", "Menu");
    look("menu");
    page.type_key(ESCAPE);
}

/// Two windows gave the article another title.
fn conflict(page: &Page, look: &dyn Fn(&str)) {
    let title = page.value("Title");
    let other = "Small Steps to a Good Night";
    let done = page.run_async(RETITLE, &[title.clone().into(), other.into()]);
    assert_eq!(done, "done");
    page.write("Title", "!");
    page.wait_for("button", "Take the other one");
    look("conflict");
    page.press("Take the other one");
    let is_there = |text: &Value| text == other;
    let script = "return document.querySelector('[aria-label=Title]').value";
    page.wait_until("the other title", script, is_there);
}

/// Articles that are selected, what is done to them, and what became of those that were deleted.
fn several_and_bin(page: &Page, look: &dyn Fn(&str)) {
    page.press("Articles");
    page.wait_for("button", "New article");
    let first = "const row = document.querySelector('main .row:has(.title)');
                 row?.querySelector('a').focus();
                 return row?.querySelector('.title').innerText.trim() ?? ''";
    let title = page.wait_until("a first article", first, |title| *title != "");
    let title = title.as_str().unwrap();
    page.type_key(" ");
    page.wait_for("group", "Selected articles");
    look("articles-selected");
    page.press("Add topic…");
    page.wait_for("dialog", "Add a topic to 1 article");
    look("articles-topic");
    page.press("Cancel");
    page.press("Remove topic…");
    page.wait_for("dialog", "Remove a topic from 1 article");
    look("articles-no-topic");
    page.press("Cancel");
    page.press("Delete");
    page.wait_for("button", "Undo delete articles");
    look("notice");
    page.press("Bin");
    page.wait_for("h1", "Bin");
    look("bin");
    page.press(&format!("Delete forever: “{title}”"));
    page.wait_for("dialog", &format!("Delete “{title}” forever?"));
    look("bin-remove");
    page.press("Cancel");
}

fn dialogs_of_the_editor(page: &Page, look: &dyn Fn(&str)) {
    page.press_with("Details");
    look("details");
    tools_without_room(page, look);
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
    page.put_cursor_in("Article text");
    page.type_chords(&[&[CONTROL, "f"]]);
    page.wait_for("search", "Find and replace");
    page.press("Replace words");
    page.write("Find", "a");
    look("find");
    page.type_key(ESCAPE);
}

/// The menu of the tools for which a narrow editor has no room.
fn tools_without_room(page: &Page, look: &dyn Fn(&str)) {
    let width = |key: &str| {
        let script = "document.querySelector('[role=separator]').focus();";
        page.run(script, &[]);
        (0..10).for_each(|_| page.type_key(key));
    };
    width(LEFT);
    page.press("More tools");
    page.wait_for("menu", "More tools");
    look("more-tools");
    page.type_key(ESCAPE);
    width(RIGHT);
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
    page.run("document.querySelector('dialog summary').click()", &[]);
    look("picture-adjust-numbers");
    page.press("Cancel");
    page.press("Replace everywhere…");
    page.wait_for("dialog", "Replace everywhere");
    look("picture-replace");
    page.press("From your pictures…");
    page.wait_for("dialog", "Choose a picture");
    look("picture-choose");
    let choose = "const tiles = [...document.querySelectorAll('dialog[open] button')];
                  const tile = tiles.find((it) => it.innerText.includes('A made bed'));
                  tile?.click();
                  return tile !== undefined";
    page.wait_until("the other picture", choose, |chosen| *chosen == true);
    page.wait_for("button", "Replace");
    look("picture-replace-description");
    page.press("Cancel");
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
    page.press("New topic");
    page.wait_for("dialog", "New topic");
    look("topic-new");
    page.press("Cancel");
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
    page.fill("Online booking page", "call us");
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
    page.press("Close");
    page.press("Other website…");
    page.wait_for("dialog", "Some of your last changes are not saved");
    look("close");
    page.press("Stay here");
}

/// What is shown of a library that can't be opened, and of which there are copies.
pub fn damaged(page: &Page, look: &dyn Fn(&str)) {
    page.wait_for("button", "Try again");
    page.press("Earlier copies");
    look("problem");
}
