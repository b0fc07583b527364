use std::collections::HashSet;
use std::ops::Range;

use crate::callout;
use crate::parse::MAX_DEPTH;
use crate::tree::{Alignment, Block, BlockKind, Document, Footnote, Inline};

/// The document so far, and the containers that are open in it.
#[derive(Default)]
pub(crate) struct Containers {
    pub(crate) document: Document,
    /// Of the footnotes in the document.
    labels: HashSet<String>,
    open: Vec<Frame>,
    /// Containers passed over because they are too deep.
    flattened: usize,
    /// A table has only cells in it, and so is not among the open containers.
    table: Option<Table>,
}

/// A container that is being filled.
struct Frame {
    lines: Range<u32>,
    kind: FrameKind,
    blocks: Vec<Block>,
}

pub(crate) enum FrameKind {
    Quotation {
        /// It may begin with the mark of a callout.
        marked: bool,
    },
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<Vec<Block>>,
    },
    Item,
    Footnote {
        label: String,
    },
}

struct Table {
    lines: Range<u32>,
    alignments: Vec<Alignment>,
    head: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
    row: Vec<Vec<Inline>>,
}

impl Containers {
    /// False for the first container that is too deep.
    pub(crate) fn open(&mut self, kind: FrameKind, lines: Range<u32>) -> bool {
        // An item goes with its list, whose depth was looked at.
        let too_deep = self.open.len() >= MAX_DEPTH && !matches!(kind, FrameKind::Item);
        if self.flattened > 0 || too_deep {
            self.flattened += 1;
            return self.flattened > 1;
        }
        self.open.push(Frame {
            lines,
            kind,
            blocks: Vec::new(),
        });
        true
    }

    pub(crate) fn close(&mut self) {
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        let Some(Frame {
            lines,
            kind,
            blocks,
        }) = self.open.pop()
        else {
            return;
        };
        match kind {
            FrameKind::Quotation { marked } => self.push(lines, quotation(marked, blocks)),
            FrameKind::List {
                start,
                tight,
                items,
            } => {
                self.push(
                    lines,
                    BlockKind::List {
                        start,
                        tight,
                        items,
                    },
                );
            }
            FrameKind::Item => {
                if let Some(Frame {
                    kind: FrameKind::List { items, .. },
                    ..
                }) = self.open.last_mut()
                {
                    items.push(blocks);
                }
            }
            FrameKind::Footnote { label } => {
                if self.labels.insert(label.clone()) {
                    self.document.footnotes.push(Footnote {
                        label,
                        lines,
                        blocks,
                    });
                }
            }
        }
    }

    /// The list whose item is open is not tight after all.
    pub(crate) fn loosen(&mut self) {
        if let [
            ..,
            list,
            Frame {
                kind: FrameKind::Item,
                ..
            },
        ] = self.open.as_mut_slice()
            && let FrameKind::List { tight, .. } = &mut list.kind
        {
            *tight = false;
        }
    }

    /// Puts a finished block into the innermost open container.
    pub(crate) fn push(&mut self, lines: Range<u32>, kind: BlockKind) {
        let blocks = match self.open.last_mut() {
            Some(frame) => &mut frame.blocks,
            None => &mut self.document.blocks,
        };
        blocks.push(Block { lines, kind });
    }

    pub(crate) fn open_table(&mut self, alignments: Vec<Alignment>, lines: Range<u32>) {
        self.table = Some(Table {
            lines,
            alignments,
            head: Vec::new(),
            rows: Vec::new(),
            row: Vec::new(),
        });
    }

    pub(crate) fn push_cell(&mut self, content: Vec<Inline>) {
        if let Some(table) = &mut self.table {
            table.row.push(content);
        }
    }

    pub(crate) fn close_head(&mut self) {
        if let Some(table) = &mut self.table {
            table.head = std::mem::take(&mut table.row);
        }
    }

    pub(crate) fn close_row(&mut self) {
        if let Some(table) = &mut self.table {
            let row = std::mem::take(&mut table.row);
            table.rows.push(row);
        }
    }

    pub(crate) fn close_table(&mut self) {
        if let Some(Table {
            lines,
            alignments,
            head,
            rows,
            ..
        }) = self.table.take()
        {
            self.push(
                lines,
                BlockKind::Table {
                    alignments,
                    head,
                    rows,
                },
            );
        }
    }
}

fn quotation(marked: bool, mut blocks: Vec<Block>) -> BlockKind {
    let kind = if marked {
        callout::take_mark(&mut blocks)
    } else {
        None
    };
    match kind {
        Some(kind) => BlockKind::Callout { kind, blocks },
        None => BlockKind::Quotation(blocks),
    }
}
