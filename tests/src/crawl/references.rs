use std::collections::BTreeSet;

use scraper::ElementRef;

use crate::Page;

/// What an attribute of a page points to.
#[derive(Debug)]
pub struct Reference {
    /// Element and attribute: `a href`.
    pub what: String,
    pub to: String,
    /// Nothing is fetched before a visitor asks for it: only such may lead elsewhere.
    pub may_lead_away: bool,
}

/// What the crawler keeps of a page.
#[derive(Debug)]
pub struct Scanned {
    pub ids: BTreeSet<String>,
    pub references: Vec<Reference>,
    /// Where the page sends its visitor at once.
    pub forwards_to: Option<String>,
}

/// Attributes that hold one address, or several with their widths.
const ATTRIBUTES: [&str; 9] = [
    "href",
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "ping",
];

/// Elements of the head whose `content` is an address, which is for others and not fetched here.
const SHARED: [&str; 3] = ["og:url", "og:image", "twitter:image"];

impl Scanned {
    pub fn of(page: &Page) -> Self {
        let forwards_to = forwards_to(page);
        let mut references: Vec<Reference> = ATTRIBUTES
            .iter()
            .flat_map(|attribute| of_attribute(page, attribute))
            .chain(shared(page))
            .collect();
        references.extend(forwards_to.iter().map(|to| Reference {
            what: "meta refresh".to_owned(),
            to: to.clone(),
            may_lead_away: false,
        }));
        let ids = page.all("[id]").into_iter();
        Self {
            ids: ids
                .filter_map(|it| it.attr("id"))
                .map(str::to_owned)
                .collect(),
            references,
            forwards_to,
        }
    }
}

fn of_attribute(page: &Page, attribute: &str) -> Vec<Reference> {
    let elements = page.all(&format!("[{attribute}]")).into_iter();
    elements
        .flat_map(|element| {
            let value = element.attr(attribute).unwrap_or_default();
            targets(attribute, value)
                .into_iter()
                .map(move |to| Reference {
                    what: format!("{} {attribute}", element.value().name()),
                    to: to.to_owned(),
                    may_lead_away: attribute == "href" && is_for_others(element),
                })
        })
        .collect()
}

/// <https://html.spec.whatwg.org/multipage/links.html#linkTypes>: these links are read, not fetched.
fn is_for_others(element: ElementRef<'_>) -> bool {
    let rel = element.attr("rel").unwrap_or_default();
    element.value().name() == "a"
        || ["canonical", "alternate", "author", "license"]
            .iter()
            .any(|read| rel.split_whitespace().any(|it| it == *read))
}

fn targets<'a>(attribute: &str, value: &'a str) -> Vec<&'a str> {
    match attribute {
        "srcset" => value
            .split(',')
            .filter_map(|part| part.split_whitespace().next())
            .collect(),
        _ => vec![value],
    }
}

fn shared(page: &Page) -> impl Iterator<Item = Reference> {
    let elements = page.all("meta[content]").into_iter();
    elements.filter_map(|meta| {
        let name = meta.attr("property").or(meta.attr("name"))?;
        SHARED.contains(&name).then(|| Reference {
            what: format!("meta {name}"),
            to: meta.attr("content").unwrap_or_default().to_owned(),
            may_lead_away: true,
        })
    })
}

/// `<meta http-equiv="refresh" content="0; url=../better-sleep/index.html">`.
fn forwards_to(page: &Page) -> Option<String> {
    let refresh = page
        .all("meta[http-equiv='refresh' i]")
        .into_iter()
        .next()?;
    let (_, to) = refresh.attr("content")?.split_once('=')?;
    Some(to.trim().trim_matches(['\'', '"']).to_owned())
}
