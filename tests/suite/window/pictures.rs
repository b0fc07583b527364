//! The library of pictures in the real window.

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::{Value, json};

use super::has;

const DELETE_OF_DIALOG: &str = "document.querySelector('dialog .danger').click()";

/// The names of the pictures in the grid, once all that is in sight is drawn; nothing before.
const DRAWN: &str = "const images = [...document.querySelectorAll('ul[aria-label=Pictures] img')];
    return images.every((it) => it.complete && it.naturalWidth > 0)
        ? [...document.querySelectorAll('ul[aria-label=Pictures] a')].map((it) => it.innerText)
        : []";

const TEXT: &str =
    "return document.querySelector('[aria-label=\"Article text\"]')?.innerText ?? ''";

#[test]
fn a_picture_is_described_once_inserted_again_deleted_and_brought_back() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    page.press("Pictures");
    wait_for_pictures(page, |names| names.len() == 8);
    page.press_with("The green front door");
    page.fill("What does the picture show?", "Our front door");
    page.wait_until(
        "what is saved",
        "return document.querySelector('[role=status][aria-label=\"Save status\"]')?.innerText",
        |status| *status == json!("Saved"),
    );
    wait_for_pictures(page, |names| {
        names.iter().any(|name| has(name, "Our front door"))
    });

    page.press("Articles");
    page.press("New article");
    page.put_cursor_in("Article text");
    page.press("Picture");
    page.press_with("Our front door");
    page.wait_until(
        "the description that is offered",
        "return document.querySelector('dialog input[type=text]')?.value",
        |alt| *alt == json!("Our front door"),
    );
    page.press("Add picture");
    page.wait_until("the picture in the text", TEXT, |text| {
        has(text, "Our front door")
    });

    page.press("Pictures");
    page.press_with("Our front door");
    page.press("Delete");
    page.wait_for("button", "Cancel");
    page.run(DELETE_OF_DIALOG, &[]);
    wait_for_pictures(page, |names| names.len() == 7);
    page.press("Undo delete picture");
    wait_for_pictures(page, |names| names.len() == 8);
}

fn wait_for_pictures(page: &WindowPage, are_so: impl Fn(&[Value]) -> bool) {
    page.wait_until("the pictures", DRAWN, |names| {
        names.as_array().is_some_and(|names| are_so(names))
    });
}
