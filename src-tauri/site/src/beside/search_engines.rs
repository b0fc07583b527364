//! What search engines ask for: which pages there are, and since when.

use std::fmt::Write;

use crate::files::OutputFile;
use crate::pages::Pages;
use crate::snapshot::Site;
use crate::urls;

/// The sitemap names whole addresses alone (sitemaps.org, "XML tag definitions"), so there is one once the site's address is
/// known.
pub fn files(site: &Site, pages: &Pages<'_>) -> Vec<OutputFile> {
    let sitemap = urls::absolute(&site.practice.site_url, &urls::sitemap());
    let mut files = vec![super::text(
        crate::files::SitePath::new("robots.txt"),
        robots(sitemap.as_deref()),
    )];
    files.extend(sitemap.map(|_| super::text(urls::sitemap(), self::sitemap(site, pages))));
    files
}

/// Everything may be looked at (RFC 9309).
fn robots(sitemap: Option<&str>) -> String {
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n"));
    format!("User-agent: *\nDisallow:\n{}", sitemap.unwrap_or_default())
}

fn sitemap(site: &Site, pages: &Pages<'_>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages.list() {
        let Some(address) = urls::absolute(&site.practice.site_url, &page.path()) else {
            continue;
        };
        let changed = page.last_changed();
        let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>"));
        // Writing to a string can't fail.
        let _ = writeln!(
            out,
            "<url><loc>{}</loc>{}</url>",
            address.replace('&', "&amp;"),
            changed.unwrap_or_default()
        );
    }
    out.push_str("</urlset>\n");
    out
}
