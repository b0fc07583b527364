//! The wire between the engine and a window.
//!
//! [`commands`] is the one table of what a window can ask: it makes the router ([`App::call`]), the TypeScript types
//! ([`typescript`]) and the list of permissions ([`COMMAND_NAMES`]). Requests and answers are types of this crate, in
//! camelCase JSON; the model's own types are converted, never serialised. What only a desktop can do (dialogs, opening
//! a browser) is asked of a [`Host`].

mod app;
mod beside;
mod bindings;
mod commands;
mod error;
mod exporting;
mod host;
mod shown;
mod types;

pub use app::{App, Asset};
pub use bindings::typescript;
pub use commands::{COMMAND_NAMES, Request};
pub use error::{Code, WireError};
pub use host::{AppEvent, Host};
pub use pamphlet_engine::SystemWorld;
pub use types::{LinkedArticle, Menu, MenuItem, Order, Standing, Status};
