use pamphlet_engine as engine;
use pamphlet_model as model;

use super::wire;
use crate::error::WireError;

wire! {
    pub struct Picture {
        pub id: String,
        /// How a text refers to it: `picture:0123456789abcdef`.
        pub reference: String,
        pub file_name: String,
        /// Pixels, as it is shown: turned and cropped.
        pub width: u32,
        /// Pixels.
        pub height: u32,
        /// What it shows, in words, as it was said last; empty if nobody has.
        pub alt: String,
        /// Where the host serves it as a page shows it, below the preview's base.
        pub shown: String,
        /// Where the host serves it small.
        pub thumb: String,
        /// Whether its file moves: only the first picture of it is shown.
        pub animated: bool,
        /// "jpeg", "png", "webp" or "gif".
        pub format: String,
        /// Size of the file as it came.
        pub bytes: u32,
        /// RFC 3339, in UTC.
        pub added: String,
    }

    pub struct PictureReference {
        pub reference: String,
    }

    pub struct PictureId {
        pub id: String,
    }

    pub struct ListedPicture {
        pub picture: Picture,
        /// How many articles show it.
        pub uses: u32,
    }

    /// The last added first.
    pub struct ListedPictures {
        pub pictures: Vec<ListedPicture>,
    }

    /// An article that shows a picture.
    pub struct PictureUse {
        pub article: String,
        pub title: String,
        /// At its top.
        pub hero: bool,
        /// In its text.
        pub text: bool,
        /// Whether the article is in the bin.
        pub binned: bool,
    }

    pub struct PictureDetails {
        pub picture: Picture,
        pub uses: Vec<PictureUse>,
        /// In how many articles it is described in other words.
        pub described_otherwise: u32,
        pub adjustments: Adjustments,
        /// Pixels of the file as it came, upright.
        pub full_width: u32,
        pub full_height: u32,
        /// Where the host serves all of it, neither turned nor cropped.
        pub whole: String,
    }

    /// How a picture is shown, other than as it came.
    pub struct Adjustments {
        /// Quarter turns clockwise, 0 to 3.
        pub turns: u8,
        pub crop: Crop,
        pub focus: Focus,
    }

    /// The part of the turned picture that is shown, in ten-thousandths of its sides.
    pub struct Crop {
        pub left: u16,
        pub top: u16,
        pub width: u16,
        pub height: u16,
    }

    /// What stays in sight of that part, in ten-thousandths of its sides.
    pub struct Focus {
        pub x: u16,
        pub y: u16,
    }

    pub struct PictureDescription {
        pub id: String,
        pub alt: String,
    }

    pub struct PictureAdjust {
        pub id: String,
        pub adjustments: Adjustments,
    }

    pub struct PictureReplace {
        pub id: String,
        /// The picture that takes its place.
        pub with: String,
        /// What that one shows. Blank: what is known of it.
        pub alt: String,
    }

    /// What was changed in all articles at once.
    pub struct ChangedEverywhere {
        /// What `pictures_undo` wants to be told.
        pub undo: u32,
        pub articles: Vec<String>,
    }

    pub struct PicturesUndo {
        pub undo: u32,
    }

    pub struct BinnedPicture {
        pub picture: Picture,
        /// RFC 3339, in UTC.
        pub binned: String,
        /// RFC 3339, in UTC: from then on it may be removed for ever, unless it is needed.
        pub until: String,
        /// Whether an article or an earlier version of one shows it: it stays for as long as one does.
        pub needed: bool,
    }
}

impl PictureId {
    pub(crate) fn parse(&self) -> Result<model::PictureId, WireError> {
        parse_picture(&self.id)
    }
}

pub(crate) fn parse_picture(id: &str) -> Result<model::PictureId, WireError> {
    id.parse().map_err(WireError::internal)
}

impl From<model::Picture> for Picture {
    fn from(picture: model::Picture) -> Self {
        let (width, height) = picture.shown_size();
        Self {
            reference: engine::picture_reference(&picture.id),
            shown: engine::picture_path(&picture),
            thumb: engine::thumbnail_path(&picture),
            id: picture.id.into(),
            file_name: picture.file_name,
            width,
            height,
            alt: picture.alt,
            animated: picture.animated,
            format: picture.format.as_str().to_owned(),
            bytes: u32::try_from(picture.bytes).unwrap_or(u32::MAX),
            added: picture.added.to_string(),
        }
    }
}

impl From<engine::ListedPicture> for ListedPicture {
    fn from(listed: engine::ListedPicture) -> Self {
        Self {
            picture: listed.picture.into(),
            uses: listed.uses,
        }
    }
}

impl From<engine::PictureUse> for PictureUse {
    fn from(shown: engine::PictureUse) -> Self {
        Self {
            article: shown.article.to_string(),
            title: shown.title,
            hero: shown.hero,
            text: shown.text,
            binned: shown.binned,
        }
    }
}

impl From<engine::PictureView> for PictureDetails {
    fn from(view: engine::PictureView) -> Self {
        let picture = view.picture;
        Self {
            uses: view.uses.into_iter().map(PictureUse::from).collect(),
            described_otherwise: u32::try_from(view.described_otherwise).unwrap_or(u32::MAX),
            adjustments: picture.adjustments.into(),
            full_width: picture.width,
            full_height: picture.height,
            whole: engine::whole_path(&picture),
            picture: picture.into(),
        }
    }
}

impl From<model::Adjustments> for Adjustments {
    fn from(adjustments: model::Adjustments) -> Self {
        let model::Adjustments { turns, crop, focus } = adjustments;
        Self {
            turns,
            crop: Crop {
                left: crop.left,
                top: crop.top,
                width: crop.width,
                height: crop.height,
            },
            focus: Focus {
                x: focus.x,
                y: focus.y,
            },
        }
    }
}

impl From<Adjustments> for model::Adjustments {
    fn from(adjustments: Adjustments) -> Self {
        let Adjustments { turns, crop, focus } = adjustments;
        Self {
            turns,
            crop: model::Crop {
                left: crop.left,
                top: crop.top,
                width: crop.width,
                height: crop.height,
            },
            focus: model::Focus {
                x: focus.x,
                y: focus.y,
            },
        }
    }
}

impl From<engine::ChangedEverywhere> for ChangedEverywhere {
    fn from(changed: engine::ChangedEverywhere) -> Self {
        Self {
            undo: changed.undo,
            articles: changed.articles.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<engine::BinnedPicture> for BinnedPicture {
    fn from(binned: engine::BinnedPicture) -> Self {
        Self {
            picture: binned.picture.into(),
            binned: binned.binned.to_string(),
            until: binned.until.to_string(),
            needed: binned.needed,
        }
    }
}
