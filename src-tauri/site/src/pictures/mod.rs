//! The published versions of a picture, and what a picture must be to be taken at all.
//!
//! An original stays in the library for ever and is never published: a photograph says where and when it was taken, and
//! by which camera. From each original come a few smaller versions, each a [`Recipe`]: WebP for the browsers that know
//! it (all since 2020) and JPEG for the others and for the previews that social networks show.
//!
//! 1. [`inspect`] judges a file when it arrives: its format, its size as seen, whether it decodes to the end.
//! 2. [`recipes`] says from what is known of the picture which versions there are, and their names. No pixel is needed.
//! 3. [`Master::decode`] turns the original upright, turns and crops it as the person said, and brings it into sRGB and
//!    down to the largest version; once for all recipes.
//! 4. [`Recipe::render`] makes the file: nothing but pixels go in, so no EXIF, XMP, IPTC or colour profile comes out.
//!
//! [`rendition`] makes what a window shows, which has no use for the original's millions of pixels.
//!
//! The same original gives the same bytes on every machine: the decoders, the scaling and the encoders calculate in
//! whole numbers (checked with and without SIMD).

mod area;
mod encode;
mod error;
mod jpeg;
mod master;
mod moving;
mod open;
mod recipe;
mod rendition;
mod sniff;
#[cfg(test)]
pub(crate) mod tests;

pub use error::PictureError;
pub use master::Master;
pub(crate) use open::memory;
pub use open::{Inspected, MAX_PIXELS, inspect, look};
pub use recipe::{Recipe, recipes};
pub use rendition::rendition;
