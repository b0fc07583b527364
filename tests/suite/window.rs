//! The real window, on a desktop of its own, and what a person does in it.

use std::fs;
use std::path::PathBuf;

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::Value;

/// The words that a patient would see in the preview's article.
const PREVIEW: &str = "const frame = document.querySelector('iframe[aria-label=Preview]');
    return frame?.contentDocument?.getElementById('article-body')?.innerText ?? '';";

/// The save status and the editor's words at one and the same moment.
const ACKNOWLEDGED: &str = "return [
    document.querySelector('[role=status][aria-label=\"Save status\"]')?.innerText ?? '',
    document.querySelector('[aria-label=\"Article text\"]')?.innerText ?? '',
    document.querySelector('[aria-label=Title]')?.value ?? '']";

const TITLE: &str = "Why sleep comes first";
const WORDS: [&str; 3] = [
    "People who sleep well need fewer pills.",
    "Start with the **light** in the bedroom.",
    "Then look at the hours.",
];

#[test]
fn from_the_first_start_over_a_power_cut_to_the_finished_site() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    start_a_website(app.page());
    write_an_article(app.page());
    app.page()
        .write("Article text", "\n\nWhatever comes last may be lost, ");
    app.kill();

    let app = desktop.start_app(None);
    let page = app.page();
    page.press_link_with(TITLE);
    assert_eq!(page.value("Title"), TITLE);
    let words = page.value("Article text");
    for acknowledged in WORDS {
        assert!(
            words.contains(acknowledged),
            "'{acknowledged}' in '{words}'"
        );
    }

    page.press("Ready");
    wait_until_saved(page, WORDS[2]);
    page.press("Export site");
    let site = PathBuf::from(page.value("Folder"));
    assert!(site.starts_with(desktop.documents()), "{}", site.display());
    page.press("Export here");
    page.wait_for("dialog", "Export finished");
    page.wait_for("button", "View site");
    page.wait_for("button", "Open folder");

    let browser = desktop.start_browser();
    let page = browser.page();
    page.open(&format!("file://{}", site.join("index.html").display()));
    page.press(TITLE);
    let shown = page.wait_until(
        "the article's page",
        "return document.body.innerText",
        |text| has(text, "fewer pills"),
    );
    for words in [
        TITLE,
        "the light in the bedroom",
        "Then look at the hours.",
        "Millbrook",
        "Call +1-503-555-0117",
    ] {
        assert!(has(&shown, words), "'{words}' in {shown}");
    }
    assert_eq!(
        page.run(
            "return document.querySelector('#article-body strong').innerText",
            &[]
        ),
        "light"
    );
}

fn start_a_website(page: &WindowPage) {
    page.press("Start a website");
    page.write("Name of the practice", "Millbrook Family Practice");
    page.write("Town", "Millbrook, OR");
    page.write("Phone", "+1-503-555-0117");
    page.press("Start a website");
}

/// Until every word is on the disk, as the window says, and in the preview.
fn write_an_article(page: &WindowPage) {
    page.press("New article");
    page.write("Title", TITLE);
    page.write("Article text", &WORDS.join("\n\n"));
    wait_until_saved(page, WORDS[2]);
    let shown = page.wait_until("the words in the preview", PREVIEW, |text| {
        has(text, WORDS[2])
    });
    // As patients will see it: no marks.
    assert!(
        has(&shown, "Start with the light in the bedroom."),
        "{shown}"
    );
}

/// Waits until the window says that these words are saved.
fn wait_until_saved(page: &WindowPage, words: &str) {
    page.wait_until("Saved", ACKNOWLEDGED, |now| {
        now[0] == "Saved" && has(&now[1], words) && now[2] == TITLE
    });
}

fn has(text: &Value, words: &str) -> bool {
    text.as_str().is_some_and(|text| text.contains(words))
}

#[test]
fn what_is_typed_into_an_article_runs_nothing() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    start_a_website(page);
    page.press("New article");
    page.write("Title", "<script>top.ran = 1</script>");
    page.write(
        "Article text",
        "<script>top.ran = 1</script>\n\n<img src=x onerror=\"top.ran = 1\">\n\n[a link](javascript:top.ran=1)\n\n\
         ![far](https://elsewhere.example/pixel.gif)\n\n<iframe src=\"https://elsewhere.example/\"></iframe>\n\nThe end.",
    );
    page.wait_until("the words in the preview", PREVIEW, |text| {
        has(text, "The end.")
    });
    let found = page.run(
        "const page = document.querySelector('iframe[aria-label=Preview]').contentDocument;
         const bad = 'script, iframe, object, embed, img, [onerror], a[href^=\"javascript:\" i]';
         return [[...page.querySelectorAll(`#article-body :is(${bad}), script, [onerror]`)].map((it) => it.outerHTML), window.ran ?? null]",
        &[],
    );
    assert_eq!(found, serde_json::json!([[], null]));
}

#[test]
fn a_second_start_does_not_open_the_library_twice() {
    let desktop = Desktop::new();
    let library = desktop.documents().join("Sample");
    let made = std::process::Command::new(pamphlet_tests::program("pamphlet-cli"))
        .arg("sample")
        .arg(&library)
        .output();
    assert!(made.unwrap().status.success());
    let app = desktop.start_app(Some(&library));
    app.page().wait_for("button", "New article");
    let refused = std::process::Command::new(pamphlet_tests::program("pamphlet-cli"))
        .arg("list")
        .arg(&library)
        .output();
    assert_eq!(refused.unwrap().status.code(), Some(1));
    assert!(fs::exists(library.join("library.db")).unwrap());
}
