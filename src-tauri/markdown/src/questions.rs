//! Questions that patients ask.

use crate::text;
use crate::tree::Inline;

/// Whether a heading is a question. One of level 2 is the title of a section, which may ask something too.
pub(crate) fn asks(level: u8, content: &[Inline]) -> bool {
    level >= 3
        && text::of_inlines(content)
            .trim_end()
            .ends_with(['?', '？', '؟'])
}
