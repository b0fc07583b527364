//! The page that searches the site.

use minijinja::{Error, context};

use super::views::Head;
use super::{Pages, Place, environment, lists, practice, words};
use crate::search;

/// How many topics it offers.
const TOPICS: usize = 16;

/// Search engines leave it out: they find the pages themselves.
pub fn page(pages: &Pages<'_>, place: &Place<'_>) -> Result<String, Error> {
    let practice = practice::name(&place.site.practice);
    let head = place.head(Head {
        title: words::window_title("Search", &practice),
        name: "Search".to_owned(),
        description: words::search_description(&practice),
        kind: "website",
        hidden: true,
        script: Some(place.urls.asset(search::script_path())),
        ..Head::default()
    });
    let page = context! {
        section => "search",
        current => "page",
        topics => lists::largest_topics(pages, place, TOPICS),
        more_topics => pages.topics.len() > TOPICS,
    };
    environment::render(
        "search.html",
        context! { site => &place.chrome, head, page },
    )
}
