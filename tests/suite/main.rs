//! All suites in one binary, because linking takes longer than testing. Low-level suites come first, the real window last.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in tests, that is how to fail"
)]

#[cfg(target_os = "linux")]
mod accessible;
mod architecture;
#[cfg(target_os = "linux")]
mod articles_list;
mod command_line;
mod copies;
mod forgotten;
#[cfg(target_os = "linux")]
mod inserting;
mod judged;
#[cfg(target_os = "linux")]
mod keyboard;
mod killed;
mod licences;
mod losing;
mod related;
mod same_bytes;
#[cfg(target_os = "linux")]
mod searched;
mod site;
#[cfg(target_os = "linux")]
mod window;
