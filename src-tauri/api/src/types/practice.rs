use pamphlet_model as model;

use super::wire;
use crate::error::WireError;

wire! {
    /// What the practice says of itself.
    pub struct Practice {
        pub name: String,
        pub tagline: String,
        /// A schema.org type, such as `MedicalClinic`.
        pub kind: String,
        pub phone: String,
        pub email: String,
        pub booking_url: String,
        pub site_url: String,
        pub address: PostalAddress,
        pub hours: Hours,
    }

    pub struct PostalAddress {
        pub street: String,
        pub city: String,
        pub region: String,
        pub postal_code: String,
        /// ISO 3166-1 alpha-2: "US"; or empty.
        pub country: String,
    }

    /// For each day `09:00-17:00`, or null when closed.
    pub struct Hours {
        pub mon: Option<String>,
        pub tue: Option<String>,
        pub wed: Option<String>,
        pub thu: Option<String>,
        pub fri: Option<String>,
        pub sat: Option<String>,
        pub sun: Option<String>,
    }

    /// ISO 3166-1 alpha-2, in their order.
    pub struct Countries {
        pub codes: Vec<String>,
    }

    pub struct PracticeForm {
        pub practice: Practice,
    }
}

impl From<model::Practice> for Practice {
    fn from(practice: model::Practice) -> Self {
        let hours = practice.hours;
        let text = |hours: Option<model::OpenHours>| hours.map(|hours| hours.to_string());
        Self {
            name: practice.name,
            tagline: practice.tagline,
            kind: practice.kind,
            phone: practice.phone,
            email: practice.email,
            booking_url: practice.booking_url,
            site_url: practice.site_url,
            address: PostalAddress {
                street: practice.address.street,
                city: practice.address.city,
                region: practice.address.region,
                postal_code: practice.address.postal_code,
                country: practice.address.country,
            },
            hours: Hours {
                mon: text(hours.mon),
                tue: text(hours.tue),
                wed: text(hours.wed),
                thu: text(hours.thu),
                fri: text(hours.fri),
                sat: text(hours.sat),
                sun: text(hours.sun),
            },
        }
    }
}

impl TryFrom<Practice> for model::Practice {
    type Error = WireError;

    /// # Errors
    /// With the field that can't be kept as it is.
    fn try_from(practice: Practice) -> Result<Self, WireError> {
        let hours = practice.hours;
        if practice.name.trim().is_empty() {
            return Err(WireError::invalid(
                "name",
                "A practice needs a name.",
                "The name you had before is kept until you type another.",
            ));
        }
        Ok(Self {
            name: practice.name.trim().to_owned(),
            tagline: practice.tagline.trim().to_owned(),
            kind: practice.kind.trim().to_owned(),
            phone: phone(&practice.phone)?,
            email: email(&practice.email)?,
            booking_url: web_address("bookingUrl", &practice.booking_url)?,
            site_url: web_address("siteUrl", &practice.site_url)?
                .trim_end_matches('/')
                .to_owned(),
            address: model::PostalAddress {
                street: practice.address.street.trim().to_owned(),
                city: practice.address.city.trim().to_owned(),
                region: practice.address.region.trim().to_owned(),
                postal_code: practice.address.postal_code.trim().to_owned(),
                country: country(&practice.address.country)?,
            },
            hours: model::Hours {
                mon: day("hours.mon", hours.mon)?,
                tue: day("hours.tue", hours.tue)?,
                wed: day("hours.wed", hours.wed)?,
                thu: day("hours.thu", hours.thu)?,
                fri: day("hours.fri", hours.fri)?,
                sat: day("hours.sat", hours.sat)?,
                sun: day("hours.sun", hours.sun)?,
            },
        })
    }
}

/// What the site would leave off is refused here, where somebody can put it right.
fn web_address(field: &str, text: &str) -> Result<String, WireError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    model::web_address(text).ok_or_else(|| {
        WireError::invalid(
            field,
            "This is not a web address.",
            "Write it like https://www.example.com.",
        )
    })
}

/// A phone number that patients can call.
pub(crate) fn phone(text: &str) -> Result<String, WireError> {
    let text = text.trim();
    if text.is_empty() || model::phone_link(text).is_some() {
        return Ok(text.to_owned());
    }
    Err(WireError::invalid(
        "phone",
        "This is not a phone number.",
        "Write it with its digits, like 555-0142.",
    ))
}

