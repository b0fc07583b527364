//! Pages that list: all articles, the articles of a topic, all topics.

use std::collections::BTreeSet;

use minijinja::{Error, Value, context};
use serde::Serialize;

use super::structured::PageType;
use super::views::{self, Head};
use super::{Pages, Place, TopicList, environment, practice, words};
use crate::files::SitePath;
use crate::snapshot::Entry;
use crate::urls::{self, PAGE_SIZE};

const ROW_SIZES: &str = "(min-width: 38rem) 15rem, 7.5rem";

/// How many pages a list of so many entries has; at least one.
pub fn page_count(entries: usize) -> usize {
    entries.div_ceil(PAGE_SIZE).max(1)
}

pub fn articles(place: &Place<'_>, number: usize) -> Result<String, Error> {
    let entries: Vec<&Entry> = place.site.newest().iter().map(AsRef::as_ref).collect();
    let list = List {
        section: "articles",
        title: "Articles".to_owned(),
        description: words::list_description("Articles", &practice::name(&place.site.practice)),
        entries: &entries,
        path: &urls::articles_page,
    };
    list.page(place, number)
}

pub fn topic(place: &Place<'_>, list: &TopicList<'_>, number: usize) -> Result<String, Error> {
    let name = super::topic_name(list.topic);
    let list = List {
        section: "topics",
        description: words::topic_description(&name, &practice::name(&place.site.practice)),
        title: name,
        entries: &list.entries,
        path: &|number| urls::topic_page(&list.topic.address, number),
    };
    list.page(place, number)
}

pub fn topics(pages: &Pages<'_>, place: &Place<'_>) -> Result<String, Error> {
    let practice = practice::name(&place.site.practice);
    let values = context! {
        section => "topics",
        current => "page",
        counted => words::topics(pages.topics.len()),
        topics => topic_links(pages, place),
    };
    let head = Head {
        title: words::window_title("Topics", &practice),
        name: "Topics".to_owned(),
        description: words::list_description("Articles by topic", &practice),
        kind: "website",
        canonical: urls::absolute(&place.site.practice.site_url, &urls::topics_page()),
        page_type: PageType::Collection,
        trail: place.trail([]),
        ..Head::default()
    };
    let head = place.head(head);
    environment::render(
        "topics.html",
        context! { site => &place.chrome, head, page => values },
    )
}

#[derive(Serialize)]
struct TopicLink {
    text: String,
    href: String,
    count: usize,
    counted: String,
}

/// The topics that have articles, by name.
pub fn topic_links(pages: &Pages<'_>, place: &Place<'_>) -> Value {
    largest_topics(pages, place, usize::MAX)
}

/// As many of the topics as `most`, those with the most articles, by name.
pub fn largest_topics(pages: &Pages<'_>, place: &Place<'_>, most: usize) -> Value {
    let mut counts: Vec<usize> = pages.topics.iter().map(|t| t.entries.len()).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let least = counts.get(most).copied().unwrap_or_default();
    let above = counts.iter().filter(|count| **count > least).count();
    let mut level = most.saturating_sub(above);
    let link = |list: &TopicList<'_>| TopicLink {
        text: super::topic_name(list.topic),
        href: place.urls.to(&urls::topic_page(&list.topic.address, 1)),
        count: list.entries.len(),
        counted: words::articles(list.entries.len()),
    };
    pages
        .topics
        .iter()
        .filter(|list| {
            let is_level = list.entries.len() == least;
            let fits = list.entries.len() > least || (is_level && level > 0);
            level -= usize::from(is_level && fits);
            fits
        })
        .map(|list| Value::from_serialize(link(list)))
        .collect()
}

/// A list that may be longer than a page.
pub struct List<'a> {
    pub section: &'static str,
    pub title: String,
    pub description: String,
    pub entries: &'a [&'a Entry],
    pub path: &'a dyn Fn(usize) -> SitePath,
}

