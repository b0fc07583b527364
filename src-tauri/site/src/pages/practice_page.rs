//! Pages of the practice that are no articles.

use minijinja::{Error, Value, context};
use pamphlet_markdown::{parse, plain_text};
use pamphlet_model::{Page, PageKind, PictureId};

use super::structured::PageType;
use super::views::{Head, Link};
use super::{Place, body, environment, practice, words};
use crate::snapshot::Site;
use crate::text::{first_words, tidy, title};
use crate::urls::{self, Urls};

/// The longest description, in characters, that search engines show.
const DESCRIPTION: usize = 160;

pub fn page(
    place: &Place<'_>,
    page: &Page,
    pictures: &mut Vec<PictureId>,
) -> Result<String, Error> {
    let document = parse(&page.text);
    let body = body::whole(place.site, place.urls, &document);
    pictures.extend(body.pictures);
    let practice = &place.site.practice;
    let (name, summary) = (title(&page.title), tidy(&page.summary));
    let text = match summary.is_empty() {
        true => plain_text(&document),
        false => summary,
    };
    let head = place.head(Head {
        title: words::window_title(&name, &practice::name(practice)),
        name: name.clone(),
        description: first_words(&text, DESCRIPTION),
        kind: "website",
        canonical: urls::absolute(&practice.site_url, &urls::practice_page(&page.address)),
        page_type: match page.kind {
            PageKind::About => PageType::About,
            _ => PageType::Any,
        },
        trail: place.trail([]),
        ..Head::default()
    });
    let values = context! {
        section => page.address.as_str(),
        current => "page",
        kind => page.kind.as_str(),
        title => name,
        body => Value::from_safe_string(body.html),
        invites => matches!(page.kind, PageKind::About | PageKind::Service),
    };
    environment::render(
        "page.html",
        context! { site => &place.chrome, head, page => values },
    )
}

/// A link to a page of the practice, in a menu.
#[derive(Debug, serde::Serialize)]
pub struct MenuLink {
    #[serde(flatten)]
    link: Link,
    /// What `page.section` is on that page.
    section: String,
}

/// Links to those of the practice's pages that `which` chooses, in their order.
pub fn menu(site: &Site, urls: Urls<'_>, which: impl Fn(&Page) -> bool) -> Vec<MenuLink> {
    let pages = site.pages().iter();
    let chosen = pages.filter(|page| site.stands_alone(page) && which(page));
    chosen
        .map(|page| MenuLink {
            link: Link {
                text: title(&page.title),
                href: Some(urls.to(&urls::practice_page(&page.address))),
            },
            section: page.address.to_string(),
        })
        .collect()
}
