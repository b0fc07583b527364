//! What pages are found by, when visitors search the site.

use pamphlet_markdown::{Document, headings, parse, plain_text};
use pamphlet_model::Page;

use super::{PersonList, practice, topic_names, words};
use crate::search::{Searched, Texts};
use crate::snapshot::{Entry, Site};
use crate::text::{first_words, tidy, title};
use crate::urls;

/// How much of a page's text, in characters, is shown of it when it is found.
const TEASER: usize = 140;

/// `body` is the text of `document` without marks.
pub fn article(site: &Site, entry: &Entry, document: &Document, body: &str) -> Searched {
    let article = &*entry.article;
    let people = [article.author, article.reviewer].into_iter().flatten();
    let people = people.filter_map(|id| site.person(id));
    let mut heading = vec![headings(document), tidy(&article.summary)];
    heading.extend(people.map(|person| person.byline()));
    heading.extend(topic_names(site, article));
    let texts = Texts {
        title: &entry.title,
        heading: &heading,
        body,
    };
    let teaser = first_words(&entry.teaser, TEASER);
    let (path, title) = (entry.path.clone(), entry.title.clone());
    Searched::new(path, title, teaser, article.published, &texts)
}

pub fn practice_page(page: &Page) -> Searched {
    let document = parse(&page.text);
    let (name, summary) = (title(&page.title), tidy(&page.summary));
    let texts = Texts {
        title: &name,
        heading: &[headings(&document), summary.clone()],
        body: &plain_text(&document),
    };
    let teaser = teaser(&[&summary, texts.body]);
    let path = urls::practice_page(&page.address);
    Searched::new(path, name.clone(), teaser, None, &texts)
}

pub fn person(list: &PersonList<'_>) -> Searched {
    let person = list.person;
    let (name, role) = (tidy(&person.byline()), tidy(&person.role));
    let biography = plain_text(&parse(&person.biography));
    let texts = Texts {
        title: &name,
        heading: std::slice::from_ref(&role),
        body: &biography,
    };
    let teaser = teaser(&[&role, &biography]);
    let path = urls::person_page(&person.address, 1);
    Searched::new(path, name.clone(), teaser, None, &texts)
}

/// The words are those of `contact.html`.
pub fn contact(site: &Site) -> Searched {
    let facts = &site.practice;
    let written = site.contact_page();
    let name = written.map_or_else(|| "Contact".to_owned(), |page| title(&page.title));
    let summary = written.map_or_else(String::new, |page| tidy(&page.summary));
    let lines = words::address_lines(&facts.address).join(", ");
    let shown = "Contact, opening hours, address, directions, phone, email.";
    let text = written.map_or_else(String::new, |page| plain_text(&parse(&page.text)));
    let texts = Texts {
        title: &name,
        heading: &[shown.to_owned(), summary.clone()],
        body: &format!("{} {lines} {text}", practice::name(facts)),
    };
    let teaser = match summary.is_empty() {
        true => "How to reach us, and when.".to_owned(),
        false => teaser(&[&summary]),
    };
    Searched::new(urls::contact_page(), name.clone(), teaser, None, &texts)
}

/// The first that says anything.
fn teaser(texts: &[&str]) -> String {
    let text = texts.iter().find(|text| !text.trim().is_empty());
    first_words(text.copied().unwrap_or_default(), TEASER)
}
