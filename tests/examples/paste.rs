//! `cargo xtask bench`: how long a paste of 1 MB from Word takes, in the real window.
//!
//! A sample is the time from the paste until its event is dealt with, until the first frame that shows its beginning was
//! drawn, and until all of it is in the text; beside them stands the longest time without a frame meanwhile and in the
//! second after that. The yardsticks, in the same window, are what the webview takes to parse the same HTML, and what it takes
//! to show it as it is.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what fails here fails at a developer's desk"
)]

#[cfg(target_os = "linux")]
fn main() {
    linux::run();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("The real window is driven on Linux only.");
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;

    use pamphlet_tests::{Desktop, WindowPage, repository};
    use serde_json::{Value, json};

    /// Bytes.
    const LARGE: usize = 1_000_000;
    /// Windows, each with one first paste: programs are slower at first.
    const WINDOWS: usize = 3;
    /// Pastes after the first, in each window.
    const AGAIN: usize = 5;

    /// Milliseconds: until the event is dealt with, until it is drawn, until all of it is there, and the longest time without a
    /// frame.
    const PASTE: &str = "
        const [html, done] = arguments;
        const text = document.querySelector('[aria-label=\"Article text\"]');
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', 'The words alone.');
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
        const begun = performance.now();
        text.dispatchEvent(event);
        const answered = performance.now() - begun;
        const { port1, port2 } = new MessageChannel();
        let [drawn, whole, last, longest] = [0, 0, 0, 0];
        // The last words of the text are drawn once all of it is there.
        const isWhole = () => text.lastElementChild.innerText.includes('THE END');
        const frame = () => {
            const now = performance.now() - begun;
            longest = Math.max(longest, now - last);
            last = now;
            if (whole === 0 && isWhole()) whole = now;
            if (whole === 0 ? now < 30000 : now < whole + 1000) requestAnimationFrame(frame);
            else done([answered, drawn, whole, longest]);
        };
        port1.onmessage = () => {
            drawn = last = performance.now() - begun;
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(() => port2.postMessage(0));";

    const PARSE: &str = "
        const [html] = arguments;
        // Styles would be reported by the content security policy, one by one.
        const quiet = html.replaceAll(' style=', ' data-style=');
        const begun = performance.now();
        new DOMParser().parseFromString(quiet, 'text/html');
        return performance.now() - begun;";

    /// Milliseconds until it is drawn, styles and all, in a page of its own.
    const SHOW: &str = "
        const [html, done] = arguments;
        const page = document.createElement('iframe');
        page.sandbox = 'allow-same-origin';
        page.style = 'position: fixed; inset: 0; width: 100%; height: 100%; background: #fff; z-index: 9999';
        document.body.append(page);
        const begun = performance.now();
        page.srcdoc = html.replaceAll(' style=', ' data-style=');
        page.onload = () => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                const took = performance.now() - begun;
                page.remove();
                done(took);
            };
            port2.postMessage(0);
        });";

    /// The window has drawn what it has to draw, and waits for the person: a second of frames, none of them late.
    const SETTLED: &str = "
        const [done] = arguments;
        let [last, quiet] = [performance.now(), 0];
        const frame = (now) => {
            quiet = now - last < 100 ? quiet + now - last : 0;
            last = now;
            if (quiet < 1000) requestAnimationFrame(frame);
            else done(true);
        };
        requestAnimationFrame(frame);";

    /// The page beside the text is there.
    const PREVIEW: &str =
        "return document.querySelector('iframe')?.contentDocument?.getElementById('article-body') !== null
            && document.querySelector('iframe')?.contentDocument?.body?.childElementCount > 0";

    const EMPTY: &str =
        "return document.querySelector('[aria-label=\"Article text\"]').innerText.trim().length";

    #[derive(Default)]
    struct Samples {
        answered: Vec<f64>,
        drawn: Vec<f64>,
        whole: Vec<f64>,
        still: Vec<f64>,
    }

    #[derive(Default)]
    struct All {
        first: Samples,
        again: Samples,
        parsed: Vec<f64>,
        shown: Vec<f64>,
    }

    impl Samples {
        fn add(&mut self, of: &Value) {
            let figure = |at: usize| of[at].as_f64().unwrap();
            self.answered.push(figure(0));
            self.drawn.push(figure(1));
            self.whole.push(figure(2));
            self.still.push(figure(3));
        }
    }

    pub fn run() {
        let html = from_word();
        let mut all = All::default();
        for _ in 0..WINDOWS {
            measure(&html, &mut all);
        }
        let [parsed, shown] = [all.parsed, all.shown].map(median);
        println!(
            "A paste of {} KB from Word; the webview parses it in {parsed:.0} ms and shows it as it is in {shown:.0} ms",
            html.len() / 1000
        );
        let row = |name: &str, samples: Samples| {
            let [answered, drawn, whole, still] = [
                samples.answered,
                samples.drawn,
                samples.whole,
                samples.still,
            ]
            .map(median);
            println!(
                "{name:>6}: answered after {answered:4.0} ms ({:.1} times parsing), drawn after {drawn:4.0} ms ({:.1} times showing), all there after {whole:4.0} ms, {still:4.0} ms at most without a frame",
                answered / parsed,
                drawn / shown
            );
            json!({ "answered": answered, "drawn": drawn, "whole": whole, "still": still })
        };
        let figures = json!({
            "parsed": parsed,
            "shown": shown,
            "first": row("first", all.first),
            "again": row("again", all.again),
        });
        if let Some(file) = std::env::args_os().nth(1) {
            fs::write(file, format!("{figures:#}\n")).unwrap();
        }
    }

    fn measure(html: &str, all: &mut All) {
        let desktop = Desktop::new();
        let app = desktop.start_app(None);
        let page = app.page();
        page.press("Start a website");
        page.write("Name of the practice", "Bench");
        page.write("Town", "Bench");
        page.write("Phone", "+1-503-555-0117");
        page.press("Start a website");
        page.press("New article");
        page.wait_until("the preview", PREVIEW, |there| *there == true);
        page.run_async(SETTLED, &[]);
        all.first.add(&paste(page, html));
        for _ in 0..AGAIN {
            all.again.add(&paste(page, html));
            all.parsed
                .push(page.run(PARSE, &[json!(html)]).as_f64().unwrap());
        }
        all.shown
            .push(page.run_async(SHOW, &[json!(html)]).as_f64().unwrap());
    }

    fn paste(page: &WindowPage, html: &str) -> Value {
        page.put_cursor_in("Article text");
        page.type_chords(&[&["\u{E009}", "a"], &["\u{E003}"], &["\u{E003}"]]);
        page.wait_until("an empty article", EMPTY, |length| {
            length.as_u64() < Some(30)
        });
        page.run_async(PASTE, &[json!(html)])
    }

    /// What Word puts on the clipboard for a long text with lists and tables.
    fn from_word() -> String {
        let folder = repository().join("ui/src/lib/editor/paste/fixtures");
        let read = |name: &str| fs::read_to_string(folder.join(format!("{name}.html"))).unwrap();
        let article = read("word-article");
        let bodies: Vec<String> = [
            "word-article",
            "word-bulleted-list",
            "word-numbered-list",
            "word-table",
        ]
        .map(|name| body(&read(name)).to_owned())
        .to_vec();
        let mut html = article[..article.find("<body").unwrap()].to_owned() + "<body>";
        for body in bodies.iter().cycle() {
            html += body;
            if html.len() >= LARGE {
                break;
            }
        }
        html + "<p>THE END</p></body></html>"
    }

    fn body(html: &str) -> &str {
        let start = html.find("<body").unwrap();
        let start = start + html[start..].find('>').unwrap() + 1;
        &html[start..html.find("</body>").unwrap()]
    }

    fn median(mut all: Vec<f64>) -> f64 {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    }
}
