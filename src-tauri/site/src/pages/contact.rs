//! The page that says how to reach the practice.

use minijinja::{Error, context};

use super::structured::PageType;
use super::views::Head;
use super::{Place, environment, practice, words};
use crate::urls;

pub fn page(place: &Place<'_>) -> Result<String, Error> {
    let facts = &place.site.practice;
    let practice = practice::name(facts);
    let head = place.head(Head {
        title: words::window_title("Contact", &practice),
        name: "Contact".to_owned(),
        description: words::contact_description(&practice, &facts.address),
        kind: "website",
        canonical: urls::absolute(&facts.site_url, &urls::contact_page()),
        page_type: PageType::ContactPage,
        trail: place.trail([]),
        ..Head::default()
    });
    let page = context! { section => "contact", current => "page" };
    environment::render(
        "contact.html",
        context! { site => &place.chrome, head, page },
    )
}
