use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use pamphlet_model::Practice;
use serde_json::Value;

use crate::pages::Pages;
use crate::sample::{article, picture, practice, snapshot, topic};
use crate::{Site, Snapshot};

/// The terms of schema.org that are used, as schema.org/version/latest has them: of each type the properties that it or a
/// type above it has. A `!` marks what Google's search documentation (structured data: article, breadcrumb, local
/// business) requires for a result of its own; all others are recommended there, or only schema.org's.
const VOCABULARY: [(&str, &[&str]); 17] = [
    ("MedicalClinic", PRACTICE),
    ("MedicalBusiness", PRACTICE),
    (
        "PostalAddress",
        &[
            "streetAddress",
            "addressLocality",
            "addressRegion",
            "postalCode",
            "addressCountry",
        ],
    ),
    (
        "OpeningHoursSpecification",
        &["dayOfWeek!", "opens!", "closes!"],
    ),
    (
        "WebSite",
        &["name!", "url", "inLanguage", "publisher", "potentialAction"],
    ),
    ("SearchAction", &["target!", "query-input"]),
    ("EntryPoint", &["urlTemplate!"]),
    ("WebPage", PAGE),
    ("CollectionPage", PAGE),
    ("ContactPage", PAGE),
    ("AboutPage", PAGE),
    ("ProfilePage", PAGE),
    // `MedicalWebPage` is a `WebPage`: `lastReviewed` and `reviewedBy` are of the latter.
    ("MedicalWebPage", PAGE),
    (
        "BlogPosting",
        &[
            "headline!",
            "description",
            "inLanguage",
            "image",
            "datePublished",
            "dateModified",
            "author!",
            "publisher",
            "articleSection",
            "mainEntityOfPage",
        ],
    ),
    ("ImageObject", &["url!", "width", "height"]),
    (
        "Person",
        &["name!", "honorificSuffix", "jobTitle", "url", "worksFor"],
    ),
    ("BreadcrumbList", &["itemListElement!"]),
];
const LIST_ITEM: (&str, &[&str]) = ("ListItem", &["position!", "name!", "item"]);
const PRACTICE: &[&str] = &[
    "name!",
    "description",
    "url",
    "logo",
    "image",
    "telephone",
    "email",
    "address",
    "openingHoursSpecification",
];
const PAGE: &[&str] = &[
    "name!",
    "description",
    "url",
    "inLanguage",
    "isPartOf",
    "breadcrumb",
    "mainEntity",
    "datePublished",
    "dateModified",
    "lastReviewed",
    "reviewedBy",
];

/// The graphs of all pages, by path.
fn graphs(snapshot: Snapshot) -> BTreeMap<String, Value> {
    let site = Site::new(snapshot);
    let pages = Pages::new(&site);
    let graph = |page: crate::pages::PageRef<'_, '_>| {
        let html = page.render().unwrap().html;
        let parts: Vec<_> = html
            .split("<script type=\"application/ld+json\">")
            .collect();
        assert_eq!(parts.len(), 2, "{}: one graph", page.path());
        let json = parts[1].split_once("</script>").unwrap().0;
        (page.path().to_string(), serde_json::from_str(json).unwrap())
    };
    pages.list().into_iter().map(graph).collect()
}

/// What is wrong with the terms of a thing and of what is in it.
fn faults(thing: &Value, path: &str, out: &mut Vec<String>) {
    let Some(kind) = thing["@type"].as_str() else {
        let is_reference = thing.as_object().unwrap().keys().eq(["@id"]);
        if !is_reference {
            out.push(format!("{path}: no type: {thing}"));
        }
        return;
    };
    let known = VOCABULARY
        .iter()
        .chain([&LIST_ITEM])
        .find(|(name, _)| *name == kind);
    let Some((_, properties)) = known else {
        out.push(format!("{path}: '{kind}' is no type"));
        return;
    };
    for required in properties.iter().filter_map(|p| p.strip_suffix('!')) {
        if thing.get(required).is_none() {
            out.push(format!("{path}: {kind} without {required}"));
        }
    }
    for (name, value) in thing.as_object().unwrap() {
        let plain = properties.iter().any(|p| p.trim_end_matches('!') == name);
        if !plain && !["@type", "@id"].contains(&name.as_str()) {
            out.push(format!("{path}: {kind} has no {name}"));
        }
        let values = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        if values.is_empty() || values.iter().any(|v| v.is_null() || v == "") {
            out.push(format!("{path}: {kind} says nothing as {name}"));
        }
        values
            .iter()
            .filter(|v| v.is_object())
            .for_each(|v| faults(v, path, out));
    }
}

