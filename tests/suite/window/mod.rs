//! The real window, on a desktop of its own, and what a person does in it.

mod desk;
mod kills;
mod names;
mod paste;
mod pictures;
mod shortcuts;
mod undo;
mod versions;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pamphlet_engine::{EngineError, Library};
use pamphlet_model::Practice;
use pamphlet_tests::{Arrival, Desktop, TestWorld, WindowPage, repository};
use serde_json::{Value, json};

/// The paragraphs of the article in the preview.
const PREVIEW: &str = "const frame = document.querySelector('iframe[aria-label=Preview]');
    const page = frame?.contentDocument?.getElementById('article-body');
    return [...(page?.querySelectorAll('p') ?? [])].map((paragraph) => paragraph.textContent)";

/// The save status and the editor's words at one and the same moment.
const ACKNOWLEDGED: &str = "return [
    document.querySelector('[role=status][aria-label=\"Save status\"]')?.innerText ?? '',
    document.querySelector('[aria-label=\"Article text\"]')?.innerText ?? '',
    document.querySelector('[aria-label=Title]')?.value ?? '']";

/// What the bar at the bottom says.
const NOTICE: &str = "return document.querySelector('[role=group][aria-label=\"What just happened\"]')?.innerText ?? ''";

/// What the dialog for a picture says that it shows.
const ALT: &str = "return document.querySelector('dialog input[type=text]')?.value ?? ''";

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
        .write("Article text", "\nWhatever comes last may be lost, ");
    app.kill();

    let app = desktop.start_app(None);
    let page = app.page();
    // The article that was open is open again.
    assert_eq!(page.value("Title"), TITLE);
    let words = page.value("Article text");
    // Marks are not shown where nobody writes.
    for acknowledged in WORDS.map(|words| words.replace("**", "")) {
        assert!(
            words.contains(&acknowledged),
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
    page.wait_until(
        "the article's page",
        "return document.querySelector('h1').innerText",
        |h1| has(h1, TITLE),
    );
    let paragraphs = page.run(
        "return [...document.querySelectorAll('#article-body p')].map((p) => p.innerHTML)",
        &[],
    );
    let published = WORDS.map(|words| words.replace("**light**", "<strong>light</strong>"));
    assert_eq!(paragraphs.as_array().unwrap()[..3], published);
    let shown = page.run("return document.body.innerText", &[]);
    for words in ["Here for you in Millbrook", "Call +1-503-555-0117"] {
        assert!(has(&shown, words), "'{words}' in {shown}");
    }
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
    page.write("Article text", &WORDS.join("\n"));
    wait_until_saved(page, WORDS[2]);
    // As patients will see it: paragraphs, and no marks.
    let shown = WORDS.map(|words| words.replace("**", ""));
    page.wait_until("the words in the preview", PREVIEW, |paragraphs| {
        *paragraphs == json!(shown)
    });
}

/// Waits until the window says that these words are saved.
fn wait_until_saved(page: &WindowPage, words: &str) {
    page.wait_until("Saved", ACKNOWLEDGED, |now| {
        now[0] == "Saved" && has(&now[1], words) && now[2] == TITLE
    });
}

/// Begins an article in a new website.
fn begin_an_article(page: &WindowPage) {
    start_a_website(page);
    page.press("New article");
    page.put_cursor_in("Article text");
}

/// The text of the article that is open, as it is on the disk, once the window says so.
fn stored_text(page: &WindowPage) -> String {
    page.wait_until(
        "Saved",
        "return document.querySelector('[role=status][aria-label=\"Save status\"]')?.innerText",
        |status| status == "Saved",
    );
    let text = page.run_async(
        "const done = arguments[arguments.length - 1];
         const id = decodeURIComponent(location.hash.split('/').pop());
         window.__TAURI_INTERNALS__.invoke('article_get', { request: { id } }).then((article) => done(article.text))",
        &[],
    );
    text.as_str().unwrap().to_owned()
}

fn has(text: &Value, words: &str) -> bool {
    // A phone number is kept together by blanks of a special kind.
    text.as_str()
        .is_some_and(|text| text.replace('\u{a0}', " ").contains(words))
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
    page.wait_until("the words in the preview", PREVIEW, |paragraphs| {
        paragraphs
            .as_array()
            .unwrap()
            .last()
            .is_some_and(|last| last == "The end.")
    });
    let found = page.run(
        "const page = document.querySelector('iframe[aria-label=Preview]').contentDocument;
         const bad = 'script, iframe, object, embed, img, [onerror], a[href^=\"javascript:\" i]';
         return [[...page.querySelectorAll(`#article-body :is(${bad}), script, [onerror]`)].map((it) => it.outerHTML), window.ran ?? null]",
        &[],
    );
    assert_eq!(found, json!([[], null]));
}

#[test]
fn pictures_come_by_paste_and_by_drag_and_are_kept_once() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    start_a_website(page);
    page.press("New article");
    page.write("Article text", "Before.");
    let picture = repository().join("tests/fixtures/millbrook/images/diary.png");
    for (arrival, alt) in [
        (Arrival::Paste, "A pasted dot"),
        (Arrival::Drop, "A dropped dot"),
    ] {
        page.give_picture(arrival, "Article text", &picture);
        if arrival == Arrival::Drop {
            // What was said of it before is offered again.
            page.wait_until("the description", ALT, |alt| *alt == json!("A pasted dot"));
        }
        page.fill("What does the picture show?", alt);
        page.press("Add picture");
    }
    let shown = page.wait_until(
        "both pictures in the preview",
        "const page = document.querySelector('iframe[aria-label=Preview]')?.contentDocument;
         return [...(page?.querySelectorAll('#article-body img') ?? [])]
             .filter((it) => it.complete && it.naturalWidth > 0)
             .map((it) => [it.alt, it.src])",
        |shown| shown.as_array().is_some_and(|shown| shown.len() == 2),
    );
    assert_eq!(
        (&shown[0][0], &shown[1][0]),
        (&json!("A dropped dot"), &json!("A pasted dot"))
    );
    assert_eq!(shown[0][1], shown[1][1], "the same bytes are one picture");
}

