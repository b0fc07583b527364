//! From a folder of articles to the finished site.

mod again;
mod folders;
mod hostile;
mod lists;
mod pages;
mod pictures;
mod stopped;

use std::sync::LazyLock;

use pamphlet_tests::{Page, SiteSandbox, Tree};

/// A fixture's site, for tests that only look at it. Exported once.
struct Exported(LazyLock<Tree>);

static MILLBROOK: Exported = Exported(LazyLock::new(|| export("millbrook")));
static HOSTILE: Exported = Exported(LazyLock::new(|| export("hostile")));

fn export(fixture: &str) -> Tree {
    let site = SiteSandbox::of(fixture);
    site.export();
    site.tree()
}

impl Exported {
    fn tree(&self) -> &Tree {
        &self.0
    }

    fn page(&self, path: &str) -> Page {
        Page::parse(self.0.text(path))
    }
}
