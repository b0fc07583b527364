use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use jiff::civil::Date;
use pamphlet_model::{Address, PictureId};

use crate::front_matter::{self, FrontMatter, OneOrMany, day};
use crate::withheld::{Said, is_among_drafts, withheld};

mod names;
mod pages;
mod references;

use names::Names;
use pages::{is_page, page_addresses};
use references::References;

pub use pages::PlannedPage;

/// A Markdown file as found.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Relative to the folder, with forward slashes.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The folder to import from.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// What the folder itself is called.
    pub name: String,
    /// The Markdown files.
    pub files: Vec<SourceFile>,
    /// The paths of all other files, relative to the folder, with forward slashes.
    pub others: BTreeSet<String>,
}

/// What the library holds already.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The addresses of articles that were imported from these paths before.
    pub imported: BTreeMap<String, Address>,
    /// All addresses in use.
    pub addresses: BTreeSet<Address>,
    /// The same of pages.
    pub imported_pages: BTreeMap<String, Address>,
    pub page_addresses: BTreeSet<Address>,
}

/// Takes the picture file at a path into the library.
///
/// # Errors
/// Why it can't be taken, in plain words.
pub type TakePicture<'a> = &'a mut dyn FnMut(&str) -> Result<PictureId, String>;

/// What an import will do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// In the order of their paths.
    pub articles: Vec<PlannedArticle>,
    /// Those of the practice's pages, too.
    pub pages: Vec<PlannedPage>,
    /// Files that are not taken, and why, in plain words.
    pub skipped: Vec<(String, String)>,
}

/// An article that an import will make or update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedArticle {
    /// The file that it comes from.
    pub path: String,
    pub address: Address,
    pub title: String,
    pub summary: String,
    pub text: String,
    pub topics: Vec<String>,
    pub author: Option<String>,
    /// The clinician who looked it over.
    pub reviewer: Option<String>,
    /// When they did.
    pub reviewed: Option<Date>,
    /// The addresses of the articles that are recommended first.
    pub related: Vec<Address>,
    pub hero: Option<PlannedHero>,
    pub date: Option<Date>,
    /// Whether the file keeps it off the site.
    pub draft: bool,
    /// What the file refers to that was found: the ids of pictures, and the paths of other articles' files.
    pub found: BTreeSet<String>,
    /// What of the file was not taken, and why, in plain words.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedHero {
    pub picture: PictureId,
    pub alt: String,
}

/// Reads the folder's Markdown files into a plan. Links from one file to another become links between the articles;
/// pictures are looked for beside the file, from the folder's root and in `images/`. What the program that the files come
/// from keeps off its site, or puts there after `today` only, is a draft.
pub fn plan(folder: &Folder, known: &Known, today: Date, take_picture: TakePicture<'_>) -> Plan {
    let mut plan = Plan::default();
    let mut readable = Vec::new();
    let mut files: Vec<_> = folder.files.iter().map(|it| (&it.path, text(it))).collect();
    files.sort_by_key(|(path, _)| *path);
    for (path, text) in &files {
        match text
            .as_deref()
            .map_err(|reason| (*reason).to_owned())
            .and_then(read)
        {
            Ok((front, body)) => readable.push((path.as_str(), front, body)),
            Err(reason) => plan.skipped.push(((*path).clone(), reason)),
        }
    }
    let (pages, readable): (Vec<_>, Vec<_>) =
        readable.into_iter().partition(|(path, ..)| is_page(path));
    let page_addresses = page_addresses(pages.iter().map(|(path, ..)| *path), known);
    let addresses = addresses(readable.iter().map(|(path, ..)| *path), known);
    let found = Found {
        folder: &folder.name,
        pictures: Names::new(folder.others.iter().map(String::as_str)),
        articles: Names::new(addresses.keys().copied()),
        addresses,
    };
    for (path, front, body) in pages {
        let reason = found.withheld(&front, path, today);
        let mut page = found.page(path, front, body, take_picture, &page_addresses);
        if let Some(reason) = reason {
            page.draft = true;
            page.notes.push(format!("it is a draft here: {reason}"));
        }
        plan.pages.push(page);
    }
    for (path, front, body) in readable {
        let reason = found.withheld(&front, path, today);
        let mut article = found.article(path, front, body, take_picture);
        if let Some(reason) = reason {
            article.draft = true;
            article.notes.push(format!("it is a draft here: {reason}"));
        }
        plan.articles.push(article);
    }
    plan
}