#[test]
fn text_and_page_scroll_together() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    page.press_with("Small Steps");
    page.wait_until("the words in the preview", PREVIEW, |paragraphs| {
        paragraphs.as_array().is_some_and(|all| all.len() > 3)
    });
    for (block, top) in [("last", "1e6"), ("first", "0")] {
        // Again and again: lines have their true height only once they were seen.
        let script = format!(
            "let scroller = document.querySelector('[aria-label=\"Article text\"]');
             while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement;
             scroller.scrollTop = {top};
             const frame = document.querySelector('iframe[aria-label=Preview]');
             const seen = (element) => {{
                 const {{ top, bottom }} = element.getBoundingClientRect();
                 return -2 < top && bottom < frame.contentWindow.innerHeight + 2;
             }};
             const body = frame.contentDocument.getElementById('article-body');
             return [seen(body.firstElementChild), seen(body.lastElementChild)]"
        );
        page.wait_until(&format!("the {block} block"), &script, |seen| {
            *seen == json!([block == "first", block == "last"])
        });
    }
}

#[test]
fn a_second_start_brings_its_library_to_the_first_window() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    app.page().wait_for("button", "New article");
    let other = desktop.documents().join("Other");
    let world = Arc::new(TestWorld::default());
    drop(
        Library::create(
            &other,
            &Practice {
                name: "Other Practice".to_owned(),
                ..Practice::default()
            },
            world,
        )
        .unwrap(),
    );
    // As a person in that folder would name it.
    assert!(
        desktop
            .start_app_again(Path::new("Documents/Other"))
            .success()
    );
    app.page().wait_until(
        "the other library",
        "return document.body.innerText",
        |text| has(text, "Other Practice"),
    );
}

#[test]
fn a_library_that_is_open_in_the_window_is_refused_to_others() {
    let desktop = Desktop::new();
    let library = desktop.sample();
    let world = Arc::new(TestWorld::default());
    let app = desktop.start_app(Some(&library));
    app.page().wait_for("button", "New article");
    let refused = Library::open(&library, world.clone())
        .map(drop)
        .unwrap_err();
    assert!(
        matches!(refused, EngineError::OpenElsewhere { .. }),
        "{refused:?}"
    );
    app.kill();
    // The system lets go of what a process held.
    assert_eq!(
        Library::open(&library, world)
            .unwrap()
            .articles()
            .unwrap()
            .len(),
        5
    );
}
