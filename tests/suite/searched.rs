//! The search page of a finished site, in Chromium.

use std::fs;

use pamphlet_tests::judge::web_server::WebServer;
use pamphlet_tests::{CommandLine, Desktop, Scheme, WindowPage, repository};

const SAID: &str = "return document.querySelector('#search_status')?.textContent ?? ''";
const FOUND: &str =
    "return [...document.querySelectorAll('#search_results a')].map((it) => it.textContent)";
const MARKED: &str = "return [...document.querySelectorAll('#search_results mark')].map((it) => it.textContent.toLowerCase())";
const ADDRESS: &str = "return location.pathname + location.search";

const FIELD: &str = "What are you looking for?";

/// The sample practice's site, in the folder `clinic` of what is served.
fn site() -> CommandLine {
    let here = CommandLine::new();
    here.run(["sample", "library"]).done();
    here.run(["export", "library", "served/clinic"]).done();
    here
}

fn says(page: &WindowPage, words: &str) {
    page.wait_until(words, SAID, |said| {
        said.as_str().is_some_and(|said| said.contains(words))
    });
}

/// From the disk a browser reads no manifest, and says so.
fn silent(page: &WindowPage) {
    let mut said = page.console();
    said.retain(|it| !it.contains("manifest"));
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn visitors_search_a_site_in_a_folder_of_its_server() {
    let here = site();
    let server = WebServer::start(&here.path("served"));
    let desktop = Desktop::new();
    let browser = desktop.start_browser();
    let page = browser.page();
    page.open(&format!("{}clinic/topics/index.html", server.address));
    page.press("Search");
    page.put_cursor_in(FIELD);
    // A beginning, another form of a word, and Enter.
    page.type_text("sleepi");
    says(page, "found");
    page.write(FIELD, "ng\n");
    page.wait_until("the address", ADDRESS, |it| {
        it.as_str().is_some_and(|it| it.ends_with("?q=sleeping"))
    });
    says(page, "found");
    let found = page.run(FOUND, &[]);
    assert_eq!(found[0], "Small Steps to Better Sleep");
    let marked = page.run(MARKED, &[]);
    assert_eq!(marked[0], "sleep");
    page.press("Small Steps to Better Sleep");
    page.wait_until("the article", ADDRESS, |it| {
        *it == "/clinic/articles/small-steps-to-better-sleep/index.html"
    });
    page.run("history.back()", &[]);
    says(page, "found");
    assert_eq!(page.value(FIELD), "sleeping");
    page.fill(FIELD, "xyzzy\n");
    says(page, "Nothing found for “xyzzy”");
    assert_eq!(page.run(FOUND, &[]), serde_json::json!([]));
    silent(page);
}

/// A form on another page, the site's headers, and what axe-core says of results.
#[test]
fn what_is_found_is_accessible() {
    let here = site();
    let server = WebServer::start(&here.path("served/clinic"));
    let desktop = Desktop::new();
    let browser = desktop.start_browser();
    let page = browser.page();
    page.open(&format!("{}articles/index.html", server.address));
    page.write("Search our articles", "migrane sleep visit\n");
    says(page, "have");
    let axe = repository().join("node_modules/axe-core/axe.min.js");
    page.run(&fs::read_to_string(axe).unwrap(), &[]);
    for scheme in [Scheme::Light, Scheme::Dark] {
        for width in [320, 1280] {
            page.screen(width, 900);
            page.prefer(scheme);
            page.wait_until_still();
            let judge = "
                const [done] = arguments;
                const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
                axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
                    .then(({ violations }) => done([...(wide ? ['too wide'] : []), ...violations.flatMap(({ id, nodes }) =>
                        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))]));";
            let faults = page.run_async(judge, &[]);
            assert_eq!(faults, serde_json::json!([]), "{scheme:?}, {width} pixels");
        }
    }
    silent(page);
}

#[test]
fn a_site_opened_from_the_disk_is_searched_too() {
    let here = site();
    let desktop = Desktop::new();
    let browser = desktop.start_browser();
    let page = browser.page();
    let file = here.path("served/clinic/search/index.html");
    page.open(&format!("file://{}?q=blood+pressures", file.display()));
    says(page, "found");
    let found = page.run(FOUND, &[]);
    assert!(!found.as_array().unwrap().is_empty());
    page.fill(FIELD, "flu shots\n");
    page.wait_until("other articles", FOUND, |now| *now != found);
    says(page, "found");
    silent(page);
}
