use pamphlet_engine::{self as engine, ArticleView, ListedArticle};
use pamphlet_model as model;

use super::{BinnedName, BinnedPicture, present, wire};
use crate::error::WireError;

/// Whether the next export takes an article along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename_all = "lowercase")]
pub enum Status {
    Draft,
    Ready,
}

/// Where an article stands between here and the finished site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum Standing {
    /// Stays here, and is not on the site.
    Draft,
    /// Goes on the site with the next export, for the first time.
    Ready,
    /// On the site as it is here.
    OnSite,
    /// On the site as it was before it was changed here.
    Changed,
    /// On the site, and taken off with the next export.
    Leaving,
}

wire! {
    pub struct ArticleId {
        pub id: String,
    }

    /// What a list shows.
    pub struct ArticleRow {
        pub id: String,
        pub title: String,
        pub summary: String,
        pub status: Status,
        pub standing: Standing,
        pub topics: Vec<String>,
        pub author: Option<String>,
        /// RFC 3339, in UTC.
        pub changed: String,
        /// YYYY-MM-DD.
        pub published: Option<String>,
    }

    /// What became of a text file.
    pub struct ImportedArticle {
        pub row: ArticleRow,
        /// What of the file was not taken, and why.
        pub notes: Vec<String>,
    }

    pub struct ArticleRows {
        pub articles: Vec<ArticleRow>,
    }

    pub struct Hero {
        pub picture: String,
        pub alt: String,
    }

    pub struct Article {
        pub id: String,
        pub revision: u32,
        pub title: String,
        pub summary: String,
        pub text: String,
        pub topics: Vec<String>,
        pub author: Option<String>,
        pub hero: Option<Hero>,
        pub status: Status,
        pub standing: Standing,
        /// YYYY-MM-DD.
        pub published: Option<String>,
        /// The last part of the page's web address.
        pub address: String,
        /// RFC 3339, in UTC.
        pub changed: String,
    }

    /// Fields that are absent are left alone.
    #[derive(Default)]
    pub struct ArticlePatch {
        #[serde(default)]
        #[ts(optional)]
        pub title: Option<String>,
        #[serde(default)]
        #[ts(optional)]
        pub summary: Option<String>,
        #[serde(default)]
        #[ts(optional)]
        pub text: Option<String>,
        #[serde(default)]
        #[ts(optional)]
        pub topics: Option<Vec<String>>,
        #[serde(default, deserialize_with = "present")]
        #[ts(optional, type = "string | null")]
        pub author: Option<Option<String>>,
        #[serde(default, deserialize_with = "present")]
        #[ts(optional, type = "Hero | null")]
        pub hero: Option<Option<Hero>>,
        #[serde(default)]
        #[ts(optional)]
        pub status: Option<Status>,
        #[serde(default, deserialize_with = "present")]
        #[ts(optional, type = "string | null")]
        pub published: Option<Option<String>>,
    }

    pub struct ArticleSave {
        pub id: String,
        /// The revision that the changes were made on.
        pub base_revision: u32,
        pub patch: ArticlePatch,
    }

    pub struct ArticleSaved {
        pub revision: u32,
        pub row: ArticleRow,
        pub address: String,
        /// YYYY-MM-DD: an article that becomes ready gets a date.
        pub published: Option<String>,
    }

    pub struct ArticleAddress {
        /// As it stands in the link: `better-sleep`.
        pub address: String,
    }

    pub struct SearchWords {
        pub words: String,
    }

    /// A piece of a text in which words were looked for.
    pub struct FoundPiece {
        pub text: String,
        /// Whether it is a word that was looked for.
        pub found: bool,
    }

    pub struct FoundArticle {
        pub row: ArticleRow,
        pub title: Vec<FoundPiece>,
        /// The place in the text that has most of the words.
        pub place: Vec<FoundPiece>,
    }

    /// The best first.
    pub struct FoundArticles {
        pub articles: Vec<FoundArticle>,
    }

    pub struct BinnedArticle {
        pub id: String,
        pub title: String,
        /// RFC 3339, in UTC.
        pub binned: String,
        /// RFC 3339, in UTC: from then on it may be removed for ever.
        pub until: String,
    }

    /// The last first.
    pub struct Bin {
        pub articles: Vec<BinnedArticle>,
        pub pictures: Vec<BinnedPicture>,
        pub topics: Vec<BinnedName>,
        pub people: Vec<BinnedName>,
    }

    pub struct Names {
        pub topics: Vec<String>,
        pub people: Vec<String>,
    }
}

impl From<model::Status> for Status {
    fn from(status: model::Status) -> Self {
        match status {
            model::Status::Draft => Self::Draft,
            model::Status::Ready => Self::Ready,
        }
    }
}

impl From<Status> for model::Status {
    fn from(status: Status) -> Self {
        match status {
            Status::Draft => Self::Draft,
            Status::Ready => Self::Ready,
        }
    }
}

