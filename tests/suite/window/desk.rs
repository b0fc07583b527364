//! What a program of the desktop does: one undo by name, menus by the keyboard, files dropped on the window, and the
//! place found again.

use pamphlet_tests::{Desktop, WindowPage};
use serde_json::{Value, json};

use super::{NOTICE, begin_an_article, has};

const CONTROL: &str = "\u{E009}";
const DOWN: &str = "\u{E015}";
const ENTER: &str = "\u{E007}";
const F10: &str = "\u{E03A}";

/// The articles of the list.
const LISTED: &str =
    "return [...document.querySelectorAll('main a[href]')].map((link) => link.innerText).join()";

#[test]
fn what_was_done_outside_the_text_is_undone_by_name() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    page.write("Title", "Sleep");
    page.write("Article text", "Go to bed early.");
    page.press("Ready");
    page.type_chords(&[&[CONTROL, "z"]]);
    wait_for_notice(page, "mark as ready");
    page.press("Redo");
    wait_for_notice(page, "mark as ready");

    page.press_with("Details");
    page.press("Delete article");
    wait_for_notice(page, "is in the bin");
    // By the menu, with the keys: the fourth item is the undo, by its name.
    page.type_chords(&[&[F10], &[DOWN], &[DOWN], &[DOWN]]);
    page.wait_until(
        "the name of what is undone",
        "return document.activeElement.innerText",
        |item| has(item, "Undo delete \u{201c}Sleep\u{201d}"),
    );
    page.type_chords(&[&[ENTER]]);
    page.wait_until("the article in the list", LISTED, |list| has(list, "Sleep"));
}

#[test]
fn text_files_become_drafts_and_go_again_at_once() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    page.run(
        "const transfer = new DataTransfer();
         for (const [name, text] of arguments[0]) transfer.items.add(new File([text], name));
         const text = document.querySelector('[aria-label=\"Article text\"]');
         text.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));",
        &[json!([["when-it-hurts.txt", "Move a little."], ["b.md", "# Sleep well\n\nRest."]])],
    );
    page.wait_until("both in the list", LISTED, |list| {
        has(list, "When it hurts") && has(list, "Sleep well")
    });
    page.type_chords(&[&[CONTROL, "z"]]);
    wait_for_notice(page, "import 2 articles");
    page.wait_until("none in the list", LISTED, |list| {
        !has(list, "When it hurts") && !has(list, "Sleep well")
    });
}

#[test]
fn the_article_that_was_open_is_open_again_where_one_was() {
    let desktop = Desktop::new();
    let library = desktop.sample();
    let scrolled = "let scroller = document.querySelector('[aria-label=\"Article text\"]');
        while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement;";
    let app = desktop.start_app(Some(&library));
    let page = app.page();
    page.press_with("Small Steps");
    page.wait_until(
        "the place noted",
        &format!("{scrolled} scroller.scrollTop = 900; return scroller.scrollTop"),
        |top| top.as_f64() > Some(800.0),
    );
    let noted = desktop
        .home()
        .join(".config/org.pamphlet.Pamphlet/libraries.json");
    page.wait_until("a note", "return 1", |_| {
        let text = std::fs::read_to_string(&noted).unwrap_or_default();
        text.contains("\"top\"") && !text.contains("\"top\": 0")
    });
    app.kill();

    let app = desktop.start_app(None);
    app.page().wait_until(
        "the place again",
        &format!("{scrolled} return scroller.scrollTop"),
        |top| top.as_f64() > Some(600.0),
    );
}

#[test]
fn the_window_is_as_large_as_it_was() {
    let desktop = Desktop::new();
    let settings = desktop.home().join(".config/org.pamphlet.Pamphlet");
    std::fs::create_dir_all(&settings).unwrap();
    let place = json!({
        "rectangle": { "x": 40, "y": 60, "width": 900, "height": 640 },
        "maximized": false,
    });
    std::fs::write(settings.join("window.json"), place.to_string()).unwrap();
    let app = desktop.start_app(None);
    app.page().wait_until(
        "the size of last time",
        "return [innerWidth, innerHeight]",
        |size| *size == json!([900, 640]),
    );
}

fn wait_for_notice(page: &WindowPage, words: &str) {
    page.wait_until(words, NOTICE, |notice| has(notice, words));
}

/// Of the text and of the page beside it: what is read of it, and how far it is scrolled.
const BESIDE: &str = "const content = document.querySelector('[aria-label=\"Article text\"]');
    let scroller = content;
    while (scroller && getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement;
    const frame = document.querySelector('iframe[aria-label=Preview]');
    const page = frame?.contentDocument;
    return {
        title: document.querySelector('[aria-label=Title]')?.value ?? '',
        heading: page?.querySelector('h1')?.textContent ?? '',
        words: (content?.innerText ?? '').slice(0, 40),
        paragraph: (page?.querySelector('#article-body p')?.textContent ?? '').slice(0, 40),
        tops: [scroller?.scrollTop ?? -1, frame?.contentWindow.scrollY ?? -1],
        frame: window.frameBefore === frame };";

#[test]
fn another_article_takes_the_place_of_one_from_its_top() {
    let desktop = Desktop::new();
    let app = desktop.start_app(Some(&desktop.sample()));
    let page = app.page();
    let link = |title: &str| {
        let script = "return [...document.querySelectorAll('main a[href]')].find((a) => a.innerText.includes(arguments[0])).hash";
        page.run(script, &[title.into()])
    };
    page.wait_until("the list", LISTED, |list| has(list, "Small Steps"));
    let [first, second] = ["Small Steps", "When Your Back Hurts"].map(link);
    let go = |to: &Value| page.run("location.hash = arguments[0]", std::slice::from_ref(to));
    let shows = |title: &str| {
        page.wait_until("the article and its page", BESIDE, |now| {
            has(&now["title"], title)
                && now["title"] == now["heading"]
                && now["words"].as_str().is_some_and(|words| words.len() > 20)
                && now["paragraph"] != ""
        })
    };
    go(&first);
    let begun = shows("Small Steps");
    page.run(
        "let scroller = document.querySelector('[aria-label=\"Article text\"]');
         while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement;
         scroller.scrollTop = 1e6;
         window.frameBefore = document.querySelector('iframe[aria-label=Preview]')",
        &[],
    );
    page.wait_until("the end of the page", BESIDE, |now| {
        now["tops"][0].as_f64() > Some(100.0) && now["tops"][1].as_f64() > Some(100.0)
    });
    go(&second);
    shows("When Your Back Hurts");
    let now = page.wait_until("the top of both", BESIDE, |now| {
        now["tops"] == json!([0, 0])
    });
    assert_ne!(now["paragraph"], begun["paragraph"]);
    assert_eq!(now["frame"], true, "the page changes in place");
}
