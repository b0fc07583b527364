use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use insta::assert_snapshot;
use pamphlet_model::{PublicAddress, PublicPage};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::*;
use crate::Snapshot;
use crate::sample::{article, article_id, practice, snapshot};

fn at(site_url: &str) -> Snapshot {
    let mut snapshot = snapshot();
    snapshot.practice.site_url = site_url.into();
    snapshot
}

/// The files that are text, by path.
fn made(snapshot: Snapshot) -> BTreeMap<String, String> {
    let site = Site::new(snapshot);
    let files = files(&site, &Pages::new(&site)).unwrap();
    let text = |file: OutputFile| match file.content {
        Content::Bytes(bytes) => Some((file.path.to_string(), String::from_utf8(bytes).ok()?)),
        Content::Picture(_) => None,
    };
    files.into_iter().filter_map(text).collect()
}

/// Each element of an XML file that holds nothing but text, with its name, in order; attributes as `name@attribute`.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(tag) | Event::Empty(tag) => {
                text.clear();
                let name = tag.name().as_ref().to_owned();
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.into_owned();
                    found.push((format!("{name}@{key}"), value));
                }
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => {
                text.push('&');
                text.push_str(&part);
                text.push(';');
            }
            Event::End(tag) => {
                let name = tag.name().as_ref().to_owned();
                found.push((name, std::mem::take(&mut text)));
            }
            _ => {}
        }
    }
}

fn all<'e>(elements: &'e [(String, String)], name: &str) -> Vec<&'e str> {
    elements
        .iter()
        .filter(|(n, _)| n == name)
        .map(|(_, text)| text.as_str())
        .collect()
}

#[test]
fn the_atom_feed_has_what_rfc_4287_asks_for() {
    let feed = &made(at("https://a.example/clinic"))["feed.xml"];
    assert_snapshot!(
        feed.lines()
            .map(without_hash)
            .collect::<Vec<_>>()
            .join("\n")
    );
    let found = elements(feed);
    let entries = all(&found, "summary").len();
    // One each of the feed and of every entry, and of nobody else (4.1.1 and 4.1.2).
    for required in ["id", "title", "updated"] {
        assert_eq!(all(&found, required).len(), 1 + entries, "{required}");
    }
    let ids: BTreeSet<_> = all(&found, "id").into_iter().collect();
    assert_eq!(ids.len(), 1 + entries);
    assert_eq!(
        all(&found, "link@rel")
            .iter()
            .filter(|rel| **rel == "self")
            .count(),
        1
    );
    assert_eq!(
        all(&found, "link@rel")
            .iter()
            .filter(|rel| **rel == "alternate")
            .count(),
        1 + entries
    );
    assert!(
        all(&found, "link@href")
            .iter()
            .all(|href| href.starts_with("https://a.example/clinic/"))
    );
    for moment in all(&found, "updated")
        .iter()
        .chain(&all(&found, "published"))
    {
        moment.parse::<jiff::Timestamp>().unwrap();
    }
    let updated = all(&found, "updated");
    assert_eq!(
        updated[1..].iter().max(),
        Some(&updated[0]),
        "the feed is as new as its newest entry"
    );
}

fn without_hash(line: &str) -> String {
    match (line.find("-v1-"), line.find(".png")) {
        (Some(from), Some(to)) => format!("{}-v1-{{hash}}{}", &line[..from], &line[to..]),
        _ => line.to_owned(),
    }
}

