//! Every screen and dialog of the app, light and dark, judged by axe-core in Chromium.
//!
//! It finds what a program can find: names, roles, contrast, landmarks. The rest is for people to try.

use std::cell::RefCell;
use std::fs;

use pamphlet_tests::{Desktop, LoopbackHost, Scheme, WindowPage, repository, tour};
use serde_json::{Value, json};

/// Each violation as the rule and the elements that break it.
const JUDGE: &str = "
    const [axe, done] = arguments;
    if (!window.axe) (0, eval)(axe);
    window.axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false })
        .then(({ violations }) => done(violations.map(({ id, nodes }) =>
            [id, nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary)])))
        .catch((error) => done([['failed', String(error)]]));";

#[test]
fn no_screen_has_a_violation_when_pamphlet_is_new() {
    judge(
        |desktop| desktop.start_host(None),
        |page, look| tour::first_start(page, look),
    );
}

#[test]
fn no_screen_has_a_violation_at_work() {
    judge(
        |desktop| desktop.start_host(Some(&desktop.sample())),
        |page, look| tour::sample(page, look),
    );
}

#[test]
fn no_screen_has_a_violation_when_a_library_is_damaged() {
    judge(
        |desktop| desktop.start_host(Some(&desktop.damaged())),
        |page, look| tour::damaged(page, look),
    );
}

fn judge(start: impl Fn(&Desktop) -> LoopbackHost, walk: impl Fn(&WindowPage, &dyn Fn(&str))) {
    let axe = repository().join("node_modules/axe-core/axe.min.js");
    let axe = json!(fs::read_to_string(axe).unwrap());
    for scheme in [Scheme::Light, Scheme::Dark] {
        let desktop = Desktop::new();
        let host = start(&desktop);
        let browser = desktop.start_browser();
        let page = browser.page();
        page.prefer(scheme);
        page.open(&host.address);
        let found = RefCell::new(Vec::<(String, Value)>::new());
        walk(page, &|screen| {
            page.wait_until_still();
            let violations = page.run_async(JUDGE, std::slice::from_ref(&axe));
            if violations != json!([]) {
                found.borrow_mut().push((screen.to_owned(), violations));
            }
        });
        assert!(
            found.borrow().is_empty(),
            "{scheme:?}: {:#?}",
            found.borrow()
        );
    }
}
