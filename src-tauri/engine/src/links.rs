//! Links from one article to another, and what becomes of them on the site.

use std::collections::BTreeMap;

use pamphlet_markdown::{linked_article, links, parse};
use pamphlet_model::{Address, ArticleId};
use pamphlet_site::LostLink;
use pamphlet_store::Tables;

use crate::articles::{ListedArticle, NamesById};
use crate::error::{EngineError, Result};
use crate::library::Library;

/// What an article is to a link that leads to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// The next export has a page for it.
    Site,
    /// It stays here: only the words of the link are on the site.
    Draft,
    /// Only the words of the link are on the site.
    Bin,
}

/// The article that a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedArticle {
    pub id: ArticleId,
    pub title: String,
    pub whereabouts: Whereabouts,
}

/// Links in one article that lead to another which is not on the site. Their words are there without a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostLinks {
    pub from: ArticleId,
    /// The title of the article in which they stand.
    pub title: String,
    /// As it stands in the links: `better-sleep`.
    pub address: String,
    /// What is there; nothing where no article has or had this address.
    pub to: Option<LinkedArticle>,
    /// How many of them there are.
    pub links: usize,
}

impl Library {
    /// The article that a link with this address leads to, be it one that it had before, or in the bin.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none.
    pub fn linked_article(&self, address: &str) -> Result<LinkedArticle> {
        let found = self.read(|tables| at(tables, address))?;
        found.ok_or_else(|| EngineError::NotFound {
            what: "article",
            which: address.to_owned(),
        })
    }

    /// The articles outside the bin, but for these themselves, that link to one of these, by title.
    pub fn articles_linking_to(&self, ids: &[ArticleId]) -> Result<Vec<ListedArticle>> {
        self.read(|tables| {
            let addresses = tables.articles().addresses_of(ids)?;
            let mut linking = Vec::new();
            for id in tables.articles().may_link_to(&addresses)? {
                let Some(article) = tables.articles().get(id)?.filter(|_| !ids.contains(&id))
                else {
                    continue;
                };
                let document = parse(&article.text);
                let links_there = links(&document)
                    .filter_map(|link| linked_article(link)?.parse().ok())
                    .any(|address: Address| addresses.contains(&address));
                if links_there {
                    linking.extend(tables.articles().summary(id)?);
                }
            }
            linking.sort_by_cached_key(|it| (it.title.to_lowercase(), it.id));
            let names = NamesById::read(tables)?;
            Ok(linking.into_iter().map(|it| names.listed(it)).collect())
        })
    }

    /// What an export says of links that lead nowhere, in words for whoever mends them.
    pub(crate) fn explained(&self, lost: &[LostLink]) -> Result<Vec<LostLinks>> {
        let mut counted: BTreeMap<&LostLink, usize> = BTreeMap::new();
        for link in lost {
            *counted.entry(link).or_default() += 1;
        }
        self.read(|tables| {
            let mut explained = Vec::with_capacity(counted.len());
            for (link, links) in counted {
                let from = tables.articles().summary(link.from)?;
                explained.push(LostLinks {
                    from: link.from,
                    title: from.map(|it| it.title).unwrap_or_default(),
                    address: link.address.clone(),
                    to: at(tables, &link.address)?,
                    links,
                });
            }
            explained.sort_by_cached_key(|it| (it.title.to_lowercase(), it.from));
            Ok(explained)
        })
    }
}

/// As the library stands: what was on the site may be in the bin by now.
fn at(tables: &Tables<'_>, address: &str) -> Result<Option<LinkedArticle>> {
    let Ok(address) = address.parse::<Address>() else {
        return Ok(None);
    };
    let Some(id) = tables.articles().holder_of(&address)? else {
        return Ok(None);
    };
    let Some(article) = tables.articles().get(id)? else {
        let title = tables.articles().title_in_bin(id)?;
        return Ok(title.map(|title| LinkedArticle {
            id,
            title,
            whereabouts: Whereabouts::Bin,
        }));
    };
    let whereabouts = match article.is_for_site() {
        true => Whereabouts::Site,
        false => Whereabouts::Draft,
    };
    Ok(Some(LinkedArticle {
        id,
        title: article.title,
        whereabouts,
    }))
}
