//! What a host shows where there is no page.

use minijinja::{Error, context};

use super::views::Head;
use super::{Place, environment, practice, words};

/// It is shown at any address, so `place` names everything from the server's root.
pub fn page(place: &Place<'_>) -> Result<String, Error> {
    let head = place.head(Head {
        title: words::window_title("Page not found", &practice::name(&place.site.practice)),
        name: "Page not found".to_owned(),
        description: "It may have moved, or its address may have been mistyped.".to_owned(),
        kind: "website",
        hidden: true,
        asks: true,
        ..Head::default()
    });
    let page = context! { section => "not-found", current => "" };
    environment::render(
        "not-found.html",
        context! { site => &place.chrome, head, page },
    )
}