#[test]
fn the_json_feed_has_the_entries_of_the_other() {
    let files = made(at("https://a.example/clinic"));
    let feed: Value = serde_json::from_str(&files["feed.json"]).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], "https://a.example/clinic/feed.json");
    let found = elements(&files["feed.xml"]);
    let items = feed["items"].as_array().unwrap();
    let of_items = |key: &str| {
        items
            .iter()
            .map(|item| item[key].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(of_items("id"), all(&found, "id")[1..]);
    assert_eq!(of_items("title"), all(&found, "title")[1..]);
    assert_eq!(of_items("date_modified"), all(&found, "updated")[1..]);
    assert!(of_items("content_text").iter().all(|text| !text.is_empty()));
    assert_eq!(items[0]["authors"][0]["name"], "Ana Ortiz, MD");
    assert_eq!(items[0]["tags"], serde_json::json!(["Headache", "Sleep"]));
}

#[test]
fn an_article_that_moves_or_is_dated_anew_is_the_same_to_feed_readers() {
    let ids = |title: &str, day: &str, site_url: &str| {
        let mut moved = article(1, title, &[], "Words.");
        moved.published = day.parse().ok();
        let mut facts = practice();
        facts.site_url = site_url.into();
        let files = made(Snapshot {
            practice: facts,
            articles: vec![Arc::new(moved)],
            ..Snapshot::default()
        });
        let found = elements(&files["feed.xml"]);
        all(&found, "id")[1].to_owned()
    };
    let first = ids("Sleep", "2026-01-02", "https://a.example");
    assert_eq!(
        first,
        ids("Sleep well", "2026-03-04", "https://b.example:8080/x")
    );
    assert_eq!(first, format!("urn:uuid:{}", article_id(1)));
}

#[test]
fn feeds_hold_the_newest_articles_with_a_date() {
    let mut articles: Vec<_> = (1..=30)
        .map(|n| article(n, &format!("Number {n}"), &[], "Words."))
        .collect();
    articles[29].published = None;
    let only_undated = Snapshot {
        practice: practice(),
        articles: vec![Arc::new(articles[29].clone())],
        ..Snapshot::default()
    };
    let many = Snapshot {
        articles: articles.into_iter().map(Arc::new).collect(),
        ..only_undated.clone()
    };
    let feed = &made(many)["feed.xml"];
    let found = elements(feed);
    let titles = all(&found, "title");
    assert_eq!(
        (titles.len(), titles[1], titles[20]),
        (21, "Number 29", "Number 10")
    );
    assert!(
        !made(only_undated).contains_key("feed.xml"),
        "a feed says since when it is what it is"
    );
}

#[test]
fn words_that_try_to_be_markup_are_words_in_every_file() {
    let title = "</title><script>\u{fffe}\u{8}]]>&amp;";
    let mut hostile = article(1, title, &[], "Words.");
    hostile.summary = title.into();
    let mut facts = practice();
    facts.name = title.into();
    facts.tagline = "a\nb: \"c\"".into();
    facts.site_url = "https://a.example/x?y=\"><b>&z".into();
    let mut files = vec![made(Snapshot {
        practice: facts.clone(),
        articles: vec![Arc::new(hostile.clone())],
        ..Snapshot::default()
    })];
    facts.site_url = "https://a.example/a&b/'c'/".into();
    files.push(made(Snapshot {
        practice: facts,
        articles: vec![Arc::new(hostile)],
        ..Snapshot::default()
    }));
    assert!(
        !files[0].contains_key("feed.xml"),
        "what is no address of the site is none in its files"
    );
    for files in files {
        for (path, text) in &files {
            if path.ends_with(".xml") || path.ends_with(".svg") {
                let found = elements(text);
                assert!(!found.iter().any(|(name, _)| name == "script"), "{path}");
                assert!(
                    !text.contains('\u{fffe}') && !text.contains('\u{8}'),
                    "{path}"
                );
            }
            if path.ends_with(".json") || path.ends_with(".webmanifest") {
                serde_json::from_str::<Value>(text).unwrap();
            }
        }
    }
}

#[test]
fn the_sitemap_names_every_page_and_when_its_articles_changed() {
    let snapshot = at("https://a.example/clinic/");
    let site = Site::new(snapshot.clone());
    let pages = Pages::new(&site).list().len();
    let files = made(snapshot);
    let found = elements(&files["sitemap.xml"]);
    assert_eq!(all(&found, "loc").len(), pages);
    assert_eq!(
        all(&found, "loc").iter().collect::<BTreeSet<_>>().len(),
        pages
    );
    assert!(
        all(&found, "loc")
            .iter()
            .all(|loc| loc.starts_with("https://a.example/clinic/") && loc.ends_with('/'))
    );
    assert!(files["sitemap.xml"].contains(
        "<url><loc>https://a.example/clinic/articles/sleep-well/</loc><lastmod>2026-01-02</lastmod></url>"
    ));
    assert!(
        files["sitemap.xml"].contains("<url><loc>https://a.example/clinic/contact/</loc></url>")
    );
    assert!(files["robots.txt"].contains("Sitemap: https://a.example/clinic/sitemap.xml\n"));
}

#[test]
fn without_a_site_address_there_is_nothing_that_needs_one() {
    let files = made(at(""));
    let names: Vec<_> = files.keys().filter(|path| !path.contains('/')).collect();
    assert_eq!(
        names,
        [
            ".htaccess",
            "404.html",
            "_headers",
            "_redirects",
            "robots.txt",
            "site.webmanifest"
        ]
    );
    assert_eq!(files["robots.txt"], "User-agent: *\nDisallow:\n");
}

#[test]
fn the_manifest_names_files_that_there_are() {
    let site = Site::new(snapshot());
    let files = files(&site, &Pages::new(&site)).unwrap();
    let paths: BTreeSet<_> = files.iter().map(|file| file.path.as_str()).collect();
    let manifest: Value = serde_json::from_str(&made(snapshot())["site.webmanifest"]).unwrap();
    assert_eq!(manifest["name"], "Juniper Hill Clinic");
    for icon in manifest["icons"].as_array().unwrap() {
        assert!(paths.contains(icon["src"].as_str().unwrap()), "{icon}");
    }
}

/// Two old addresses of an article, and one that another article has now.
fn moved(site_url: &str) -> Snapshot {
    let mut snapshot = at(site_url);
    let old = |address: &str| PublicAddress {
        of: PublicPage::Article(article_id(1)),
        address: address.parse().unwrap(),
        topic: None,
    };
    snapshot.public = ["sleep", "sleep-better", "water"].map(old).into();
    snapshot
}

#[test]
fn old_addresses_lead_straight_to_where_the_article_is() {
    for (site_url, folder, canonical) in [
        ("", "/", "../../articles/sleep-well/index.html"),
        (
            "https://a.example/clinic",
            "/clinic/",
            "https://a.example/clinic/articles/sleep-well/",
        ),
    ] {
        let files = made(moved(site_url));
        let pages: Vec<_> = files
            .keys()
            .filter(|path| path.starts_with("articles/"))
            .collect();
        assert_eq!(
            pages,
            [
                "articles/sleep-better/index.html",
                "articles/sleep/index.html"
            ]
        );
        let page = &files["articles/sleep/index.html"];
        assert!(
            page.contains("content=\"0; url=../../articles/sleep-well/index.html\""),
            "{page}"
        );
        assert!(
            page.contains(&format!("<link rel=\"canonical\" href=\"{canonical}\">")),
            "{page}"
        );
        let rule = format!("{folder}articles/sleep/ {folder}articles/sleep-well/ 301\n");
        assert!(
            files["_redirects"].contains(&rule),
            "{}",
            files["_redirects"]
        );
        assert_eq!(files["_redirects"].lines().count(), 1 + 2 * 2);
        assert!(files[".htaccess"].contains(&format!("ErrorDocument 404 {folder}404.html\n")));
    }
}

#[test]
fn hosts_are_told_the_same_in_both_ways() {
    let files = made(at(""));
    assert_snapshot!("headers", files["_headers"]);
    assert_snapshot!("htaccess", files[".htaccess"]);
    for line in files["_headers"]
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
    {
        let (_, value) = line.split_once(": ").unwrap();
        assert!(
            files[".htaccess"].contains(&format!("\"{value}\"")),
            "{line}"
        );
        assert!(!value.contains('"'), "{line}");
    }
}

#[test]
fn the_page_for_pages_that_are_not_there_is_whole_at_any_address() {
    for (site_url, folder) in [("", "/"), ("https://a.example/clinic", "/clinic/")] {
        let page = &made(at(site_url))["404.html"];
        let own = |attribute: &str| {
            let values = page.split(attribute).skip(1);
            values
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        for address in own("href=\"").iter().chain(&own("src=\"")) {
            let elsewhere = ["https://book.", "tel:", "mailto:", "#"]
                .iter()
                .any(|start| address.starts_with(start));
            assert!(elsewhere || address.starts_with(folder), "{address}");
        }
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(
            !page.contains("canonical") && !page.contains("ld+json") && !page.contains("og:url")
        );
    }
}
