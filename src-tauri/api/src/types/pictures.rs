use pamphlet_model as model;

use super::wire;

wire! {
    pub struct Picture {
        pub id: String,
        /// How a text refers to it: `picture:0123456789abcdef`.
        pub reference: String,
        pub file_name: String,
        /// Pixels.
        pub width: u32,
        /// Pixels.
        pub height: u32,
    }

    pub struct PictureReference {
        pub reference: String,
    }
}

impl From<model::Picture> for Picture {
    fn from(picture: model::Picture) -> Self {
        Self {
            reference: pamphlet_engine::picture_reference(&picture.id),
            id: picture.id.into(),
            file_name: picture.file_name,
            width: picture.width,
            height: picture.height,
        }
    }
}
