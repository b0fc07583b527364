//! Where things lie in the finished site, and how one page names another.
//!
//! Every link inside the site is relative and names `index.html`, so that the site opens from the disk as well as from a
//! server. In the preview there are no other pages: links between pages lead nowhere, and pictures and the stylesheet
//! come from wherever the host serves them.

use pamphlet_markdown::PictureMarkup;
use pamphlet_model::{Address, Picture, PictureFormat, web_link};

use crate::files::SitePath;
use crate::pictures::{self, Recipe};
use crate::preview;

/// How many entries a page of a list shows.
pub const PAGE_SIZE: usize = 10;

pub fn front_page() -> SitePath {
    SitePath::new("index.html")
}

pub fn article_page(address: &Address) -> SitePath {
    SitePath::new(format!("articles/{address}/index.html"))
}

pub fn contact_page() -> SitePath {
    SitePath::new("contact/index.html")
}

/// What hosts show where there is no page.
pub fn not_found_page() -> SitePath {
    SitePath::new("404.html")
}

pub fn search_page() -> SitePath {
    SitePath::new("search/index.html")
}

pub fn atom_feed() -> SitePath {
    SitePath::new("feed.xml")
}

pub fn json_feed() -> SitePath {
    SitePath::new("feed.json")
}

pub fn manifest() -> SitePath {
    SitePath::new("site.webmanifest")
}

pub fn sitemap() -> SitePath {
    SitePath::new("sitemap.xml")
}

pub fn topics_page() -> SitePath {
    SitePath::new("topics/index.html")
}

/// The list of all articles, from page 1.
pub fn articles_page(number: usize) -> SitePath {
    numbered("articles", number)
}

/// The list of a topic's articles, from page 1.
pub fn topic_page(address: &Address, number: usize) -> SitePath {
    numbered(&format!("topics/{address}"), number)
}

pub fn people_page() -> SitePath {
    SitePath::new("people/index.html")
}

/// What is known of a person and the list of their articles, from page 1.
pub fn person_page(address: &Address, number: usize) -> SitePath {
    numbered(&format!("people/{address}"), number)
}

/// A page of the practice that is no article.
pub fn practice_page(address: &Address) -> SitePath {
    SitePath::new(format!("{address}/index.html"))
}

fn numbered(folder: &str, number: usize) -> SitePath {
    SitePath::new(match number {
        1 => format!("{folder}/index.html"),
        _ => format!("{folder}/page/{number}/index.html"),
    })
}

/// The absolute address of a page on the practice's server: the folder, without `index.html`. Nothing if the practice
/// has not said where the site will be.
pub fn absolute(site_url: &str, path: &SitePath) -> Option<String> {
    let root = web_link(site_url)?
        .split(['?', '#'])
        .next()
        .unwrap_or_default();
    let root = root.trim_end_matches('/');
    Some(format!(
        "{root}/{}",
        path.as_str().trim_end_matches("index.html")
    ))
}

/// The folder of the site on its server, with slashes around it: `/`, or `/clinic/` of `https://a.example/clinic`. The
/// server's root where the practice has not said where the site will be.
pub fn folder(site_url: &str) -> String {
    let address = web_link(site_url).unwrap_or_default();
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    match path.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    }
}

/// A picture and the versions of it that are published, widest last.
#[derive(Debug, Clone)]
pub struct Published {
    pub picture: Picture,
    pub recipes: Vec<Recipe>,
}

impl Published {
    pub fn new(picture: Picture) -> Self {
        let recipes = pictures::recipes(&picture);
        Self { picture, recipes }
    }
}

