//! From a folder of articles to the finished site.

mod again;
mod folders;
mod hostile;
mod lists;
mod pages;
mod pictures;
mod stopped;
