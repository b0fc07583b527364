use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::{Code, WireError};

/// The export that goes on, if one does: at most one at a time, and none outlives its library.
#[derive(Default)]
pub(crate) struct Exporting {
    runs: Mutex<bool>,
    ended: Condvar,
    stop: AtomicBool,
}

/// An export that goes on, until it is dropped.
pub(crate) struct Running<'a>(&'a Exporting);

impl Exporting {
    /// # Errors
    /// If one goes on already.
    pub fn begin(&self) -> Result<Running<'_>, WireError> {
        let mut runs = self.runs();
        if *runs {
            return Err(WireError::new(
                Code::ExportFolderRefused,
                "An export is going on already.",
                "Wait until it is finished, then export again.",
            ));
        }
        *runs = true;
        self.stop.store(false, Ordering::Relaxed);
        Ok(Running(self))
    }

    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Stops the export that goes on, and waits for its end.
    pub fn end(&self) {
        let mut runs = self.runs();
        while *runs {
            self.stop();
            runs = self
                .ended
                .wait(runs)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn runs(&self) -> MutexGuard<'_, bool> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running<'_> {
    pub fn is_to_stop(&self) -> bool {
        self.0.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *self.0.runs() = false;
        self.0.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_export_at_a_time_which_ends_before_its_library_is_left() {
        let exporting = Exporting::default();
        let running = exporting.begin().unwrap();
        assert!(exporting.begin().is_err());
        std::thread::scope(|scope| {
            let leaving = scope.spawn(|| exporting.end());
            while !running.is_to_stop() {
                std::thread::yield_now();
            }
            assert!(!leaving.is_finished());
            drop(running);
        });
        assert!(!exporting.begin().unwrap().is_to_stop());
        // Nothing to wait for.
        exporting.end();
    }
}
