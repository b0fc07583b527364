//! The page of one article.

use minijinja::{Error, Value, context};
use pamphlet_model::{Address, Article, Person};

use super::head::ShareImage;
use super::structured::{PageType, Posting, PublishedImage, Writer};
use super::views::{self, DateView, Head, Link};
use super::{Place, environment, practice, words};
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
        author => byline(place.site, article),
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
    let person = site.person(article.author?)?;
    let parts = [tidy(&person.name), tidy(&person.credentials)];
    let text = parts
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    (!text.is_empty()).then_some(text)
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
        posting: Some(posting(place.site, article, image.as_ref())),
        page_type: PageType::MedicalWebPage,
        trail: place.trail([("Articles", urls::articles_page(1))]),
        image,
        name,
        ..Head::default()
    }
}

fn posting(site: &Site, article: &Article, image: Option<&ShareImage>) -> Posting {
    Posting {
        published: article.published,
        modified: last_changed(article),
        author: article
            .author
            .and_then(|id| site.person(id))
            .and_then(writer),
        reviewer: None,
        reviewed: None,
        topics: super::topic_names(site, article).collect(),
        image: image.map(PublishedImage::from),
    }
}

fn writer(person: &Person) -> Option<Writer> {
    let name = tidy(&person.name);
    (!name.is_empty()).then(|| Writer {
        key: Address::from_title(&name).to_string(),
        name,
        credentials: tidy(&person.credentials),
        url: None,
    })
}

fn share_image(place: &Place<'_>, article: &Article) -> Option<ShareImage> {
    let hero = article.hero.as_ref()?;
    let published = place.site.picture(&hero.picture)?;
    place.picture_to_share(published, &hero.alt)
}
