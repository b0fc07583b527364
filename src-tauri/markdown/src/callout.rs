use std::ops::Range;

use crate::tree::{Block, BlockKind, Inline};

/// What a callout is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    Note,
    Important,
    /// When to call the practice.
    Call,
}

impl CalloutKind {
    /// What stands above it on the page.
    pub fn title(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Important => "Important",
            Self::Call => "When to call us",
        }
    }

    /// The word in its mark, and in the name of its class.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Important => "important",
            Self::Call => "call",
        }
    }
}

/// The marks. The first three are Pamphlet's; GitHub, from whose documentation ("Alerts") the others come, knows all but
/// `[!CALL]`.
const MARKS: [(&str, CalloutKind); 6] = [
    ("NOTE", CalloutKind::Note),
    ("IMPORTANT", CalloutKind::Important),
    ("CALL", CalloutKind::Call),
    ("TIP", CalloutKind::Note),
    ("WARNING", CalloutKind::Important),
    ("CAUTION", CalloutKind::Important),
];

/// Whether the first line of this quotation, as written, begins with what may be a mark. An escaped one is text.
pub(crate) fn may_begin(quotation: &str) -> bool {
    let Some(line) = quotation.trim_ascii_start().strip_prefix('>') else {
        return false;
    };
    line.trim_start_matches([' ', '\t']).starts_with("[!")
}

/// Takes the mark from the beginning of a quotation's blocks, and tells what it means.
pub(crate) fn take_mark(blocks: &mut Vec<Block>) -> Option<CalloutKind> {
    let Block { lines, kind } = blocks.first_mut()?;
    let BlockKind::Paragraph(content) = kind else {
        return None;
    };
    let Some(Inline::Text(text)) = content.first_mut() else {
        return None;
    };
    let (mark, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let (_, callout) = *MARKS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(mark))?;
    *text = rest.trim_start().to_owned();
    if text.is_empty() {
        take_first_line(content, lines);
    }
    if content.is_empty() {
        blocks.remove(0);
    }
    Some(callout)
}

/// The line of the mark has nothing else in it.
fn take_first_line(content: &mut Vec<Inline>, lines: &mut Range<u32>) {
    content.remove(0);
    if matches!(content.first(), Some(Inline::SoftBreak | Inline::HardBreak)) {
        content.remove(0);
        lines.start += 1;
    }
}
