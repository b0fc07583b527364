use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// What the practice says of itself: entered once, followed by every page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    pub name: String,
    pub tagline: String,
    /// A schema.org type, such as `MedicalClinic`.
    pub kind: String,
    /// As the practice writes it.
    pub phone: String,
    pub email: String,
    pub booking_url: String,
    /// Where the finished site will be found, such as `https://www.riverbend.example`. Empty: not known yet.
    pub site_url: String,
    pub address: PostalAddress,
    pub hours: Hours,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PostalAddress {
    pub street: String,
    pub city: String,
    /// State or region: "NC".
    pub region: String,
    pub postal_code: String,
    /// ISO 3166-1 alpha-2: "US".
    pub country: String,
}

/// The days in the order of [`Hours::days`], as `practice.toml` names them.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// When the practice is open, Monday first. A day without opening hours is a day on which it is closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hours {
    pub mon: Option<OpenHours>,
    pub tue: Option<OpenHours>,
    pub wed: Option<OpenHours>,
    pub thu: Option<OpenHours>,
    pub fri: Option<OpenHours>,
    pub sat: Option<OpenHours>,
    pub sun: Option<OpenHours>,
}

impl Hours {
    /// All seven days, Monday first.
    pub fn days(&self) -> [Option<OpenHours>; 7] {
        [
            self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun,
        ]
    }
}

/// From when until when, on one day; written `09:00-17:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OpenHours {
    pub opens: Time,
    pub closes: Time,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not opening hours such as 09:00-17:00")]
pub struct HoursError(pub String);

impl FromStr for OpenHours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, HoursError> {
        let time = |part: &str| {
            let (hour, minute) = part.trim().split_once(':')?;
            Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
        };
        let (opens, closes) = text
            .split_once(['-', '–'])
            .ok_or_else(|| HoursError(text.to_owned()))?;
        match (time(opens), time(closes)) {
            (Some(opens), Some(closes)) if opens < closes => Ok(Self { opens, closes }),
            _ => Err(HoursError(text.to_owned())),
        }
    }
}

impl fmt::Display for OpenHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (o, c) = (self.opens, self.closes);
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            o.hour(),
            o.minute(),
            c.hour(),
            c.minute()
        )
    }
}

impl TryFrom<String> for OpenHours {
    type Error = HoursError;

    fn try_from(text: String) -> Result<Self, HoursError> {
        text.parse()
    }
}

impl From<OpenHours> for String {
    fn from(hours: OpenHours) -> String {
        hours.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_hours_are_read_and_written() {
        let read = |text: &str| text.parse::<OpenHours>().map(|h| h.to_string()).ok();
        assert_eq!(read("9:00 – 17:30").as_deref(), Some("09:00-17:30"));
        assert_eq!(read("09:00-17:00").as_deref(), Some("09:00-17:00"));
        for text in ["", "9-17", "17:00-09:00", "25:00-26:00", "09:00"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