fn ids(value: &Value, defined: &mut BTreeSet<String>, named: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|v| ids(v, defined, named)),
        Value::Object(thing) => {
            if let Some(id) = thing.get("@id").and_then(Value::as_str) {
                let set = if thing.len() == 1 {
                    &mut *named
                } else {
                    &mut *defined
                };
                let is_new = set.insert(id.to_owned());
                assert!(is_new || thing.len() == 1, "{id} is described twice");
            }
            thing.values().for_each(|v| ids(v, defined, named));
        }
        _ => {}
    }
}

fn of_type<'g>(graph: &'g Value, kind: &str) -> &'g Value {
    let things = graph["@graph"].as_array().unwrap();
    let found: Vec<_> = things
        .iter()
        .filter(|thing| thing["@type"] == kind)
        .collect();
    assert_eq!(found.len(), 1, "{kind}");
    found[0]
}

const CALL: &str = "articles/when-a-headache-needs-a-call/index.html";

fn at(site_url: &str) -> Snapshot {
    let mut snapshot = snapshot();
    snapshot.practice.site_url = site_url.into();
    let more = (10..25).map(|n| Arc::new(article(n, &format!("Number {n}"), &[1], "Headache.")));
    snapshot.articles.extend(more);
    snapshot
}

#[test]
fn every_page_says_only_what_search_engines_understand_and_all_that_they_need() {
    let hostile = Practice {
        name: "</script><script>alert('\u{2028}')</script> & Sons".into(),
        kind: "Doctor's".into(),
        phone: "call us".into(),
        email: "x".into(),
        ..Practice::default()
    };
    let nothing = Snapshot {
        practice: hostile,
        ..snapshot()
    };
    for snapshot in [
        at("https://a.example/clinic"),
        at(""),
        nothing,
        Snapshot::default(),
    ] {
        for (path, graph) in graphs(snapshot) {
            assert_eq!(graph["@context"], "https://schema.org");
            let mut found = Vec::new();
            for thing in graph["@graph"].as_array().unwrap() {
                faults(thing, &path, &mut found);
            }
            assert!(found.is_empty(), "{found:#?}");
            let (mut defined, mut named) = <(BTreeSet<_>, BTreeSet<_>)>::default();
            ids(&graph, &mut defined, &mut named);
            let unknown: Vec<_> = named.difference(&defined).collect();
            assert!(unknown.is_empty(), "{path}: {unknown:?}");
        }
    }
}

#[test]
fn an_article_says_who_wrote_it_when_and_where_it_is() {
    let graph = &graphs(at("https://a.example/clinic"))[CALL];
    let page = "https://a.example/clinic/articles/when-a-headache-needs-a-call/";
    let posting = of_type(graph, "BlogPosting");
    assert_eq!(posting["@id"], format!("{page}#article"));
    assert_eq!(posting["headline"], "When a Headache Needs a Call");
    assert_eq!(posting["datePublished"], "2026-01-04T12:00:00Z");
    assert_eq!(posting["image"]["width"], 1600);
    let image = posting["image"]["url"].as_str().unwrap();
    assert!(image.starts_with("https://a.example/clinic/pictures/") && image.ends_with(".jpg"));
    let person = of_type(graph, "Person");
    assert_eq!(
        (&person["name"], &person["honorificSuffix"]),
        (&"Ana Ortiz".into(), &"MD".into())
    );
    assert_eq!(posting["author"]["@id"], person["@id"]);
    assert_eq!(
        of_type(graph, "MedicalWebPage")["mainEntity"]["@id"],
        posting["@id"]
    );
    let trail = of_type(graph, "BreadcrumbList")["itemListElement"]
        .as_array()
        .unwrap();
    let step = |n: usize| {
        (
            trail[n]["name"].as_str().unwrap(),
            trail[n]["item"].as_str().unwrap(),
        )
    };
    assert_eq!(
        step(0),
        ("Juniper Hill Clinic", "https://a.example/clinic/")
    );
    assert_eq!(step(1), ("Articles", "https://a.example/clinic/articles/"));
    assert_eq!(step(2), ("When a Headache Needs a Call", page));
}