/// How a page names other pages and files.
#[derive(Debug, Clone, Copy)]
pub enum Urls<'a> {
    /// In the finished site: relative to the page, whose way up to the site's root is `root` (`../../` or nothing).
    Export { root: &'a str },
    /// In the preview: the host serves stylesheet and original pictures at `base`, which ends in `/`.
    Preview { base: &'a str },
}

const WAY_UP: &str = "../../../../../../";

impl<'a> Urls<'a> {
    /// For a page of the finished site at this path.
    pub fn from(page: &SitePath) -> Urls<'static> {
        let depth = page.depth().min(WAY_UP.len() / 3);
        Urls::Export {
            root: &WAY_UP[..3 * depth],
        }
    }

    pub fn is_preview(self) -> bool {
        matches!(self, Self::Preview { .. })
    }

    /// Another page, or a file that is not a picture.
    pub fn to(self, path: &SitePath) -> String {
        match self {
            Self::Export { root } => format!("{root}{path}"),
            Self::Preview { .. } => "#".to_owned(),
        }
    }

    /// A file of the look. The preview's host serves it below its base.
    pub fn asset(self, path: &SitePath) -> String {
        match self {
            Self::Export { .. } => self.to(path),
            Self::Preview { base } => format!("{base}{path}"),
        }
    }

    /// A picture at the place in a page that `sizes` describes.
    pub fn picture(self, published: &Published, sizes: &str) -> PictureMarkup {
        match self {
            Self::Export { root } => published_markup(root, published, sizes),
            Self::Preview { base } => PictureMarkup {
                src: format!("{base}{}", preview::picture_path(&published.picture)),
                width: published.picture.shown_size().0,
                height: published.picture.shown_size().1,
                srcset: String::new(),
                webp_srcset: String::new(),
                sizes: String::new(),
            },
        }
    }
}

fn published_markup(root: &str, published: &Published, sizes: &str) -> PictureMarkup {
    let is_webp = |recipe: &&Recipe| recipe.format() == PictureFormat::Webp;
    let (webp, fallback): (Vec<&Recipe>, Vec<&Recipe>) =
        published.recipes.iter().partition(is_webp);
    let set = |recipes: &[&Recipe]| {
        let one = |r: &&Recipe| format!("{root}{} {}w", r.path(), r.width());
        recipes.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    // What a browser takes that knows no srcset: the middle one.
    let plain = fallback
        .get(fallback.len() / 2)
        .or(fallback.last())
        .or(webp.last());
    PictureMarkup {
        src: plain
            .map(|r| format!("{root}{}", r.path()))
            .unwrap_or_default(),
        width: plain.map_or(published.picture.shown_size().0, |r| r.width()),
        height: plain.map_or(published.picture.shown_size().1, |r| r.height()),
        srcset: if fallback.len() > 1 {
            set(&fallback)
        } else {
            String::new()
        },
        webp_srcset: set(&webp),
        sizes: sizes.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_up_follows_the_depth() {
        let address: Address = "sleep".parse().unwrap();
        let cases = [
            (front_page(), "articles/sleep/index.html"),
            (topics_page(), "../articles/sleep/index.html"),
            (articles_page(1), "../articles/sleep/index.html"),
            (article_page(&address), "../../articles/sleep/index.html"),
            (articles_page(2), "../../../articles/sleep/index.html"),
            (
                topic_page(&address, 12),
                "../../../../articles/sleep/index.html",
            ),
        ];
        for (page, link) in cases {
            assert_eq!(
                Urls::from(&page).to(&article_page(&address)),
                link,
                "{page}"
            );
        }
    }

    #[test]
    fn absolute_addresses_need_a_site_address() {
        let page = articles_page(2);
        assert_eq!(
            absolute("https://a.example/", &page).as_deref(),
            Some("https://a.example/articles/page/2/")
        );
        assert_eq!(
            absolute("https://a.example", &front_page()).as_deref(),
            Some("https://a.example/")
        );
        assert_eq!(absolute("a.example", &page), None);
        assert_eq!(
            absolute("https://a.example/clinic/?from=ad#top", &page).as_deref(),
            Some("https://a.example/clinic/articles/page/2/")
        );
    }

    #[test]
    fn a_site_may_lie_in_a_folder_of_its_server() {
        let cases = [
            ("https://a.example", "/"),
            ("https://a.example/", "/"),
            ("https://a.example/clinic", "/clinic/"),
            ("http://a.example/our/clinic/?x#y", "/our/clinic/"),
            ("https://a.example?/x", "/"),
            ("", "/"),
            ("javascript:alert(1)", "/"),
        ];
        for (address, wanted) in cases {
            assert_eq!(folder(address), wanted, "{address}");
        }
    }
}
