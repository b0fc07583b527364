//! Part of `cargo xtask bench`: what visitors of a site with 10,000 articles fetch when they search it, in Chromium.
//!
//! It prints for each question how many files and bytes are fetched beside what every page has (its stylesheet, typefaces
//! and icon), as they lie in the folder: most hosts send half of that or less. `search <figures> <site> <question>…` asks
//! a finished site that is there.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what fails here fails at a developer's desk"
)]

#[cfg(target_os = "linux")]
fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (figures, rest) = words.split_first().expect("a file for the figures");
    linux::measure(figures.as_ref(), rest);
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("The browser is driven on Linux only.");
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fmt::Write;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::time::Instant;

    use pamphlet_tests::judge::web_server::WebServer;
    use pamphlet_tests::{Desktop, Tree, WindowPage, program};
    use serde_json::{Value, json};

    const ARTICLES: usize = 10_000;
    const WORDS: usize = 600;
    /// What a question may fetch.
    const LIMIT: f64 = 100.0 * 1024.0;

    pub fn measure(figures: &Path, words: &[String]) {
        let desktop = Desktop::new();
        let (site, questions) = match words.split_first() {
            Some((site, questions)) => (PathBuf::from(site), questions.to_vec()),
            None => (made(desktop.home()), questions()),
        };
        let size = size(&site);
        println!("{size}");
        let server = WebServer::start(&site);
        let browser = desktop.start_browser();
        let (page, search) = (browser.page(), format!("{}search/", server.address));
        let mut found = Vec::new();
        for question in &questions {
            found.push(asked(page, &search, question));
        }
        let longest = questions.iter().max_by_key(|it| it.len()).unwrap();
        found.push(typed(page, &search, longest));
        for it in &found {
            let (bytes, files) = (it["bytes"].as_f64().unwrap(), &it["files"]);
            let over = if bytes > LIMIT { "  OVER 100 KiB" } else { "" };
            println!(
                "{:>6.1} KiB in {files:>2} files  {}  {}{over}",
                bytes / 1024.0,
                it["question"],
                it["status"]
            );
        }
        let all = json!({ "size": size, "questions": found });
        fs::write(figures, format!("{all:#}\n")).unwrap();
    }

    /// What has come, but for what every page has.
    const FETCHED: &str = "
        const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        const own = all.filter(({ name }) => name.includes('/search'));
        return {
            bytes: own.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
            files: own.length,
            status: document.querySelector('#search_status').textContent,
        };";
    const SAID: &str = "return document.querySelector('#search_status')?.textContent ?? ''";

    fn asked(page: &WindowPage, search: &str, question: &str) -> Value {
        let query = question.replace(' ', "+");
        page.open(&format!("{search}?q={query}"));
        page.wait_until("an answer", SAID, |said| said.as_str() != Some(""));
        let mut fetched = page.run(FETCHED, &[]);
        fetched["question"] = question.into();
        fetched
    }

    /// Letter by letter, with a pause after each that is long enough for an answer: the most that a question can fetch.
    fn typed(page: &WindowPage, search: &str, question: &str) -> Value {
        page.open(search);
        page.run(
            "performance.setResourceTimingBufferSize(5000); return true",
            &[],
        );
        for end in 1..=question.len() {
            let type_it = "
                const [text, done] = arguments;
                const field = document.querySelector('#page_search');
                field.value = text;
                field.dispatchEvent(new Event('input'));
                setTimeout(() => done(true), 600);";
            page.run_async(type_it, &[question[..end].into()]);
        }
        let mut fetched = page.run(FETCHED, &[]);
        fetched["question"] = format!("{question}, letter by letter").into();
        fetched
    }

    fn size(site: &Path) -> Value {
        let tree = Tree::published(site);
        let search: Vec<usize> = tree
            .paths()
            .filter(|path| path.starts_with("search/") || path.starts_with("assets/search"))
            .filter_map(|path| Some(tree.get(path)?.len()))
            .collect();
        json!({
            "files": search.len(),
            "bytes": search.iter().sum::<usize>(),
            "largest file": search.iter().max(),
            "files of the site": tree.len(),
        })
    }

    fn made(home: &Path) -> PathBuf {
        let input = home.join("input");
        fs::create_dir_all(&input).unwrap();
        fs::write(input.join("practice.toml"), "name = \"Bench\"\n").unwrap();
        let mut random = Random(1);
        for number in 0..ARTICLES {
            let text = article(number, &mut random);
            fs::write(input.join(format!("{number:05}.md")), text).unwrap();
        }
        let (library, site) = (home.join("library"), home.join("site"));
        let practice = input.join("practice.toml");
        cli(&["new", path(&library), "--practice", path(&practice)]);
        cli(&["import", path(&library), path(&input)]);
        let begun = Instant::now();
        cli(&["export", path(&library), path(&site)]);
        println!("exported in {:.1} s", begun.elapsed().as_secs_f64());
        site
    }

    fn path(path: &Path) -> &str {
        path.to_str().unwrap()
    }

    fn cli(words: &[&str]) {
        let ran = Command::new(program("pamphlet-cli")).args(words).output();
        let ran = ran.unwrap();
        assert!(ran.status.success(), "{ran:?}");
    }

    fn article(number: usize, random: &mut Random) -> String {
        let mut text = format!(
            "---\ntitle: \"{} {number}\"\nsummary: \"{}\"\ntopics: [\"Topic {}\"]\nauthor: \"Author {}\"\n\
             date: 2026-0{}-1{}\n---\n",
            random.words(6),
            random.words(20),
            number % 30,
            number % 12,
            1 + number % 9,
            number % 10,
        );
        for _ in 0..WORDS / 60 {
            write!(text, "\n{}.\n", random.words(60)).unwrap();
        }
        text
    }

    /// A word in most articles, a rare one, and three of a middling kind; and the three that are commonest.
    fn questions() -> Vec<String> {
        let words = |ranks: &[usize]| {
            let words: Vec<String> = ranks.iter().map(|rank| word(*rank)).collect();
            words.join(" ")
        };
        [
            &[60][..],
            &[30_000],
            &[300, 700],
            &[400, 900, 2000],
            &[50, 51, 52],
        ]
        .map(words)
        .to_vec()
    }

    /// Random, and the same every time: <https://en.wikipedia.org/wiki/Xorshift>.
    struct Random(u64);

    /// As many as a large medical site has.
    const VOCABULARY: f64 = 40_000.0;

    impl Random {
        fn words(&mut self, count: usize) -> String {
            let words: Vec<String> = (0..count).map(|_| word(self.rank())).collect();
            words.join(" ")
        }

        /// A few words are common and most are rare: <https://en.wikipedia.org/wiki/Zipf%27s_law>.
        fn rank(&mut self) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            let random = (self.0 >> 11) as f64 / (1_u64 << 53) as f64;
            (VOCABULARY.powf(random) - 1.0) as usize
        }
    }

    /// The word that is so common, of syllables.
    fn word(rank: usize) -> String {
        const SYLLABLES: [&str; 16] = [
            "ba", "ko", "li", "tre", "mun", "sol", "ver", "pin", "dac", "ro", "shi", "nel", "gor",
            "fa", "tum", "wes",
        ];
        // Neighbors in rank are none in the alphabet.
        let mixed = rank * 40_503 % 65_536;
        [mixed, mixed / 16, mixed / 256, mixed / 4096]
            .map(|part| SYLLABLES[part % 16])
            .concat()
    }
}