impl List<'_> {
    fn page(&self, place: &Place<'_>, number: usize) -> Result<String, Error> {
        let pages = page_count(self.entries.len());
        let asks = self.section == "articles" && number == 1 && !self.entries.is_empty();
        let values = context! {
            section => self.section,
            current => if self.section == "articles" && number == 1 { "page" } else { "true" },
            title => &self.title,
            counted => words::counted_page(self.entries.len(), number, pages),
            searchable => asks,
            articles => self.cards(place, number),
            pagination => self.pages_view(place, number),
        };
        let head = place.head(Head {
            asks,
            ..self.head(place, number, pages)
        });
        environment::render(
            "list.html",
            context! { site => &place.chrome, head, page => values },
        )
    }

    /// The articles of one page.
    pub fn cards(&self, place: &Place<'_>, number: usize) -> Value {
        let before = self.entries.iter().skip((number - 1) * PAGE_SIZE);
        views::cards(place, before.take(PAGE_SIZE).copied(), ROW_SIZES)
    }

    /// The links from page to page, if there is more than one.
    pub fn pages_view(&self, place: &Place<'_>, number: usize) -> Option<Value> {
        let pages = page_count(self.entries.len());
        (pages > 1).then(|| Value::from_serialize(self.pagination(place, number, pages)))
    }

    pub fn head(&self, place: &Place<'_>, number: usize, pages: usize) -> Head {
        let practice = &place.site.practice;
        let name = match number {
            1 => self.title.clone(),
            _ => format!("{}, page {number}", self.title),
        };
        let above = match self.section {
            "topics" => Some(("Topics", urls::topics_page())),
            "people" => Some((words::PEOPLE, urls::people_page())),
            _ => None,
        };
        let first = (number > 1).then(|| (self.title.as_str(), (self.path)(1)));
        Head {
            title: words::window_title(&name, &practice::name(practice)),
            name,
            description: self.description.clone(),
            kind: "website",
            canonical: urls::absolute(&practice.site_url, &(self.path)(number)),
            previous: (number > 1).then(|| place.urls.to(&(self.path)(number - 1))),
            next: (number < pages).then(|| place.urls.to(&(self.path)(number + 1))),
            page_type: PageType::Collection,
            trail: place.trail(above.into_iter().chain(first)),
            ..Head::default()
        }
    }

    fn pagination(&self, place: &Place<'_>, number: usize, pages: usize) -> Pagination {
        let href = |number: usize| place.urls.to(&(self.path)(number));
        let step = |number: Option<usize>| Step {
            number,
            href: number.map(href),
        };
        Pagination {
            number,
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < pages).then(|| href(number + 1)),
            steps: steps(number, pages).into_iter().map(step).collect(),
        }
    }
}

#[derive(Serialize)]
struct Pagination {
    number: usize,
    previous: Option<String>,
    next: Option<String>,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    number: Option<usize>,
    href: Option<String>,
}

/// The page numbers to offer on page `number` of `pages`: the first, the last and those nearby; a gap is `None`.
fn steps(number: usize, pages: usize) -> Vec<Option<usize>> {
    let offered = BTreeSet::from([
        1,
        number.saturating_sub(1).max(1),
        number,
        (number + 1).min(pages),
        pages,
    ]);
    let mut steps = Vec::new();
    let mut last = 0;
    for n in offered {
        match n - last {
            1 => {}
            // A gap of one page is no shorter than its number.
            2 => steps.push(Some(n - 1)),
            _ => steps.push(None),
        }
        steps.push(Some(n));
        last = n;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_show_where_one_is() {
        let shown = |number, pages| {
            let step = |s: Option<usize>| s.map_or("…".to_owned(), |n| n.to_string());
            steps(number, pages)
                .into_iter()
                .map(step)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(shown(1, 2), "1 2");
        assert_eq!(shown(1, 9), "1 2 … 9");
        assert_eq!(shown(3, 9), "1 2 3 4 … 9");
        assert_eq!(shown(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(shown(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(shown(9, 9), "1 … 8 9");
        assert_eq!(shown(500, 1000), "1 … 499 500 501 … 1000");
    }
}
