//! The words of the site that are put together from facts. All others stand in the templates.

use jiff::civil::{Date, Time};
use pamphlet_model::{DAYS, Hours, OpenHours, PostalAddress};
use serde::Serialize;

use crate::text::tidy;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAY_NAMES: [&str; DAYS.len()] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// `June 15, 2026`
pub fn date(date: Date) -> String {
    let month = MONTHS
        .get(usize::from(date.month().unsigned_abs()).saturating_sub(1))
        .copied()
        .unwrap_or_default();
    format!("{month} {}, {}", date.day(), date.year())
}

/// `9 am`, `5:30 pm`, `noon`
fn time(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let half = if hour < 12 { "am" } else { "pm" };
    let on_clock = if hour % 12 == 0 { 12 } else { hour % 12 };
    match (hour, minute) {
        (12, 0) => "noon".to_owned(),
        (_, 0) => format!("{on_clock} {half}"),
        _ => format!("{on_clock}:{minute:02} {half}"),
    }
}

/// The days of one line of the opening hours.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct HoursRow {
    pub days: String,
    pub times: String,
    pub closed: bool,
}

/// Days in a row with the same hours share a line. Nothing if the practice gives no hours at all.
pub fn hours(hours: &Hours) -> Vec<HoursRow> {
    let days = hours.days();
    if days.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let mut first = 0;
    for run in days.chunk_by(|a, b| a == b) {
        let last = first + run.len() - 1;
        rows.push(row(first, last, run[0]));
        first = last + 1;
    }
    rows
}

fn row(first: usize, last: usize, open: Option<OpenHours>) -> HoursRow {
    let days = match last - first {
        0 => DAY_NAMES[first].to_owned(),
        1 => format!("{} and {}", DAY_NAMES[first], DAY_NAMES[last]),
        _ => format!("{} to {}", DAY_NAMES[first], DAY_NAMES[last]),
    };
    let times = open.map_or("Closed".to_owned(), |o| {
        format!("{} – {}", time(o.opens), time(o.closes))
    });
    HoursRow {
        days,
        times,
        closed: open.is_none(),
    }
}

/// `Fayetteville, NC`; nothing without a town.
pub fn town(address: &PostalAddress) -> Option<String> {
    let (city, region) = (tidy(&address.city), tidy(&address.region));
    match (city.is_empty(), region.is_empty()) {
        (true, _) => None,
        (false, true) => Some(city),
        (false, false) => Some(format!("{city}, {region}")),
    }
}

/// As on an envelope, without the country.
pub fn address_lines(address: &PostalAddress) -> Vec<String> {
    let place = [
        town(address).unwrap_or_else(|| tidy(&address.region)),
        tidy(&address.postal_code),
    ];
    [tidy(&address.street), tidy(&place.join(" "))]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}

/// The invitation below an article.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct CallToAction {
    pub heading: String,
    pub text: String,
}

/// Reads well whatever the practice has not said of itself. `name` may be empty; `reachable` means that there is a
/// phone number, an email address or a booking link beside it.
pub fn call_to_action(name: &str, address: &PostalAddress, reachable: bool) -> CallToAction {
    let heading = match tidy(&address.city) {
        city if city.is_empty() => "We are here for you".to_owned(),
        city => format!("Here for you in {city}"),
    };
    let who = match (name.is_empty(), town(address)) {
        (false, Some(town)) => {
            format!("{name} sees patients in {town}, and our team is glad to talk it through.")
        }
        (false, None) => format!("The team at {name} is glad to talk it through."),
        (true, Some(town)) => {
            format!("We see patients in {town}, and are glad to talk it through.")
        }
        (true, None) => "We are glad to talk it through.".to_owned(),
    };
    let how = if reachable {
        "Get in touch today."
    } else {
        "Bring your questions to your next visit."
    };
    CallToAction {
        heading,
        text: format!("Wondering what this means for you or someone close to you? {who} {how}"),
    }
}

/// As much of a window's title, in characters, as search engines show.
const WINDOW_TITLE: usize = 70;

/// The page's name, and the practice's where there is room.
pub fn window_title(name: &str, practice: &str) -> String {
    let both = format!("{name} · {practice}");
    if both.chars().count() <= WINDOW_TITLE {
        both
    } else {
        name.to_owned()
    }
}

/// What a search engine says of the front page.
pub fn practice_description(name: &str, tagline: &str, address: &PostalAddress) -> String {
    let place = town(address)
        .map(|town| format!(" in {town}"))
        .unwrap_or_default();
    let what = if tagline.is_empty() {
        String::new()
    } else {
        format!(": {tagline}")
    };
    format!("{name}{place}{what}. Articles for patients, hours and how to reach us.")
}

/// What a search engine says of the page about reaching the practice.
pub fn contact_description(name: &str, address: &PostalAddress) -> String {
    let place = town(address)
        .map(|town| format!(" in {town}"))
        .unwrap_or_default();
    format!("How to reach {name}{place}, and when.")
}

/// What is said of the search page where it is shared.
pub fn search_description(practice: &str) -> String {
    format!("Look through everything that {practice} has written.")
}

/// What a search engine says of a list: `Articles from Wichita Sleep.`
pub fn list_description(title: &str, practice: &str) -> String {
    format!("{title} from {practice}.")
}

