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
            phone: practice.phone.trim().to_owned(),
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
                country: practice.address.country.trim().to_owned(),
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

/// A web address as people type it: without a scheme it is taken for https.
fn web_address(field: &str, text: &str) -> Result<String, WireError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let lower = text.to_ascii_lowercase();
    let full = if lower.starts_with("https://") || lower.starts_with("http://") {
        text.to_owned()
    } else if lower.contains("://")
        || lower.starts_with("javascript:")
        || lower.starts_with("data:")
    {
        return Err(not_a_web_address(field));
    } else {
        format!("https://{text}")
    };
    let host = full
        .split_once("://")
        .map_or("", |(_, rest)| rest)
        .split(['/', '?', '#'])
        .next();
    let plausible = host
        .is_some_and(|host| host.contains('.') && !host.starts_with('.') && !host.ends_with('.'));
    if !plausible
        || full
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c))
    {
        return Err(not_a_web_address(field));
    }
    Ok(full)
}

fn not_a_web_address(field: &str) -> WireError {
    WireError::invalid(
        field,
        "This is not a web address.",
        "Write it like https://www.example.com.",
    )
}

fn email(text: &str) -> Result<String, WireError> {
    let text = text.trim();
    let plausible = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if text.is_empty() || (plausible && !text.chars().any(char::is_whitespace)) {
        Ok(text.to_owned())
    } else {
        Err(WireError::invalid(
            "email",
            "This is not an email address.",
            "Write it like hello@example.com.",
        ))
    }
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
    fn web_addresses_are_completed_or_refused() {
        let cases = [
            ("", Some("")),
            ("www.alder.example", Some("https://www.alder.example")),
            (
                " https://book.alder.example/a?b=c ",
                Some("https://book.alder.example/a?b=c"),
            ),
            ("HTTP://alder.example", Some("HTTP://alder.example")),
            ("javascript:alert(1)", None),
            ("ftp://alder.example", None),
            ("alder", None),
            ("https://", None),
            ("https://a b.example", None),
            ("https://a.example/\"><script>", None),
        ];
        for (typed, kept) in cases {
            let practice = with(|p| p.booking_url = typed.to_owned());
            assert_eq!(
                practice.as_ref().ok().map(|p| p.booking_url.as_str()),
                kept,
                "{typed:?}"
            );
            if let Err(error) = practice {
                assert_eq!(error.field.as_deref(), Some("bookingUrl"));
            }
        }
    }

    #[test]
    fn a_form_comes_back_as_it_was_typed() {
        let practice = with(|p| {
            p.hours.mon = Some("8:00-12:30".to_owned());
            p.email = "hello@alder.example".to_owned();
            p.site_url = "alder.example/".to_owned();
        })
        .unwrap();
        let form = Practice::from(practice.clone());
        assert_eq!(form.hours.mon.as_deref(), Some("08:00-12:30"));
        assert_eq!(form.site_url, "https://alder.example");
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
