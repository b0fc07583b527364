use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::Arc;

use super::*;
use crate::Snapshot;
use crate::sample::{article, snapshot, topic};

struct Alone;

impl Watch for Alone {
    fn progress(&self, _: usize, _: usize) {}

    fn stopped(&self) -> bool {
        false
    }
}

struct Impatient;

impl Watch for Impatient {
    fn progress(&self, _: usize, _: usize) {}

    fn stopped(&self) -> bool {
        true
    }
}

/// The sample with so many more articles on its first topic.
fn larger(more: u32) -> Snapshot {
    let mut snapshot = snapshot();
    snapshot.articles.extend(
        (10..10 + more).map(|n| Arc::new(article(n, &format!("Number {n}"), &[1], "Headache."))),
    );
    snapshot
}

fn by_path(snapshot: Snapshot) -> BTreeMap<String, Vec<u8>> {
    let (files, _) = files(&Site::new(snapshot), &Alone).unwrap();
    files
        .into_iter()
        .map(|file| {
            let bytes = match file.content {
                Content::Bytes(bytes) => bytes,
                Content::Picture(recipe) => recipe.path().to_string().into_bytes(),
            };
            (file.path.to_string(), bytes)
        })
        .collect()
}

/// Every address in attributes that name a file or page.
fn addresses(html: &str) -> Vec<String> {
    let mut out = Vec::new();
    for attribute in [" href=\"", " src=\"", " srcset=\""] {
        for (at, _) in html.match_indices(attribute) {
            let value = &html[at + attribute.len()..];
            let value = &value[..value.find('"').unwrap()];
            let first_word = |part: &str| {
                part.split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            };
            match attribute {
                " srcset=\"" => out.extend(value.split(',').map(first_word)),
                _ => out.push(value.to_owned()),
            }
        }
    }
    out
}