fn email(text: &str) -> Result<String, WireError> {
    let text = text.trim();
    if text.is_empty() || model::mail_link(text).is_some() {
        return Ok(text.to_owned());
    }
    let (message, hint) = if text.contains('@') && !text.is_ascii() {
        (
            "An email address with letters such as ü or é can't go on the site.",
            "Write it with plain letters, like hello@example.com.",
        )
    } else {
        (
            "This is not an email address.",
            "Write it like hello@example.com.",
        )
    };
    Err(WireError::invalid("email", message, hint))
}

fn country(text: &str) -> Result<String, WireError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let code = model::country_code(text).map(str::to_owned);
    code.ok_or_else(|| {
        WireError::invalid(
            "address.country",
            "This is not a country.",
            "Choose one from the list, or write its name in English, like United States.",
        )
    })
}

fn day(field: &str, hours: Option<String>) -> Result<Option<model::OpenHours>, WireError> {
    hours
        .filter(|hours| !hours.trim().is_empty())
        .map(|hours| {
            hours.parse().map_err(|_| {
                WireError::invalid(
                    field,
                    "Opening must come before closing.",
                    "Give both times, such as 09:00 and 17:00.",
                )
            })
        })
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut Practice)) -> Result<model::Practice, WireError> {
        let named = model::Practice {
            name: "Alder".to_owned(),
            ..model::Practice::default()
        };
        let mut practice = Practice::from(named);
        change(&mut practice);
        practice.try_into()
    }

    #[test]
    fn what_is_kept_is_shown_and_what_would_not_be_is_refused() {
        type Field = fn(&mut Practice) -> &mut String;
        let fields: [(&str, Field, &[&str]); 5] = [
            (
                "bookingUrl",
                |p| &mut p.booking_url,
                &["alder", "https://a b.example", "javascript:alert(1)"],
            ),
            ("siteUrl", |p| &mut p.site_url, &["https://", "a@b"]),
            (
                "email",
                |p| &mut p.email,
                &["hello", "praxis@müller.example", "\"a b\"@c.example"],
            ),
            ("phone", |p| &mut p.phone, &["call us"]),
            (
                "address.country",
                |p| &mut p.address.country,
                &["Larkmere", "XQ", "1"],
            ),
        ];
        for (field, at, refused) in fields {
            assert!(with(|p| at(p).clear()).is_ok(), "{field} may be empty");
            for typed in refused {
                let refusal = with(|p| *at(p) = (*typed).to_owned()).unwrap_err();
                assert_eq!(refusal.field.as_deref(), Some(field), "{typed:?}");
            }
        }
        let kept = with(|p| {
            p.booking_url = "book.alder.example/{alder}?day=mon|tue".to_owned();
            p.email = "front&desk@alder.example".to_owned();
        })
        .unwrap();
        assert!(model::web_link(&kept.booking_url).is_some());
        assert!(model::mail_link(&kept.email).is_some());
    }

    #[test]
    fn a_form_comes_back_as_it_was_typed() {
        let practice = with(|p| {
            p.hours.mon = Some("8:00-12:30".to_owned());
            p.email = "hello@alder.example".to_owned();
            p.site_url = "alder.example/".to_owned();
            p.address.country = "United States".to_owned();
        })
        .unwrap();
        let form = Practice::from(practice.clone());
        assert_eq!(form.hours.mon.as_deref(), Some("08:00-12:30"));
        assert_eq!(form.site_url, "https://alder.example");
        assert_eq!(form.address.country, "US");
        assert_eq!(model::Practice::try_from(form), Ok(practice));
    }

    #[test]
    fn what_can_not_be_kept_names_its_field() {
        let field = |change: fn(&mut Practice)| with(change).unwrap_err().field.unwrap();
        assert_eq!(field(|p| p.name = " ".to_owned()), "name");
        assert_eq!(field(|p| p.email = "hello".to_owned()), "email");
        assert_eq!(
            field(|p| p.hours.sun = Some("17:00-09:00".to_owned())),
            "hours.sun"
        );
    }
}
