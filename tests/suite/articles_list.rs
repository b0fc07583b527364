//! The list of articles in the real window, by keyboard.

use pamphlet_tests::Desktop;
use serde_json::json;

const DOWN: &str = "\u{E015}";
const ESCAPE: &str = "\u{E00C}";

/// Where each article stands, from the top of the list; its titles, where nothing is found in them.
const STANDINGS: &str = "return [...document.querySelectorAll('ul[aria-label=Articles] .pill')].map((it) => it.innerText)";
const TITLES: &str = "return [...document.querySelectorAll('ul[aria-label=Articles] .title')].map((it) => it.innerText)";

#[test]
fn several_articles_are_withdrawn_and_put_back_at_once() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    page.wait_until("the list", STANDINGS, |all| *all == json!(vec!["Ready"; 5]));
    page.run(
        "document.querySelector('ul[aria-label=Articles] a').focus()",
        &[],
    );
    page.type_key(" ");
    page.type_key(DOWN);
    page.type_key(" ");
    page.wait_until(
        "two selected",
        "return document.querySelector('[role=group][aria-label=\"Selected articles\"]')?.innerText ?? ''",
        |bar| bar.as_str().unwrap().contains("2 selected"),
    );
    page.press("Mark as draft");
    let drafts = json!(["Draft", "Draft", "Ready", "Ready", "Ready"]);
    page.wait_until("two drafts", STANDINGS, |all| *all == drafts);
    page.press_with("Undo");
    page.wait_until("all ready", STANDINGS, |all| {
        *all == json!(vec!["Ready"; 5])
    });
}

#[test]
fn what_is_typed_after_a_slash_is_looked_for_and_forgotten_with_escape() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    page.wait_until("the list", TITLES, |titles| {
        titles.as_array().unwrap().len() == 5
    });
    page.run(
        "document.querySelector('ul[aria-label=Articles] a').focus()",
        &[],
    );
    for key in ["/", "f", "l", "u"] {
        page.type_key(key);
    }
    page.wait_until("what is found", TITLES, |titles| {
        titles[0] == "Flu Shot Season: What to Expect" && titles.as_array().unwrap().len() < 5
    });
    page.type_key(ESCAPE);
    page.wait_until("all", TITLES, |titles| {
        titles.as_array().unwrap().len() == 5
    });
}
