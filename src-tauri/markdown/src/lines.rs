use std::ops::Range;

/// Where each line of a text begins, for turning byte offsets into line numbers.
///
/// A line ends with LF, CR LF or a lone CR, as in CommonMark 0.31, "Characters and lines".
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: usize| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let starts = (0..bytes.len()).filter(|&at| ends(at)).map(|at| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(starts).collect(),
        }
    }

    /// The line of the byte at `offset`, counted from 0.
    pub(crate) fn of(&self, offset: usize) -> u32 {
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// The lines that the bytes in `range` stand on, blank lines at its ends left out; at least one.
    pub(crate) fn span(&self, range: Range<usize>) -> Range<u32> {
        let written = self.text[range.clone()].trim_start_matches(['\n', '\r']);
        let first = self.of(range.end - written.len());
        let length = written.trim_ascii_end().len();
        let last = self.of(range.end - written.len() + length.saturating_sub(1));
        first..last + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_ending_counts_once() {
        let lines = Lines::new("a\nb\r\nc\rd\n\ne");
        let of_letters: Vec<u32> = [0, 2, 5, 7, 10].map(|at| lines.of(at)).to_vec();
        assert_eq!(of_letters, [0, 1, 2, 3, 5]);
    }

    #[test]
    fn spans_leave_out_blank_lines_at_their_ends() {
        let lines = Lines::new("\n\na\nb\n\n\n");
        assert_eq!(lines.span(0..7), 2..4);
        assert_eq!(lines.span(2..3), 2..3);
        assert_eq!(lines.span(0..1), 1..2);
    }
}
