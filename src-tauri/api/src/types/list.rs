use pamphlet_engine as engine;

use super::{ArticleRow, FoundArticle, Standing, Status, parse_date, parse_id, wire};
use crate::error::WireError;

/// In which order.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS,
)]
#[serde(rename_all = "lowercase")]
#[ts(rename_all = "lowercase")]
pub enum Order {
    /// The last changed first.
    #[default]
    Changed,
    /// From A to Z.
    Title,
    /// By the date that patients see, the newest first.
    Published,
    /// Those first that fit the words best.
    Fit,
}

wire! {
    /// Which articles, and in which order. What is absent leaves all in.
    #[derive(Default)]
    pub struct ArticlesAsked {
        /// All of these words are in title, summary or text.
        #[serde(default)]
        pub words: String,
        #[serde(default)]
        #[ts(optional)]
        pub standing: Option<Standing>,
        /// Empty: those without one.
        #[serde(default)]
        #[ts(optional)]
        pub topic: Option<String>,
        /// Empty: those without one.
        #[serde(default)]
        #[ts(optional)]
        pub author: Option<String>,
        /// RFC 3339: changed then or later.
        #[serde(default)]
        #[ts(optional)]
        pub changed_from: Option<String>,
        /// RFC 3339: changed before.
        #[serde(default)]
        #[ts(optional)]
        pub changed_before: Option<String>,
        #[serde(default)]
        pub order: Order,
        /// No more than so many, the first of the order.
        #[serde(default)]
        #[ts(optional)]
        pub most: Option<u32>,
    }

    pub struct ArticlesListed {
        /// All of them, or as many as were asked for, in the order that was asked for.
        pub ids: Vec<String>,
        /// The first of them, as they are shown.
        pub first: Vec<FoundArticle>,
        /// How many articles there are in all.
        pub total: u32,
    }

    /// Articles that came into sight.
    pub struct ArticlesInSight {
        pub ids: Vec<String>,
        /// What is looked for.
        pub words: String,
    }

    pub struct ArticleDuplicate {
        pub id: String,
        /// What the copy is called.
        pub title: String,
    }

    pub struct ArticleIds {
        pub ids: Vec<String>,
    }

    /// One of the three.
    pub struct SeveralChange {
        pub ids: Vec<String>,
        #[serde(default)]
        #[ts(optional)]
        pub status: Option<Status>,
        #[serde(default)]
        #[ts(optional)]
        pub add_topic: Option<String>,
        #[serde(default)]
        #[ts(optional)]
        pub remove_topic: Option<String>,
    }

    /// What an article was before it was changed with others.
    pub struct ArticleBefore {
        pub id: String,
        pub status: Status,
        /// YYYY-MM-DD.
        pub published: Option<String>,
        pub topics: Vec<String>,
    }

    pub struct SeveralBefore {
        pub before: Vec<ArticleBefore>,
    }

    pub struct SeveralDone {
        /// What those were that were changed.
        pub before: Vec<ArticleBefore>,
        /// Without title or text: they could not become ready.
        pub refused: Vec<ArticleRow>,
    }
}

pub(crate) fn parse_ids(ids: &[String]) -> Result<Vec<engine::ArticleId>, WireError> {
    ids.iter().map(|id| parse_id(id)).collect()
}

impl From<Order> for engine::Order {
    fn from(order: Order) -> Self {
        match order {
            Order::Changed => Self::Changed,
            Order::Title => Self::Title,
            Order::Published => Self::Published,
            Order::Fit => Self::Fit,
        }
    }
}

impl TryFrom<ArticlesAsked> for engine::ArticlesAsked {
    type Error = WireError;

    fn try_from(asked: ArticlesAsked) -> Result<Self, WireError> {
        let moment = |moment: Option<String>| {
            let moment = moment.map(|moment| moment.parse());
            moment.transpose().map_err(WireError::internal)
        };
        Ok(Self {
            words: asked.words,
            standing: asked.standing.map(Into::into),
            topic: asked.topic,
            author: asked.author,
            changed_from: moment(asked.changed_from)?,
            changed_before: moment(asked.changed_before)?,
            order: asked.order.into(),
            most: asked.most,
        })
    }
}

impl From<engine::ArticlesListed> for ArticlesListed {
    fn from(listed: engine::ArticlesListed) -> Self {
        Self {
            ids: listed.ids.iter().map(ToString::to_string).collect(),
            first: listed.first.into_iter().map(Into::into).collect(),
            total: u32::try_from(listed.total).unwrap_or(u32::MAX),
        }
    }
}

impl SeveralChange {
    pub(crate) fn change(self) -> Result<engine::SeveralChange, WireError> {
        match (self.status, self.add_topic, self.remove_topic) {
            (Some(status), None, None) => Ok(engine::SeveralChange::Status(status.into())),
            (None, Some(topic), None) => Ok(engine::SeveralChange::AddTopic(topic)),
            (None, None, Some(topic)) => Ok(engine::SeveralChange::RemoveTopic(topic)),
            _ => Err(WireError::internal("one change is needed")),
        }
    }
}

impl TryFrom<ArticleBefore> for engine::Before {
    type Error = WireError;

    fn try_from(before: ArticleBefore) -> Result<Self, WireError> {
        Ok(Self {
            id: parse_id(&before.id)?,
            status: before.status.into(),
            published: parse_date(before.published.as_deref())?,
            topics: before.topics,
        })
    }
}

impl From<engine::Before> for ArticleBefore {
    fn from(before: engine::Before) -> Self {
        Self {
            id: before.id.to_string(),
            status: before.status.into(),
            published: before.published.map(|date| date.to_string()),
            topics: before.topics,
        }
    }
}

impl From<engine::SeveralDone> for SeveralDone {
    fn from(done: engine::SeveralDone) -> Self {
        Self {
            before: done.before.into_iter().map(Into::into).collect(),
            refused: done.refused.into_iter().map(Into::into).collect(),
        }
    }
}
