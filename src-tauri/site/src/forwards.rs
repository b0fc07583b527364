//! Old addresses that lead to where an article is now.

use crate::files::SitePath;
use crate::snapshot::Site;
use crate::urls;

impl Site {
    /// Every address that was an article's, and the page that it leads to now: straight to where the article is, never to
    /// another old address. One that another article has taken is that article's.
    pub(crate) fn forwards(&self) -> Vec<(SitePath, SitePath)> {
        let forward = |(address, id)| {
            let to = self.entry(id)?.path.clone();
            (!self.has_address(address)).then(|| (urls::article_page(address), to))
        };
        self.former().filter_map(forward).collect()
    }
}
