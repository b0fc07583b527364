//! What other programs put on the clipboard, pasted in the real window.

use std::fs;

use pamphlet_tests::{Desktop, WindowPage, repository};
use serde_json::json;

use super::{begin_an_article, stored_text};

const BACKSPACE: &str = "\u{E003}";
const CONTROL: &str = "\u{E009}";
const SHIFT: &str = "\u{E008}";

/// Copied with its formats, as from any page.
const ELSEWHERE: &str = "<p><b>Hours</b></p><ul><li>on <i>Friday</i></li></ul>";

struct Clipboard {
    name: String,
    html: String,
    expected: String,
}

#[test]
fn what_other_programs_copy_becomes_clean_text_and_one_step_of_undo() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    let mut wrong = Vec::new();
    for Clipboard {
        name,
        html,
        expected,
    } in clipboards()
    {
        clear(page);
        page.paste("Article text", &html, "The words alone.");
        let text = stored_text(page);
        if text != expected {
            wrong.push(format!("{name}: {text:?}, not {expected:?}"));
        }
        page.type_chords(&[&[CONTROL, "z"]]);
        let text = stored_text(page);
        if !text.is_empty() {
            wrong.push(format!("{name}, undone: {text:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_clipboard_is_pasted_with_its_formats_or_without_them() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    copy(page, ELSEWHERE);
    let pasted = |paste: &dyn Fn()| {
        page.put_cursor_in("Article text");
        clear(page);
        paste();
        page.wait_until(
            "what was pasted",
            "return document.querySelector('[aria-label=\"Article text\"]').innerText",
            |text| text.as_str().is_some_and(|text| text.contains("Friday")),
        );
        stored_text(page)
    };
    let key = |chord: &[&str]| page.type_chords(&[chord]);
    assert_eq!(
        pasted(&|| key(&[CONTROL, "v"])),
        "**Hours**\n\n- on *Friday*"
    );
    let plain = pasted(&|| key(&[CONTROL, SHIFT, "v"]));
    assert!(!plain.contains('*'), "{plain}");
    let chosen = pasted(&|| {
        page.press("Menu");
        page.press("Paste without formatting");
    });
    assert_eq!(chosen, plain);
}

fn clear(page: &WindowPage) {
    page.put_cursor_in("Article text");
    page.type_chords(&[&[CONTROL, "a"], &[BACKSPACE], &[BACKSPACE]]);
}

/// Puts a page's words on the clipboard with the keys for it.
fn copy(page: &WindowPage, html: &str) {
    page.run(
        "const words = document.createElement('div');
         words.innerHTML = arguments[0];
         document.body.append(words);
         document.activeElement?.blur();
         getSelection().selectAllChildren(words);",
        &[json!(html)],
    );
    page.type_chords(&[&[CONTROL, "c"]]);
    page.run("document.body.lastElementChild.remove()", &[]);
}

/// Those that the tests of the conversion have, too.
fn clipboards() -> Vec<Clipboard> {
    let folder = repository().join("ui/src/lib/editor/paste/fixtures");
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let expected = fs::read_to_string(path.with_extension("md")).unwrap();
            all.push(Clipboard {
                name: path.file_stem().unwrap().display().to_string(),
                html: fs::read_to_string(&path).unwrap(),
                expected: expected.strip_suffix('\n').unwrap().to_owned(),
            });
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(all.len() > 15, "{}", all.len());
    all
}
