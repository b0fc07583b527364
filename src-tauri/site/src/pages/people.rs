//! Pages of people: everybody who writes or looks articles over.

use std::collections::BTreeMap;

use minijinja::{Error, Value, context};
use pamphlet_markdown::{parse, plain_text};
use pamphlet_model::{Person, PersonId, PictureId};
use serde::Serialize;

use super::lists::{List, page_count};
use super::structured::{PageType, Writer};
use super::views::{Head, PictureView};
use super::{Pages, Place, body, environment, practice, views, words};
use crate::snapshot::{Entry, Site};
use crate::text::{first_words, tidy};
use crate::urls;

const PORTRAIT_SIZES: &str = "17rem";
/// The longest description, in characters, that search engines show.
const DESCRIPTION: usize = 160;

/// A person, and the articles that they wrote or looked over, newest first.
pub struct PersonList<'a> {
    pub person: &'a Person,
    pub entries: Vec<&'a Entry>,
}

/// Everybody who has articles on the site, or of whom there is something to say, by name.
pub fn lists(site: &Site) -> Vec<PersonList<'_>> {
    let mut entries: BTreeMap<PersonId, Vec<&Entry>> = BTreeMap::new();
    for entry in site.newest() {
        let (author, reviewer) = (entry.article.author, entry.article.reviewer);
        for id in author
            .into_iter()
            .chain(reviewer.filter(|_| reviewer != author))
        {
            entries.entry(id).or_default().push(entry);
        }
    }
    let mut lists: Vec<PersonList<'_>> = site
        .people()
        .map(|person| PersonList {
            person,
            entries: entries.remove(&person.id).unwrap_or_default(),
        })
        .filter(|list| !list.entries.is_empty() || list.person.is_introduced())
        .collect();
    lists.sort_by_cached_key(|list| {
        let name = tidy(list.person.spoken().0).to_lowercase();
        (name, list.person.address.clone())
    });
    lists
}

/// Whether anybody has a page.
pub fn are_there(site: &Site) -> bool {
    let is_known = |id: Option<PersonId>| id.is_some_and(|id| site.person(id).is_some());
    let is_named =
        |entry: &Entry| is_known(entry.article.author) || is_known(entry.article.reviewer);
    site.people().any(Person::is_introduced) || site.newest().iter().any(|entry| is_named(entry))
}

/// How a person is named on a page, with a link to theirs.
#[derive(Debug, Serialize)]
pub struct PersonLink {
    pub name: String,
    /// Blank where nothing stands after the name.
    pub credentials: String,
    /// `Ana Ortiz, MD`
    pub byline: String,
    pub href: String,
}

/// The person of this id, if the library knows them by a name.
pub fn link(place: &Place<'_>, id: Option<PersonId>) -> Option<PersonLink> {
    let person = place.site.person(id?)?;
    let byline = tidy(&person.byline());
    let (name, credentials) = person.spoken();
    (!byline.is_empty()).then(|| PersonLink {
        name: tidy(name),
        credentials: tidy(credentials),
        byline,
        href: place.urls.to(&urls::person_page(&person.address, 1)),
    })
}

/// The same person as programs know them.
pub fn writer(place: &Place<'_>, id: Option<PersonId>) -> Option<Writer> {
    let person = place.site.person(id?)?;
    let (name, credentials) = person.spoken();
    let name = tidy(name);
    let page = urls::person_page(&person.address, 1);
    (!name.is_empty()).then(|| Writer {
        key: person.address.to_string(),
        name,
        credentials: tidy(credentials),
        role: tidy(&person.role),
        url: urls::absolute(&place.site.practice.site_url, &page),
    })
}

#[derive(Serialize)]
struct Tile {
    #[serde(flatten)]
    link: Option<PersonLink>,
    role: String,
    picture: Option<PictureView>,
    /// Stands where there is no picture.
    initial: String,
    counted: String,
}

