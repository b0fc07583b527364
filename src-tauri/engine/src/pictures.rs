mod bin;
mod everywhere;

use pamphlet_markdown::{describe_pictures, referenced_picture};
use pamphlet_model::{Adjustments, Article, Picture, PictureId};
use pamphlet_site::Originals;
use pamphlet_site::pictures::{inspect, look};
use pamphlet_store::{ListedPicture, PictureUse, TablesMut};

use crate::error::{EngineError, Result};
use crate::library::Library;

pub use bin::BinnedPicture;
pub use everywhere::ChangedEverywhere;
pub(crate) use everywhere::Undoable;

/// What is known of a picture, and where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureView {
    pub picture: Picture,
    pub uses: Vec<PictureUse>,
    /// In how many articles, outside the bin, it is described in other words.
    pub described_otherwise: usize,
}

impl Library {
    /// Keeps a picture. The same bytes twice are one picture, with the name that came first; one that was in the bin
    /// comes out of it.
    ///
    /// # Errors
    /// [`EngineError::Picture`] if it is no picture that can be shown, or too large.
    pub fn add_picture(&self, file_name: &str, bytes: &[u8]) -> Result<Picture> {
        let id = PictureId::of(bytes);
        if let Some(known) = self.read(|tables| Ok(tables.media().known(&id)?))? {
            self.media.keep(&id, bytes)?;
            self.take_picture_out_of_bin(&id)?;
            return Ok(known);
        }
        // What a file is going to take is seen only when it is looked at.
        let one_at_a_time = self.renditions.one_at_a_time();
        let inspected = look(bytes)?;
        let picture = Picture {
            id,
            file_name: file_name.to_owned(),
            format: inspected.format,
            width: inspected.width,
            height: inspected.height,
            bytes: bytes.len() as u64,
            added: self.world.now(),
            animated: inspected.animated,
            alt: String::new(),
            adjustments: Adjustments::default(),
        };
        match Self::make_large(&picture, bytes)? {
            Some(large) => self.keep_large(&picture, &large),
            None => inspect(bytes).map(|_| ())?,
        }
        drop(one_at_a_time);
        // The file first: a row without its file would be a picture that can't be shown.
        self.media.keep(&picture.id, bytes)?;
        self.write(|tables| Ok(tables.media_mut().insert(&picture)?))?;
        self.refresh_site(|site| site.put_picture(picture.clone()));
        Ok(picture)
    }

    /// All pictures and how many articles show each, the last added first.
    pub fn pictures(&self) -> Result<Vec<ListedPicture>> {
        self.read(|tables| Ok(tables.media().listed()?))
    }

    /// The picture that a text refers to, such as `picture:0123456789abcdef`.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none.
    pub fn picture(&self, reference: &str) -> Result<Picture> {
        let not_found = || EngineError::NotFound {
            what: "picture",
            which: reference.to_owned(),
        };
        let prefix = referenced_picture(reference).ok_or_else(not_found)?;
        self.read(|tables| tables.media().by_prefix(prefix)?.ok_or_else(not_found))
    }

    /// What is known of a picture, and where it is shown.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn picture_view(&self, id: &PictureId) -> Result<PictureView> {
        self.read(|tables| {
            let picture = tables.media().get(id)?.ok_or_else(|| no_picture(id))?;
            let uses = tables.media().uses(id)?;
            let mut described_otherwise = 0;
            for shown in uses.iter().filter(|shown| !shown.binned) {
                if let Some(article) = tables.articles().get(shown.article)? {
                    let same = described(&article, id, &picture.alt) == article;
                    described_otherwise += usize::from(!same);
                }
            }
            Ok(PictureView {
                picture,
                uses,
                described_otherwise,
            })
        })
    }

    /// Keeps in words what a picture shows. Articles that show it stay as they are.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn describe_picture(&self, id: &PictureId, alt: &str) -> Result<Picture> {
        self.change_picture(id, |tables| {
            Ok(tables.media_mut().describe(id, alt.trim())?)
        })
    }

    /// Turns and crops a picture wherever it is shown, and says what stays in sight. Its file stays as it came.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn adjust_picture(&self, id: &PictureId, to: Adjustments) -> Result<Picture> {
        let (to, now) = (to.within_bounds(), self.world.now());
        self.change_picture(id, |tables| Ok(tables.media_mut().adjust(id, to, now)?))
    }

    /// A picture and its file as it came.
    ///
    /// # Errors
    /// If there is none, or its file is gone.
    pub fn original(&self, id: &PictureId) -> Result<(Picture, Vec<u8>)> {
        let picture = self.read(|tables| tables.media().get(id)?.ok_or_else(|| no_picture(id)))?;
        let bytes = self.media.read(id).map_err(|_| no_picture(id))?;
        Ok((picture, bytes))
    }

    fn change_picture(
        &self,
        id: &PictureId,
        change: impl FnOnce(&TablesMut<'_>) -> Result<()>,
    ) -> Result<Picture> {
        let picture = self.write(|tables| {
            tables.media().get(id)?.ok_or_else(|| no_picture(id))?;
            change(tables)?;
            tables.media().get(id)?.ok_or_else(|| no_picture(id))
        })?;
        self.refresh_site(|site| site.put_picture(picture.clone()));
        Ok(picture)
    }

    /// Pictures that nobody has described yet are described as this article does.
    pub(crate) fn learn_descriptions(tables: &TablesMut<'_>, article: &Article) -> Result<()> {
        let mut said: Vec<(PictureId, String)> = Vec::new();
        let hero = article.hero.iter();
        said.extend(hero.map(|hero| (hero.picture.clone(), hero.alt.clone())));
        let mut named: Vec<(String, String)> = Vec::new();
        describe_pictures(&article.text, |source, alt| {
            let digits = referenced_picture(source)?;
            named.push((digits.to_owned(), alt.to_owned()));
            None
        });
        for (digits, alt) in named {
            let picture = tables.media().by_prefix(&digits)?;
            said.extend(picture.map(|picture| (picture.id, alt)));
        }
        for (id, alt) in said {
            let bare = tables.media().get(&id)?.is_some_and(|it| it.alt.is_empty());
            if bare && !alt.trim().is_empty() {
                tables.media_mut().describe(&id, alt.trim())?;
            }
        }
        Ok(())
    }
}

/// The article with these words for the picture wherever it has words for it. Where it has none, the picture is
/// decoration there.
fn described(article: &Article, id: &PictureId, alt: &str) -> Article {
    let mut article = article.clone();
    if let Some(hero) = article.hero.as_mut()
        && hero.picture == *id
        && !hero.alt.trim().is_empty()
    {
        alt.clone_into(&mut hero.alt);
    }
    article.text = describe_pictures(&article.text, |source, words| {
        let digits = referenced_picture(source)?;
        let other = !words.trim().is_empty() && words != alt;
        (id.as_str().starts_with(digits) && other).then(|| alt.to_owned())
    });
    article
}

fn no_picture(id: &PictureId) -> EngineError {
    EngineError::NotFound {
        what: "picture",
        which: id.to_string(),
    }
}
