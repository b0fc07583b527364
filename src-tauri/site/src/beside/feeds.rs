//! The newest articles for feed readers: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org).
//!
//! The same entries in both, as a template with escaping and as JSON: two dozen lines need no library. A feed is read
//! away from the site, where nothing relative leads anywhere, so there are feeds once the site's address is known. What
//! has no date is not in them: both formats tell what is new by it.

use jiff::civil::Date;
use minijinja::{Value, context};
use serde::Serialize;

use super::last_changed;
use crate::error::ExportError;
use crate::files::{OutputFile, SitePath};
use crate::icons::{self, Icons};
use crate::pages::{self, LANGUAGE, moment, practice_name};
use crate::snapshot::{Entry, Site};
use crate::text::tidy;
use crate::urls;

/// How many of the newest articles feeds hold.
const ENTRIES: usize = 20;

/// Whether the site has feeds.
pub fn has_feeds(site: &Site) -> bool {
    let mut dated = site
        .newest()
        .iter()
        .filter(|entry| entry.article.published.is_some());
    urls::absolute(&site.practice.site_url, &urls::front_page()).is_some() && dated.next().is_some()
}

#[derive(Serialize)]
struct Feed {
    title: String,
    subtitle: String,
    /// The site's address.
    home: String,
    atom: String,
    json: String,
    icon: String,
    updated: String,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    /// The same wherever the article lies and whenever it is dated (RFC 4287, 4.2.6).
    id: String,
    address: String,
    title: String,
    summary: String,
    published: String,
    updated: String,
    author: Option<String>,
    topics: Vec<String>,
}

pub fn files(site: &Site, icons: &Icons) -> Result<Vec<OutputFile>, ExportError> {
    let Some(feed) = feed(site, icons) else {
        return Ok(Vec::new());
    };
    let values = context! { feed => Value::from_serialize(&feed), language => LANGUAGE };
    let atom =
        pages::environment::render("feed.xml", values).map_err(|source| ExportError::Template {
            page: urls::atom_feed().to_string(),
            source,
        })?;
    Ok(vec![
        super::text(urls::atom_feed(), atom),
        super::text(urls::json_feed(), super::json(&JsonFeed::new(&feed))),
    ])
}

fn feed(site: &Site, icons: &Icons) -> Option<Feed> {
    let absolute = |path: &SitePath| urls::absolute(&site.practice.site_url, path);
    let home = absolute(&urls::front_page())?;
    let dated = site
        .newest()
        .iter()
        .filter_map(|entry| Some((entry, entry.article.published?)));
    let newest: Vec<(&Entry, Date)> = dated
        .take(ENTRIES)
        .map(|(entry, date)| (&**entry, date))
        .collect();
    let updated = newest
        .iter()
        .filter_map(|(entry, _)| last_changed(&entry.article))
        .max()?;
    let item = |(entry, published): &(&Entry, Date)| {
        Some(Item {
            id: format!("urn:uuid:{}", entry.article.id),
            address: absolute(&entry.path)?,
            title: readable(&entry.title),
            summary: readable(&entry.teaser),
            published: moment(*published),
            updated: moment(last_changed(&entry.article)?),
            author: pages::byline(site, &entry.article).map(|name| readable(&name)),
            topics: pages::topic_names(site, &entry.article)
                .map(|name| readable(&name))
                .collect(),
        })
    };
    Some(Feed {
        title: readable(&practice_name(&site.practice)),
        subtitle: readable(&tidy(&site.practice.tagline)),
        atom: absolute(&urls::atom_feed())?,
        json: absolute(&urls::json_feed())?,
        icon: absolute(&icons.png_path(icons::LARGE))?,
        updated: moment(updated),
        items: newest.iter().filter_map(item).collect(),
        home,
    })
}

/// Without what XML can't hold (XML 1.0, "Char").
fn readable(text: &str) -> String {
    let can_be = |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(can_be).collect()
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    icon: &'a str,
    authors: [Author<'a>; 1],
    language: &'static str,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    date_published: &'a str,
    date_modified: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
}

impl<'a> JsonFeed<'a> {
    fn new(feed: &'a Feed) -> Self {
        let item = |item: &'a Item| JsonItem {
            id: &item.id,
            url: &item.address,
            title: &item.title,
            content_text: &item.summary,
            date_published: &item.published,
            date_modified: &item.updated,
            authors: item.author.as_deref().map(|name| [Author { name }]),
            tags: &item.topics,
        };
        Self {
            version: "https://jsonfeed.org/version/1.1",
            title: &feed.title,
            home_page_url: &feed.home,
            feed_url: &feed.json,
            description: &feed.subtitle,
            icon: &feed.icon,
            authors: [Author { name: &feed.title }],
            language: LANGUAGE,
            items: feed.items.iter().map(item).collect(),
        }
    }
}
