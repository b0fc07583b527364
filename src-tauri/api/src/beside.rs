use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use pamphlet_engine::Library;

use crate::error::WireError;

/// What is done with a library beside what the person does, and takes a while. Whoever means to have its folder ends it.
#[derive(Default)]
pub(crate) struct Beside {
    /// Held while something is done with the library that is open.
    held: Mutex<()>,
    /// What is done with one that was closed.
    afterwards: Mutex<Option<Afterwards>>,
    /// How often everything was to end.
    ended: Arc<AtomicU64>,
}

struct Afterwards {
    thread: JoinHandle<()>,
    /// Hangs up when it is done.
    done: Receiver<()>,
}

/// Whether to stop.
pub(crate) type Stopped<'a> = &'a dyn Fn() -> bool;

impl Beside {
    /// Does something with the library that is open, unless everything is to end before its turn comes.
    pub fn run(
        &self,
        open: impl FnOnce() -> Result<Arc<Library>, WireError>,
        work: impl FnOnce(&Library, Stopped<'_>) -> Result<(), WireError>,
    ) -> Result<(), WireError> {
        let begun = self.ended.load(Ordering::SeqCst);
        let stopped = || self.ended.load(Ordering::SeqCst) != begun;
        // Whoever waits for the end means to have the folder, which has to be free of those that wait for their turn.
        let library = Arc::downgrade(&open()?);
        let held = lock(&self.held);
        if stopped() {
            return Ok(());
        }
        let answer = library
            .upgrade()
            .map_or(Ok(()), |library| work(&library, &stopped));
        drop(held);
        answer
    }

    /// Does something with a library that was closed, while the person goes on.
    pub fn run_afterwards(
        &self,
        library: Arc<Library>,
        work: impl FnOnce(&Library, Stopped<'_>) + Send + 'static,
    ) {
        let mut afterwards = lock(&self.afterwards);
        join(afterwards.take());
        let (ended, begun) = (Arc::clone(&self.ended), self.ended.load(Ordering::SeqCst));
        let (doing, done) = mpsc::channel();
        let run = move || {
            let _doing = doing;
            work(&library, &|| ended.load(Ordering::SeqCst) != begun);
        };
        let thread = thread::Builder::new().spawn(run).ok();
        *afterwards = thread.map(|thread| Afterwards { thread, done });
    }

    /// Whatever goes on ends at once, and is waited for.
    pub fn end(&self) {
        self.ended.fetch_add(1, Ordering::SeqCst);
        join(lock(&self.afterwards).take());
        drop(lock(&self.held));
    }

    /// As [`end`](Self::end), but what is done with a library that was closed has so much time to come to its end.
    pub fn end_after(&self, longest: Duration) {
        if let Some(afterwards) = &*lock(&self.afterwards) {
            let _ = afterwards.done.recv_timeout(longest);
        }
        self.end();
    }
}

fn join(afterwards: Option<Afterwards>) {
    if let Some(afterwards) = afterwards {
        // What panicked has ended, too.
        let _ = afterwards.thread.join();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::time::Instant;

    use pamphlet_engine::SystemWorld;
    use pamphlet_model::Practice;
    use tempfile::TempDir;

    use super::*;

    fn library(folder: &TempDir) -> Arc<Library> {
        let path = folder.path().join("Alder");
        let world = Arc::new(SystemWorld);
        Arc::new(Library::create(&path, &Practice::default(), world).unwrap())
    }

    #[test]
    fn what_waits_for_its_turn_ends_too() {
        let folder = tempfile::tempdir().unwrap();
        let (beside, library) = (Beside::default(), library(&folder));
        let open = || Ok(Arc::clone(&library));
        let came = AtomicBool::new(false);
        let (say, hear) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                beside.run(open, |_, stopped| {
                    say.send(()).unwrap();
                    while !stopped() {
                        thread::yield_now();
                    }
                    Ok(())
                })
            });
            hear.recv().unwrap();
            let (say, hear) = mpsc::channel();
            let (beside, came) = (&beside, &came);
            let asked = move || {
                say.send(()).unwrap();
                open()
            };
            scope.spawn(move || {
                beside.run(asked, |_, _| {
                    came.store(true, Ordering::SeqCst);
                    Ok(())
                })
            });
            hear.recv().unwrap();
            beside.end();
        });
        assert!(!came.into_inner());
    }

    #[test]
    fn what_takes_too_long_is_ended() {
        let beside = Beside::default();
        for (longest, comes_to_its_end) in
            [(Duration::from_secs(60), true), (Duration::ZERO, false)]
        {
            let folder = tempfile::tempdir().unwrap();
            let (say, hear) = mpsc::channel();
            beside.run_afterwards(library(&folder), move |_, stopped| {
                let begun = Instant::now();
                while !comes_to_its_end && !stopped() && begun.elapsed() < Duration::from_secs(9) {
                    thread::yield_now();
                }
                say.send(stopped()).unwrap();
            });
            beside.end_after(longest);
            assert_eq!(hear.recv().unwrap(), !comes_to_its_end);
        }
    }
}
