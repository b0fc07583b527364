//! Topics and people in the real window: to the bin and back.

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::Value;

use super::has;

const CONTROL: &str = "\u{E009}";

/// The names of the list on the screen.
const LISTED: &str =
    "return [...document.querySelectorAll('main ul[aria-label] li a:first-of-type')]
    .map((link) => link.innerText)";

/// The topics and the author that an article's details show.
const DETAILS: &str = "return [...document.querySelectorAll('main .tokens .pill')].map((pill) => pill.innerText.trim())
    .concat(document.querySelector('input[aria-label=Author]')?.value ?? [])";

const ARTICLE: &str = "Small Steps";
const AUTHOR: &str = "Maren Oldcastle, MD";

#[test]
fn a_topic_and_a_person_are_deleted_undone_deleted_and_put_back() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    for (section, name, undo, there) in [
        (
            "Topics",
            "Everyday habits",
            "Undo delete topic \u{201c}Everyday habits\u{201d}",
            "Sleep",
        ),
        (
            "People",
            AUTHOR,
            "Undo delete \u{201c}Maren Oldcastle, MD\u{201d}",
            "Ines Harrowgate, RN",
        ),
    ] {
        page.press(section);
        wait_for_names(page, |names| has(names, name) && has(names, there));
        // Once by the panel, and once by the keyboard in the list.
        page.press(name);
        page.press("Move to bin");
        wait_for_names(page, |names| !has(names, name) && has(names, there));
        page.press(undo);
        wait_for_names(page, |names| has(names, name));
        page.wait_until(
            "the focus where it is again",
            "return document.activeElement.innerText",
            |focus| has(focus, name),
        );
        page.type_chords(&[&["\u{E017}"]]);
        wait_for_names(page, |names| !has(names, name));
        page.type_chords(&[&[CONTROL, "z"]]);
        wait_for_names(page, |names| has(names, name));
        page.press(&format!("Move \u{201c}{name}\u{201d} to the bin"));
        wait_for_names(page, |names| !has(names, name));
    }

    page.press("Articles");
    page.press_with(ARTICLE);
    page.press_with("Details");
    wait_for_details(page, &["Sleep", "Heart health", ""]);
    page.press("Bin");
    page.press("Put back \u{201c}Everyday habits\u{201d}");
    page.press(&format!("Put back \u{201c}{AUTHOR}\u{201d}"));
    page.wait_for("h2", "The bin is empty");
    page.press("Articles");
    page.press_with(ARTICLE);
    wait_for_details(page, &["Sleep", "Everyday habits", "Heart health", AUTHOR]);
}

fn wait_for_names(page: &WindowPage, are_so: impl Fn(&Value) -> bool) {
    page.wait_until("the names", LISTED, |names| {
        are_so(&Value::String(names.to_string()))
    });
}

fn wait_for_details(page: &WindowPage, expected: &[&str]) {
    page.wait_until("the details", DETAILS, |shown| {
        *shown == serde_json::json!(expected)
    });
}
