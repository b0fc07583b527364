//! `cargo xtask bench`: how long one key press takes to reach the preview, in the real window.
//!
//! A sample is the time from the `keydown` event in the window until the preview's document has been patched and laid
//! out. The yardstick beside it, in the same window, is the time until the editor's own text shows the key: no preview
//! can be faster than that. Keys are typed one at a time in the middle of articles of three lengths.

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
    use std::process::Command;

    use pamphlet_tests::{Desktop, WindowPage, program};
    use serde_json::{Value, json};

    const WORDS: [usize; 3] = [600, 5_000, 20_000];
    /// Keys that are not counted: programs are slower at first.
    const WARM_UP: usize = 20;
    const KEYS: usize = 200;

    const WATCH: &str = "
        const shown = document.querySelector('iframe[aria-label=Preview]').contentDocument;
        const text = document.querySelector('[aria-label=\"Article text\"]');
        const watch = window.keyWatch = { begun: 0, editor: [], preview: [] };
        window.addEventListener('keydown', () => { watch.begun = performance.now(); watch.edited = false; }, true);
        new MutationObserver(() => {
            if (!watch.begun || watch.edited) return;
            watch.edited = true;
            text.getBoundingClientRect();
            watch.editor.push(performance.now() - watch.begun);
        }).observe(text, { subtree: true, childList: true, characterData: true });
        new MutationObserver(() => {
            if (!watch.begun) return;
            shown.body.getBoundingClientRect();
            watch.preview.push(performance.now() - watch.begun);
            watch.begun = 0;
            watch.seen?.();
        }).observe(shown.getElementById('article-body'), { subtree: true, childList: true, characterData: true });
        return true;";

    /// Answers once so many keys have reached the preview. A window that is asked again and again has less time to draw.
    const KEY_SEEN: &str = "
        const [keys, done] = arguments;
        const watch = window.keyWatch;
        const look = () => watch.preview.length >= keys && done(true);
        watch.seen = look;
        look();";

    pub fn run() {
        println!(
            "{:>8} words  {:>22}  {:>22}  ratio of medians",
            "", "key to editor", "key to preview"
        );
        let mut rows = Vec::new();
        for words in WORDS {
            let (editor, preview) = measure(words);
            let (e, p) = (Figures::of(editor), Figures::of(preview));
            println!(
                "{words:>8} words  median {:5.1} p95 {:5.1} ms  median {:5.1} p95 {:5.1} ms  {:.1}",
                e.median,
                e.p95,
                p.median,
                p.p95,
                p.median / e.median
            );
            rows.push(json!({
                "words": words, "keys": KEYS,
                "editor": { "median": e.median, "p95": e.p95 },
                "preview": { "median": p.median, "p95": p.p95 },
            }));
        }
        if let Some(file) = std::env::args_os().nth(1) {
            fs::write(file, format!("{:#}\n", Value::from(rows))).unwrap();
        }
    }

    /// Milliseconds for each key: until the editor shows it, and until the preview does.
    fn measure(words: usize) -> (Vec<f64>, Vec<f64>) {
        let desktop = Desktop::new();
        let library = library(&desktop, words);
        let app = desktop.start_app(Some(&library));
        let page = app.page();
        page.press_with("Long read");
        page.wait_until(
            "the preview",
            "return document.querySelector('iframe[aria-label=Preview]')?.contentDocument
                 ?.getElementById('article-body')?.childElementCount ?? 0",
            |blocks| blocks.as_u64() > Some(1),
        );
        page.put_cursor_in("Article text");
        page.run(WATCH, &[]);
        for key in 1..=WARM_UP + KEYS {
            page.type_key(if key % 6 == 0 { " " } else { "e" });
            page.run_async(KEY_SEEN, &[key.into()]);
        }
        (samples(page, "editor"), samples(page, "preview"))
    }

    fn samples(page: &WindowPage, which: &str) -> Vec<f64> {
        let all = page.run("return window.keyWatch[arguments[0]]", &[which.into()]);
        let all = all.as_array().unwrap().iter().filter_map(Value::as_f64);
        all.skip(WARM_UP).collect()
    }

    fn library(desktop: &Desktop, words: usize) -> std::path::PathBuf {
        let input = desktop.home().join("input");
        fs::create_dir_all(&input).unwrap();
        fs::write(input.join("practice.toml"), "name = \"Bench\"\n").unwrap();
        fs::write(input.join("long.md"), article(words)).unwrap();
        let library = desktop.documents().join("Bench");
        let cli = |arguments: &[&std::ffi::OsStr]| {
            let ran = Command::new(program("pamphlet-cli"))
                .args(arguments)
                .output()
                .unwrap();
            assert!(ran.status.success(), "{ran:?}");
        };
        let practice = input.join("practice.toml");
        cli(&[
            "new".as_ref(),
            library.as_ref(),
            "--practice".as_ref(),
            practice.as_ref(),
        ]);
        cli(&["import".as_ref(), library.as_ref(), input.as_ref()]);
        library
    }

    /// An article of so many words: headings, paragraphs, lists and emphasis in the usual mixture.
    fn article(words: usize) -> String {
        const WORDS: [&str; 12] = [
            "sleep",
            "and",
            "the",
            "**evening**",
            "light",
            "of",
            "a",
            "quiet",
            "bedroom",
            "help",
            "most",
            "people",
        ];
        let mut text = "---\ntitle: Long read\n---\n".to_owned();
        for at in 0..words {
            match at % 240 {
                0 => text.push_str("\n\n## Another part\n\n"),
                60 | 120 => text.push_str("\n\n"),
                180 | 190 | 200 => text.push_str("\n- "),
                210 => text.push_str("\n\n"),
                _ => {}
            }
            text.push_str(WORDS[(at * 7 + at / 13) % WORDS.len()]);
            text.push(if at % 17 == 16 { '.' } else { ' ' });
            if at % 17 == 16 {
                text.push(' ');
            }
        }
        text
    }

    struct Figures {
        median: f64,
        p95: f64,
    }

    impl Figures {
        fn of(mut samples: Vec<f64>) -> Self {
            samples.sort_by(f64::total_cmp);
            let at = |share: f64| samples[((samples.len() - 1) as f64 * share).round() as usize];
            Self {
                median: at(0.5),
                p95: at(0.95),
            }
        }
    }
}
