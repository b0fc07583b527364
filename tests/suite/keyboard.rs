//! Everything by keyboard alone, in the real window: from the first start to the finished site, and back.

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::{Value, json};

/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>: the codes of keys that are no characters.
const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";
const LEFT: &str = "\u{E012}";
const RIGHT: &str = "\u{E014}";

/// More stops than any screen has.
const STOPS: usize = 80;

/// The name of what has the focus, and whether one can see that it has: by an outline or a shadow of its own or of the row
/// that it is in, or, where there is a whole page to write on, by the cursor.
const FOCUS: &str = "
    const it = document.activeElement;
    const name = it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText ?? '';
    const around = [it, it.parentElement, it.closest('.row')].filter(Boolean);
    const marks = around.flatMap((element) => [null, '::after'].map((part) => getComputedStyle(element, part)));
    const marked = marks.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    const writes = it.isContentEditable || it.matches('textarea');
    return [name.trim().replace(/\\s+/g, ' '), marked || writes]";

#[test]
fn a_website_is_written_and_exported_without_a_mouse() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    page.wait_for("button", "Look at a sample");

    tab_to(page, "Start a website");
    page.type_key(ENTER);
    wait_for_focus(page, "Name of the practice");
    type_keys(page, "Millbrook Clinic");
    tab_to(page, "Start a website");
    page.type_key(ENTER);

    page.wait_for("button", "New article");
    tab_to(page, "New article");
    page.type_key(ENTER);
    wait_for_focus(page, "Title");
    type_keys(page, "Sleep");
    // The rows of the details show themselves where the focus is.
    tab_to(page, "Details");
    page.type_key(ENTER);
    tab_to(page, "Article text");
    type_keys(page, "Go to bed early.");

    // The editor keeps Tab for lists; Escape gives it back.
    page.type_key(ESCAPE);
    page.type_key(TAB);
    page.wait_until("a way out of the text", FOCUS, |focus| {
        focus[0] != "Article text"
    });
    tab_to(page, "Bold");
    page.type_key(RIGHT);
    wait_for_focus(page, "Italic");
    page.type_key(LEFT);
    wait_for_focus(page, "Bold");
    tab_to(page, "Draft – stays here");
    page.type_key(RIGHT);
    wait_for_focus(page, "Ready – goes on the site");

    tab_to(page, "Export site");
    page.type_key(ENTER);
    wait_for_focus(page, "Export here");
    page.type_key(ENTER);
    page.wait_for("dialog", "Export finished");
    page.type_key(ESCAPE);
    wait_for_focus(page, "Export site");
}

/// Presses Tab until it is at what has this name, or one that begins with it. Whatever it comes past shows that it has the focus.
fn tab_to(page: &WindowPage, name: &str) {
    let mut passed: Vec<Value> = Vec::new();
    for _ in 0..STOPS {
        page.type_key(TAB);
        let focus = page.run(FOCUS, &[]);
        assert_eq!(
            focus[1], true,
            "nobody sees that {} has the focus",
            focus[0]
        );
        let at = focus[0].as_str().unwrap_or_default();
        if at == name || at.starts_with(&format!("{name} ")) {
            return;
        }
        passed.push(focus[0].clone());
    }
    panic!("Tab never came to {name}, but to {passed:?}");
}

fn wait_for_focus(page: &WindowPage, name: &str) {
    page.wait_until(&format!("the focus at {name}"), FOCUS, |focus| {
        focus[0] == json!(name)
    });
}

fn type_keys(page: &WindowPage, text: &str) {
    for key in text.chars() {
        page.type_key(&key.to_string());
    }
}
