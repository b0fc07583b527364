use std::sync::LazyLock;

use pamphlet_markdown::{
    Contact, Figure, PictureMarkup, Reach, Resolve, article_html, linked_article, parse,
    referenced_picture,
};

/// The reference of the one picture that [`Library`] has.
pub const PICTURE: &str = "picture:0123456789abcdef";

/// A library with the article `sleep` and the picture [`PICTURE`], of a practice that can be reached in every way.
pub struct Library;

impl Resolve for Library {
    fn link(&self, destination: &str) -> Option<String> {
        (linked_article(destination) == Some("sleep")).then(|| "../sleep/index.html".to_owned())
    }

    fn picture(&self, source: &str, _: Option<&Figure>) -> Option<PictureMarkup> {
        let digits = referenced_picture(source)?;
        (source == PICTURE).then(|| PictureMarkup {
            src: format!("../../pictures/{digits}.jpg"),
            width: 640,
            height: 480,
            ..PictureMarkup::default()
        })
    }

    fn contact(&self) -> &[Contact] {
        static CONTACT: LazyLock<[Contact; 3]> = LazyLock::new(|| {
            let ways = [
                (
                    Reach::Booking,
                    "Book a visit",
                    "https://book.example/riverbend",
                ),
                (Reach::Phone, "Call 910-555-0142", "tel:+19105550142"),
                (Reach::Email, "Write to us", "mailto:desk@riverbend.example"),
            ];
            ways.map(|(reach, label, href)| Contact {
                reach,
                label: label.to_owned(),
                href: href.to_owned(),
            })
        });
        &*CONTACT
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
