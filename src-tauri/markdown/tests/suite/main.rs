//! What this crate promises, seen from outside.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in tests, that is how to fail"
)]

mod article;
mod commonmark;
mod hostile;
mod inserts;
mod library;
mod markup;
mod reading;
mod safety;
mod spec;
