//! Earlier versions in the real window.

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::Value;

use super::{begin_an_article, has, stored_text};

const BACKSPACE: &str = "\u{E003}";
const CONTROL: &str = "\u{E009}";

/// The versions that are listed, the newest first.
const TIMELINE: &str = "return [...document.querySelectorAll('[role=listbox] [role=option]')].map((it) => it.innerText)";

const FIRST: &str = "Go to bed at ten.\n\nNo screens.";
const SECOND: &str = "Go to bed at nine.\n\nRead a book.";

#[test]
fn a_paragraph_is_brought_back_and_a_version_named_and_both_undone() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    page.paste("Article text", "", FIRST);
    page.press("Versions");
    page.press("Name current version\u{2026}");
    page.write("Name of this version", "Draft");
    page.press("Save name");
    wait_for_versions(page, &["Draft"]);
    page.press("Back to the article");
    page.put_cursor_in("Article text");
    page.type_chords(&[&[CONTROL, "a"], &[BACKSPACE]]);
    page.paste("Article text", "", SECOND);
    assert_eq!(stored_text(page), SECOND);

    page.press("Versions");
    page.press("Bring back this paragraph");
    let brought = "Go to bed at ten.\n\nRead a book.";
    page.wait_until(
        "the way back",
        "return document.querySelector('[data-undo]')?.innerText",
        |undo| has(undo, "Undo"),
    );
    assert_eq!(stored_text(page), brought);
    page.press("Change name\u{2026}");
    page.fill("Name of this version", "Approved by Dr. Lee");
    page.press("Save name");
    wait_for_versions(page, &["brought back", "Approved by Dr. Lee"]);

    page.type_chords(&[&[CONTROL, "z"]]);
    wait_for_versions(page, &["brought back", "Draft"]);
    page.type_chords(&[&[CONTROL, "z"]]);
    wait_for_versions(page, &["brought back", "brought back", "Draft"]);
    assert_eq!(stored_text(page), SECOND);
}

fn wait_for_versions(page: &WindowPage, expected: &[&str]) {
    let are_so = |versions: &Value| {
        let versions = versions.as_array().unwrap();
        let fits = |(version, words): (&Value, &&str)| has(version, words);
        versions.len() == expected.len() && versions.iter().zip(expected).all(fits)
    };
    page.wait_until("these versions", TIMELINE, are_so);
}
