//! The library of pictures in the real window.

use pamphlet_tests::{Arrival, Desktop, WindowPage, repository};
use serde_json::{Value, json};

use super::{NOTICE, begin_an_article, has, stored_text};

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

#[test]
fn pictures_come_by_the_button_and_by_being_dropped_anywhere() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    let picture = repository().join("tests/fixtures/millbrook/images/diary.png");
    page.press("Picture");
    page.choose_file("From this computer\u{2026}", &picture);
    describe(page, "By the button");
    page.give_picture(Arrival::Drop, "Preview", &picture);
    describe(page, "On the page");
    page.give_picture(Arrival::Drop, "Sections", &picture);
    describe(page, "Beside it");
    let text = stored_text(page);
    let shown: Vec<_> = text.trim().split("\n\n").collect();
    assert_eq!(shown.len(), 3, "{text}");
    for (line, alt) in shown
        .iter()
        .zip(["By the button", "On the page", "Beside it"])
    {
        assert!(line.starts_with(&format!("![{alt}](picture:")), "{text}");
    }

    let other = repository().join("tests/fixtures/millbrook/images/porch.jpg");
    page.press("Articles");
    page.wait_for("button", "New article");
    page.give_picture(Arrival::Drop, "Sections", &other);
    page.wait_until("where it belongs", NOTICE, |notice| has(notice, "Pictures"));
    page.press("Pictures");
    wait_for_pictures(page, |names| names.len() == 1);
    page.give_picture(Arrival::Drop, "Sections", &other);
    wait_for_pictures(page, |names| names.len() == 2);
}

/// Until it stands in the text.
fn describe(page: &WindowPage, alt: &str) {
    page.fill("What does the picture show?", alt);
    page.press("Add picture");
    page.wait_until("the picture in the text", TEXT, |text| has(text, alt));
}
