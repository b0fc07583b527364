use pamphlet_markdown::{
    PictureMarkup, Resolve, article_html, linked_article, parse, referenced_picture,
};

/// The reference of the one picture that [`Library`] has.
pub const PICTURE: &str = "picture:0123456789abcdef";

/// A library with the article `sleep` and the picture [`PICTURE`].
pub struct Library;

impl Resolve for Library {
    fn link(&self, destination: &str) -> Option<String> {
        (linked_article(destination) == Some("sleep")).then(|| "../sleep/index.html".to_owned())
    }

    fn picture(&self, source: &str) -> Option<PictureMarkup> {
        let digits = referenced_picture(source)?;
        (source == PICTURE).then(|| PictureMarkup {
            src: format!("../../pictures/{digits}.jpg"),
            width: 640,
            height: 480,
            ..PictureMarkup::default()
        })
    }
}

/// The blocks of the article, a line between them.
pub fn article(text: &str) -> String {
    let blocks = article_html(&parse(text), &Library);
    blocks
        .into_iter()
        .map(|block| block.html)
        .collect::<Vec<_>>()
        .join("\n")
}
