//! Words that try to be more than words.

use pamphlet_engine::ArticlePatch;
use pamphlet_model::Status;
use pamphlet_tests::{Page, SiteSandbox, crawl};

use super::HOSTILE;

#[test]
fn nothing_in_a_page_runs_or_asks_another_computer() {
    let tree = HOSTILE.tree();
    assert!(tree.pages().count() > 10);
    let faults = crawl::faults(tree);
    assert!(faults.is_empty(), "{faults:#?}");
    for (path, text) in tree.pages() {
        let page = Page::parse(text);
        let never = "script:not([type='application/ld+json'], [src]), iframe, object, embed, form:not(.search), input:not([type=search]), style, base, svg[onload], meta[http-equiv=refresh]";
        let found: Vec<_> = page
            .all(never)
            .iter()
            .map(|element| element.html())
            .collect();
        assert!(found.is_empty(), "{path}: {found:?}");
        let scripts = page.all("script[src]").len();
        assert_eq!(scripts, usize::from(path == "search/index.html"), "{path}");
        for element in page.all("*") {
            let handler = element
                .value()
                .attrs()
                .find(|(name, _)| name.starts_with("on"));
            assert_eq!(handler, None, "{path}: {}", element.html());
        }
        let policy = page.attribute("meta[http-equiv='Content-Security-Policy']", "content");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
    }
}

#[test]
fn what_was_written_is_shown_as_words() {
    let page = HOSTILE.page("articles/scripts/index.html");
    assert_eq!(
        page.text("h1"),
        "Scripts </title><script>alert('title')</script>"
    );
    assert!(
        page.text("#article-body")
            .contains("<script>alert('block')</script>")
    );
    assert!(
        page.text(".byline")
            .contains("<img src=x onerror=alert('author')>")
    );
    assert_eq!(
        page.attribute(".hero img", "alt"),
        "\" onload=\"alert('alt')"
    );
    let front = HOSTILE.page("index.html");
    assert_eq!(
        front.text("h1"),
        "<b>Bold</b> & \"Quoted\" Clinic</title><script>alert('name')</script>"
    );
}

#[test]
fn links_keep_their_words_when_they_lead_to_nothing_good() {
    let page = HOSTILE.page("articles/links/index.html");
    let words = page.text("#article-body");
    for word in [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "ten", "eleven", "twelve",
    ] {
        assert!(words.contains(word), "'{word}' in '{words}'");
    }
    assert_eq!(page.texts("#article-body a"), ["fine", "quoted"]);
}

#[test]
fn only_our_own_pictures_are_shown() {
    let page = HOSTILE.page("articles/pictures/index.html");
    assert_eq!(page.count("#article-body img"), 1);
    assert_eq!(page.attribute("#article-body img", "alt"), "fine");
    let words = page.text("#article-body");
    for alt in [
        "remote",
        "inside",
        "a script",
        "from the disk",
        "climbing",
        "not a picture",
        "cut off",
        "unknown",
    ] {
        assert!(words.contains(alt), "the words for '{alt}' in '{words}'");
    }
}

#[test]
fn the_import_says_what_it_could_not_take() {
    let site = SiteSandbox::of("hostile");
    let report = site.import();
    let skipped: Vec<_> = report
        .skipped
        .iter()
        .map(|(path, _)| path.as_str())
        .collect();
    let not_taken = [
        "broken-front-matter",
        "no-front-matter",
        "no-title",
        "not-text",
    ];
    assert_eq!(skipped, not_taken.map(|name| format!("articles/{name}.md")));
    let pictures = report
        .articles
        .iter()
        .find(|article| article.path == "articles/pictures.md")
        .unwrap();
    let notes = pictures.notes.join("\n");
    for wanted in [
        "elsewhere.example/pixel.gif",
        "words.png",
        "cut-off.jpg",
        "etc/passwd",
    ] {
        assert!(notes.contains(wanted), "'{wanted}' in the notes:\n{notes}");
    }
}

#[test]
fn every_name_is_a_file_name_everywhere() {
    let site = SiteSandbox::of("hostile");
    for title in [
        "con", "NUL", "COM1", "aux.", "index", "page", "...", "—", "a/b\\c", "🧠", "CON", "Con ",
    ] {
        let view = site.library().create_article().unwrap();
        let patch = ArticlePatch {
            title: Some(title.to_owned()),
            text: Some("Words.".to_owned()),
            status: Some(Status::Ready),
            ..ArticlePatch::default()
        };
        site.library()
            .save_article(view.article.id, view.article.revision, patch)
            .unwrap();
    }
    site.export();
    let tree = site.tree();
    let mut lower = Vec::new();
    for path in tree.paths() {
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap();
            let device = ["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&stem);
            let plain = part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b));
            let of_hosts = ["_headers", "_redirects"].contains(&path);
            assert!(
                (plain || of_hosts) && !device && !part.ends_with('.'),
                "{path}"
            );
            assert!(part.len() < 100, "{path}");
        }
        lower.push(path.to_lowercase());
    }
    lower.sort();
    lower.dedup();
    assert_eq!(lower.len(), tree.len(), "names that differ by case only");
    let faults = crawl::faults(&tree);
    assert!(faults.is_empty(), "{faults:#?}");
}