impl From<model::Standing> for Standing {
    fn from(standing: model::Standing) -> Self {
        match standing {
            model::Standing::Draft => Self::Draft,
            model::Standing::Ready => Self::Ready,
            model::Standing::OnSite => Self::OnSite,
            model::Standing::Changed => Self::Changed,
            model::Standing::Leaving => Self::Leaving,
        }
    }
}

impl From<Standing> for model::Standing {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Draft => Self::Draft,
            Standing::Ready => Self::Ready,
            Standing::OnSite => Self::OnSite,
            Standing::Changed => Self::Changed,
            Standing::Leaving => Self::Leaving,
        }
    }
}

impl ArticleId {
    pub(crate) fn parse(&self) -> Result<model::ArticleId, WireError> {
        parse_id(&self.id)
    }
}

pub(crate) fn parse_id(id: &str) -> Result<model::ArticleId, WireError> {
    id.parse().map_err(WireError::internal)
}

impl From<model::Hero> for Hero {
    fn from(hero: model::Hero) -> Self {
        Self {
            picture: hero.picture.into(),
            alt: hero.alt,
        }
    }
}

impl TryFrom<Hero> for model::Hero {
    type Error = WireError;

    fn try_from(hero: Hero) -> Result<Self, WireError> {
        let picture = hero.picture.parse().map_err(WireError::internal)?;
        Ok(Self {
            picture,
            alt: hero.alt,
        })
    }
}

impl From<ListedArticle> for ArticleRow {
    fn from(listed: ListedArticle) -> Self {
        let summary = listed.summary;
        Self {
            id: summary.id.to_string(),
            title: summary.title,
            summary: summary.summary,
            status: summary.status.into(),
            standing: summary.standing.into(),
            topics: listed.topics,
            author: listed.author,
            changed: summary.changed.to_string(),
            published: summary.published.map(|date| date.to_string()),
        }
    }
}

impl From<engine::FoundArticle> for FoundArticle {
    fn from(found: engine::FoundArticle) -> Self {
        let piece = |piece: engine::Piece| FoundPiece {
            text: piece.text,
            found: piece.found,
        };
        Self {
            row: found.article.into(),
            title: found.title.into_iter().map(piece).collect(),
            place: found.place.into_iter().map(piece).collect(),
        }
    }
}

impl From<engine::Binned> for BinnedArticle {
    fn from(binned: engine::Binned) -> Self {
        Self {
            id: binned.id.to_string(),
            title: binned.title,
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
        }
    }
}

impl From<&ArticleView> for ArticleRow {
    fn from(view: &ArticleView) -> Self {
        let article = &view.article;
        Self {
            id: article.id.to_string(),
            title: article.title.clone(),
            summary: article.summary.clone(),
            status: article.status.into(),
            standing: view.standing.into(),
            topics: view.topics.clone(),
            author: view.author.clone(),
            changed: article.changed.to_string(),
            published: article.published.map(|date| date.to_string()),
        }
    }
}

/// Revisions count one person's pauses: 4,000 million of them are more than anyone types.
fn revision(revision: u64) -> u32 {
    u32::try_from(revision).unwrap_or(u32::MAX)
}

impl From<ArticleView> for Article {
    fn from(view: ArticleView) -> Self {
        let article = view.article;
        Self {
            id: article.id.to_string(),
            revision: revision(article.revision),
            title: article.title,
            summary: article.summary,
            text: article.text,
            topics: view.topics,
            author: view.author,
            hero: article.hero.map(Hero::from),
            status: article.status.into(),
            standing: view.standing.into(),
            published: article.published.map(|date| date.to_string()),
            address: article.address.into(),
            changed: article.changed.to_string(),
        }
    }
}

impl From<ArticleView> for ArticleSaved {
    fn from(view: ArticleView) -> Self {
        let row = ArticleRow::from(&view);
        Self {
            revision: revision(view.article.revision),
            published: row.published.clone(),
            row,
            address: view.article.address.into(),
        }
    }
}

impl TryFrom<ArticlePatch> for engine::ArticlePatch {
    type Error = WireError;

    fn try_from(changes: ArticlePatch) -> Result<Self, WireError> {
        Ok(Self {
            title: changes.title,
            summary: changes.summary,
            text: changes.text,
            topics: changes.topics,
            author: changes.author,
            hero: changes
                .hero
                .map(|hero| hero.map(TryInto::try_into).transpose())
                .transpose()?,
            status: changes.status.map(Into::into),
            published: changes
                .published
                .map(|date| parse_date(date.as_deref()))
                .transpose()?,
            ..Self::default()
        })
    }
}

/// A date of a form: nothing, or YYYY-MM-DD.
pub(crate) fn parse_date(date: Option<&str>) -> Result<Option<jiff::civil::Date>, WireError> {
    date.filter(|date| !date.is_empty())
        .map(|date| {
            date.parse().map_err(|_| {
                WireError::invalid(
                    "published",
                    "This is not a date.",
                    "Write it like 2026-06-15.",
                )
            })
        })
        .transpose()
}

impl From<engine::Names> for Names {
    fn from(names: engine::Names) -> Self {
        Self {
            topics: names.topics,
            people: names.people,
        }
    }
}
