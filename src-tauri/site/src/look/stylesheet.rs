//! The stylesheet of the finished site: one file for each part of a page, joined when the program is built.

/// The parts in the order of the cascade: what comes later wins.
macro_rules! joined {
    ($first:literal, $($next:literal),+ $(,)?) => {
        concat!(
            include_str!(concat!("style/", $first, ".css")),
            $("\n", include_str!(concat!("style/", $next, ".css"))),+
        )
    };
}

pub const STYLESHEET: &[u8] = joined!(
    "tokens",
    "ground",
    "buttons",
    "masthead",
    "front",
    "cards",
    "focus",
    "tones",
    "card-text",
    "lists",
    "reach",
    "article",
    "people",
    "prose",
    "inserts",
    "figures",
    "tables",
    "footnotes",
    "invitation",
    "footer",
    "telephones",
    "wider",
    "wishes",
    "print",
)
.as_bytes();