#[test]
fn the_practice_has_one_name_on_all_pages_once_the_site_has_an_address() {
    let id = |site_url| {
        let graphs = graphs(at(site_url));
        let ids = graphs
            .values()
            .map(|graph| of_type(graph, "MedicalClinic")["@id"].clone());
        ids.map(|id| id.as_str().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(
        id("https://a.example"),
        ["https://a.example/#practice".to_owned()].into()
    );
    assert_eq!(id(""), ["#practice".to_owned()].into());
}

#[test]
fn without_an_address_nothing_is_named_by_one() {
    for (path, graph) in graphs(at("")) {
        let graph = graph["@graph"].to_string();
        assert!(!graph.contains("://"), "{path}: {graph}");
    }
    let graph = &graphs(at(""))[CALL];
    let trail = &of_type(graph, "BreadcrumbList")["itemListElement"];
    assert_eq!(trail[1]["item"], "../../articles/index.html");
    assert!(trail[2].get("item").is_none());
}

#[test]
fn opening_hours_are_said_once_for_days_alike() {
    let graph = &graphs(at(""))["index.html"];
    let hours = of_type(graph, "MedicalClinic")["openingHoursSpecification"].clone();
    let wanted = serde_json::json!([
        { "@type": "OpeningHoursSpecification", "dayOfWeek": ["Monday", "Tuesday"], "opens": "08:00", "closes": "17:00" }
    ]);
    assert_eq!(hours, wanted);
}

#[test]
fn no_text_ends_the_script_or_its_line() {
    let title = "</script><!--<script>\u{2028}&amp;";
    let mut hostile = article(1, title, &[1], "Words.");
    hostile.summary = title.into();
    let site = Snapshot {
        practice: Practice {
            name: title.into(),
            ..practice()
        },
        articles: vec![Arc::new(hostile)],
        topics: vec![topic(1, title)],
        ..Snapshot::default()
    };
    let graphs = graphs(site);
    let posting = graphs.values().find_map(|graph| {
        let things = graph["@graph"].as_array().unwrap();
        things
            .iter()
            .find(|thing| thing["@type"] == "BlogPosting")
            .cloned()
    });
    // A separator of lines is a blank in a title.
    assert_eq!(posting.unwrap()["headline"], "</script><!--<script> &amp;");
    let json = super::in_script("\"<\u{2028}\u{2029}>&\"");
    assert_eq!(json, r#""\u003c\u2028\u2029\u003e\u0026""#);
}

#[test]
fn the_practice_has_its_own_logo_where_there_is_one() {
    let logo_in = |snapshot: Snapshot| {
        let graphs = graphs(snapshot);
        let things = graphs["index.html"]["@graph"].as_array().unwrap();
        let practice = things.iter().find(|thing| thing["logo"].is_string());
        practice.unwrap()["logo"].as_str().unwrap().to_owned()
    };
    let initials = logo_in(snapshot());
    assert!(initials.contains("/assets/"), "{initials}");
    let mut with_logo = snapshot();
    // A name written out, of which no icon can be made.
    let logo = picture("name.png", 600, 120);
    with_logo.look.logo = Some(logo.id.clone());
    let made: Vec<_> = crate::pictures::recipes(&logo)
        .iter()
        .filter(|recipe| recipe.format() != pamphlet_model::PictureFormat::Webp)
        .map(|recipe| format!("https://www.juniperhill.example/{}", recipe.path()))
        .collect();
    with_logo.pictures.insert(logo.id.clone(), logo);
    assert_eq!(Some(&logo_in(with_logo)), made.last());
}
