//! The practice and its site.

use pamphlet_model::{OpenHours, PostalAddress, phone_link};
use serde::Serialize;

use super::{Names, Reference};
use crate::pages::{LANGUAGE, practice};
use crate::text::tidy;
use crate::urls;

/// What schema.org calls places of medicine: `MedicalBusiness` and what is more special, `Hospital`, and `MedicalClinic`.
const KINDS: [&str; 26] = [
    "CommunityHealth",
    "Dentist",
    "Dermatology",
    "DietNutrition",
    "Emergency",
    "Geriatric",
    "Gynecologic",
    "Hospital",
    "MedicalBusiness",
    "MedicalClinic",
    "Midwifery",
    "Nursing",
    "Obstetric",
    "Oncologic",
    "Optician",
    "Optometric",
    "Otolaryngologic",
    "Pediatric",
    "Pharmacy",
    "Physician",
    "Physiotherapy",
    "PlasticSurgery",
    "Podiatric",
    "PrimaryCare",
    "Psychiatric",
    "PublicHealth",
];
/// What stands for a kind that schema.org does not have.
const ANY_KIND: &str = "MedicalBusiness";

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Practice {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    id: Reference,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    opening_hours_specification: Vec<OpenOn>,
}

impl Practice {
    pub fn new(facts: &pamphlet_model::Practice, logo: Option<String>, names: &Names<'_>) -> Self {
        let kind = facts.kind.trim();
        Self {
            kind: KINDS.into_iter().find(|k| *k == kind).unwrap_or(ANY_KIND),
            id: names.of_site("practice"),
            name: practice::name(facts),
            description: tidy(&facts.tagline),
            url: names.root.map(str::to_owned),
            image: logo.clone(),
            logo,
            telephone: phone_link(&facts.phone).map(|_| tidy(&facts.phone)),
            email: pamphlet_model::mail_link(&facts.email).map(|_| tidy(&facts.email)),
            address: Address::new(&facts.address),
            opening_hours_specification: open_on(facts.hours.days()),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    street_address: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    address_locality: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    address_region: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    postal_code: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    address_country: String,
}

impl Address {
    /// None if no more than the country is known.
    fn new(facts: &PostalAddress) -> Option<Self> {
        let parts = [
            &facts.street,
            &facts.city,
            &facts.region,
            &facts.postal_code,
        ]
        .map(|part| tidy(part));
        if parts.iter().all(String::is_empty) {
            return None;
        }
        let [
            street_address,
            address_locality,
            address_region,
            postal_code,
        ] = parts;
        Some(Self {
            kind: "PostalAddress",
            street_address,
            address_locality,
            address_region,
            postal_code,
            address_country: tidy(&facts.country),
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OpenOn {
    #[serde(rename = "@type")]
    kind: &'static str,
    day_of_week: Vec<&'static str>,
    opens: String,
    closes: String,
}

/// Days with the same hours together, in the order of the week.
fn open_on(days: [Option<OpenHours>; 7]) -> Vec<OpenOn> {
    let mut groups: Vec<(OpenHours, Vec<&'static str>)> = Vec::new();
    for (name, hours) in DAYS.into_iter().zip(days) {
        let Some(hours) = hours else { continue };
        match groups.iter_mut().find(|(known, _)| *known == hours) {
            Some((_, names)) => names.push(name),
            None => groups.push((hours, vec![name])),
        }
    }
    let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    groups
        .into_iter()
        .map(|(hours, day_of_week)| OpenOn {
            kind: "OpeningHoursSpecification",
            day_of_week,
            opens: clock(hours.opens),
            closes: clock(hours.closes),
        })
        .collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebSite {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    id: Reference,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    in_language: &'static str,
    publisher: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    potential_action: Option<SearchAction>,
}

/// How programs search the site (schema.org, "Potential Actions").
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SearchAction {
    #[serde(rename = "@type")]
    kind: &'static str,
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryPoint {
    #[serde(rename = "@type")]
    kind: &'static str,
    url_template: String,
}

impl SearchAction {
    fn new(facts: &pamphlet_model::Practice) -> Option<Self> {
        let page = urls::absolute(&facts.site_url, &urls::search_page())?;
        Some(Self {
            kind: "SearchAction",
            target: EntryPoint {
                kind: "EntryPoint",
                url_template: format!("{page}?q={{search_term_string}}"),
            },
            query_input: "required name=search_term_string",
        })
    }
}

impl WebSite {
    pub fn new(facts: &pamphlet_model::Practice, names: &Names<'_>) -> Self {
        Self {
            kind: "WebSite",
            id: names.of_site("website"),
            name: practice::name(facts),
            url: names.root.map(str::to_owned),
            in_language: LANGUAGE,
            publisher: names.of_site("practice"),
            potential_action: SearchAction::new(facts),
        }
    }
}
