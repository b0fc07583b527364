//! Small sites for tests, in our own words.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use pamphlet_model::{
    Address, Adjustments, Article, ArticleId, Hero, Hours, Look, Person, PersonId, Picture,
    PictureFormat, PictureId, PostalAddress, Practice, Status, Topic, TopicId,
};

use crate::Snapshot;

fn bytes(n: u32) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&n.to_le_bytes());
    bytes
}

pub fn article_id(n: u32) -> ArticleId {
    ArticleId::from_random(bytes(n))
}

/// A ready article whose id comes from `n`, published on day `n` counted from 2026-01-01.
pub fn article(n: u32, title: &str, topics: &[u32], text: &str) -> Article {
    Article {
        id: article_id(n),
        address: Address::from_title(title),
        title: title.to_owned(),
        summary: String::new(),
        text: text.to_owned(),
        topics: topics.iter().map(|n| topic_id(*n)).collect(),
        author: None,
        reviewer: None,
        reviewed: None,
        related_pins: Vec::new(),
        related_hides: Vec::new(),
        hero: None,
        status: Status::Ready,
        published: Some(day(n)),
        created: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        revision: 1,
    }
}

fn day(n: u32) -> Date {
    let first = jiff::civil::date(2026, 1, 1);
    first
        .checked_add(jiff::Span::new().days(i64::from(n)))
        .unwrap()
}

pub fn topic_id(n: u32) -> TopicId {
    TopicId::from_random(bytes(n))
}

pub fn topic(n: u32, name: &str) -> Topic {
    Topic {
        id: topic_id(n),
        name: name.to_owned(),
        address: Address::from_title(name),
    }
}

pub fn person(n: u32, name: &str, credentials: &str) -> Person {
    Person {
        credentials: credentials.to_owned(),
        ..Person::named(PersonId::from_random(bytes(n)), name)
    }
}

/// A picture that nobody has made: only its size and name are known.
pub fn picture(name: &str, width: u32, height: u32) -> Picture {
    Picture {
        id: PictureId::of(name.as_bytes()),
        file_name: name.to_owned(),
        format: PictureFormat::Jpeg,
        width,
        height,
        bytes: 1000,
        added: Timestamp::UNIX_EPOCH,
        animated: false,
        alt: String::new(),
        adjustments: Adjustments::default(),
    }
}

pub fn practice() -> Practice {
    let hours = |text: &str| text.parse().ok();
    Practice {
        name: "Juniper Hill Clinic".into(),
        tagline: "Unhurried care for headaches and sleep".into(),
        kind: "MedicalClinic".into(),
        phone: "(412) 555-0178".into(),
        email: "desk@juniperhill.example".into(),
        booking_url: "https://book.juniperhill.example/new?from=site".into(),
        site_url: "https://www.juniperhill.example".into(),
        address: PostalAddress {
            street: "48 Orchard Lane".into(),
            city: "Millvale".into(),
            region: "PA".into(),
            postal_code: "15209".into(),
            country: "US".into(),
        },
        hours: Hours {
            mon: hours("08:00-17:00"),
            tue: hours("08:00-17:00"),
            ..Hours::default()
        },
    }
}

/// Two pictures, one author, two topics, and an article about everything that a text can hold.
pub fn snapshot() -> Snapshot {
    let (hero, inside) = (
        picture("morning.jpg", 2000, 1333),
        picture("lamp.jpg", 700, 500),
    );
    let author = person(1, "Ana Ortiz", "MD");
    let reference = pamphlet_markdown::picture_reference(&inside.id);
    let text = format!(
        "Rest helps most headaches.\n\n## When to call\n\nSee [sleep](article:sleep-well), [gone](article:gone) and \
         [the guide](https://guide.example/).\n\n![A lamp]({reference} \"Dim the lamp\")\n"
    );
    let mut call = article(3, "When a Headache Needs a Call", &[1, 2], &text);
    call.summary = "Most headaches pass. A few should not wait.".into();
    call.author = Some(author.id);
    call.hero = Some(Hero {
        picture: hero.id.clone(),
        alt: "Hills in morning fog".into(),
    });
    let articles = vec![
        article(
            1,
            "Sleep Well",
            &[2],
            "Regular hours help sleep, and sleep helps headaches.",
        ),
        article(2, "Water", &[], "Drink when thirsty."),
        call,
    ];
    Snapshot {
        practice: practice(),
        look: Look::default(),
        articles: articles.into_iter().map(Arc::new).collect(),
        topics: vec![
            topic(1, "Headache"),
            topic(2, "Sleep"),
            topic(3, "Nothing yet"),
        ],
        people: vec![author],
        pictures: [hero, inside]
            .into_iter()
            .map(|p| (p.id.clone(), p))
            .collect::<BTreeMap<_, _>>(),
        ..Snapshot::default()
    }
}
