//! Pages in Chromium: axe-core in light and dark, narrow and wide; and what only a browser can say.

use std::fs;
use std::sync::Mutex;
use std::thread;

use serde_json::Value;

use super::budgets::{HERO, over};
use super::web_server::WebServer;
use super::{Finding, Judged, node_module};
use crate::{Desktop, Scheme, WindowPage};

/// A phone's width, at which nothing may need scrolling sideways (WCAG 2.2, 1.4.10), and a desk's.
pub const WIDTHS: [u32; 2] = [320, 1280];
const HEIGHT: u32 = 900;

/// All rules that are on by default, and the size of targets (WCAG 2.2, 2.5.8), which is not.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))))
        .catch((error) => done([`failed: ${error}`]));";

/// What reaches past the window's right edge, the innermost first.
const LAYOUT: &str = "
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')]
        .filter((it) => it.getBoundingClientRect().right > clientWidth + 1).slice(-3).reverse();
    return [`${scrollWidth - clientWidth} pixels too wide`, ...wide.map((it) => it.outerHTML.slice(0, 120))];";
/// What was fetched from elsewhere.
const REQUESTS: &str = "
    return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:'))
        .map((name) => `asks ${name}`);";
/// Whether everything that the page is made of has come.
const ARRIVED: &str = "
    const broken = [...document.images].filter((it) => it.complete && it.currentSrc && !it.naturalWidth);
    const bare = [...document.querySelectorAll('link[rel=stylesheet]')].filter((it) => !it.sheet);
    return [...broken, ...bare].map((it) => `did not come: ${it.outerHTML}`);";
const HERO_SHOWN: &str =
    "return document.querySelector('.hero img, img[fetchpriority=high]')?.currentSrc ?? null";

/// A page that is to be visited, and whose it is.
type Errand<'a> = (usize, &'a Judged, &'a str, &'a str);

/// Two browsers share the pages: a browser does one thing at a time, and computers have two cores at least.
pub fn findings(sites: &[Judged]) -> Vec<Vec<Finding>> {
    let servers: Vec<WebServer> = sites
        .iter()
        .map(|site| WebServer::start(&site.folder))
        .collect();
    let errands = (0..).zip(sites).zip(&servers);
    let errands = errands.flat_map(|((number, site), server)| {
        let pages = site.sample.opened.values();
        pages.map(move |path| (number, site, server.address.as_str(), path.as_str()))
    });
    let errands = Mutex::new(errands);
    let mut findings = vec![Vec::new(); sites.len()];
    thread::scope(|scope| {
        let browsers = [(); 2].map(|()| scope.spawn(|| run_errands(&errands)));
        for (number, finding) in browsers
            .into_iter()
            .flat_map(|browser| browser.join().unwrap())
        {
            findings[number].push(finding);
        }
    });
    findings
}

fn run_errands<'a>(errands: &Mutex<impl Iterator<Item = Errand<'a>>>) -> Vec<(usize, Finding)> {
    let desktop = Desktop::new();
    let browser = desktop.start_browser();
    let axe = fs::read_to_string(node_module("axe-core/axe.min.js")).unwrap();
    let next = || errands.lock().unwrap().next();
    let mut findings = Vec::new();
    while let Some((number, site, server, path)) = next() {
        let visit = Visit {
            site,
            server,
            page: browser.page(),
            axe: &axe,
        };
        findings.extend(visit.both(path).into_iter().map(|it| (number, it)));
    }
    findings
}

struct Visit<'a> {
    site: &'a Judged,
    server: &'a str,
    page: &'a WindowPage,
    axe: &'a str,
}

impl Visit<'_> {
    fn both(&self, path: &str) -> Vec<Finding> {
        let mut findings = self.served(path);
        // It is found at any address of a host, and so never on a disk.
        if path != "404.html" {
            findings.extend(self.on_the_disk(path));
        }
        findings
    }

    fn served(&self, path: &str) -> Vec<Finding> {
        self.page.open(&format!("{}{path}", self.server));
        self.page.run(self.axe, &[]);
        let mut findings = Vec::new();
        for width in WIDTHS {
            self.page.screen(width, HEIGHT);
            for scheme in [Scheme::Light, Scheme::Dark] {
                self.page.prefer(scheme);
                self.page.wait_until_still();
                let faults = texts(&self.page.run_async(AXE, &[]));
                let place = format!("{width} pixels, {scheme:?}");
                let faults = faults.iter().map(|it| format!("{place}: {it}"));
                findings.extend(faults.map(|fault| Finding::new("axe", path, fault)));
            }
            findings.extend(self.ask(path, LAYOUT, &format!("{width} pixels")));
        }
        findings.extend(self.ask(path, REQUESTS, "served"));
        findings.extend(self.ask(path, ARRIVED, "served"));
        findings.extend(self.hero(path));
        findings.extend(self.complaints(path, "served"));
        findings
    }

    fn on_the_disk(&self, path: &str) -> Vec<Finding> {
        let file = self.site.folder.join(path);
        self.page.open(&format!("file://{}", file.display()));
        self.page.wait_until_still();
        let mut findings = self.ask(path, ARRIVED, "from the disk");
        findings.extend(self.complaints(path, "from the disk"));
        findings
    }

    fn ask(&self, path: &str, script: &str, when: &str) -> Vec<Finding> {
        let faults = texts(&self.page.run(script, &[]));
        let finding = |fault| Finding::new("browser", path, format!("{when}: {fault}"));
        faults.into_iter().map(finding).collect()
    }

    /// What the browser's console says: nothing, when scripts, styles and policies agree with one another.
    fn complaints(&self, path: &str, when: &str) -> Vec<Finding> {
        let said = self.page.console().into_iter();
        said.map(|fault| Finding::new("browser", path, format!("{when}: {fault}")))
            .collect()
    }

    fn hero(&self, path: &str) -> Option<Finding> {
        let shown = self.page.run(HERO_SHOWN, &[]);
        let file = shown.as_str()?.strip_prefix(self.server)?;
        let bytes = self.site.tree.get(file)?.len();
        over("picture at the top", path, bytes, HERO)
    }
}

fn texts(answer: &Value) -> Vec<String> {
    let list = answer.as_array().cloned().unwrap_or_default();
    list.iter()
        .map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned))
        .collect()
}

/// A picture of a whole page, as it is shown at a width.
pub fn picture(page: &WindowPage, address: &str, width: u32, scheme: Scheme) -> Vec<u8> {
    show(page, address, width, scheme);
    page.whole_picture()
}

/// Opens a page, with all of its pictures, as it is shown at a width.
pub fn show(page: &WindowPage, address: &str, width: u32, scheme: Scheme) {
    page.screen(width, HEIGHT);
    page.prefer(scheme);
    page.open(address);
    page.run_async(
        "const done = arguments[arguments.length - 1];
         const pictures = [...document.images];
         pictures.forEach((it) => (it.loading = 'eager'));
         Promise.allSettled(pictures.map((it) => it.decode())).then(() => done(true));",
        &[],
    );
    page.wait_until_still();
}
