//! Follows everything that the pages of a finished site point to.

mod address;
mod references;
mod search;

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

pub use address::{SiteAddress, folder, from_root, resolve};
pub use references::{Reference, Scanned};

use crate::{Page, Tree};

/// Files that no page need lead to: hosts, browsers and search engines ask for them by name.
const ASKED_BY_NAME: &[&str] = &[
    "404.html",
    ".htaccess",
    ".nojekyll",
    "_headers",
    "_redirects",
    "apple-touch-icon.png",
    "favicon.ico",
    "robots.txt",
    "sitemap.xml",
];

/// What is wrong with a site's links: nothing, in a sound site. One sentence each.
pub fn faults(tree: &Tree) -> Vec<String> {
    let site = Crawled::of(tree);
    let mut faults = Vec::new();
    let mut leads_to: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, page) in &site.pages {
        for reference in &page.references {
            match site.follow(path, reference) {
                Ok(target) => leads_to.entry(path).or_default().extend(target),
                Err(fault) => faults.push(format!(
                    "{path}: {} '{}' {fault}",
                    reference.what, reference.to
                )),
            }
        }
        faults.extend(site.forwarding_fault(path, page));
    }
    let mut reached = reached(&leads_to);
    for file in search::files(tree) {
        if tree.get(&file).is_none() {
            faults.push(format!("search asks for {file}, which is not there"));
        }
        reached.insert(file);
    }
    let unreached = tree.paths().filter(|path| !reached.contains(*path));
    let is_orphan = |path: &&str| !site.is_asked_for_otherwise(path);
    faults.extend(
        unreached
            .filter(is_orphan)
            .map(|path| format!("{path} can't be reached from the front page")),
    );
    faults
}

/// The files that one comes to from the front page.
fn reached(leads_to: &BTreeMap<&str, Vec<String>>) -> BTreeSet<String> {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        for target in leads_to.get(path.as_str()).into_iter().flatten() {
            if reached.insert(target.clone()) {
                waiting.push(target.clone());
            }
        }
    }
    reached
}

/// A site, with what its pages say in attributes.
struct Crawled<'a> {
    tree: &'a Tree,
    address: Option<SiteAddress>,
    /// On its server.
    folder: String,
    pages: BTreeMap<&'a str, Scanned>,
}

impl<'a> Crawled<'a> {
    fn of(tree: &'a Tree) -> Self {
        Self {
            tree,
            address: SiteAddress::of(tree),
            folder: folder(tree),
            pages: scan_all(tree),
        }
    }

    /// The file that a reference on a page leads to; nothing if it leads away from the site.
    fn follow(&self, from: &str, reference: &Reference) -> Result<Option<String>, &'static str> {
        let to = reference.to.as_str();
        let (path, fragment) = to.split_once('#').unwrap_or((to, ""));
        let path = path.split('?').next().unwrap_or(path);
        let own = self.address.as_ref().and_then(|site| site.file(path));
        let target = if let Some(own) = own {
            own
        } else if let Some((scheme, _)) = to.split_once(':') {
            return leads_away(scheme, reference.may_lead_away);
        } else if path.starts_with('/') {
            // It is shown at any address of the host, so its links can't be relative.
            if from != "404.html" {
                return Err("does not work from the disk");
            }
            from_root(&self.folder, path).ok_or("leads out of the site")?
        } else if path.is_empty() {
            from.to_owned()
        } else {
            address::resolve(from, path).ok_or("leads out of the site")?
        };
        if self.tree.get(&target).is_none() {
            return Err("leads to no file");
        }
        let has_place = |page: &Scanned| page.ids.contains(fragment);
        if !fragment.is_empty() && !self.pages.get(target.as_str()).is_some_and(has_place) {
            return Err("leads to no place on the page");
        }
        Ok(Some(target))
    }

    /// A page that only forwards must do so in one step.
    fn forwarding_fault(&self, path: &str, page: &Scanned) -> Option<String> {
        let to = address::resolve(path, page.forwards_to.as_ref()?)?;
        let next = self.pages.get(to.as_str())?;
        let forwards_again = next.forwards_to.is_some();
        forwards_again.then(|| format!("{path} forwards to {to}, which forwards again"))
    }

    /// Whether something else than a page asks for a file, or an old link does.
    fn is_asked_for_otherwise(&self, path: &str) -> bool {
        let forwards = |page: &Scanned| page.forwards_to.is_some();
        ASKED_BY_NAME.contains(&path)
            || self.pages.get(path).is_some_and(forwards)
            || self.is_named_in_a_file(path)
    }

    /// Stylesheets and manifests name pictures, relative to themselves; scripts name what they fetch.
    fn is_named_in_a_file(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        let names_files = |file: &&str| {
            [".css", ".js", ".webmanifest"]
                .iter()
                .any(|ending| file.ends_with(ending))
        };
        self.tree
            .paths()
            .filter(names_files)
            .any(|file| file != path && self.tree.text(file).contains(name))
    }
}

fn leads_away(scheme: &str, may_lead_away: bool) -> Result<Option<String>, &'static str> {
    let known = ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str());
    match (known, may_lead_away) {
        (true, true) => Ok(None),
        (true, false) => Err("asks another computer"),
        (false, _) => Err("has a scheme that is not allowed"),
    }
}

/// Reads all pages, beside one another: a large site has thousands.
fn scan_all(tree: &Tree) -> BTreeMap<&str, Scanned> {
    let pages: Vec<_> = tree.pages().collect();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = pages.len().div_ceil(workers).max(1);
    let scan = |pages: &[(&'_ str, &'_ str)]| -> Vec<Scanned> {
        pages
            .iter()
            .map(|(_, text)| Scanned::of(&Page::parse(text)))
            .collect()
    };
    let scanned = thread::scope(|scope| {
        let workers: Vec<_> = pages
            .chunks(share)
            .map(|pages| scope.spawn(move || scan(pages)))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect::<Vec<_>>()
    });
    pages.iter().map(|(path, _)| *path).zip(scanned).collect()
}
