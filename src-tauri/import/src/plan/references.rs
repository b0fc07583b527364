//! The pictures and articles to which the text of a file refers.

use std::collections::BTreeSet;

use pamphlet_markdown::{Destination, article_reference, picture_reference, rewrite_destinations};
use pamphlet_model::PictureId;

use super::{Found, TakePicture};

/// Follows what one file refers to, and notes what was found and what was not.
pub(super) struct References<'a, 'f> {
    folder: &'a Found<'f>,
    path: &'a str,
    take_picture: TakePicture<'a>,
    /// The ids of pictures, and the paths of other articles' files.
    pub found: BTreeSet<String>,
    pub notes: Vec<String>,
}

impl<'a, 'f> References<'a, 'f> {
    pub fn new(
        folder: &'a Found<'f>,
        path: &'a str,
        take_picture: TakePicture<'a>,
        notes: Vec<String>,
    ) -> Self {
        Self {
            folder,
            path,
            take_picture,
            found: BTreeSet::new(),
            notes,
        }
    }

    pub fn picture(&mut self, wanted: &str) -> Option<PictureId> {
        let taken = match self.folder.pictures.find(wanted, self.path) {
            Some(found) => (self.take_picture)(found),
            None => Err("there is no such file in the folder".to_owned()),
        };
        match taken {
            Ok(id) => {
                self.found.insert(id.to_string());
                Some(id)
            }
            Err(reason) => {
                self.notes.push(format!("picture '{wanted}': {reason}"));
                None
            }
        }
    }

    /// The text with what it refers to as a library names it.
    pub fn text(&mut self, body: &str) -> String {
        let body = body.trim_matches('\n');
        rewrite_destinations(body, |destination| match destination {
            Destination::Picture(source) if is_remote(source) => {
                self.notes.push(format!(
                    "picture '{source}' is elsewhere on the web and is not shown"
                ));
                None
            }
            Destination::Picture(source) => self.picture(source).map(|id| picture_reference(&id)),
            Destination::Link(target) => {
                let (file, address) = self.folder.linked(target, self.path)?;
                self.found.insert(file.to_owned());
                Some(article_reference(address) + part(target))
            }
        })
    }
}

/// `#` and the part of a page to which a link leads. Nothing where it could not stand in a link as it is.
fn part(target: &str) -> &str {
    let part = target.find('#').map_or("", |at| &target[at..]);
    let stands = |c: char| c.is_alphanumeric() || "-_.~%".contains(c);
    if part.len() > 1 && part[1..].chars().all(stands) {
        part
    } else {
        ""
    }
}

fn is_remote(source: &str) -> bool {
    let lower = source.trim_start().to_ascii_lowercase();
    ["http:", "https:", "//", "data:"]
        .iter()
        .any(|start| lower.starts_with(start))
}
