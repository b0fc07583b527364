//! What the suites share: sandboxes in folders of their own, and drivers of the real programs.
//!
//! [`SiteSandbox`] makes a library of a folder in `fixtures/` and exports it; [`Tree`] is what an export left, and
//! [`crawl`] follows its links and [`judge`] judges all of it. [`CommandLine`] runs `pamphlet-cli`. On Linux, `Desktop` has the real window and a
//! real browser. Nothing is left behind, and only what was started here is ended.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in tests, that is how to fail"
)]

mod command_line;
pub mod crawl;
#[cfg(target_os = "linux")]
mod desktop;
pub mod fixtures;
pub mod judge;
pub mod metadata;
mod page;
mod programs;
mod site_sandbox;
mod tree;
mod watch;
mod world;

pub use command_line::{CommandLine, Ran};
#[cfg(target_os = "linux")]
pub use desktop::{
    App, Arrival, Browser, Desktop, LoopbackHost, Page as WindowPage, Scheme, long_texts, tour,
};
pub use page::Page;
pub use programs::{program, repository, target};
pub use site_sandbox::SiteSandbox;
pub use tree::Tree;
pub use watch::{Patient, StopsAfter};
pub use world::TestWorld;
