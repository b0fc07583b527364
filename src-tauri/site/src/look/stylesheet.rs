//! The stylesheets of the finished site: one file for each part of a page, joined when the program is built. What all
//! looks share comes first, then what a look has of its own.

/// The parts in the order of the cascade: what comes later wins.
macro_rules! joined {
    ($($part:literal),+ $(,)?) => {
        concat!($(include_str!(concat!("style/", $part, ".css")), "\n"),+)
    };
}

pub const SHARED: &str = joined!(
    "base/ground",
    "base/buttons",
    "base/masthead",
    "base/front",
    "base/cards",
    "base/focus",
    "base/heads",
    "base/lists",
    "base/search",
    "base/reach",
    "base/article",
    "base/people",
    "base/prose",
    "base/inserts",
    "base/figures",
    "base/tables",
    "base/footnotes",
    "base/after",
    "base/footer",
    "base/telephones",
    "base/wider",
);

pub const CLINIC: &str = joined!(
    "clinic/type",
    "clinic/masthead",
    "clinic/front",
    "clinic/cards",
    "clinic/heads",
    "clinic/people",
    "clinic/article",
    "clinic/after",
);

pub const JOURNAL: &str = joined!(
    "journal/type",
    "journal/masthead",
    "journal/front",
    "journal/cards",
    "journal/heads",
    "journal/people",
    "journal/article",
    "journal/after",
);

pub const NEIGHBOR: &str = joined!(
    "neighbor/type",
    "neighbor/masthead",
    "neighbor/front",
    "neighbor/cards",
    "neighbor/heads",
    "neighbor/people",
    "neighbor/article",
    "neighbor/after",
);

/// What holds in every look, whatever it says.
pub const LAST: &str = joined!("base/wishes", "base/print");
