use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::{Address, PageId, Status};

/// What a page of the practice is for. There may be several of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    About,
    Service,
    Contact,
    Privacy,
    Nondiscrimination,
    Accessibility,
    Other,
}

impl PageKind {
    pub const ALL: [Self; 7] = [
        Self::About,
        Self::Service,
        Self::Contact,
        Self::Privacy,
        Self::Nondiscrimination,
        Self::Accessibility,
        Self::Other,
    ];

    /// The name that the store, files and the command line use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Service => "service",
            Self::Contact => "contact",
            Self::Privacy => "privacy",
            Self::Nondiscrimination => "nondiscrimination",
            Self::Accessibility => "accessibility",
            Self::Other => "other",
        }
    }

    /// Whether it is one of the notices that stand at the foot of every page.
    pub fn is_notice(self) -> bool {
        matches!(
            self,
            Self::Privacy | Self::Nondiscrimination | Self::Accessibility
        )
    }
}

impl fmt::Display for PageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that names no kind of page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is none of about, service, contact, privacy, nondiscrimination, accessibility, other"
)]
pub struct PageKindError(pub String);

impl FromStr for PageKind {
    type Err = PageKindError;

    fn from_str(text: &str) -> Result<Self, PageKindError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| PageKindError(text.to_owned()))
    }
}

/// A page of the practice that is no article: what it is, what it does, and its notices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub id: PageId,
    pub kind: PageKind,
    /// The page's folder, right below the site's root.
    pub address: Address,
    pub title: String,
    /// One or two sentences for search results and lists.
    pub summary: String,
    /// In the notation of articles, without the title.
    pub text: String,
    pub status: Status,
    /// Whether the menu at the top of every page leads to it. The foot leads to all of them.
    pub in_menu: bool,
    /// Its place among the pages, the smallest first.
    pub position: i64,
    pub created: Timestamp,
    pub changed: Timestamp,
    /// Grows by one with every change that is saved.
    pub revision: u64,
}

impl Page {
    /// Whether the finished site has it.
    pub fn is_for_site(&self) -> bool {
        let said = |text: &str| !text.trim().is_empty();
        self.status == Status::Ready && said(&self.title) && said(&self.text)
    }
}

/// An address that patients may have: what was there when it was last on the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicAddress {
    pub of: PublicPage,
    pub address: Address,
    /// Of an article: its first topic then.
    pub topic: Option<crate::TopicId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PublicPage {
    Article(crate::ArticleId),
    Page(PageId),
    Person(crate::PersonId),
}
