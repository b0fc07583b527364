use pamphlet_engine as engine;

use super::wire;

/// What an article is to a link that leads to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename_all = "lowercase")]
pub enum Whereabouts {
    /// The next export has a page for it.
    Site,
    /// It stays here: only the words of the link are on the site.
    Draft,
    /// Only the words of the link are on the site.
    Bin,
}

wire! {
    /// Where a link leads.
    pub struct LinkedArticle {
        pub id: String,
        pub title: String,
        pub whereabouts: Whereabouts,
    }

    /// Links in one article to another that is not on the site.
    pub struct LostLinks {
        /// The article in which they stand.
        pub from: String,
        pub title: String,
        /// Null: there is no such article.
        pub to: Option<LinkedArticle>,
        pub links: u32,
    }
}

impl From<engine::Whereabouts> for Whereabouts {
    fn from(whereabouts: engine::Whereabouts) -> Self {
        match whereabouts {
            engine::Whereabouts::Site => Self::Site,
            engine::Whereabouts::Draft => Self::Draft,
            engine::Whereabouts::Bin => Self::Bin,
        }
    }
}

impl From<engine::LinkedArticle> for LinkedArticle {
    fn from(article: engine::LinkedArticle) -> Self {
        Self {
            id: article.id.to_string(),
            title: article.title,
            whereabouts: article.whereabouts.into(),
        }
    }
}

impl From<engine::LostLinks> for LostLinks {
    fn from(lost: engine::LostLinks) -> Self {
        Self {
            from: lost.from.to_string(),
            title: lost.title,
            to: lost.to.map(LinkedArticle::from),
            links: u32::try_from(lost.links).unwrap_or(u32::MAX),
        }
    }
}