/// The page that lists everybody.
pub fn all(pages: &Pages<'_>, place: &Place<'_>) -> Result<String, Error> {
    let practice = &place.site.practice;
    let name = practice::name(practice);
    let tile = |list: &PersonList<'_>| {
        Value::from_serialize(Tile {
            link: link(place, Some(list.person.id)),
            role: tidy(&list.person.role),
            picture: portrait(place, list.person),
            initial: views::initial(list.person.spoken().0),
            counted: words::articles(list.entries.len()),
        })
    };
    let values = context! {
        section => "people",
        current => "page",
        people => pages.people.iter().map(tile).collect::<Value>(),
    };
    let head = place.head(Head {
        title: words::window_title(words::PEOPLE, &name),
        name: words::PEOPLE.to_owned(),
        description: words::people_description(&name),
        kind: "website",
        canonical: urls::absolute(&practice.site_url, &urls::people_page()),
        page_type: PageType::Collection,
        trail: place.trail([]),
        ..Head::default()
    });
    environment::render(
        "people.html",
        context! { site => &place.chrome, head, page => values },
    )
}

/// What is known of a person, and their articles from page `number`.
pub fn page(
    place: &Place<'_>,
    list: &PersonList<'_>,
    number: usize,
    pictures: &mut Vec<PictureId>,
) -> Result<String, Error> {
    let person = list.person;
    let document = parse(&person.biography);
    let biography = body::whole(place.site, place.urls, &document);
    let first = number == 1;
    if first {
        pictures.extend(biography.pictures);
        pictures.extend(person.picture.iter().map(|it| it.picture.clone()));
    }
    let (byline, role) = (tidy(&person.byline()), tidy(&person.role));
    let articles = List {
        section: "people",
        description: description(place, person, &plain_text(&document)),
        title: byline,
        entries: &list.entries,
        path: &|number| urls::person_page(&person.address, number),
    };
    let pages = page_count(list.entries.len());
    let wrote = |entry: &&Entry| entry.article.author == Some(person.id);
    let name = tidy(person.spoken().0);
    let values = context! {
        section => "people",
        current => "true",
        name => &name,
        credentials => tidy(person.spoken().1),
        role,
        picture => portrait(place, person).filter(|_| first).map(Value::from_serialize),
        initial => if first { views::initial(&name) } else { String::new() },
        biography => Value::from_safe_string(if first { biography.html.trim().to_owned() } else { String::new() }),
        heading => words::articles_by(&name, list.entries.iter().all(wrote)),
        counted => words::counted_page(list.entries.len(), number, pages),
        articles => articles.cards(place, number),
        pagination => articles.pages_view(place, number),
    };
    let picture = person.picture.as_ref().and_then(|it| {
        let published = place.site.picture(&it.picture)?;
        place.picture_to_share(published, &it.alt)
    });
    let head = Head {
        kind: "profile",
        image: picture.filter(|_| first),
        page_type: if first {
            PageType::Profile
        } else {
            PageType::Collection
        },
        person: writer(place, Some(person.id)).filter(|_| first),
        ..articles.head(place, number, pages)
    };
    let head = place.head(head);
    environment::render(
        "person.html",
        context! { site => &place.chrome, head, page => values },
    )
}

fn description(place: &Place<'_>, person: &Person, biography: &str) -> String {
    let practice = practice::name(&place.site.practice);
    let about = words::person_description(&tidy(&person.byline()), &tidy(&person.role), &practice);
    match biography.trim() {
        "" => about,
        text => first_words(&format!("{about} {text}"), DESCRIPTION),
    }
}

fn portrait(place: &Place<'_>, person: &Person) -> Option<PictureView> {
    let picture = person.picture.as_ref()?;
    let published = place.site.picture(&picture.picture)?;
    Some(PictureView::new(
        place.urls.picture(published, PORTRAIT_SIZES),
        &picture.alt,
        published.picture.adjustments.focus,
    ))
}
