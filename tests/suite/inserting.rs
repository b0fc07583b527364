//! What the Insert menu puts into an article, by keyboard, in the real window.

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::{Value, json};

/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>: the codes of keys that are no characters.
const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const BACKSPACE: &str = "\u{E003}";
const LEFT: &str = "\u{E012}";
const DOWN: &str = "\u{E015}";

/// The words of each cell of the page's tables, row by row, and those of its callouts.
const SHOWN: &str = "
    const page = document.querySelector('iframe[aria-label=Preview]')?.contentDocument?.getElementById('article-body');
    const words = (all) => [...all].map((it) => it.textContent);
    return page && [[...page.querySelectorAll('tr')].map((row) => words(row.cells)), words(page.querySelectorAll('.callout > p'))]";

#[test]
fn a_table_and_a_callout_are_inserted_and_filled_by_keyboard() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    page.press("New article");
    page.write("Article text", "When we are here.");

    insert(page, "t");
    for (words, key) in [
        ("Day", TAB),
        ("Opens", TAB),
        ("Monday", TAB),
        ("8x", BACKSPACE),
        (" am", TAB),
        ("Friday", TAB),
        ("a|b", TAB),
        ("Sunday", ENTER),
    ] {
        type_words(page, words);
        page.type_key(key);
    }
    // Enter in the last row left the table.
    type_words(page, "Then:");
    insert(page, "n");
    type_words(page, "Ring the bell.");
    page.type_key(ENTER);
    type_words(page, "Twice.");
    page.wait_until("the table and the callout on the page", SHOWN, |shown| {
        *shown
            == json!([
                [
                    ["Day", "Opens"],
                    ["Monday", "8 am"],
                    ["Friday", "a|b"],
                    ["Sunday", ""]
                ],
                ["Note", "Ring the bell.", "Twice."]
            ])
    });

    // The editor shows cells, and no bars but the one that was typed.
    let editor = page.value("Article text");
    assert_eq!(editor.matches('|').count(), 1, "{editor}");
    assert!(!editor.contains("---"), "{editor}");
}

#[test]
fn arrows_go_from_cell_to_cell_and_what_is_undone_is_gone() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    page.press("New article");
    page.write("Article text", "First.");
    insert(page, "t");
    page.wait_for("toolbar", "Table");
    type_words(page, "ab");
    page.type_key(TAB);
    type_words(page, "d");
    for _ in 0..3 {
        page.type_key(LEFT);
    }
    type_words(page, "c");
    page.type_key(DOWN);
    type_words(page, "e");
    let rows = |shown: &Value| shown[0] == json!([["acb", "d"], ["e", ""], ["", ""]]);
    page.wait_until("the cells on the page", SHOWN, rows);

    for _ in 0..20 {
        page.press("Undo");
    }
    let text = "return document.querySelector('[aria-label=\"Article text\"]').innerText.trim()";
    page.wait_until("the empty text", text, |text| {
        text.as_str().is_some_and(|text| !text.contains("First"))
    });
}

/// Opens the menu and chooses the first entry with this letter.
fn insert(page: &WindowPage, letter: &str) {
    page.press("Insert");
    page.wait_for("menu", "Insert");
    page.type_key(letter);
    page.type_key(ENTER);
    page.wait_until(
        "the text",
        "return document.activeElement.getAttribute('aria-label')",
        |name| name == "Article text",
    );
}

fn type_words(page: &WindowPage, words: &str) {
    for letter in words.chars() {
        page.type_key(&letter.to_string());
    }
}
