//! `cargo xtask bench`: a library of 10,000 articles in the real window.
//!
//! It prints how long it takes from the click that opens the library to the list, from a key in the search field to
//! what was found, and from one article to another; and how long a frame takes while the whole list scrolls by. The
//! yardstick for that, in the same window, is a page of as many plain lines: without a graphics card it drops frames too.
//! All times are taken in the window, when what is waited for has been laid out.

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
    use std::ffi::OsStr;
    use std::fmt::Write;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use pamphlet_tests::{Desktop, WindowPage, program};
    use serde_json::{Value, json};

    const ARTICLES: usize = 10_000;
    const WORDS: usize = 600;
    const OPENED: usize = 7;
    const SWITCHED: usize = 30;
    /// Frames in which the list scrolls by, as fast as somebody pulls its bar.
    const FRAMES: usize = 200;
    /// What is typed: a rare word, a common one, two.
    const SEARCHES: [&str; 3] = ["kolimun", "bako", "tresol verpin"];

    pub fn run() {
        let desktop = Desktop::new();
        let library = library(&desktop);
        let app = desktop.start_app(Some(&library));
        let page = app.page();
        page.wait_until("the list", ROWS, |rows| rows.as_u64() > Some(0));
        let found = [
            ("open to the list", opened(page)),
            ("key to what is found", searched(page)),
            ("article to article", switched(page)),
        ];
        println!("{ARTICLES} articles of {WORDS} words");
        let mut figures = serde_json::Map::new();
        for (name, samples) in found {
            let samples = Samples::of(samples);
            println!("{name:>22}  {samples}");
            figures.insert(name.to_owned(), samples.to_json());
        }
        let scrolled = scrolled(page);
        let frame = |of: &str, figure: &str| scrolled[of][figure].as_f64().unwrap();
        println!(
            "{:>22}  median {:5.0} p95 {:5.0} longest {:5.0} ms a frame, {:.1} times a page of plain lines; {} rows awaited",
            "scrolling end to end",
            frame("list", "median"),
            frame("list", "p95"),
            frame("list", "longest"),
            frame("list", "median") / frame("plain", "median"),
            scrolled["list"]["awaited"],
        );
        figures.insert("scrolling".to_owned(), scrolled);
        if let Some(file) = std::env::args_os().nth(1) {
            fs::write(file, format!("{:#}\n", Value::from(figures))).unwrap();
        }
    }

    const ESCAPE: &str = "\u{E00C}";

    const ROWS: &str = "return document.querySelectorAll('ul[aria-label=Articles] li a').length";

    /// Notes the time from `begin` until something in the window's document fits `what`, and has been laid out.
    const WATCH: &str = "
        window.watch?.observer.disconnect();
        const watch = window.watch = { begun: 0, took: null };
        window.addEventListener(arguments[0], () => { watch.begun ||= performance.now(); }, { capture: true, once: true });
        const there = (changes) => WHAT;
        watch.observer = new MutationObserver((changes) => {
            if (!watch.begun || watch.took !== null || !there(changes)) return;
            document.body.getBoundingClientRect();
            watch.took = performance.now() - watch.begun;
        });
        watch.observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
        return true;";

    /// Nothing where nothing had to change.
    fn timed(page: &WindowPage, begin: &str, what: &str, work: impl FnOnce()) -> Option<f64> {
        page.run(&WATCH.replace("WHAT", what), &[begin.into()]);
        work();
        let took = page.wait_until(
            what,
            "const { begun, took } = window.watch;
             return took ?? (begun && performance.now() - begun > 3000 ? 'nothing' : null)",
            |took| !took.is_null(),
        );
        took.as_f64()
    }

    /// From the click on a library to its list.
    fn opened(page: &WindowPage) -> Vec<f64> {
        let once = |_| {
            page.press("Other website…");
            page.wait_until(
                "the libraries",
                "return document.body.innerText.includes('Recent')",
                |shown| *shown == true,
            );
            let list = "document.querySelector('ul[aria-label=Articles] li a') !== null";
            timed(page, "click", list, || page.press_with("Bench"))
        };
        (0..OPENED).filter_map(once).collect()
    }

    /// From each key in the search field to the first change of the list.
    fn searched(page: &WindowPage) -> Vec<f64> {
        let mut samples = Vec::new();
        for words in SEARCHES {
            page.put_cursor_in("Search articles");
            for key in words.chars().filter(|key| *key != ' ') {
                let key = key.to_string();
                samples.extend(timed(page, "keydown", FOUND, || page.type_key(&key)));
            }
            page.type_key(ESCAPE);
            let all = "return document.querySelectorAll('main mark').length === 0
                && document.querySelectorAll('ul[aria-label=Articles] li a').length > 5";
            page.wait_until("all articles", all, |all| *all == true);
        }
        samples
    }

    const FOUND: &str = "changes.some(({ target }) =>
        (target.nodeType === 1 ? target : target.parentElement)?.closest('main ul[aria-label=Articles], main .empty')
        || target.nodeName === 'MAIN')";

    /// From one article to the other, as when somebody goes back and forth.
    fn switched(page: &WindowPage) -> Vec<f64> {
        let ids = page.run(
            "return [...document.querySelectorAll('ul[aria-label=Articles] li a')].slice(0, 2).map((a) => a.hash)",
            &[],
        );
        let title = "(document.querySelector('[aria-label=\"Article text\"]')?.textContent ?? '').length > 100
            && document.querySelector('[aria-label=Title]')?.value !== window.before";
        (0..SWITCHED)
            .filter_map(|at| {
                timed(page, "hashchange-begun", title, || {
                    page.run(
                        "window.before = document.querySelector('[aria-label=Title]')?.value;
                         dispatchEvent(new Event('hashchange-begun'));
                         location.hash = arguments[0];
                         return true",
                        &[ids[at % 2].clone()],
                    );
                })
            })
            .collect()
    }

    /// Scrolls what `LIST` is from end to end and tells how long the frames took, in milliseconds, and how many rows were
    /// not there when they should have been.
    const SCROLL: &str = "
        const [frames, done] = arguments;
        const scroller = LIST;
        const step = (scroller.scrollHeight - scroller.clientHeight) / frames;
        const times = [];
        let awaited = 0;
        const frame = (now) => {
            times.push(now);
            awaited += scroller.querySelectorAll('.awaited').length;
            scroller.scrollTop = step * times.length;
            if (times.length <= frames) return requestAnimationFrame(frame);
            const took = times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b);
            const at = (share) => took[Math.round((took.length - 1) * share)];
            scroller.dataset.plain && scroller.remove();
            done({ median: at(0.5), p95: at(0.95), longest: at(1), awaited });
        };
        setTimeout(() => requestAnimationFrame(frame), 500);";

    const LIST: &str = "document.querySelector('ul[aria-label=Articles]').parentElement";

    /// As many rows as high as the list's, of words alone.
    const PLAIN: &str = "(() => {
        const plain = document.createElement('div');
        plain.dataset.plain = 'yes';
        plain.style = 'position: fixed; inset: 0; overflow: auto; background: #fff; z-index: 9999';
        const row = (_, at) => `<div style=\"height: 72px\"><b>Title of article ${at}</b><br>${'What it says. '.repeat(8)}</div>`;
        plain.innerHTML = Array.from({ length: ROWS }, row).join('');
        document.body.append(plain);
        return plain;
    })()";

    fn scrolled(page: &WindowPage) -> Value {
        page.press("All articles");
        page.wait_until("the list", ROWS, |rows| rows.as_u64() > Some(5));
        let plain = PLAIN.replace("ROWS", &ARTICLES.to_string());
        let scroll = |list: &str| page.run_async(&SCROLL.replace("LIST", list), &[FRAMES.into()]);
        json!({ "plain": scroll(&plain), "list": scroll(LIST) })
    }

    fn library(desktop: &Desktop) -> PathBuf {
        let input = desktop.home().join("input");
        fs::create_dir_all(&input).unwrap();
        fs::write(input.join("practice.toml"), "name = \"Bench\"\n").unwrap();
        let mut words = Words(1);
        for number in 0..ARTICLES {
            fs::write(
                input.join(format!("{number:05}.md")),
                article(number, &mut words),
            )
            .unwrap();
        }
        let library = desktop.documents().join("Bench");
        let practice = input.join("practice.toml");
        cli(&["new", path(&library), "--practice", path(&practice)]);
        cli(&["import", path(&library), path(&input)]);
        library
    }

    fn path(path: &Path) -> &str {
        path.to_str().unwrap()
    }

    fn cli<S: AsRef<OsStr>>(arguments: &[S]) {
        let ran = Command::new(program("pamphlet-cli"))
            .args(arguments)
            .output()
            .unwrap();
        assert!(ran.status.success(), "{ran:?}");
    }

    fn article(number: usize, words: &mut Words) -> String {
        let mut text = format!(
            "---\ntitle: \"{} {number}\"\nsummary: \"{}\"\ntopics: [\"Topic {}\", \"Topic {}\"]\n\
             author: \"Author {}\"\ndate: 2026-0{}-1{}\ndraft: {}\n---\n",
            words.some(6),
            words.some(20),
            number % 30,
            number % 7,
            number % 12,
            1 + number % 9,
            number % 10,
            number.is_multiple_of(5),
        );
        for paragraph in 0..WORDS / 60 {
            if paragraph.is_multiple_of(3) {
                write!(text, "\n## {}\n", words.some(4)).unwrap();
            }
            write!(text, "\n{}.\n", words.some(60)).unwrap();
        }
        text
    }

    /// Words that look random and are the same every time, a few of them common and most of them rare, as in a language:
    /// <https://en.wikipedia.org/wiki/Xorshift>, <https://en.wikipedia.org/wiki/Zipf%27s_law>.
    struct Words(u64);

    const SYLLABLES: [&str; 16] = [
        "ba", "ko", "li", "tre", "mun", "sol", "ver", "pin", "dac", "ro", "shi", "nel", "gor",
        "fa", "tum", "wes",
    ];

    impl Words {
        fn some(&mut self, count: usize) -> String {
            let words: Vec<String> = (0..count).map(|_| self.word()).collect();
            words.join(" ")
        }

        fn word(&mut self) -> String {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            let random = (self.0 >> 11) as f64 / (1_u64 << 53) as f64;
            let rank = (4096_f64.powf(random) - 1.0) as usize;
            [rank, rank / 16, rank / 256]
                .map(|part| SYLLABLES[(part + rank) % 16])
                .concat()
        }
    }

    struct Samples(Vec<f64>);

    impl Samples {
        fn of(mut samples: Vec<f64>) -> Self {
            samples.sort_by(f64::total_cmp);
            Self(samples)
        }

        fn at(&self, share: f64) -> f64 {
            self.0[((self.0.len() - 1) as f64 * share).round() as usize]
        }

        fn to_json(&self) -> Value {
            json!({ "median": self.at(0.5), "p95": self.at(0.95), "longest": self.at(1.0) })
        }
    }

    impl std::fmt::Display for Samples {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            let (median, p95, longest) = (self.at(0.5), self.at(0.95), self.at(1.0));
            write!(
                f,
                "median {median:5.0} p95 {p95:5.0} longest {longest:5.0} ms"
            )
        }
    }
}
