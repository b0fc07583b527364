//! The page of one article.

use minijinja::{Error, Value, context};
use pamphlet_model::Article;

use super::views::{self, DateView, Head, Link, ShareImage};
use super::{Place, environment, people, practice, words};
use crate::preview::BODY_ID;
use crate::text::{first_words, tidy, title};
use crate::urls::{self, Published};

/// How wide the hero picture is, by the width of the window (`.hero` in the stylesheet).
const HERO_SIZES: &str = "(min-width: 64rem) 60rem, 100vw";
const CARD_SIZES: &str = "(min-width: 64rem) 17rem, (min-width: 38rem) 45vw, 7.5rem";
/// The longest description, in characters, that search engines show.
const DESCRIPTION: usize = 160;

/// `text` is the article's text without marks; `body` the same as HTML, or nothing where it is filled in later.
pub fn page(
    place: &Place<'_>,
    article: &Article,
    text: &str,
    body: String,
) -> Result<String, Error> {
    let related = place.site.related(article, text);
    let topics = place.topics(article).map(|topic| Link {
        text: tidy(&topic.name),
        href: Some(place.urls.to(&urls::topic_page(&topic.address, 1))),
    });
    let values = context! {
        section => "articles",
        current => "true",
        body_id => BODY_ID,
        title => title(&article.title),
        topics => Value::from_serialize(topics.collect::<Vec<_>>()),
        author => people::link(place, article.author).map(Value::from_serialize),
        reviewer => people::link(place, article.reviewer).map(Value::from_serialize),
        reviewed => article.reviewed.map(DateView::of).map(Value::from_serialize),
        date => article.published.map(DateView::of).map(Value::from_serialize),
        hero => views::hero(place, article, HERO_SIZES, None).map(Value::from_serialize),
        body => Value::from_safe_string(body),
        related => views::cards(place, related, CARD_SIZES),
    };
    let head = Value::from_serialize(head(place, article, text));
    environment::render(
        "article.html",
        context! { site => &place.chrome, head, page => values },
    )
}

fn head(place: &Place<'_>, article: &Article, text: &str) -> Head {
    let practice = &place.site.practice;
    let name = title(&article.title);
    let summary = tidy(&article.summary);
    Head {
        title: words::window_title(&name, &practice::name(practice)),
        description: first_words(
            if summary.is_empty() { text } else { &summary },
            DESCRIPTION,
        ),
        kind: "article",
        canonical: urls::absolute(&practice.site_url, &urls::article_page(&article.address)),
        image: share_image(place, article),
        published: article.published.map(|date| date.to_string()),
        name,
        ..Head::default()
    }
}

fn share_image(place: &Place<'_>, article: &Article) -> Option<ShareImage> {
    let hero = article.hero.as_ref()?;
    let recipe = place
        .site
        .picture(&hero.picture)
        .and_then(Published::widest_fallback)?;
    let address = urls::absolute(&place.site.practice.site_url, &recipe.path())?;
    Some(ShareImage {
        address,
        width: recipe.width(),
        height: recipe.height(),
        alt: tidy(&hero.alt),
    })
}
