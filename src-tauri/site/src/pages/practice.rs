//! What every page shows of the practice.

use minijinja::Value;
use pamphlet_markdown::{Contact, Reach};
use pamphlet_model::{Focus, Practice, mail_link, phone_link, web_link};
use serde::Serialize;

use super::views::{self, Link, PictureView};
use super::words::{self, CallToAction, HoursRow};
use crate::look;
use crate::snapshot::Site;
use crate::text::tidy;
use crate::urls::{self, Urls};

/// Stands for the name of a practice that has not said it yet.
const NAMELESS: &str = "Our practice";

#[derive(Debug, Serialize)]
struct Chrome {
    name: String,
    tagline: String,
    town: Option<String>,
    address: Vec<String>,
    hours: Vec<HoursRow>,
    phone: Option<PhoneView>,
    email: Option<Link>,
    booking: Option<String>,
    /// There is a phone number, an email address or a booking link.
    reachable: bool,
    cta: CallToAction,
    home: String,
    articles: String,
    topics: String,
    /// The name of the look: its front page is `front/<look>.html`.
    look: &'static str,
    logo: Option<PictureView>,
    /// Stands where there is no logo.
    initial: String,
    /// The page's own color, in light and in dark.
    papers: (String, String),
    stylesheet: String,
    icon: String,
    /// What the browser may load.
    policy: String,
    preview: bool,
}

/// The value `site` of the templates, for pages whose way to other pages is `urls`.
pub fn chrome(site: &Site, urls: Urls<'_>) -> Value {
    let practice = &site.practice;
    let (phone, email) = (phone(practice), email(practice));
    let booking = web_link(&practice.booking_url).map(str::to_owned);
    let reachable = phone.is_some() || email.is_some() || booking.is_some();
    Value::from_serialize(Chrome {
        cta: words::call_to_action(&tidy(&practice.name), &practice.address, reachable),
        name: name(practice),
        tagline: tidy(&practice.tagline),
        town: words::town(&practice.address),
        address: words::address_lines(&practice.address),
        hours: words::hours(&practice.hours),
        phone,
        email,
        booking,
        reachable,
        home: urls.to(&urls::front_page()),
        articles: urls.to(&urls::articles_page(1)),
        topics: urls.to(&urls::topics_page()),
        look: site.dress.design.name,
        logo: logo(site, urls),
        initial: views::initial(&practice.name),
        papers: papers(site),
        stylesheet: urls.asset(site.dress.stylesheet_path()),
        icon: urls.asset(look::icon_path()),
        policy: policy(urls),
        preview: urls.is_preview(),
    })
}

/// How wide a logo is at most (`.logo` in the stylesheet).
const LOGO_SIZES: &str = "12rem";

fn logo(site: &Site, urls: Urls<'_>) -> Option<PictureView> {
    let published = site.picture(site.logo.as_ref()?)?;
    let markup = urls.picture(published, LOGO_SIZES);
    Some(PictureView::new(markup, "", Focus::default()))
}

fn papers(site: &Site) -> (String, String) {
    let colours = site.dress.colours("paper");
    colours.map_or_else(Default::default, |(light, dark)| {
        (light.to_string(), dark.to_string())
    })
}

pub fn name(practice: &Practice) -> String {
    let name = tidy(&practice.name);
    if name.is_empty() {
        NAMELESS.to_owned()
    } else {
        name
    }
}

/// How patients reach the practice, for the buttons in its articles: the words of `contact` in `parts.html`.
pub fn contact(practice: &Practice) -> Vec<Contact> {
    let booking = web_link(&practice.booking_url).map(|href| Contact {
        reach: Reach::Booking,
        label: "Book a visit".to_owned(),
        href: href.to_owned(),
    });
    let phone = phone(practice).map(|phone| Contact {
        reach: Reach::Phone,
        label: format!("Call {}", phone.text),
        href: phone.href,
    });
    let email = email(practice).and_then(|email| {
        Some(Contact {
            reach: Reach::Email,
            label: "Write to us".to_owned(),
            href: email.href?,
        })
    });
    [booking, phone, email].into_iter().flatten().collect()
}

#[derive(Debug, Serialize)]
struct PhoneView {
    text: String,
    href: String,
    /// Further classes of the link. A number stays on one line unless it is a whole sentence.
    class: &'static str,
}

/// As many characters of a phone number as fit on one line of a small telephone.
const ONE_LINE: usize = 24;

fn phone(practice: &Practice) -> Option<PhoneView> {
    let (href, text) = (phone_link(&practice.phone)?, tidy(&practice.phone));
    let class = if text.chars().count() <= ONE_LINE {
        " nobreak"
    } else {
        ""
    };
    Some(PhoneView { text, href, class })
}

fn email(practice: &Practice) -> Option<Link> {
    Some(Link {
        href: Some(mail_link(&practice.email)?),
        text: practice.email.trim().to_owned(),
    })
}

/// Nothing but the site's own stylesheet and pictures; no script, no form. `file:` is for the site opened from the disk,
/// where not every browser counts the folder as the page's own origin; a page from a server can load no such address.
fn policy(urls: Urls<'_>) -> String {
    let own = match urls {
        Urls::Export { .. } => "'self' file:".to_owned(),
        Urls::Preview { base } => preview_source(base),
    };
    format!(
        "default-src 'none'; style-src {own}; img-src {own}; font-src {own}; base-uri 'none'; form-action 'none'"
    )
}

/// Where the preview's host serves from, in the words of a policy: an origin, or a scheme that is the app's own.
fn preview_source(base: &str) -> String {
    let safe = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.:[]".contains(c))
    };
    match base.split_once("://") {
        Some((scheme @ ("http" | "https"), rest)) => {
            let host = rest.split('/').next().unwrap_or_default();
            if safe(host) {
                format!("'self' {scheme}://{host}")
            } else {
                "'self'".to_owned()
            }
        }
        Some((scheme, _)) if !scheme.is_empty() && safe(scheme) => format!("'self' {scheme}:"),
        _ => "'self'".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_loads_from_its_host_alone() {
        let cases = [
            ("/preview/", "'self'"),
            (
                "http://pamphlet.localhost/",
                "'self' http://pamphlet.localhost",
            ),
            (
                "http://127.0.0.1:4173/preview/",
                "'self' http://127.0.0.1:4173",
            ),
            ("pamphlet://localhost/", "'self' pamphlet:"),
            ("https://a; script-src *//", "'self'"),
            ("x; script-src *://a/", "'self'"),
        ];
        for (base, source) in cases {
            assert_eq!(preview_source(base), source, "{base}");
        }
    }
}
