use jiff::Timestamp;
use jiff::civil::Date;

/// What the engine asks of the world around it.
pub trait World: Send + Sync {
    /// The moment now.
    fn now(&self) -> Timestamp;
    /// The date where the person sits.
    fn today(&self) -> Date;
    /// Sixteen bytes that nothing else has.
    fn random(&self) -> [u8; 16];
}

/// The computer's clock and randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWorld;

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that asks the clock"
)]
impl World for SystemWorld {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn today(&self) -> Date {
        jiff::Zoned::now().date()
    }

    fn random(&self) -> [u8; 16] {
        uuid::Uuid::new_v4().into_bytes()
    }
}
