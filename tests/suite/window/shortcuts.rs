//! Every shortcut and every button of the toolbar, on real text.

use pamphlet_tests::{Desktop, WindowPage};

use super::{begin_an_article, stored_text};

const ENTER: &str = "\u{E007}";
const BACKSPACE: &str = "\u{E003}";
const TAB: &str = "\u{E004}";
const SHIFT: &str = "\u{E008}";
const CONTROL: &str = "\u{E009}";
const HOME: &str = "\u{E011}";

enum Do {
    Keys(&'static [&'static [&'static str]]),
    Button(&'static str),
    Link,
}

const ALL: &[&str] = &[CONTROL, "a"];

/// What is typed, what is done to all of it, and what the article's text is then.
const CASES: &[(&str, &[Do], &str)] = &[
    ("rest", &[Do::Keys(&[ALL, &[CONTROL, "b"]])], "**rest**"),
    ("rest", &[Do::Keys(&[ALL]), Do::Button("Bold")], "**rest**"),
    ("rest", &[Do::Keys(&[ALL, &[CONTROL, "i"]])], "*rest*"),
    ("rest", &[Do::Keys(&[ALL]), Do::Button("Italic")], "*rest*"),
    ("rest", &[Do::Button("Heading")], "## rest"),
    ("rest", &[Do::Button("Smaller heading")], "### rest"),
    ("rest", &[Do::Button("List")], "- rest"),
    ("rest", &[Do::Button("Numbered list")], "1. rest"),
    ("rest", &[Do::Button("Quotation")], "> rest"),
    (
        "rest",
        &[Do::Keys(&[ALL, &[CONTROL, "k"]]), Do::Link],
        "[rest](https://www.example.org)",
    ),
    (
        "rest",
        &[Do::Keys(&[ALL]), Do::Button("Link"), Do::Link],
        "[rest](https://www.example.org)",
    ),
    // One types on behind a link, and takes off its last letter, without ever seeing a mark.
    (
        "rest",
        &[
            Do::Keys(&[ALL, &[CONTROL, "k"]]),
            Do::Link,
            Do::Keys(&[&["x"], &[" "], &["y"]]),
        ],
        "[rest](https://www.example.org)x y",
    ),
    (
        "rest",
        &[
            Do::Keys(&[ALL, &[CONTROL, "k"]]),
            Do::Link,
            Do::Keys(&[&[BACKSPACE], &["x"]]),
        ],
        "[res](https://www.example.org)x",
    ),
    (
        "rest",
        &[Do::Button("List"), Do::Keys(&[&[ENTER], &["x"], &[TAB]])],
        "- rest\n  - x",
    ),
    (
        "rest",
        &[
            Do::Button("List"),
            Do::Keys(&[&[ENTER], &["x"], &[TAB], &[SHIFT, TAB]]),
        ],
        "- rest\n- x",
    ),
    ("rest", &[Do::Keys(&[&[ENTER], &["x"]])], "rest\n\nx"),
    ("rest", &[Do::Keys(&[&[SHIFT, ENTER], &["x"]])], "rest\\\nx"),
    ("rest", &[Do::Keys(&[&[HOME], &["x"]])], "xrest"),
    ("rest well", &[Do::Keys(&[&[CONTROL, BACKSPACE]])], "rest"),
    (
        "rest",
        &[Do::Button("Quotation"), Do::Keys(&[&[CONTROL, "z"]])],
        "rest",
    ),
    (
        "rest",
        &[Do::Button("Quotation"), Do::Button("Undo")],
        "rest",
    ),
    (
        "rest",
        &[
            Do::Button("Quotation"),
            Do::Button("Undo"),
            Do::Button("Redo"),
        ],
        "> rest",
    ),
    (
        "rest",
        &[
            Do::Button("Quotation"),
            Do::Keys(&[&[CONTROL, "z"], &[CONTROL, "y"]]),
        ],
        "> rest",
    ),
    (
        "rest",
        &[
            Do::Button("Quotation"),
            Do::Keys(&[&[CONTROL, "z"], &[CONTROL, SHIFT, "z"]]),
        ],
        "> rest",
    ),
    (
        "rest",
        &[Do::Keys(&[ALL, &[CONTROL, "b"], &[CONTROL, "b"]])],
        "rest",
    ),
];

#[test]
fn every_shortcut_and_every_button_does_what_it_says_to_real_text() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    let mut wrong = Vec::new();
    for (number, (typed, done, expected)) in CASES.iter().enumerate() {
        page.put_cursor_in("Article text");
        page.type_chords(&[ALL, &[BACKSPACE], &[BACKSPACE]]);
        page.type_text(typed);
        for one in *done {
            perform(page, one);
        }
        let text = stored_text(page);
        if text.trim_end() != *expected {
            wrong.push(format!("case {number}: {text:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn perform(page: &WindowPage, what: &Do) {
    match what {
        Do::Keys(chords) => page.type_chords(chords),
        Do::Button(name) => page.press(name),
        Do::Link => {
            page.write("Where does it lead?", "www.example.org");
            page.press("Set link");
            page.wait_until(
                "the text",
                "return document.activeElement.getAttribute('aria-label')",
                |name| name == "Article text",
            );
        }
    }
}
