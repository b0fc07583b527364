use std::sync::Arc;

use insta::assert_snapshot;
use pamphlet_model::{Address, Look, Practice, Status};

use super::*;
use crate::Snapshot;
use crate::look;
use crate::sample::{article, practice, snapshot, topic};

fn page(site: &Site, path: &str) -> String {
    let pages = Pages::new(site);
    let page = pages.list().into_iter().find(|p| p.path().as_str() == path);
    page.unwrap_or_else(|| panic!("no page {path}"))
        .render()
        .unwrap()
        .html
}

/// Without the hashes of the look, which changes more often than the pages.
fn steady(site: &Site, html: &str) -> String {
    let icons = practice::icons(site);
    let touch = icons.png_path(crate::icons::TOUCH);
    let large = icons.png_path(crate::icons::LARGE);
    html.replace(site.dress.stylesheet_path().as_str(), "assets/site.css")
        .replace(icons.tab().0.as_str(), "assets/icon.svg")
        .replace(touch.as_str(), "assets/touch.png")
        .replace(large.as_str(), "assets/large.png")
}

/// Without what programs read, which is no script.
fn without_data(html: &str) -> String {
    let begin = "<script type=\"application/ld+json\">";
    let mut out = String::new();
    for (n, part) in html.split(begin).enumerate() {
        out.push_str(if n == 0 {
            part
        } else {
            part.split_once("</script>").unwrap().1
        });
    }
    out
}

/// Without what stands the same in every head.
fn body(html: &str) -> &str {
    &html[html.find("<body ").unwrap()..]
}

fn main(html: &str) -> &str {
    &html[html.find("<main").unwrap()..html.find("<footer").unwrap()]
}

/// Twenty-three articles on one topic.
fn long_site() -> Site {
    let articles = (1..=23).map(|n| Arc::new(article(n, &format!("Number {n}"), &[1], "Words.")));
    Site::new(Snapshot {
        practice: practice(),
        articles: articles.collect(),
        topics: vec![topic(1, "Sleep")],
        ..Snapshot::default()
    })
}

/// Sites that say much, that are long, and that say nothing, in each of the looks.
fn sites_in_every_look() -> Vec<Site> {
    let mut sites = Vec::new();
    for design in &look::DESIGNS {
        for mut site in [
            Site::new(snapshot()),
            long_site(),
            Site::new(Snapshot::default()),
        ] {
            site.set_look(Look {
                name: design.name.to_owned(),
                ..Look::default()
            });
            sites.push(site);
        }
    }
    sites
}

#[test]
fn article_page() {
    let site = Site::new(snapshot());
    let html = page(&site, "articles/when-a-headache-needs-a-call/index.html");
    assert_snapshot!(steady(&site, &html));
}

#[test]
fn a_link_leads_to_a_part_of_another_article_that_is_there() {
    let from = "[a](article:number-2#naps) [b](article:number-2#h-naps) [c](article:number-2#gone)";
    let site = Site::new(Snapshot {
        practice: practice(),
        articles: vec![
            Arc::new(article(1, "Number 1", &[], from)),
            Arc::new(article(2, "Number 2", &[], "## Naps\n\nShort ones.")),
        ],
        ..Snapshot::default()
    });
    let html = page(&site, "articles/number-1/index.html");
    for link in [
        "articles/number-2/index.html#h-naps\">a<",
        "articles/number-2/index.html#h-naps\">b<",
        "articles/number-2/index.html\">c<",
    ] {
        assert!(html.contains(link), "{link}");
    }
}

#[test]
fn front_page() {
    let site = Site::new(snapshot());
    assert_snapshot!(steady(&site, &page(&site, "index.html")));
}

#[test]
fn topics_page() {
    assert_snapshot!(main(&page(&Site::new(snapshot()), "topics/index.html")));
}

#[test]
fn second_page_of_a_topic() {
    let html = page(&long_site(), "topics/sleep/page/2/index.html");
    let head = &html[..html.find("<body ").unwrap()];
    assert!(head.contains("<link rel=\"prev\" href=\"../../../../topics/sleep/index.html\">"));
    assert!(
        head.contains("<link rel=\"next\" href=\"../../../../topics/sleep/page/3/index.html\">")
    );
    assert!(head.contains(
        "<link rel=\"canonical\" href=\"https://www.juniperhill.example/topics/sleep/page/2/\">"
    ));
    assert!(head.contains("<title>Sleep, page 2 · Juniper Hill Clinic</title>"));
    let pagination =
        &html[html.find("<nav class=\"pages\"").unwrap()..html.find("</main>").unwrap()];
    assert_snapshot!(pagination);
    assert_eq!(html.matches("<li class=\"row bare\">").count(), 10);
}

