use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use pamphlet_engine::World;

/// A clock that ticks a second whenever it is looked at, and randomness that counts.
#[derive(Debug, Default)]
pub struct TestWorld {
    asked: AtomicU64,
}

impl TestWorld {
    fn next(&self) -> u64 {
        self.asked.fetch_add(1, Ordering::Relaxed)
    }
}

impl World for TestWorld {
    fn now(&self) -> Timestamp {
        let begun: Timestamp = "2026-06-01T08:00:00Z".parse().unwrap();
        begun + SignedDuration::from_secs(self.next().cast_signed())
    }

    fn today(&self) -> Date {
        date(2026, 6, 1)
    }

    fn random(&self) -> [u8; 16] {
        u128::from(self.next()).to_be_bytes()
    }
}
