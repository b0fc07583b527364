//! What every page shows of the practice.

use minijinja::Value;
use pamphlet_markdown::{Contact, Reach};
use pamphlet_model::{Focus, PostalAddress, Practice, mail_link, phone_link, web_link};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::people;
use super::policy::Does;
use super::practice_page::{MenuLink, menu};
use super::views::{self, Link, PictureView};
use super::words::{self, CallToAction, HoursRow};
use super::{LANGUAGE, policy};
use crate::beside;
use crate::icons::{self, Colours, Icons};
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
    search: String,
    /// The name of the look: its front page is `front/<look>.html`.
    look: &'static str,
    logo: Option<PictureView>,
    /// Stands where there is no logo.
    initial: String,
    /// The page's own color, in light and in dark.
    papers: (String, String),
    /// The page that says how to reach the practice.
    contact: Option<String>,
    /// Where the practice is, on a map of another site.
    map: Option<String>,
    language: &'static str,
    /// The page that lists everybody, if anybody has a page.
    people: Option<String>,
    /// Pages of the practice for the menu at the top.
    menu: Vec<MenuLink>,
    /// Those for the foot: all but the notices.
    pages: Vec<MenuLink>,
    notices: Vec<MenuLink>,
    stylesheet: String,
    icon: TabIcon,
    /// What other programs ask for. None in the preview, where nothing but the page is served.
    files: Option<Files>,
    policies: Policies,
    preview: bool,
}

/// What a browser may do for a page, by what the page does.
#[derive(Debug, Serialize)]
struct Policies {
    nothing: String,
    asks: String,
    searches: String,
}

/// What a browser shows of the site in a tab.
#[derive(Debug, Serialize)]
struct TabIcon {
    href: String,
    media_type: &'static str,
}

#[derive(Debug, Serialize)]
struct Files {
    favicon: Option<String>,
    touch_icon: String,
    manifest: String,
    atom_feed: Option<String>,
    json_feed: Option<String>,
}

/// The value `site` of the templates, for pages whose way to other pages is `urls`.
pub fn chrome(site: &Site, icons: &Icons, urls: Urls<'_>) -> Value {
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
        search: urls.to(&urls::search_page()),
        contact: has_contact_page(site).then(|| urls.to(&urls::contact_page())),
        map: map(&practice.address),
        language: LANGUAGE,
        people: people::are_there(site).then(|| urls.to(&urls::people_page())),
        menu: menu(site, urls, |page| page.in_menu),
        pages: menu(site, urls, |page| !page.kind.is_notice()),
        notices: menu(site, urls, |page| page.kind.is_notice()),
        look: site.dress.design.name,
        logo: logo(site, urls),
        initial: views::initial(&practice.name),
        papers: papers(site),
        stylesheet: urls.asset(site.dress.stylesheet_path()),
        icon: tab_icon(icons, urls),
        files: (!urls.is_preview()).then(|| files(site, icons, urls)),
        policies: Policies {
            nothing: policy::of_page(urls, Does::Nothing),
            asks: policy::of_page(urls, Does::Asks),
            searches: policy::of_page(urls, Does::Searches),
        },
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

fn files(site: &Site, icons: &Icons, urls: Urls<'_>) -> Files {
    let feed = |path| beside::has_feeds(site).then(|| urls.to(&path));
    Files {
        favicon: icons.favicon_path().map(|path| urls.to(&path)),
        touch_icon: urls.to(&icons.png_path(icons::TOUCH)),
        manifest: urls.to(&urls::manifest()),
        atom_feed: feed(urls::atom_feed()),
        json_feed: feed(urls::json_feed()),
    }
}

fn tab_icon(icons: &Icons, urls: Urls<'_>) -> TabIcon {
    let (href, media_type) = match urls.is_preview() {
        true => (urls.asset(look::icon_path()), "image/svg+xml"),
        false => {
            let (path, media_type) = icons.tab();
            (urls.to(&path), media_type)
        }
    };
    TabIcon { href, media_type }
}

/// The practice's logo, or its initials in the colours of the look's buttons.
pub fn icons(site: &Site) -> Icons {
    let light = |name| {
        let colours = site.dress.colours(name);
        colours.map_or([0; 3], |(c, _)| [c.red, c.green, c.blue])
    };
    let colours = Colours {
        ground: light("fill"),
        letter: light("on-fill"),
    };
    let logo = site.logo.as_ref().and_then(|id| site.picture(id));
    Icons::new(&site.practice.name, colours).showing(logo.map(|logo| &logo.picture))
}

/// Whether there is anything to say on a page about reaching the practice.
pub fn has_contact_page(site: &Site) -> bool {
    let practice = &site.practice;
    let reachable = phone(practice).is_some() || email(practice).is_some();
    reachable
        || web_link(&practice.booking_url).is_some()
        || !words::address_lines(&practice.address).is_empty()
        || !words::hours(&practice.hours).is_empty()
        || site.contact_page().is_some()
}

/// A map that looks the address up. It is asked only when somebody follows the link. Of the maps that everyone's telephone
/// opens, this one knows house numbers (Google, "Maps URLs").
fn map(address: &PostalAddress) -> Option<String> {
    let [street, city] = [&address.street, &address.city].map(|part| tidy(part));
    if street.is_empty() || city.is_empty() {
        return None;
    }
    let lines = words::address_lines(address);
    let query = utf8_percent_encode(&lines.join(", "), NON_ALPHANUMERIC).to_string();
    Some(format!(
        "https://www.google.com/maps/search/?api=1&query={query}"
    ))
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