/// The file that a relative address on a page means.
fn target(page: &str, address: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in Path::new(page).parent().unwrap().join(address).components() {
        match part {
            Component::ParentDir => drop(parts.pop().expect("an address stays inside the site")),
            Component::Normal(name) => parts.push(name.to_str().unwrap().to_owned()),
            other => panic!("{page}: {address} has {other:?}"),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_is_relative_and_leads_to_a_file() {
    let files = by_path(larger(25));
    let mut depths = [0; 5];
    let mut reached: BTreeSet<String> = ["index.html".to_owned()].into();
    // Shown at any address, it names everything from the server's root.
    let is_page = |path: &str| path.ends_with(".html") && path != "404.html";
    for (page, bytes) in files.iter().filter(|(path, _)| is_page(path)) {
        depths[page.matches('/').count()] += 1;
        for address in addresses(std::str::from_utf8(bytes).unwrap()) {
            if ["https://", "tel:", "mailto:", "#"]
                .iter()
                .any(|outside| address.starts_with(outside))
            {
                continue;
            }
            let target = target(page, &address);
            assert!(files.contains_key(&target), "{page} names {address}");
            reached.insert(target);
        }
    }
    assert!(depths.iter().all(|count| *count > 0), "{depths:?}");
    let asked_by_name = [
        ".htaccess",
        "404.html",
        "_headers",
        "_redirects",
        "robots.txt",
        "sitemap.xml",
    ];
    // Of these, the manifest names icons, the stylesheet its typefaces, and the script its licence.
    let names_others = |path: &str| {
        let endings = [".webmanifest", ".css", ".js"];
        endings.iter().any(|ending| path.ends_with(ending))
    };
    let others: String = files
        .iter()
        .filter(|(path, _)| names_others(path))
        .map(|(_, bytes)| std::str::from_utf8(bytes).unwrap())
        .collect();
    let is_named = |path: &str| others.contains(path.rsplit('/').next().unwrap());
    let unreached: Vec<_> = files
        .keys()
        .filter(|path| !reached.contains(*path) && !asked_by_name.contains(&path.as_str()))
        .filter(|path| !is_named(path))
        // The script of the search page puts their names together; `cargo xtask judge` does, too.
        .filter(|path| !path.starts_with("search/"))
        .collect();
    assert!(unreached.is_empty(), "{unreached:?}");
}

#[test]
fn the_order_of_the_snapshot_does_not_matter() {
    let sorted = larger(25);
    let mut turned = sorted.clone();
    turned.articles.reverse();
    turned.articles.rotate_left(7);
    turned.topics.reverse();
    turned.people.reverse();
    assert!(by_path(sorted) == by_path(turned));
}

#[test]
fn a_site_that_followed_its_library_is_like_one_made_anew() {
    let anew = larger(12);
    let mut site = Site::new(Snapshot {
        pictures: anew.pictures.clone(),
        ..Snapshot::default()
    });
    site.put_article(Arc::new(article(500, "Gone again", &[1], "Headache.")));
    for text in ["Emptied later.", " "] {
        site.put_article(Arc::new(article(501, "Emptied", &[1], text)));
    }
    for article in &anew.articles {
        let mut earlier = (**article).clone();
        earlier.title.push_str(" (earlier)");
        earlier.published = None;
        site.put_article(Arc::new(earlier));
    }
    anew.topics
        .iter()
        .for_each(|topic| site.put_topic(topic.clone()));
    anew.people
        .iter()
        .for_each(|person| site.put_person(person.clone()));
    anew.articles
        .iter()
        .rev()
        .for_each(|article| site.put_article(Arc::clone(article)));
    site.remove_article(crate::sample::article_id(500));
    site.set_practice(anew.practice.clone());
    let bytes = |files: Vec<OutputFile>| {
        files
            .into_iter()
            .map(|f| format!("{f:?}"))
            .collect::<Vec<_>>()
    };
    let (followed, new) = (
        files(&site, &Alone).unwrap().0,
        files(&Site::new(anew), &Alone).unwrap().0,
    );
    assert!(bytes(followed) == bytes(new));
}

#[test]
fn only_pictures_that_are_shown_are_published() {
    let mut snapshot = snapshot();
    let unused = crate::sample::picture("unused.jpg", 900, 900);
    let name = unused.id.as_str()[..16].to_owned();
    snapshot.pictures.insert(unused.id.clone(), unused);
    let files = by_path(snapshot);
    let pictures: Vec<_> = files
        .keys()
        .filter(|path| path.starts_with("pictures/"))
        .collect();
    assert_eq!(pictures.len(), 6 + 4, "{pictures:?}");
    assert!(pictures.iter().all(|path| !path.contains(&name)));
}

#[test]
fn two_pages_at_one_address_are_refused() {
    let mut twins = snapshot();
    twins
        .articles
        .push(Arc::new(article(50, "Water", &[], "Drink.")));
    let refused = files(&Site::new(twins), &Alone).map(|_| ()).unwrap_err();
    assert!(
        matches!(&refused, ExportError::SameAddress { address } if address.as_str() == "water"),
        "{refused:?}"
    );
    let mut twins = snapshot();
    twins.topics.push(topic(50, "Sleep"));
    assert!(matches!(
        files(&Site::new(twins), &Alone),
        Err(ExportError::SameAddress { .. })
    ));
}

#[test]
fn an_export_that_is_stopped_renders_nothing() {
    assert!(matches!(
        files(&Site::new(snapshot()), &Impatient),
        Err(ExportError::Stopped)
    ));
}

#[test]
fn links_to_articles_that_are_not_on_the_site_are_told() {
    let text =
        "[a](article:water) [b](article:draft#part) [c](article:nowhere)\n\n> [d](article:nowhere)";
    let mut draft = article(60, "Draft", &[], "Later.");
    draft.status = pamphlet_model::Status::Draft;
    let mut snapshot = snapshot();
    let more = [article(61, "Links", &[], text), draft];
    snapshot.articles.extend(more.map(Arc::new));
    let from = crate::sample::article_id(61);
    let lost: Vec<_> = files(&Site::new(snapshot), &Alone).unwrap().1;
    let lost = lost.into_iter().filter(|lost| lost.from == from);
    let addresses: Vec<_> = lost.map(|lost| lost.address).collect();
    assert_eq!(addresses, ["draft", "nowhere", "nowhere"]);
}
