//! The page of one article.

use minijinja::{Error, Value, context};
use pamphlet_model::Article;

use super::head::ShareImage;
use super::structured::{PageType, Posting, PublishedImage};
use super::views::{self, DateView, Head, Link};
use super::{Place, environment, people, practice, words};
use crate::beside::last_changed;
use crate::preview::BODY_ID;
use crate::snapshot::Site;
use crate::text::{first_words, tidy, title};
use crate::urls;

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
    let head = place.head(head(place, article, text));
    environment::render(
        "article.html",
        context! { site => &place.chrome, head, page => values },
    )
}

/// `Ana Ortiz, MD`
pub fn byline(site: &Site, article: &Article) -> Option<String> {
    let name = tidy(&site.person(article.author?)?.byline());
    (!name.is_empty()).then_some(name)
}

fn head(place: &Place<'_>, article: &Article, text: &str) -> Head {
    let practice = &place.site.practice;
    let name = title(&article.title);
    let summary = tidy(&article.summary);
    let image = share_image(place, article);
    Head {
        title: words::window_title(&name, &practice::name(practice)),
        description: first_words(
            if summary.is_empty() { text } else { &summary },
            DESCRIPTION,
        ),
        kind: "article",
        canonical: urls::absolute(&practice.site_url, &urls::article_page(&article.address)),
        posting: Some(posting(place, article, image.as_ref())),
        page_type: PageType::Medical,
        trail: place.trail([("Articles", urls::articles_page(1))]),
        image,
        name,
        ..Head::default()
    }
}

fn posting(place: &Place<'_>, article: &Article, image: Option<&ShareImage>) -> Posting {
    Posting {
        published: article.published,
        modified: last_changed(article),
        author: people::writer(place, article.author),
        reviewer: people::writer(place, article.reviewer),
        reviewed: article.reviewed,
        topics: super::topic_names(place.site, article).collect(),
        image: image.map(PublishedImage::from),
    }
}

fn share_image(place: &Place<'_>, article: &Article) -> Option<ShareImage> {
    let hero = article.hero.as_ref()?;
    let published = place.site.picture(&hero.picture)?;
    place.picture_to_share(published, &hero.alt)
}