pub fn topic_description(topic: &str, practice: &str) -> String {
    format!("Articles about {topic} from {practice}.")
}

/// The name of the page that lists everybody.
pub const PEOPLE: &str = "Our people";

/// What a search engine says of the page that lists everybody.
pub fn people_description(practice: &str) -> String {
    format!("The people of {practice}, and the articles that they write and review.")
}

/// What a search engine says of a person: `Ana Ortiz, MD, physician at Wichita Sleep.`
pub fn person_description(byline: &str, role: &str, practice: &str) -> String {
    match role {
        "" => format!("{byline} at {practice}."),
        _ => format!("{byline}, {role} at {practice}."),
    }
}

/// Above a person's articles.
pub fn articles_by(name: &str, all_written: bool) -> String {
    match all_written {
        true => format!("Articles by {name}"),
        false => format!("Written or reviewed by {name}"),
    }
}

/// `24 articles, page 2 of 3`
pub fn counted_page(entries: usize, number: usize, pages: usize) -> String {
    match pages {
        1 => articles(entries),
        _ => format!("{}, page {number} of {pages}", articles(entries)),
    }
}

/// `1 article`, `12 articles`
pub fn articles(count: usize) -> String {
    counted(count, "article")
}

/// `1 topic`, `12 topics`
pub fn topics(count: usize) -> String {
    counted(count, "topic")
}

fn counted(count: usize, one: &str) -> String {
    match count {
        0 => format!("No {one}s yet"),
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_hours_are_american() {
        assert_eq!(date(jiff::civil::date(2026, 6, 15)), "June 15, 2026");
        let rows = |days: [&str; 7]| {
            let day = |i: usize| days[i].parse().ok();
            let week = Hours {
                mon: day(0),
                tue: day(1),
                wed: day(2),
                thu: day(3),
                fri: day(4),
                sat: day(5),
                sun: day(6),
            };
            hours(&week)
                .iter()
                .map(|r| format!("{}: {}", r.days, r.times))
                .collect::<Vec<_>>()
        };
        let nine = "09:00-17:00";
        assert_eq!(
            rows([nine, nine, nine, "09:30-19:00", "08:00-12:00", "", ""]),
            [
                "Monday to Wednesday: 9 am – 5 pm",
                "Thursday: 9:30 am – 7 pm",
                "Friday: 8 am – noon",
                "Saturday and Sunday: Closed"
            ]
        );
        assert_eq!(rows([nine; 7]), ["Monday to Sunday: 9 am – 5 pm"]);
        assert_eq!(
            rows(["00:00-12:30", "", "", "", "", "", ""])[0],
            "Monday: 12 am – 12:30 pm"
        );
        assert!(rows([""; 7]).is_empty());
    }

    #[test]
    fn the_call_to_action_reads_well_without_facts() {
        let lawton = PostalAddress {
            city: "Lawton".into(),
            region: "OK".into(),
            ..PostalAddress::default()
        };
        let text = |name: &str, address: &PostalAddress, reachable| {
            let cta = call_to_action(name, address, reachable);
            format!("{} | {}", cta.heading, cta.text.split_once("? ").unwrap().1)
        };
        let nowhere = PostalAddress::default();
        assert_eq!(
            text("Wichita Sleep", &lawton, true),
            "Here for you in Lawton | Wichita Sleep sees patients in Lawton, OK, and our team is glad to talk it \
             through. Get in touch today."
        );
        assert_eq!(
            text("Wichita Sleep", &nowhere, true),
            "We are here for you | The team at Wichita Sleep is glad to talk it through. Get in touch today."
        );
        assert_eq!(
            text("", &nowhere, false),
            "We are here for you | We are glad to talk it through. Bring your questions to your next visit."
        );
    }

    #[test]
    fn window_titles_have_room_for_70_characters() {
        assert_eq!(
            window_title("Sleep", "Wichita Sleep"),
            "Sleep · Wichita Sleep"
        );
        assert_eq!(
            window_title(
                "word word word word word word word word word word word word",
                "Wichita Sleep"
            ),
            "word word word word word word word word word word word word"
        );
        // A search engine shortens it as it sees fit; a tab shows the whole when it is pointed at.
        let long = "word ".repeat(20);
        assert_eq!(window_title(&long, "Wichita Sleep"), long);
    }

    #[test]
    fn addresses_keep_what_there_is() {
        let full = PostalAddress {
            street: "12 Elm St".into(),
            city: "Lawton".into(),
            region: "OK".into(),
            postal_code: "73501".into(),
            country: "US".into(),
        };
        assert_eq!(address_lines(&full), ["12 Elm St", "Lawton, OK 73501"]);
        let no_city = PostalAddress {
            city: String::new(),
            ..full.clone()
        };
        assert_eq!(address_lines(&no_city), ["12 Elm St", "OK 73501"]);
        let only_zip = PostalAddress {
            postal_code: "73501".into(),
            ..PostalAddress::default()
        };
        assert_eq!(address_lines(&only_zip), ["73501"]);
        assert!(
            address_lines(&PostalAddress {
                country: "US".into(),
                ..PostalAddress::default()
            })
            .is_empty()
        );
    }
}
