//! Article text in Markdown, read into a tree, and the tree written as HTML that is safe to publish.
//!
//! ```text
//! text ──parse──> Document ──article_html────> HtmlBlocks: the preview and the finished page
//!                    │     ──plain_text, links─> search, related articles
//!                    └──────commonmark_html──> what the CommonMark suite judges (feature `commonmark`, for tests)
//! ```
//!
//! Reading never fails: whatever is typed has a tree, with [`Diagnostic`]s beside it for what will not be shown as
//! meant. Everything that reads article text reads this one tree; nothing looks for patterns in HTML.
//!
//! Writing is safe by construction: only elements that this crate makes are written, every text is escaped, and only
//! the addresses that [`Resolve`] gives or that have one of the allowed schemes become links and pictures.
//!
//! ```
//! use pamphlet_markdown::{Unresolved, article_html, parse};
//!
//! let document = parse("Sleep *well*.\n\n<script>alert(1)</script>\n");
//! let blocks = article_html(&document, &Unresolved);
//! assert_eq!(blocks[0].html, "<p>Sleep <em>well</em>.</p>");
//! assert_eq!(blocks[1].html, "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
//! ```

mod article;
mod callout;
#[cfg(feature = "commonmark")]
mod commonmark;
mod contact;
mod containers;
mod describe;
mod escape;
mod figure;
mod html;
mod leaf;
mod lines;
mod notation;
mod outline;
mod parse;
mod picture;
mod questions;
mod raw;
mod render;
mod rewrite;
mod source;
mod text;
mod tree;
mod video;

pub use callout::CalloutKind;
#[cfg(feature = "commonmark")]
pub use commonmark::commonmark_html;
pub use describe::describe_pictures;
pub use figure::{Figure, FigureSide, FigureSize};
pub use html::{Contact, HtmlBlock, PictureMarkup, Resolve, Unresolved, article_html};
pub use notation::{
    Reach, article_reference, linked_article, picture_reference, referenced_picture,
};
pub use outline::heading_id;
pub use parse::{MAX_DEPTH, parse};
pub use rewrite::{Destination, rewrite_destinations};
pub use text::{headings, links, plain_text};
pub use tree::{
    Alignment, Block, BlockKind, Diagnostic, DiagnosticKind, Document, Footnote, Inline,
};
