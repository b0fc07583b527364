//! Files that become pages of the practice: those in a folder `pages`.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use pamphlet_model::{Address, PageKind};

use super::{Found, Known, References, TakePicture, stem};
use crate::front_matter::FrontMatter;
use crate::withheld::Said;

/// A page of the practice that an import will make or update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPage {
    /// The file that it comes from.
    pub path: String,
    pub address: Address,
    pub kind: PageKind,
    pub title: String,
    pub summary: String,
    pub text: String,
    /// Whether the menu leads to it, where the file says so.
    pub in_menu: Option<bool>,
    /// Its place among the pages, where the file says so.
    pub position: Option<i64>,
    /// Whether the file keeps it off the site.
    pub draft: bool,
    /// What the file refers to that was found.
    pub found: BTreeSet<String>,
    /// What of the file was not taken, and why, in plain words.
    pub notes: Vec<String>,
}

/// Whether the file lies in a folder `pages`.
pub(super) fn is_page(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|folder| folder == "pages")
}

/// An address for each path: the one it has, or a new one made of the file's name.
pub(super) fn page_addresses<'p>(
    paths: impl Iterator<Item = &'p str>,
    known: &Known,
) -> BTreeMap<&'p str, Address> {
    let mut taken = known.page_addresses.clone();
    let mut address = |path: &'p str| {
        if let Some(address) = known.imported_pages.get(path) {
            return (path, address.clone());
        }
        let wanted = Address::from_words(stem(path), "page");
        // The page about contact stands where the site would have its own.
        let is_own = |it: &Address| it.as_str() == "contact" && kind_of(path) == PageKind::Contact;
        let Ok(address) = wanted.first_free(|it| {
            let is_taken = taken.contains(it) || (it.is_taken_by_site() && !is_own(it));
            Ok::<_, Infallible>(is_taken)
        });
        taken.insert(address.clone());
        (path, address)
    };
    paths.map(&mut address).collect()
}

impl Found<'_> {
    pub(super) fn page(
        &self,
        path: &str,
        front: FrontMatter,
        body: &str,
        take_picture: TakePicture<'_>,
        addresses: &BTreeMap<&str, Address>,
    ) -> PlannedPage {
        let mut notes = front.unused();
        let kind = match front.kind.as_ref().and_then(Said::text) {
            None => kind_of(path),
            Some(named) => named.parse().unwrap_or_else(|error| {
                notes.push(format!("{error}"));
                kind_of(path)
            }),
        };
        let mut references = References::new(self, path, take_picture, notes);
        PlannedPage {
            path: path.to_owned(),
            address: addresses[path].clone(),
            kind,
            title: front.title.trim().to_owned(),
            summary: front.summary.trim().to_owned(),
            text: references.text(body),
            in_menu: front.menu.as_ref().and_then(Said::truth),
            position: front.order.as_ref().and_then(Said::whole),
            draft: false,
            found: references.found,
            notes: references.notes,
        }
    }
}

/// What the file's name says that the page is for: `privacy-notice.md`, `services/flu-shots.md`.
fn kind_of(path: &str) -> PageKind {
    let lower = path.to_ascii_lowercase();
    let name = stem(&lower);
    let begins = |beginning: &str| name.starts_with(beginning);
    if lower.contains("services/") || begins("service") {
        PageKind::Service
    } else if begins("about") {
        PageKind::About
    } else if begins("contact") {
        PageKind::Contact
    } else if begins("privacy") || begins("notice-of-privacy") {
        PageKind::Privacy
    } else if begins("nondiscrimination") || begins("non-discrimination") {
        PageKind::Nondiscrimination
    } else if begins("accessibility") {
        PageKind::Accessibility
    } else {
        PageKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_page_is_for() {
        let cases = [
            ("pages/about-us.md", PageKind::About),
            ("pages/services/flu-shots.md", PageKind::Service),
            ("pages/Privacy.md", PageKind::Privacy),
            ("x/pages/non-discrimination.md", PageKind::Nondiscrimination),
            ("pages/accessibility.md", PageKind::Accessibility),
            ("pages/contact.md", PageKind::Contact),
            ("pages/parking.md", PageKind::Other),
        ];
        for (path, kind) in cases {
            assert!(is_page(path), "{path}");
            assert_eq!(kind_of(path), kind, "{path}");
        }
        assert!(!is_page("articles/pages.md"));
    }

    #[test]
    fn no_page_lies_where_the_site_has_its_own() {
        let paths = [
            "pages/search.md",
            "pages/contact.md",
            "pages/con.md",
            "pages/About.md",
            "pages/about.md",
        ];
        let known = Known::default();
        let addresses = page_addresses(paths.into_iter(), &known);
        let addresses: Vec<_> = paths
            .iter()
            .map(|path| addresses[path].to_string())
            .collect();
        assert_eq!(
            addresses,
            ["search-2", "contact", "con-page", "about", "about-2"]
        );
    }
}
