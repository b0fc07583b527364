//! Published pictures say nothing of camera, place or person.

use crate::{Tree, metadata};

use super::Finding;

const ENDINGS: [&str; 8] = [
    ".jpg", ".jpeg", ".webp", ".png", ".gif", ".avif", ".tif", ".heic",
];

pub fn findings(tree: &Tree) -> Vec<Finding> {
    let is_picture = |path: &str| ENDINGS.iter().any(|ending| path.ends_with(ending));
    let pictures = tree.iter().filter(|(path, _)| is_picture(path));
    pictures
        .flat_map(|(path, bytes)| {
            let extras = metadata::extras(bytes).into_iter();
            extras.map(move |extra| Finding::new("pictures", path, format!("carries {extra}")))
        })
        .collect()
}
