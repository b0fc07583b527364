//! The values that Pamphlet is about: articles, people, topics, pictures and the practice itself.
//!
//! Nothing here reads a file, a clock or a database. Every other crate speaks in these types; what goes over the wire
//! to the window is converted in `api`, and what goes into SQLite is converted in `store`.

mod address;
mod adjustments;
mod alphabet;
mod article;
mod contact;
mod country;
mod ids;
mod look;
mod page;
mod person;
mod picture;
mod practice;

pub use address::{Address, AddressError, is_device_name};
pub use adjustments::{Adjustments, Area, Crop, Focus, WHOLE};
pub use alphabet::in_order;
pub use article::{Article, Hero, Standing, Status, Topic};
pub use contact::{mail_link, phone_link, web_address, web_link};
pub use country::{country_code, country_codes};
pub use ids::{ArticleId, IdError, PageId, PersonId, PictureId, TopicId};
pub use look::{Colour, ColourError, Look};
pub use page::{Page, PageKind, PageKindError, PublicAddress, PublicPage};
pub use person::Person;
pub use picture::{Picture, PictureFormat, picture_digits, pictures_named};
pub use practice::{DAYS, Hours, HoursError, OpenHours, PostalAddress, Practice};
