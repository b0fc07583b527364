//! The front page.

use minijinja::{Error, Value, context};

use super::views::{self, Head};
use super::{Pages, Place, environment, lists, practice, words};
use crate::text::tidy;
use crate::urls;

/// How many of the newest articles it shows.
const NEWEST: usize = 7;
/// How many topics it shows.
const TOPICS: usize = 16;
const CARD_SIZES: &str = "(min-width: 64rem) 23rem, (min-width: 38rem) 45vw, 7.5rem";
const LEAD_SIZES: &str = "(min-width: 64rem) 41rem, calc(100vw - 2.5rem)";

pub fn page(pages: &Pages<'_>, place: &Place<'_>) -> Result<String, Error> {
    let newest = pages.site.newest();
    let shown = &newest[..newest.len().min(NEWEST)];
    let (lead, rest) = shown.split_at(shown.len().min(1));
    let cards = |entries: &[std::sync::Arc<crate::snapshot::Entry>], sizes| {
        views::cards(place, entries.iter().map(AsRef::as_ref), sizes)
    };
    let articles: Value = cards(lead, LEAD_SIZES)
        .try_iter()?
        .chain(cards(rest, CARD_SIZES).try_iter()?)
        .collect();
    let values = context! {
        section => "front",
        current => "page",
        articles,
        count => newest.len(),
        more => newest.len() > shown.len(),
        topics => lists::largest_topics(pages, place, TOPICS),
        more_topics => pages.topics.len() > TOPICS,
    };
    let head = place.head(head(place));
    environment::render(
        "front.html",
        context! { site => &place.chrome, head, page => values },
    )
}

fn head(place: &Place<'_>) -> Head {
    let practice = &place.site.practice;
    let (name, tagline) = (practice::name(practice), tidy(&practice.tagline));
    let title = if tagline.is_empty() {
        name.clone()
    } else {
        words::window_title(&name, &tagline)
    };
    Head {
        title,
        description: words::practice_description(&name, &tagline, &practice.address),
        name,
        kind: "website",
        canonical: urls::absolute(&practice.site_url, &urls::front_page()),
        ..Head::default()
    }
}