/// The article of a file by itself: nothing that it refers to is there.
pub(crate) fn alone(
    path: &str,
    front: FrontMatter,
    body: &str,
    taken: BTreeSet<Address>,
) -> PlannedArticle {
    let known = Known {
        addresses: taken,
        ..Known::default()
    };
    let found = Found {
        folder: "",
        pictures: Names::new(std::iter::empty()),
        articles: Names::new(std::iter::once(path)),
        addresses: addresses(std::iter::once(path), &known),
    };
    found.article(path, front, body, &mut |_| Err(String::new()))
}

fn text(file: &SourceFile) -> Result<String, &'static str> {
    let text = std::str::from_utf8(&file.bytes).map_err(|_| "it is not plain text in UTF-8")?;
    Ok(with_plain_line_ends(
        text.strip_prefix('\u{feff}').unwrap_or(text),
    ))
}

/// The text with the line ends that all of Pamphlet writes: neither Windows' nor those of old Macs.
pub(crate) fn with_plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn read(text: &str) -> Result<(FrontMatter, &str), String> {
    let (front, body) = front_matter::read(text)?;
    if front.title.trim().is_empty() {
        return Err("its front matter has no title".to_owned());
    }
    Ok((front, body))
}

/// An address for each path: the one it has, or a new one made of the file's name.
fn addresses<'p>(
    paths: impl Iterator<Item = &'p str>,
    known: &Known,
) -> BTreeMap<&'p str, Address> {
    let mut taken = known.addresses.clone();
    paths
        .map(|path| {
            if let Some(address) = known.imported.get(path) {
                return (path, address.clone());
            }
            let wanted = Address::from_title(stem(path));
            let Ok(address) =
                wanted.first_free(|address| Ok::<_, Infallible>(taken.contains(address)));
            taken.insert(address.clone());
            (path, address)
        })
        .collect()
}

pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// What the folder holds, for the references of its articles.
struct Found<'f> {
    folder: &'f str,
    pictures: Names<'f>,
    articles: Names<'f>,
    addresses: BTreeMap<&'f str, Address>,
}

impl Found<'_> {
    fn article(
        &self,
        path: &str,
        front: FrontMatter,
        body: &str,
        take_picture: TakePicture<'_>,
    ) -> PlannedArticle {
        let mut notes = front.unused();
        if front.kind.is_some() || front.menu.is_some() || front.order.is_some() {
            notes.push("'kind', 'menu' and 'order' are for files in a folder 'pages'".to_owned());
        }
        let date = front.days(&mut notes).first().copied();
        let reviewed = front.reviewed.as_ref().and_then(Said::text);
        let reviewed = reviewed.and_then(|text| day(text, &mut notes));
        let related = self.named(front.related, path, &mut notes);
        let mut references = References::new(self, path, take_picture, notes);
        let image = front.image.filter(|image| !image.trim().is_empty());
        let hero = image.and_then(|image| {
            let alt = front.image_alt.unwrap_or_default();
            let picture = references.picture(&image);
            picture.map(|picture| PlannedHero { picture, alt })
        });
        PlannedArticle {
            path: path.to_owned(),
            address: self.addresses[path].clone(),
            title: front.title.trim().to_owned(),
            summary: front.summary.trim().to_owned(),
            text: references.text(body),
            topics: front.topics.into_names(),
            author: front
                .author
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty()),
            reviewer: front
                .reviewer
                .as_ref()
                .and_then(Said::text)
                .map(str::to_owned),
            reviewed,
            related,
            hero,
            date,
            draft: false,
            found: references.found,
            notes: references.notes,
        }
    }

    /// The addresses of articles that a file names by their addresses or by their files.
    fn named(&self, names: OneOrMany, path: &str, notes: &mut Vec<String>) -> Vec<Address> {
        let mut addresses = Vec::new();
        for name in names.into_names() {
            let file = self.linked(&name, path);
            let address = match file {
                Some((_, address)) => Some(address.clone()),
                None => name.parse().ok(),
            };
            match address {
                Some(address) if !addresses.contains(&address) => addresses.push(address),
                Some(_) => {}
                None => notes.push(format!("'{name}' is no article that can be related")),
            }
        }
        addresses
    }

    /// Why the article comes in as a draft, in plain words.
    fn withheld(&self, front: &FrontMatter, path: &str, today: Date) -> Option<String> {
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        let among_drafts = is_among_drafts(self.folder) || is_among_drafts(folders);
        let days = front.days(&mut Vec::new());
        withheld(front, &days, today)
            .or_else(|| among_drafts.then(|| "it lies in a folder of drafts".to_owned()))
    }

    /// The file, and the address of its article, to which the file at `from` links.
    fn linked(&self, target: &str, from: &str) -> Option<(&str, &Address)> {
        let file = target.split(['#', '?']).next().unwrap_or(target);
        let file = self.articles.find(file, from)?;
        Some((file, self.addresses.get(file)?))
    }
}

#[cfg(test)]
mod tests;
