//! The addresses that patients get.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::*;

#[test]
fn every_title_gives_an_address_that_every_system_can_write() {
    let folder = temporary();
    let library = library(&folder);
    let long = "word ".repeat(60);
    let one_word = "a".repeat(300);
    let titles = [
        "Élodie’s naïve café",
        "Elodies naive cafe",
        "睡眠と健康",
        "睡眠と健康",
        "🧠",
        "🧠🧠",
        "con",
        "CON",
        "Con.",
        "nul.txt",
        "COM1",
        "lpt9",
        "aux ",
        "Sleep",
        "SLEEP",
        "sleep.",
        "sleep...",
        " sleep ",
        "...",
        "·",
        "\u{0}",
        "-",
        "page",
        "index",
        "index.html",
        "../../etc/passwd",
        "C:\\Windows",
        "a/b",
        "a?b#c",
        "Ünïcödé",
        "Сон и здоровье",
        "שינה",
        "e\u{301}",
        "é",
        &long,
        &one_word,
        &one_word,
    ];
    let mut taken = BTreeSet::new();
    for title in titles {
        let address = write(&library, &format!("{title} "), "Words.")
            .article
            .address;
        let address = address.as_str();
        assert!((1..=60).contains(&address.len()), "{title:?}: {address}");
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(address.chars().all(is_plain), "{title:?}: {address}");
        let is_device =
            ["con", "nul", "aux", "prn", "com1", "lpt9", "page", "index"].contains(&address);
        assert!(!is_device, "{title:?}: {address}");
        // As a file system sees it that does not tell capitals.
        assert!(taken.insert(address.to_lowercase()), "{title:?}: {address}");
    }
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    let pages = fs::read_dir(site.join("articles")).unwrap();
    let folders = pages.filter(|it| it.as_ref().unwrap().path().join("index.html").is_file());
    assert_eq!(folders.count(), titles.len());
}

/// A site that is exported again and again.
struct Exported {
    folder: TempDir,
    library: Library,
}

impl Exported {
    fn new() -> Self {
        let folder = temporary();
        let library = library(&folder);
        Self { folder, library }
    }

    fn export(&self) {
        let site = self.folder.path().join("site");
        let to = Destination::folder(&site);
        self.library.export(to, &NoWatch).unwrap();
    }

    fn page(&self, path: &str) -> PathBuf {
        self.folder
            .path()
            .join("site")
            .join(path)
            .join("index.html")
    }

    /// Where the page at an address of an article leads to, if it leads on.
    fn leads(&self, address: &str) -> Option<String> {
        let html = fs::read_to_string(self.page(&format!("articles/{address}"))).unwrap();
        let (_, rest) = html.split_once("http-equiv=\"refresh\" content=\"0; url=")?;
        Some(rest.split('"').next().unwrap().to_owned())
    }

    fn readdress(&self, id: ArticleId, address: &str) {
        let view = self.library.readdress_article(id, address).unwrap();
        assert_eq!(view.article.address.as_str(), address);
    }
}

#[test]
fn an_old_address_leads_on_for_ever_in_one_step() {
    let it = Exported::new();
    let id = write(&it.library, "First", "Words.").article.id;
    let other = write(&it.library, "Other", "Words.").article.id;
    // Nobody has this one yet.
    it.readdress(id, "never-out");
    it.readdress(id, "first");
    it.export();
    assert!(!it.page("articles/never-out").exists());
    assert_eq!(it.leads("first"), None);
    it.readdress(id, "second");
    it.export();
    let second = "../../articles/second/index.html";
    assert_eq!(it.leads("first").as_deref(), Some(second));
    it.readdress(id, "third");
    it.export();
    let third = Some("../../articles/third/index.html");
    assert_eq!(
        (it.leads("first").as_deref(), it.leads("second").as_deref()),
        (third, third)
    );
    // Back where it was: no loop.
    it.readdress(id, "first");
    it.export();
    let first = Some("../../articles/first/index.html");
    assert_eq!(
        (it.leads("first").as_deref(), it.leads("second").as_deref()),
        (None, first)
    );
    for taken in ["first", "second"] {
        let refused = it.library.readdress_article(other, taken);
        assert!(
            matches!(refused, Err(EngineError::AddressTaken { .. })),
            "{taken}"
        );
    }
    for bad in ["", "Con", "con", "a b", "a/b", "page", "ä"] {
        let refused = it.library.readdress_article(other, bad);
        assert!(
            matches!(refused, Err(EngineError::BadAddress { .. })),
            "{bad:?}"
        );
    }
}

#[test]
fn the_address_of_a_withdrawn_article_leads_to_its_topic_or_to_all() {
    let it = Exported::new();
    let topic = |view: &ArticleView, topic: &str| {
        let patch = ArticlePatch {
            topics: Some(vec![topic.to_owned()]),
            ..ArticlePatch::default()
        };
        let article = &view.article;
        it.library
            .save_article(article.id, article.revision, patch)
            .unwrap();
    };
    let gone = write(&it.library, "Gone", "Words.");
    let draft = write(&it.library, "Draft again", "Words.");
    let stays = write(&it.library, "Stays", "Words.");
    topic(&gone, "Sleep");
    topic(&stays, "Sleep");
    topic(&draft, "Lonely");
    it.export();
    it.library.delete_article(gone.article.id).unwrap();
    it.library.remove_for_ever(gone.article.id).unwrap();
    let status = SeveralChange::Status(Status::Draft);
    it.library
        .change_articles(&[draft.article.id], &status)
        .unwrap();
    it.export();
    let sleep = Some("../../topics/sleep/index.html");
    assert_eq!(it.leads("gone").as_deref(), sleep);
    assert_eq!(
        it.leads("draft-again").as_deref(),
        Some("../../articles/index.html")
    );
    // What patients may have, nobody else gets.
    let again = write(&it.library, "Gone", "Words.").article.address;
    assert_eq!(again.as_str(), "gone-2");
    it.export();
    assert_eq!(it.leads("gone").as_deref(), sleep);
    let ready = SeveralChange::Status(Status::Ready);
    it.library
        .change_articles(&[draft.article.id], &ready)
        .unwrap();
    it.export();
    assert_eq!(it.leads("draft-again"), None);
}
