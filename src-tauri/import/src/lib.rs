//! Other programs' files, read into a plan of what a library will take from them.
//!
//! [`read_practice`] reads `practice.toml`, [`read_people`] `people.toml`; [`plan`] reads a folder of Markdown files with YAML front matter, [`plan_file`] one text file by itself. None
//! touches a disk or a library: the files come in as bytes, and `engine` applies the plan.

mod front_matter;
mod people;
mod plan;
mod practice;
mod single;
mod withheld;

pub use people::{PlannedPerson, read_people};
pub use plan::{
    Folder, Known, Plan, PlannedArticle, PlannedHero, PlannedPage, SourceFile, TakePicture, plan,
};
pub use practice::{PracticeError, read_practice};
pub use single::{NotText, plan_file};
