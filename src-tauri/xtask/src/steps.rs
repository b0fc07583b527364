//! One step after the other, each with its seconds.

use std::time::{Duration, Instant};

use crate::process::{Failure, Result};

/// The steps that were taken.
#[derive(Default)]
pub struct Steps {
    taken: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Takes one step.
    ///
    /// # Errors
    /// The step's own, with its name.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        eprintln!("==> {name}");
        let begun = Instant::now();
        work().map_err(|Failure(words)| Failure(format!("==> {name}: {words}")))?;
        let took = begun.elapsed();
        eprintln!("    {name}: {}", seconds(took));
        self.taken.push((name, took));
        Ok(())
    }

    /// Says once more how long each step took.
    pub fn print(&self) {
        let whole: Duration = self.taken.iter().map(|(_, took)| *took).sum();
        eprintln!();
        for (name, took) in self.taken.iter().chain([&("together", whole)]) {
            eprintln!("{:>9}  {name}", seconds(*took));
        }
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
