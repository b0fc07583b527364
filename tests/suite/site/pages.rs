//! What the pages of a small practice show.

use pamphlet_tests::{Page, SiteSandbox, crawl};

use super::MILLBROOK;

const THROAT: &str = "articles/sore-throat/index.html";

#[test]
fn the_site_has_these_files() {
    let tree = MILLBROOK.tree();
    let is_of_index = |path: &str| path.starts_with("search/") && path.ends_with(".js");
    let files = tree.paths().filter(|path| !is_of_index(path));
    let files: Vec<String> = files.map(without_hashes).collect();
    insta::assert_snapshot!(files.join("\n"));
}

/// Hashes in names change with every stroke of a designer's pen.
fn without_hashes(path: &str) -> String {
    let is_hash = |part: &str| {
        part.len() >= 8
            && part
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    let plain = |part: &str| {
        if is_hash(part) {
            "{hash}".to_owned()
        } else {
            part.to_owned()
        }
    };
    let name = |name: &str| {
        name.split('.')
            .map(|stem| stem.split('-').map(plain).collect::<Vec<_>>().join("-"))
            .collect::<Vec<_>>()
            .join(".")
    };
    path.split('/').map(name).collect::<Vec<_>>().join("/")
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_led_to() {
    let faults = crawl::faults(MILLBROOK.tree());
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_site_with_an_address_opens_from_the_disk_all_the_same() {
    for address in [
        "https://www.millbrook.example",
        "https://host.example/our/clinic/",
    ] {
        let site = SiteSandbox::of("millbrook");
        let mut practice = site.library().practice().unwrap();
        practice.site_url = address.to_owned();
        site.library().save_practice(&practice).unwrap();
        site.export();
        let tree = site.tree();
        let faults = crawl::faults(&tree);
        assert!(faults.is_empty(), "{faults:#?}");
        for path in ["feed.xml", "feed.json", "sitemap.xml"] {
            assert!(
                tree.text(path).contains(address.trim_end_matches('/')),
                "{path}"
            );
        }
    }
}

#[test]
fn an_article_shows_what_the_practice_wrote() {
    let page = MILLBROOK.page(THROAT);
    assert_eq!(page.text("h1"), "Sore Throat: Wait, or Call Us?");
    assert_eq!(page.texts("ul.topics li"), ["Colds", "Children"]);
    assert!(page.text(".byline").contains("Dana Whitlock, MD"));
    assert_eq!(page.attribute(".byline time", "datetime"), "2026-03-02");
    assert_eq!(
        page.attribute(".hero img", "alt"),
        "The porch of the practice with two chairs"
    );
    assert_eq!(page.count("#article-body > p"), 6);
    assert_eq!(
        page.texts("#article-body > h2"),
        ["What helps at home", "What should not wait"]
    );
    assert_eq!(page.count("#article-body li"), 3);
    assert_eq!(page.text("#article-body strong"), "at once");
}

#[test]
fn a_link_to_another_file_is_a_link_to_its_page() {
    let page = MILLBROOK.page(THROAT);
    let links: Vec<_> = page
        .all("#article-body a")
        .iter()
        .map(|a| a.attr("href").unwrap().to_owned())
        .collect();
    let library = "https://medlineplus.example/throat?a=1&b=2";
    assert_eq!(
        links,
        [
            "../../articles/sleep-and-late-shifts/index.html",
            library,
            "mailto:desk@millbrook.example"
        ]
    );
}

#[test]
fn a_call_to_action_names_the_town_and_the_phone() {
    let page = MILLBROOK.page(THROAT);
    let words = page.text("section.cta");
    for wanted in ["Millbrook", "503-555-0117"] {
        assert!(words.contains(wanted), "'{wanted}' in '{words}'");
    }
    assert_eq!(page.count("section.cta a[href='tel:+15035550117']"), 1);
    assert_eq!(
        page.count("section.cta a[href='https://book.millbrook.example/']"),
        1
    );
}

#[test]
fn four_related_articles_follow_with_title_and_teaser() {
    let tree = MILLBROOK.tree();
    for (path, text) in tree.pages().filter(|(path, _)| is_article(path)) {
        let page = Page::parse(text);
        assert_eq!(
            page.text("section.related h2"),
            "You might also enjoy",
            "{path}"
        );
        assert_eq!(page.count("section.related .card-title a"), 4, "{path}");
        assert!(
            page.texts("section.related .card-teaser")
                .iter()
                .all(|teaser| teaser.len() > 20),
            "{path}"
        );
        assert!(
            !page
                .texts("section.related .card-title")
                .contains(&page.text("h1")),
            "{path} enjoys itself"
        );
    }
}

#[test]
fn related_articles_share_topics_and_words() {
    let first = |path: &str| {
        MILLBROOK
            .page(path)
            .texts("section.related .card-title")
            .remove(0)
    };
    assert_eq!(
        first("articles/headache-diary/index.html"),
        "Sleep and Late Shifts"
    );
    assert_eq!(
        first("articles/after-a-sprain/index.html"),
        "Walking Again After Surgery"
    );
}

#[test]
fn a_draft_stays_here() {
    for (path, bytes) in MILLBROOK.tree().iter() {
        for secret in ["marmalade", "Where to Park", "new-parking", "Your visit"] {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(
                !found && !path.contains(secret),
                "'{secret}' of a draft in {path}"
            );
        }
    }
}

#[test]
fn every_page_has_one_heading_a_title_and_landmarks() {
    for (path, text) in MILLBROOK.tree().pages() {
        let page = Page::parse(text);
        for selector in [
            "h1",
            "main",
            "head > title",
            "meta[name=description]",
            "html[lang=en]",
            "a.skip[href='#page_main']",
        ] {
            assert_eq!(page.count(selector), 1, "{selector} in {path}");
        }
        let levels: Vec<_> = page
            .all("h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|h| h.value().name().as_bytes()[1] - b'0')
            .collect();
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "a level is skipped in {path}: {levels:?}"
        );
        let scripts = usize::from(path == "search/index.html");
        assert_eq!(
            page.count("script:not([type='application/ld+json'])"),
            scripts,
            "{path}"
        );
        assert!(
            page.all("img").iter().all(|img| ["alt", "width", "height"]
                .iter()
                .all(|a| img.attr(a).is_some())),
            "{path}"
        );
    }
}

fn is_article(path: &str) -> bool {
    path.starts_with("articles/") && path.matches('/').count() == 2
}
