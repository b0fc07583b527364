use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use pamphlet_engine::Library;

/// What is done with a library beside what the person does, and takes a while. Whoever means to have its folder ends it.
#[derive(Default)]
pub(crate) struct Beside {
    /// Held while something is done with the library that is open.
    held: Mutex<()>,
    /// What is done with one that was closed.
    afterwards: Mutex<Option<JoinHandle<()>>>,
    /// How often everything was to end.
    ended: Arc<AtomicU64>,
}

/// Whether to stop.
pub(crate) type Stopped<'a> = &'a dyn Fn() -> bool;

impl Beside {
    /// Does something with the library that is open.
    pub fn run<T>(
        &self,
        library: Arc<Library>,
        work: impl FnOnce(&Library, Stopped<'_>) -> T,
    ) -> T {
        let held = lock(&self.held);
        let begun = self.ended.load(Ordering::SeqCst);
        let answer = work(&library, &|| self.ended.load(Ordering::SeqCst) != begun);
        // Whoever waits for the end means to have the folder.
        drop(library);
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
        let run = move || work(&library, &|| ended.load(Ordering::SeqCst) != begun);
        *afterwards = thread::Builder::new().spawn(run).ok();
    }

    /// Whatever goes on ends at once, and is waited for.
    pub fn end(&self) {
        self.ended.fetch_add(1, Ordering::SeqCst);
        self.wait();
    }

    /// Waits for whatever goes on.
    pub fn wait(&self) {
        join(lock(&self.afterwards).take());
        drop(lock(&self.held));
    }
}

fn join(thread: Option<JoinHandle<()>>) {
    if let Some(thread) = thread {
        // What panicked has ended, too.
        let _ = thread.join();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
