/// How much one comparison may still take, so that a text that was written all over again keeps nobody waiting: what
/// is left of [`Work::MOST`]. The same texts always take the same.
#[derive(Debug, Default)]
pub(super) struct Work {
    spent: usize,
}

impl Work {
    /// Pairs of words that are held side by side: about a tenth of a second.
    pub const MOST: usize = 10_000_000;

    /// Whether two lists of this length can still be compared piece by piece; if so, that is spent. Myers' algorithm
    /// takes as many steps when they have nothing in common.
    pub fn affords(&mut self, before: usize, now: usize) -> bool {
        let spent = self.spent.saturating_add(before.saturating_mul(now));
        let affordable = spent <= Self::MOST;
        if affordable {
            self.spent = spent;
        }
        affordable
    }

    #[cfg(test)]
    pub fn spent(&self) -> usize {
        self.spent
    }
}

/// How many pieces two lists have in common at their beginnings, and at the ends of what remains.
pub(super) fn in_common<T: PartialEq>(before: &[T], now: &[T]) -> (usize, usize) {
    let same =
        |pairs: &mut dyn Iterator<Item = (&T, &T)>| pairs.take_while(|(a, b)| a == b).count();
    let head = same(&mut before.iter().zip(now));
    let tail = same(&mut before[head..].iter().rev().zip(now[head..].iter().rev()));
    (head, tail)
}
