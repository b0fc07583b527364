//! The list of all articles, ten a page.

use pamphlet_tests::{Page, SiteSandbox, crawl};

use super::MILLBROOK;

#[test]
fn twenty_three_articles_fill_three_pages() {
    let site = SiteSandbox::with_articles(23);
    site.export();
    let tree = site.tree();
    for folder in ["articles", "topics/numbers"] {
        let paths = ["", "page/2/", "page/3/"].map(|page| format!("{folder}/{page}index.html"));
        let pages = paths.map(|path| Page::parse(tree.text(&path)));
        let counts = pages.each_ref().map(|page| page.count("main .card-title"));
        assert_eq!(counts, [10, 10, 3], "{folder}");
        assert!(tree.get(&format!("{folder}/page/4/index.html")).is_none());
        assert!(
            tree.get(&format!("{folder}/page/1/index.html")).is_none(),
            "the first page lies twice"
        );

        let mut titles: Vec<_> = pages
            .iter()
            .flat_map(|page| page.texts("main .card-title"))
            .collect();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 23, "each once");
        let next = pages.each_ref().map(|page| page.count("main a[rel=next]"));
        let previous = pages.each_ref().map(|page| page.count("main a[rel=prev]"));
        assert_eq!((next, previous), ([1, 1, 0], [0, 1, 1]));
    }
    let faults = crawl::faults(&tree);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_newest_article_stands_first() {
    let titles = MILLBROOK
        .page("articles/index.html")
        .texts("main .card-title");
    let newest_first = [
        "Walking Again After Surgery",
        "After a Sprain: the First Week",
        "Sore Throat: Wait, or Call Us?",
        "Sleep and Late Shifts",
        "Keep a Headache Diary",
    ];
    assert_eq!(titles, newest_first);
}

#[test]
fn ten_articles_are_one_page() {
    let site = SiteSandbox::with_articles(10);
    site.export();
    assert_eq!(
        site.page("articles/index.html").count("main .card-title"),
        10
    );
    assert!(site.tree().get("articles/page/2/index.html").is_none());
}

#[test]
fn a_library_without_articles_is_a_site_as_well() {
    let site = SiteSandbox::with_articles(0);
    let report = site.export();
    assert!(report.pages >= 1);
    let faults = crawl::faults(&site.tree());
    assert!(faults.is_empty(), "{faults:#?}");
}
