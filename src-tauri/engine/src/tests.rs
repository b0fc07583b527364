//! The engine's operations on real folders, with a clock and a randomness that count.

mod addresses;
mod bin;
mod copies;
mod export;
mod imports;
mod links;
mod list;
mod making;
mod names;
mod opening;
mod people;
mod picture_files;
mod pictures;
mod preview;
mod saving;
mod search;
mod versions;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use pamphlet_model::{Article, Hero, Practice, Status};
use tempfile::TempDir;

use crate::*;

#[derive(Default)]
struct CountingWorld(AtomicU64);

impl World for CountingWorld {
    fn now(&self) -> Timestamp {
        let seconds = self.0.fetch_add(1, Ordering::Relaxed);
        Timestamp::from_second(1_780_000_000 + i64::try_from(seconds).unwrap()).unwrap()
    }

    fn today(&self) -> Date {
        jiff::civil::date(2026, 6, 15)
    }

    fn random(&self) -> [u8; 16] {
        u128::from(self.0.fetch_add(1, Ordering::Relaxed)).to_be_bytes()
    }
}

fn world() -> Arc<dyn World> {
    Arc::new(CountingWorld::default())
}

struct NoWatch;

impl Watch for NoWatch {
    fn progress(&self, _done: usize, _total: usize) {}

    fn stopped(&self) -> bool {
        false
    }
}

fn practice() -> Practice {
    Practice {
        name: "Alder Street".to_owned(),
        ..Practice::default()
    }
}

fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn library(folder: &TempDir) -> Library {
    Library::create(&folder.path().join("Alder"), &practice(), world()).unwrap()
}

/// As whoever opens it does.
fn settle(library: &Library) {
    library.wait_for_check().unwrap();
    library.tidy();
}

fn titled(title: &str) -> ArticlePatch {
    ArticlePatch {
        title: Some(title.to_owned()),
        ..ArticlePatch::default()
    }
}

/// A new article of this title.
fn write(library: &Library, title: &str, text: &str) -> ArticleView {
    let article = library.create_article().unwrap().article;
    let patch = ArticlePatch {
        text: Some(text.to_owned()),
        status: Some(Status::Ready),
        ..titled(title)
    };
    library
        .save_article(article.id, article.revision, patch)
        .unwrap()
}

/// The smallest PNG with a colour of its own, made by the real encoder.
fn png(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(2, 3, image::Rgb([shade, 0, 0]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn put(folder: &Path, path: &str, content: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A world whose clock stands until it is moved.
#[derive(Default)]
struct StandingWorld {
    seconds: AtomicU64,
    numbers: AtomicU64,
}

impl StandingWorld {
    fn pass(&self, minutes: u64) {
        self.seconds.fetch_add(60 * minutes, Ordering::Relaxed);
    }
}

impl World for StandingWorld {
    fn now(&self) -> Timestamp {
        let seconds = self.seconds.load(Ordering::Relaxed);
        Timestamp::from_second(1_780_000_000 + i64::try_from(seconds).unwrap()).unwrap()
    }

    fn today(&self) -> Date {
        jiff::civil::date(2026, 6, 15)
    }

    fn random(&self) -> [u8; 16] {
        u128::from(self.numbers.fetch_add(1, Ordering::Relaxed)).to_be_bytes()
    }
}

fn saying(text: &str) -> ArticlePatch {
    ArticlePatch {
        text: Some(text.to_owned()),
        ..ArticlePatch::default()
    }
}
