use crate::{Page, Tree};

/// Where a site will be, as its front page says: `https://www.samplehill.example/`. A site without an address says nothing.
#[derive(Debug, Clone)]
pub struct SiteAddress(String);

impl SiteAddress {
    pub fn of(tree: &Tree) -> Option<Self> {
        let front = Page::parse(std::str::from_utf8(tree.get("index.html")?).ok()?);
        let canonical = front.all("link[rel=canonical]").into_iter().next()?;
        let address = canonical.attr("href")?.trim_end_matches("index.html");
        Some(Self(format!("{}/", address.trim_end_matches('/'))))
    }

    /// The folder of the site on its server, with slashes around it: `/`, or `/clinic/` of `https://a.example/clinic/`.
    pub fn folder(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        let path = self.0[host..].find('/').map(|at| &self.0[host + at..]);
        path.unwrap_or("/")
    }

    /// The file that is found at an address of this site; nothing for other sites' addresses.
    pub fn file(&self, address: &str) -> Option<String> {
        if format!("{address}/") == self.0 {
            return Some("index.html".to_owned());
        }
        address.strip_prefix(&self.0).map(with_index)
    }
}

/// The folder of a site on its server: the server's root where the site does not say where it will be.
pub fn folder(tree: &Tree) -> String {
    SiteAddress::of(tree).map_or_else(|| "/".to_owned(), |site| site.folder().to_owned())
}

/// The file that an address from the root of the server names; nothing if it is none of the site's.
pub fn from_root(folder: &str, address: &str) -> Option<String> {
    address.strip_prefix(folder).map(with_index)
}

/// A folder's page is the one that hosts show for it.
pub fn with_index(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The path that an address means on the page at a path; nothing if it leads out of the site.
pub fn resolve(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
