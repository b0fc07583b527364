//! The page at an address where nothing is any more.

use minijinja::{Error, context};

use super::{Place, environment};
use crate::files::SitePath;
use crate::urls;

/// Leads to the page at `to` at once, in any browser.
pub fn page(place: &Place<'_>, to: &SitePath) -> Result<String, Error> {
    let href = place.urls.to(to);
    let canonical = urls::absolute(&place.site.practice.site_url, to);
    environment::render(
        "forward.html",
        context! { site => &place.chrome, href, canonical },
    )
}
