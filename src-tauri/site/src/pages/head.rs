//! What stands in the head of a page.

use minijinja::Value;
use pamphlet_model::PictureFormat;
use serde::Serialize;

use super::structured::{self, Crumb, Names, PageType, Posting, Writer};
use super::{Place, practice};
use crate::files::SitePath;
use crate::icons;
use crate::pictures::Recipe;
use crate::urls::{self, Published};

/// How wide a shared picture should be at least, in pixels: a large card is shown of it everywhere.
const SHARED_WIDTH: u32 = 1200;

/// What a page says of itself. Everything but `title` and `name` may be missing.
#[derive(Debug, Default, Serialize)]
pub struct Head {
    /// Of the window: the page's name and the practice's.
    pub title: String,
    /// Of the page alone, for those to whom it is sent.
    pub name: String,
    pub description: String,
    /// Open Graph's type: `website` or `article`.
    pub kind: &'static str,
    /// The page's address in the web.
    pub canonical: Option<String>,
    pub image: Option<ShareImage>,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Search engines are to leave it out.
    pub hidden: bool,
    /// It has the form that searches.
    pub asks: bool,
    /// The page's script. Only the search page has one.
    pub script: Option<String>,
    #[serde(skip)]
    pub page_type: PageType,
    /// The way from the front page; none for the front page itself.
    #[serde(skip)]
    pub trail: Option<Vec<Crumb>>,
    /// The article that the page shows.
    #[serde(skip)]
    pub posting: Option<Posting>,
    /// Whom the page is about.
    #[serde(skip)]
    pub person: Option<Writer>,
}

/// The picture that a message shows in which somebody shares the page.
#[derive(Debug, Clone, Serialize)]
pub struct ShareImage {
    pub address: String,
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    /// It is wide enough to be shown large.
    pub large: bool,
}

/// A head with what follows from it.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    head: &'a Head,
    published: Option<String>,
    modified: Option<String>,
    sections: &'a [String],
    /// JSON, as it may stand in a script.
    structured: Option<String>,
}

impl Place<'_> {
    /// The value `head` of the templates.
    pub fn head(&self, mut head: Head) -> Value {
        if head.image.is_none() && head.canonical.is_some() {
            head.image = self.icon_to_share();
        }
        let posting = head.posting.as_ref();
        Value::from_serialize(Whole {
            published: posting.and_then(|p| p.published).map(structured::moment),
            modified: posting.and_then(|p| p.modified).map(structured::moment),
            sections: posting.map_or(&[], |p| &p.topics),
            structured: self.structured(&head),
            head: &head,
        })
    }

    fn structured(&self, head: &Head) -> Option<String> {
        if self.urls.is_preview() || head.hidden {
            return None;
        }
        let facts = &self.site.practice;
        let root = urls::absolute(&facts.site_url, &urls::front_page());
        let logo = urls::absolute(&facts.site_url, &self.logo());
        let names = Names {
            root: root.as_deref(),
            page: head.canonical.as_deref(),
        };
        structured::graph(facts, logo, head, &names)
    }

    /// A page on the way from the front page, which comes first.
    pub fn trail<'s>(
        &self,
        steps: impl IntoIterator<Item = (&'s str, SitePath)>,
    ) -> Option<Vec<Crumb>> {
        let front = (practice::name(&self.site.practice), urls::front_page());
        let steps = steps
            .into_iter()
            .map(|(name, path)| (name.to_owned(), path));
        let crumb = |(name, path): (String, SitePath)| Crumb {
            name,
            address: urls::absolute(&self.site.practice.site_url, &path)
                .unwrap_or_else(|| self.urls.to(&path)),
        };
        Some([front].into_iter().chain(steps).map(crumb).collect())
    }

    /// The widest version of the practice's own logo that every program shows, or else the site's icon.
    fn logo(&self) -> SitePath {
        let logo = self.site.logo.as_ref().and_then(|id| self.site.picture(id));
        let recipe = logo.and_then(|logo| widest_jpeg(logo).or(logo.recipes.last()));
        recipe.map_or_else(|| self.icons.png_path(icons::LARGE), Recipe::path)
    }

    fn icon_to_share(&self) -> Option<ShareImage> {
        Some(ShareImage {
            address: urls::absolute(
                &self.site.practice.site_url,
                &self.icons.png_path(icons::LARGE),
            )?,
            media_type: "image/png",
            width: icons::LARGE.size,
            height: icons::LARGE.size,
            alt: practice::name(&self.site.practice),
            large: false,
        })
    }

    /// A picture of the library, as it is sent along when the page is shared. Nothing while the site has no address.
    pub fn picture_to_share(&self, published: &Published, alt: &str) -> Option<ShareImage> {
        let recipe = shared(published)?;
        Some(ShareImage {
            address: urls::absolute(&self.site.practice.site_url, &recipe.path())?,
            media_type: "image/jpeg",
            width: recipe.width(),
            height: recipe.height(),
            alt: crate::text::tidy(alt),
            large: true,
        })
    }
}

/// The smallest version that is wide enough, or the widest, in the format that every program shows.
fn shared(published: &Published) -> Option<&Recipe> {
    let wide = jpegs(published).filter(|r| r.width() >= SHARED_WIDTH);
    wide.min_by_key(|r| r.width())
        .or_else(|| widest_jpeg(published))
}

fn widest_jpeg(published: &Published) -> Option<&Recipe> {
    jpegs(published).max_by_key(|r| r.width())
}

fn jpegs(published: &Published) -> impl Iterator<Item = &Recipe> {
    let recipes = published.recipes.iter();
    recipes.filter(|r| r.format() == PictureFormat::Jpeg)
}
