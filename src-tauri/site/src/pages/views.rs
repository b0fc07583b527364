//! The values that templates are given.

use jiff::civil::Date;
use minijinja::Value;
use pamphlet_markdown::PictureMarkup;
use pamphlet_model::{Article, Focus, WHOLE};
use serde::Serialize;

use super::Place;
pub use super::head::Head;
use super::words;
use crate::snapshot::Entry;
use crate::text::tidy;

#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub text: String,
    pub href: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct DateView {
    pub iso: String,
    pub text: String,
}

impl DateView {
    pub fn of(date: Date) -> Self {
        Self {
            iso: date.to_string(),
            text: words::date(date),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct PictureView {
    src: String,
    srcset: String,
    webp: String,
    sizes: String,
    width: u32,
    height: u32,
    alt: String,
    /// The classes, with a space before, that say what stays in sight where it is cropped.
    focus: String,
}

impl PictureView {
    pub fn new(markup: PictureMarkup, alt: &str, focus: Focus) -> Self {
        let PictureMarkup {
            src,
            width,
            height,
            srcset,
            webp_srcset,
            sizes,
        } = markup;
        Self {
            src,
            srcset,
            webp: webp_srcset,
            sizes,
            width,
            height,
            alt: tidy(alt),
            focus: focus_classes(focus),
        }
    }
}

/// An article in a list.
#[derive(Debug, Serialize)]
pub struct Card {
    title: String,
    href: String,
    teaser: String,
    date: Option<DateView>,
    topic: Option<String>,
    /// Its alternative text is empty: the title beside it says more.
    picture: Option<PictureView>,
}

impl Card {
    /// A card at a place whose pictures have these `sizes`.
    pub fn new(place: &Place<'_>, entry: &Entry, sizes: &str) -> Self {
        let article = &*entry.article;
        Self {
            title: entry.title.clone(),
            href: place.urls.to(&entry.path),
            teaser: entry.teaser.clone(),
            date: article.published.map(DateView::of),
            topic: place.topics(article).next().map(|t| tidy(&t.name)),
            picture: hero(place, article, sizes, Some("")),
        }
    }
}

pub fn cards<'a>(
    place: &Place<'_>,
    entries: impl IntoIterator<Item = &'a Entry>,
    sizes: &str,
) -> Value {
    let card = |entry| Value::from_serialize(Card::new(place, entry, sizes));
    entries.into_iter().map(card).collect()
}

/// The article's hero picture, if it has one that the library knows; `alt` stands for the text that it has there.
pub fn hero(
    place: &Place<'_>,
    article: &Article,
    sizes: &str,
    alt: Option<&str>,
) -> Option<PictureView> {
    let hero = article.hero.as_ref()?;
    let published = place.site.picture(&hero.picture)?;
    Some(PictureView::new(
        place.urls.picture(published, sizes),
        alt.unwrap_or(&hero.alt),
        published.picture.adjustments.focus,
    ))
}

/// In steps of a tenth (`.fx-0` to `.fy-10` in the stylesheet): pages have no styles of their own.
fn focus_classes(focus: Focus) -> String {
    let tenths = |part: u16| (part + WHOLE / 20) / (WHOLE / 10);
    match (tenths(focus.x), tenths(focus.y)) {
        (5, 5) => String::new(),
        (x, y) => format!(" fx-{x} fy-{y}"),
    }
}

/// The first letter or digit of a name.
pub fn initial(name: &str) -> String {
    name.chars()
        .find(|c| c.is_alphanumeric())
        .map(|c| c.to_uppercase().collect())
        .unwrap_or_default()
}
