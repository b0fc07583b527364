use std::sync::Arc;

use pamphlet_model::{ArticleId, PageId, PersonId, PublicAddress, PublicPage};
use regex::Regex;

use super::*;
use crate::Snapshot;
use crate::files::Content;
use crate::pages::Pages;
use crate::sample::{article, person, practice, topic};

/// An article, a topic and a person of each name, so that lists have pages of their own, and no pages of the practice.
fn called(names: &[&str], site_url: &str) -> Snapshot {
    let mut snapshot = Snapshot {
        practice: practice(),
        ..Snapshot::default()
    };
    snapshot.practice.site_url = site_url.into();
    for (n, name) in (1..).zip(names) {
        let author = person(n, name, "");
        for number in 0..12 {
            let title = match number {
                0 => (*name).to_owned(),
                _ => format!("{name} part {number}"),
            };
            let mut article = article(100 * n + number, &title, &[n], "Words.");
            article.author = Some(author.id);
            snapshot.articles.push(Arc::new(article));
        }
        snapshot.topics.push(topic(n, name));
        snapshot.people.push(author);
    }
    snapshot
}

fn htaccess(site: &Site) -> String {
    let [.., file] = files(site, &site.forwards());
    match file.content {
        Content::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
        Content::Picture(_) => unreachable!(),
    }
}

/// The paths that a server is asked for, of a site that lies in this folder.
fn asked(folder: &str, page: &SitePath) -> [String; 2] {
    [
        format!("{folder}{}", served(page)),
        format!("{folder}{page}"),
    ]
}

/// Each rule: its pattern, and where it leads, spelled as the library here takes it.
fn redirects(htaccess: &str) -> Vec<(Regex, String)> {
    let rules = htaccess
        .lines()
        .filter_map(|line| line.strip_prefix("RedirectMatch 301 "));
    rules
        .map(|rule| {
            let parts: Vec<_> = rule.split('"').collect();
            (
                Regex::new(parts[1]).unwrap(),
                parts[3].replace("$1", "${1}"),
            )
        })
        .collect()
}

#[test]
fn no_page_of_the_site_is_led_away_from() {
    let gone = |of, address: &str| PublicAddress {
        of,
        address: address.parse().unwrap(),
        topic: None,
    };
    // The address that was written down, and the folder as Apache knows it.
    for (site_url, folder) in [
        ("", "/"),
        ("https://a.example", "/"),
        ("https://a.example/clinic/", "/clinic/"),
        ("https://a.example/our%20clinic+1.0/x", "/our clinic+1.0/x/"),
    ] {
        let mut snapshot = called(&["Vaccines", "2"], site_url);
        let page = PublicPage::Page(PageId::from_random([1; 16]));
        snapshot.public = vec![
            gone(page, "vaccines"),
            gone(page, "2"),
            gone(
                PublicPage::Article(ArticleId::from_random([2; 16])),
                "articles",
            ),
            gone(PublicPage::Person(PersonId::from_random([3; 16])), "ana"),
        ];
        let site = Site::new(snapshot);
        let rules = redirects(&htaccess(&site));
        assert_eq!(rules.len(), 4);
        let pages: Vec<_> = Pages::new(&site).paths().collect();
        for room in ["articles", "topics", "people"] {
            for page in ["vaccines/index.html", "2/index.html"] {
                let page = SitePath::new(format!("{room}/{page}"));
                assert!(pages.contains(&page), "{page}");
            }
        }
        assert!(pages.contains(&SitePath::new("articles/page/2/index.html")));
        for page in &pages {
            for path in asked(folder, page) {
                for (rule, _) in &rules {
                    assert!(!rule.is_match(&path), "{site_url}: {rule} takes {path}");
                }
            }
        }
        for (from, to) in site.forwards() {
            let without = format!("{folder}{}", served(&from).trim_end_matches('/'));
            for path in asked(folder, &from).into_iter().chain([without]) {
                let led: Vec<_> = rules
                    .iter()
                    .filter(|(rule, _)| rule.is_match(&path))
                    .map(|(rule, to)| rule.replace(&path, to).into_owned())
                    .collect();
                assert_eq!(led, [format!("{folder}{}", served(&to))], "{path}");
            }
        }
    }
}

#[test]
fn old_articles_lead_on_from_any_folder_while_nobody_has_said_which() {
    let mut snapshot = called(&["Sleep"], "");
    snapshot.public = vec![PublicAddress {
        of: PublicPage::Article(snapshot.articles[0].id),
        address: "slumber".parse().unwrap(),
        topic: None,
    }];
    let rules = redirects(&htaccess(&Site::new(snapshot)));
    let (rule, to) = &rules[0];
    assert_eq!(
        rule.replace("/clinic/articles/slumber/", to),
        "/clinic/articles/sleep/"
    );
}

#[test]
fn pages_are_not_kept_for_ever() {
    let site = Site::new(called(&["Assets", "Pictures", "Words", "Pages"], ""));
    let rules = htaccess(&site);
    let condition = rules.split("<If \"").nth(1).unwrap();
    let condition = condition.split("\">").next().unwrap();
    let parts: Vec<_> = condition
        .split(" && ")
        .map(|part| {
            let (start, pattern) = part.split_once("~ m#").unwrap();
            let pattern = Regex::new(pattern.strip_suffix('#').unwrap()).unwrap();
            (pattern, start == "%{REQUEST_URI} =")
        })
        .collect();
    let is_kept = |path: &str| {
        parts
            .iter()
            .all(|(pattern, wanted)| pattern.is_match(path) == *wanted)
    };
    let pages: Vec<_> = Pages::new(&site).paths().collect();
    assert!(pages.contains(&SitePath::new("articles/pictures/index.html")));
    for page in &pages {
        for path in asked("/", page).iter().chain(&asked("/clinic/", page)) {
            assert!(!is_kept(path), "{path}");
        }
    }
    for file in [
        "assets/a-1.css",
        "pictures/a-1.webp",
        "search/pages/0-1.js",
        "search/words/1.js",
    ] {
        assert!(
            is_kept(&format!("/{file}")) && is_kept(&format!("/clinic/{file}")),
            "{file}"
        );
    }
}
