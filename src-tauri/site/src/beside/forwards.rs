//! Old addresses that lead to where an article is now.

use minijinja::context;

use crate::error::ExportError;
use crate::files::SitePath;
use crate::pages;
use crate::snapshot::Site;
use crate::urls::{self, Urls};

/// An address that patients may have, and the page they should find there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forward {
    pub from: SitePath,
    pub to: SitePath,
}

/// Of all articles on the site, straight to the page that there is now: never to another old address.
pub fn of(site: &Site) -> Vec<Forward> {
    let forward = |(address, id)| {
        let from = urls::article_page(address);
        let to = site.entry(id)?.path.clone();
        // An address that another article has taken is that article's.
        (!site.has_address(address)).then_some(Forward { from, to })
    };
    site.former().filter_map(forward).collect()
}

impl Forward {
    /// The page at the old address, for hosts that don't forward by themselves.
    pub fn page(&self, site: &Site) -> Result<String, ExportError> {
        let urls = Urls::from(&self.from);
        let to = urls.to(&self.to);
        let values = context! {
            canonical => urls::absolute(&site.practice.site_url, &self.to).unwrap_or_else(|| to.clone()),
            to,
            policy => pages::policy::of_page(urls, false),
            language => pages::LANGUAGE,
        };
        pages::environment::render("forward.html", values).map_err(|source| ExportError::Template {
            page: self.from.to_string(),
            source,
        })
    }
}