#[test]
fn lists_are_cut_into_pages_newest_first() {
    let site = long_site();
    let paths: Vec<_> = Pages::new(&site)
        .list()
        .iter()
        .map(|p| p.path().to_string())
        .collect();
    for list in ["articles", "topics/sleep"] {
        assert!(paths.contains(&format!("{list}/index.html")));
        assert!(paths.contains(&format!("{list}/page/3/index.html")));
        assert!(!paths.contains(&format!("{list}/page/1/index.html")));
        assert!(!paths.contains(&format!("{list}/page/4/index.html")));
    }
    let last = page(&site, "articles/page/3/index.html");
    assert_eq!(last.matches("<li class=\"row bare\">").count(), 3);
    assert!(last.find("Number 3<").unwrap() < last.find("Number 1<").unwrap());
    assert!(!last.contains("rel=\"next\""));
}

#[test]
fn a_practice_that_says_nothing_still_has_good_pages() {
    let site = Site::new(Snapshot {
        practice: Practice::default(),
        ..snapshot()
    });
    let html = page(&site, "articles/when-a-headache-needs-a-call/index.html");
    let cta = &html[html.find("<section class=\"cta\"").unwrap()
        ..html.find("<section class=\"related\"").unwrap()];
    assert_snapshot!(cta, @r#"
    <section class="cta" aria-labelledby="page_cta">
    <div class="cta-panel">
    <div>
    <h2 id="page_cta" dir="auto">We are here for you</h2>
    <p dir="auto">Wondering what this means for you or someone close to you? We are glad to talk it through. Bring your questions to your next visit.</p>
    </div>
    </div>
    </section>
    "#);
    let front = page(&site, "index.html");
    for absent in [
        "canonical",
        "og:url",
        "og:image\"",
        "tel:",
        "mailto:",
        "Opening hours",
        "Where we are",
        "<address>",
    ] {
        assert!(
            !html.contains(absent) && !front.contains(absent),
            "{absent}"
        );
    }
}

#[test]
fn an_empty_site_has_a_front_page_and_empty_lists() {
    let site = Site::new(Snapshot::default());
    let paths: Vec<_> = Pages::new(&site)
        .list()
        .iter()
        .map(|p| p.path().to_string())
        .collect();
    assert_eq!(
        paths,
        ["index.html", "topics/index.html", "articles/index.html"]
    );
    for path in paths {
        assert!(
            page(&site, &path).contains("The first articles are being written."),
            "{path}"
        );
    }
}

#[test]
fn facts_that_are_no_links_do_nothing() {
    let practice = Practice {
        name: "A \"B\" <i>C</i> & D".into(),
        phone: "call us".into(),
        email: "x@y.example?cc=all@example.org".into(),
        booking_url: "javascript:alert(1)".into(),
        site_url: "javascript:alert(1)".into(),
        ..Practice::default()
    };
    let html = page(
        &Site::new(Snapshot {
            practice,
            ..snapshot()
        }),
        "index.html",
    );
    assert!(!html.contains("javascript:") && !html.contains("mailto:") && !html.contains("<i>"));
    assert!(html.contains("A &quot;B&quot; &lt;i&gt;C&lt;/i&gt; &amp; D"));
}

#[test]
fn hostile_titles_are_text() {
    let long = "word ".repeat(60);
    let cases = [
        (
            "<script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
        ),
        (
            "\" onload='x' {{ 7*7 }}",
            "&quot; onload=&#39;x&#39; {{ 7*7 }}",
        ),
        ("שינה טובה", "שינה טובה"),
        ("</title><h1>", "&lt;/title&gt;&lt;h1&gt;"),
        (&long, long.trim()),
    ];
    for (title, shown) in cases {
        let mut article = article(1, title, &[], "Words.");
        article.summary = title.into();
        let site = Site::new(Snapshot {
            articles: vec![Arc::new(article)],
            ..Snapshot::default()
        });
        let html = page(
            &site,
            &format!("articles/{}/index.html", Address::from_title(title)),
        );
        assert!(
            html.contains(&format!(" dir=\"auto\">{shown}</h1>")),
            "{title:?}"
        );
        for path in ["index.html", "articles/index.html"] {
            assert!(
                page(&site, path).contains(&format!("dir=\"auto\">{shown}</a>")),
                "{title:?} in {path}"
            );
        }
        assert!(
            !without_data(&html).contains("<script") && !html.contains('\u{0}'),
            "{title:?}"
        );
    }
}

#[test]
fn the_call_to_action_names_the_town_and_links_the_phone() {
    let html = page(&Site::new(snapshot()), "articles/sleep-well/index.html");
    assert!(html.contains("Here for you in Millvale"));
    assert!(html.contains("<a class=\"button quiet nobreak\" href=\"tel:4125550178\">Call&nbsp;(412)&#32;555&#45;0178</a>"));
    assert!(html.contains("<a class=\"button\" href=\"https://book.juniperhill.example/new?from=site\">Book a visit</a>"));
}

#[test]
fn related_articles_are_four_ready_others() {
    let mut articles: Vec<_> = (1..=6)
        .map(|n| article(n, &format!("Number {n}"), &[], "Pollen."))
        .collect();
    articles[5].status = Status::Draft;
    let site = Site::new(Snapshot {
        articles: articles.into_iter().map(Arc::new).collect(),
        ..Snapshot::default()
    });
    let html = page(&site, "articles/number-2/index.html");
    let related = &html[html.find("You might also enjoy").unwrap()..];
    let titles = ["Number 5", "Number 4", "Number 3", "Number 1"].map(|title| related.find(title));
    assert!(
        titles.iter().all(Option::is_some) && titles.is_sorted(),
        "{titles:?}"
    );
    assert!(!related.contains("Number 6") && !related.contains("Number 2"));
}

#[test]
fn the_first_article_has_no_related_ones() {
    let only = Arc::new(article(1, "Alone", &[], "Words."));
    let site = Site::new(Snapshot {
        articles: vec![only],
        ..Snapshot::default()
    });
    assert!(!page(&site, "articles/alone/index.html").contains("You might also enjoy"));
}

#[test]
fn every_page_has_one_h1_no_skipped_level_and_no_script() {
    for site in sites_in_every_look() {
        for page in Pages::new(&site).list() {
            let (path, html) = (page.path(), page.render().unwrap().html);
            let levels: Vec<u8> = body(&html)
                .match_indices("<h")
                .filter_map(|(at, _)| {
                    body(&html).as_bytes()[at + 2]
                        .checked_sub(b'0')
                        .filter(|n| *n <= 6)
                })
                .collect();
            assert_eq!(
                levels.iter().filter(|l| **l == 1).count(),
                1,
                "{path}: {levels:?}"
            );
            assert_eq!(levels[0], 1, "{path}");
            assert!(
                levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
                "{path}: {levels:?}"
            );
            assert!(
                !without_data(&html).contains("<script")
                    && !html.contains(" style=")
                    && !html.contains(" on"),
                "{path}"
            );
            assert!(
                !html.contains("\n\n"),
                "{path}: an empty line in the markup"
            );
        }
    }
}

#[test]
fn articles_reach_the_practice_as_its_other_pages_do() {
    let text = "[Ready?](practice:contact)\n\n> [!CALL]\n> A fever.";
    let html = |practice: Practice| {
        page(
            &Site::new(Snapshot {
                practice,
                articles: vec![Arc::new(article(1, "A", &[], text))],
                ..Snapshot::default()
            }),
            "articles/a/index.html",
        )
    };
    let buttons = |html: &str, begin: &str| {
        let rest = &html[html.find(begin).unwrap()..];
        let rest = &rest[rest.find("<p class=\"actions\">").unwrap()..];
        let buttons = &rest[..rest.find("</p>").unwrap()];
        buttons
            .replace("&nbsp;", " ")
            .replace("&#32;", " ")
            .replace(" nobreak", "")
    };
    let written = html(practice());
    assert_eq!(
        buttons(&written, "<div class=\"ask\">"),
        buttons(&written, "<div class=\"cta-panel\">")
    );
    assert!(buttons(&written, "callout-call").contains("href=\"tel:"));
    let nowhere = html(Practice::default());
    assert!(nowhere.contains("<p>Ready?</p>") && !nowhere.contains("class=\"ask\""));
}

#[test]
fn pictures_say_how_wide_they_are_shown() {
    let site = Site::new(snapshot());
    let id = pamphlet_model::PictureId::of(b"morning.jpg");
    let reference = pamphlet_markdown::picture_reference(&id);
    let sizes = |title: &str| {
        let document = pamphlet_markdown::parse(&format!("![a]({reference} \"{title}\")"));
        let html = body::whole(&site, Urls::Export { root: "" }, &document).html;
        let at = html.find("sizes=\"").unwrap() + 7;
        html[at..at + html[at..].find('"').unwrap()].to_owned()
    };
    assert!(sizes("").contains("42rem"));
    assert!(sizes("size: small | side: left").starts_with("15rem"));
    assert!(sizes("size: medium").contains("28rem") && !sizes("size: medium").contains("20rem"));
    assert!(sizes("size: medium | side: right").contains("20rem"));
}

#[test]
fn a_page_that_is_shared_shows_its_picture_or_the_practice_s_icon() {
    let site = Site::new(snapshot());
    let named = |html: &str, name: &str| {
        let at = html.find(&format!(" property=\"{name}\" content=\""))?;
        html[at..].split('"').nth(3).map(str::to_owned)
    };
    let call = page(&site, "articles/when-a-headache-needs-a-call/index.html");
    let image = named(&call, "og:image").unwrap();
    assert!(
        image.starts_with("https://www.juniperhill.example/pictures/"),
        "{image}"
    );
    assert!(
        image.contains("-1600-") && image.ends_with(".jpg"),
        "{image}"
    );
    assert_eq!(
        named(&call, "og:image:alt").as_deref(),
        Some("Hills in morning fog")
    );
    assert!(call.contains("name=\"twitter:card\" content=\"summary_large_image\""));
    let water = page(&site, "articles/water/index.html");
    assert!(named(&water, "og:image").unwrap().ends_with(".png"));
    assert!(water.contains("name=\"twitter:card\" content=\"summary\""));
}

#[test]
fn no_head_has_an_empty_value() {
    let mut bare = snapshot();
    bare.practice = Practice {
        site_url: "https://a.example".into(),
        ..Practice::default()
    };
    let picture_without_words = |article: &mut Arc<pamphlet_model::Article>| {
        if let Some(hero) = Arc::make_mut(article).hero.as_mut() {
            hero.alt = String::new();
        }
    };
    bare.articles.iter_mut().for_each(picture_without_words);
    for snapshot in [bare, snapshot(), Snapshot::default()] {
        let site = Site::new(snapshot);
        for page in Pages::new(&site).list() {
            let html = page.render().unwrap().html;
            let head = &html[..html.find("<body").unwrap()];
            assert!(!head.contains("=\"\""), "{}", page.path());
            assert!(!head.contains("<title></title>"), "{}", page.path());
        }
    }
}

#[test]
fn the_contact_page_says_how_to_reach_the_practice_and_asks_nobody_before() {
    let html = page(&Site::new(snapshot()), "contact/index.html");
    assert_snapshot!(main(&html));
    let nowhere = Site::new(Snapshot::default());
    let pages = Pages::new(&nowhere);
    assert!(
        pages
            .list()
            .iter()
            .all(|page| page.path() != urls::contact_page())
    );
}

#[test]
fn a_page_may_do_no_more_than_it_does() {
    let site = Site::new(snapshot());
    let pages = Pages::new(&site);
    let mut all: Vec<_> = pages
        .list()
        .into_iter()
        .map(|page| (page.path(), page.render().unwrap().html))
        .collect();
    all.extend([pages.search().unwrap(), pages.not_found().unwrap()]);
    let mut forms = 0;
    for (path, html) in &all {
        let policy = html.split("Content-Security-Policy\" content=\"").nth(1);
        let policy = policy.unwrap().split('"').next().unwrap();
        let policy = policy.replace("&#x27;", "'").replace("&#39;", "'");
        let allowed = |what: &str| {
            let mut rules = policy.split("; ").filter_map(|rule| rule.split_once(' '));
            rules
                .find(|(name, _)| *name == what)
                .map(|(_, from)| from.to_owned())
        };
        let has_form = html.contains("<form");
        forms += usize::from(has_form);
        let form = if has_form { "'self' file:" } else { "'none'" };
        assert_eq!(allowed("form-action").as_deref(), Some(form), "{path}");
        let has_script = without_data(html).contains("<script");
        assert_eq!(allowed("script-src").is_some(), has_script, "{path}");
        assert_eq!(allowed("connect-src").as_deref(), Some("'self'"), "{path}");
    }
    assert_eq!(
        forms, 3,
        "the list of all articles, search and the page for what is missing"
    );
}
