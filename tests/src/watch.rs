use std::sync::atomic::{AtomicUsize, Ordering};

use pamphlet_engine::Watch;

/// Lets an export go on to its end.
#[derive(Debug, Default)]
pub struct Patient;

impl Watch for Patient {
    fn progress(&self, _done: usize, _total: usize) {}

    fn stopped(&self) -> bool {
        false
    }
}

/// Stops an export when it has been asked so many times.
#[derive(Debug)]
pub struct StopsAfter {
    left: AtomicUsize,
}

impl StopsAfter {
    pub fn new(questions: usize) -> Self {
        Self {
            left: AtomicUsize::new(questions),
        }
    }
}

impl Watch for StopsAfter {
    fn progress(&self, _done: usize, _total: usize) {}

    fn stopped(&self) -> bool {
        let count = |left: usize| left.checked_sub(1);
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, count)
            .is_err()
    }
}
