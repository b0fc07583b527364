use super::{ArticleRow, LostLinks, wire};

wire! {
    pub struct ExportState {
        /// Where the finished site goes, once that was chosen.
        pub folder: Option<String>,
        /// Where it could go.
        pub suggested: String,
        /// That is where it went when the library was somewhere else: this one may be a copy of that one.
        pub elsewhere: bool,
        /// Changes since the last export.
        pub changes: u32,
        /// Articles that go on the site.
        pub ready: u32,
        /// Articles that stay here.
        pub drafts: u32,
    }

    pub struct ExportSite {
        /// Null: the folder of last time.
        pub folder: Option<String>,
        /// The site of another practice may be in the folder.
        pub replaces: bool,
    }

    pub struct Exported {
        pub folder: String,
        /// The site's front page.
        pub index: String,
        pub pages: u32,
        pub pages_new: u32,
        pub pages_changed: u32,
        pub pages_removed: u32,
        /// Files.
        pub written: u32,
        pub unchanged: u32,
        pub removed: u32,
        /// Articles that stayed here.
        pub drafts: Vec<ArticleRow>,
        /// Of so many links only the words are on the site.
        pub lost_links: u32,
        /// Where they stand; the first of them.
        pub lost: Vec<LostLinks>,
    }
}
