//! The page that says how to reach the practice: what is known of that, and what the practice wrote about it.

use minijinja::{Error, Value, context};
use pamphlet_markdown::parse;
use pamphlet_model::PictureId;

use super::structured::PageType;
use super::views::Head;
use super::{Place, body, environment, practice, words};
use crate::text::{tidy, title};
use crate::urls;

pub fn page(place: &Place<'_>, pictures: &mut Vec<PictureId>) -> Result<String, Error> {
    let facts = &place.site.practice;
    let practice = practice::name(facts);
    let written = place.site.contact_page();
    let name = written.map_or_else(|| "Contact".to_owned(), |page| title(&page.title));
    let summary = written.map_or_else(String::new, |page| tidy(&page.summary));
    let text = written.map(|page| body::whole(place.site, place.urls, &parse(&page.text)));
    let text = text.map(|text| {
        pictures.extend(text.pictures);
        Value::from_safe_string(text.html)
    });
    let head = place.head(Head {
        title: words::window_title(&name, &practice),
        name: name.clone(),
        description: match summary.as_str() {
            "" => words::contact_description(&practice, &facts.address),
            _ => summary.clone(),
        },
        kind: "website",
        canonical: urls::absolute(&facts.site_url, &urls::contact_page()),
        page_type: PageType::Contact,
        trail: place.trail([]),
        ..Head::default()
    });
    let page = context! { section => "contact", current => "page", title => name, summary, text };
    environment::render(
        "contact.html",
        context! { site => &place.chrome, head, page },
    )
}
