//! The engine's operations on real folders, with a clock and a randomness that count.

mod addresses;
mod export;
mod imports;
mod list;
mod making;
mod names;
mod people;
mod pictures;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use pamphlet_model::{Article, Hero, Practice, Status};
use tempfile::TempDir;

use crate::*;

#[derive(Default)]
struct CountingWorld(AtomicU64);

impl World for CountingWorld {
    fn now(&self) -> Timestamp {
        let seconds = self.0.fetch_add(1, Ordering::Relaxed);
        Timestamp::from_second(1_780_000_000 + i64::try_from(seconds).unwrap()).unwrap()
    }

    fn today(&self) -> Date {
        jiff::civil::date(2026, 6, 15)
    }

    fn random(&self) -> [u8; 16] {
        u128::from(self.0.fetch_add(1, Ordering::Relaxed)).to_be_bytes()
    }
}

fn world() -> Arc<dyn World> {
    Arc::new(CountingWorld::default())
}

struct NoWatch;

impl Watch for NoWatch {
    fn progress(&self, _done: usize, _total: usize) {}

    fn stopped(&self) -> bool {
        false
    }
}

fn practice() -> Practice {
    Practice {
        name: "Alder Street".to_owned(),
        ..Practice::default()
    }
}

fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn library(folder: &TempDir) -> Library {
    Library::create(&folder.path().join("Alder"), &practice(), world()).unwrap()
}

fn titled(title: &str) -> ArticlePatch {
    ArticlePatch {
        title: Some(title.to_owned()),
        ..ArticlePatch::default()
    }
}

/// A new article of this title.
fn write(library: &Library, title: &str, text: &str) -> ArticleView {
    let article = library.create_article().unwrap().article;
    let patch = ArticlePatch {
        text: Some(text.to_owned()),
        status: Some(Status::Ready),
        ..titled(title)
    };
    library
        .save_article(article.id, article.revision, patch)
        .unwrap()
}

/// The smallest PNG with a colour of its own, made by the real encoder.
fn png(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(2, 3, image::Rgb([shade, 0, 0]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

#[test]
fn a_library_is_open_once_at_a_time() {
    let folder = temporary();
    let library = library(&folder);
    let path = library.folder().to_owned();
    assert!(matches!(
        Library::open(&path, world()),
        Err(EngineError::OpenElsewhere { .. })
    ));
    write(&library, "Sleep", "Words.");
    drop(library);
    assert_eq!(
        Library::open(&path, world())
            .unwrap()
            .articles()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_library_is_not_made_among_other_files() {
    let folder = temporary();
    let path = folder.path().join("Alder");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("letter.docx"), "mine").unwrap();
    let refused = Library::create(&path, &practice(), world());
    assert!(matches!(refused, Err(EngineError::FolderNotEmpty { .. })));
    assert_eq!(fs::read(path.join("letter.docx")).unwrap(), b"mine");
    assert!(!path.join("library.db").exists());

    fs::remove_file(path.join("letter.docx")).unwrap();
    fs::write(path.join(".DS_Store"), "").unwrap();
    // What a crash while making it leaves behind.
    fs::write(path.join("library.db.new"), "half").unwrap();
    let library = Library::create(&path, &practice(), world()).unwrap();
    assert_eq!(library.practice().unwrap(), practice());
    drop(library);
    let again = Library::create(&path, &practice(), world());
    assert!(matches!(again, Err(EngineError::FolderNotEmpty { .. })));
}

#[test]
fn opening_what_is_no_library_leaves_the_folder_alone() {
    let folder = temporary();
    let missing = Library::open(folder.path(), world());
    assert!(matches!(
        missing,
        Err(EngineError::Store(StoreError::Refused {
            refusal: Refusal::Missing,
            ..
        }))
    ));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_change_made_on_an_older_revision_is_refused() {
    let folder = temporary();
    let library = library(&folder);
    let first = write(&library, "Sleep", "Words.").article;
    let second = library
        .save_article(first.id, first.revision, titled("Better sleep"))
        .unwrap();
    let late = library.save_article(first.id, first.revision, titled("Lost"));
    assert!(matches!(late, Err(EngineError::Stale { .. })));
    assert_eq!(library.article(first.id).unwrap(), second);
    let same = library.save_article(first.id, second.article.revision, titled("Better sleep"));
    assert_eq!(same.unwrap(), second, "nothing changed");
}

#[test]
fn topics_and_authors_are_known_by_their_names() {
    let folder = temporary();
    let library = library(&folder);
    let article = library.create_article().unwrap().article;
    let patch = ArticlePatch {
        topics: Some(
            ["Sleep", " sleep ", "", "Sleep!"]
                .map(str::to_owned)
                .to_vec(),
        ),
        author: Some(Some(" Ana Ruiz, MD ".to_owned())),
        ..ArticlePatch::default()
    };
    let saved = library
        .save_article(article.id, article.revision, patch)
        .unwrap();
    assert_eq!(saved.topics, ["Sleep", "Sleep!"]);
    assert_eq!(saved.author.as_deref(), Some("Ana Ruiz, MD"));
    let names = library.names().unwrap();
    assert_eq!((names.topics.len(), names.people.len()), (2, 1));
    let nobody = ArticlePatch {
        author: Some(None),
        ..ArticlePatch::default()
    };
    let saved = library
        .save_article(article.id, saved.article.revision, nobody)
        .unwrap();
    assert_eq!(saved.author, None);
}

#[test]
fn the_address_follows_the_title_until_the_article_was_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let one = write(&library, "Sleep", "Words.").article;
    let two = write(&library, "Sleep", "Words.").article;
    assert_eq!(
        (one.address.as_str(), two.address.as_str()),
        ("sleep", "sleep-2")
    );
    let two = library
        .save_article(two.id, two.revision, titled("Rest"))
        .unwrap()
        .article;
    assert_eq!(two.address.as_str(), "rest");
    library
        .export(Destination::folder(&folder.path().join("site")), &NoWatch)
        .unwrap();
    let two = library
        .save_article(two.id, two.revision, titled("Naps"))
        .unwrap()
        .article;
    assert_eq!(two.address.as_str(), "rest");
}

#[test]
fn an_article_that_becomes_ready_gets_a_date_and_keeps_it() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Words.").article;
    assert_eq!(article.published, Some(jiff::civil::date(2026, 6, 15)));
    let earlier = ArticlePatch {
        published: Some(Some(jiff::civil::date(2020, 1, 2))),
        status: Some(Status::Draft),
        ..ArticlePatch::default()
    };
    let article = library
        .save_article(article.id, article.revision, earlier)
        .unwrap()
        .article;
    let ready = ArticlePatch {
        status: Some(Status::Ready),
        ..ArticlePatch::default()
    };
    let article = library
        .save_article(article.id, article.revision, ready)
        .unwrap()
        .article;
    assert_eq!(article.published, Some(jiff::civil::date(2020, 1, 2)));
}

#[test]
fn pictures_are_kept_once_and_as_they_came() {
    let folder = temporary();
    let library = library(&folder);
    let bytes = png(200);
    let picture = library.add_picture("door.png", &bytes).unwrap();
    assert_eq!(library.add_picture("again.png", &bytes).unwrap(), picture);
    assert_eq!(
        (picture.width, picture.height, picture.file_name.as_str()),
        (2, 3, "door.png")
    );
    assert_eq!(
        library.original(&picture.id).unwrap(),
        (picture.clone(), bytes.clone())
    );
    assert_eq!(
        library.picture(&picture_reference(&picture.id)).unwrap(),
        picture
    );
    let kept = library
        .folder()
        .join("media")
        .join(&picture.id.as_str()[..2]);
    assert_eq!(fs::read(kept.join(picture.id.as_str())).unwrap(), bytes);
    // Something outside cut the file short: the picture that comes again mends it.
    fs::write(kept.join(picture.id.as_str()), &bytes[..9]).unwrap();
    library.add_picture("door.png", &bytes).unwrap();
    assert_eq!(library.original(&picture.id).unwrap().1, bytes);
}

#[test]
fn what_is_no_picture_is_not_kept() {
    let folder = temporary();
    let library = library(&folder);
    let whole = png(1);
    for bytes in [
        &b""[..],
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        &whole[..40],
    ] {
        assert!(matches!(
            library.add_picture("x.png", bytes),
            Err(EngineError::Picture(_))
        ));
    }
    assert!(!library.folder().join("media").exists());
    let article = library.create_article().unwrap().article;
    let hero = Hero {
        picture: PictureId::of(b"unknown"),
        alt: String::new(),
    };
    let patch = ArticlePatch {
        hero: Some(Some(hero)),
        ..ArticlePatch::default()
    };
    let refused = library.save_article(article.id, article.revision, patch);
    assert!(matches!(refused, Err(EngineError::NotFound { .. })));
}

fn put(folder: &Path, path: &str, content: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

#[test]
fn a_second_import_updates_and_loses_nothing() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("from");
    put(
        &from,
        "a.md",
        b"---\ntitle: Sleep\nimage: images/x.png\n---\nFirst [b](b.md).",
    );
    put(&from, "b.md", b"---\ntitle: Naps\ndraft: true\n---\nOther.");
    put(&from, "images/x.png", &png(1));
    put(&from, ".hidden/c.md", b"---\ntitle: Hidden\n---\n");
    put(&from, "notes.md", b"No front matter.");
    let outcomes = |report: &ImportReport| {
        report
            .articles
            .iter()
            .map(|a| (a.article.title.clone(), a.outcome))
            .collect::<Vec<_>>()
    };
    let first = library.import(&from).unwrap();
    let added = |title: &str| (title.to_owned(), Outcome::Added);
    assert_eq!(outcomes(&first), [added("Sleep"), added("Naps")]);
    assert_eq!(first.skipped.len(), 1);
    assert_eq!(first.pictures, 1);
    assert_eq!(first.articles[0].article.text, "First [b](article:b).");
    assert_eq!(first.articles[1].article.status, Status::Draft);

    // Changed here meanwhile: the file has not changed, so the article stays.
    let naps = &first.articles[1].article;
    library
        .save_article(naps.id, naps.revision, titled("My naps"))
        .unwrap();
    put(
        &from,
        "a.md",
        b"---\ntitle: Better sleep\nimage: images/x.png\n---\nSecond.",
    );
    let second = library.import(&from).unwrap();
    assert_eq!(
        outcomes(&second),
        [
            ("Better sleep".to_owned(), Outcome::Updated),
            ("My naps".to_owned(), Outcome::Unchanged)
        ]
    );
    assert_eq!(library.articles().unwrap().len(), 2);
    assert_eq!(second.articles[0].article.id, first.articles[0].article.id);
    let article = first.articles[0].article.id;
    let kept = library.versions(article).unwrap();
    assert_eq!(kept.len(), 1);
    let words = library.version(article, kept[0].id).unwrap();
    assert_eq!(words.text, "First [b](article:b).");
}

/// A world whose clock stands until it is moved.
#[derive(Default)]
struct StandingWorld {
    seconds: AtomicU64,
    numbers: AtomicU64,
}

impl StandingWorld {
    fn pass(&self, minutes: u64) {
        self.seconds.fetch_add(60 * minutes, Ordering::Relaxed);
    }
}

impl World for StandingWorld {
    fn now(&self) -> Timestamp {
        let seconds = self.seconds.load(Ordering::Relaxed);
        Timestamp::from_second(1_780_000_000 + i64::try_from(seconds).unwrap()).unwrap()
    }

    fn today(&self) -> Date {
        jiff::civil::date(2026, 6, 15)
    }

    fn random(&self) -> [u8; 16] {
        u128::from(self.numbers.fetch_add(1, Ordering::Relaxed)).to_be_bytes()
    }
}

fn saying(text: &str) -> ArticlePatch {
    ArticlePatch {
        text: Some(text.to_owned()),
        ..ArticlePatch::default()
    }
}

#[test]
fn versions_are_kept_at_pauses_and_before_much_is_gone() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let library =
        Library::create(&folder.path().join("Alder"), &practice(), world.clone()).unwrap();
    let article = library.create_article().unwrap().article;
    let long = "Much was written here before it was gone. ".repeat(8);
    let steps = [
        // (minutes that pass before, the text that is saved, versions that there are then)
        (0, "One.", 0),
        (1, "One two.", 0),
        // The person was away: what stood there is kept.
        (5, "One two three.", 1),
        (0, &long, 1),
        // All of it is selected and typed over.
        (0, "x", 2),
        (1, "xy", 2),
        // Writing on and on.
        (1, "xyz", 2),
        (1, "xyza", 2),
        (1, "xyzab", 2),
        (1, "xyzabc", 2),
        (1, "xyzabcd", 2),
        (1, "xyzabcde", 2),
        (1, "xyzabcdef", 2),
        (1, "xyzabcdefg", 2),
        (1, "xyzabcdefgh", 3),
    ];
    let mut revision = article.revision;
    for (minutes, text, versions) in steps {
        world.pass(minutes);
        revision = library
            .save_article(article.id, revision, saying(text))
            .unwrap()
            .article
            .revision;
        assert_eq!(
            library.versions(article.id).unwrap().len(),
            versions,
            "{text}"
        );
    }
    let kept = library.versions(article.id).unwrap();
    let reasons: Vec<_> = kept.iter().map(|version| version.reason.as_str()).collect();
    assert_eq!(reasons, ["pause", "change", "pause"]);
    assert_eq!(library.version(article.id, kept[1].id).unwrap().text, long);
    assert_eq!(
        kept[1].change,
        Change {
            added: 64,
            removed: 2
        }
    );
}

#[test]
fn a_version_is_named_compared_and_brought_back() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Go to bed at ten.\n\nNo screens.").article;
    let named = library.name_version(article.id, " As approved ").unwrap();
    assert_eq!(named.name.as_deref(), Some("As approved"));
    let save = |revision, text| {
        library
            .save_article(article.id, revision, saying(text))
            .unwrap()
            .article
    };
    let changed = save(
        article.revision,
        "Go to bed at nine.\n\nNo screens.\n\nRead.",
    );
    let compared = library.compare_version(article.id, named.id).unwrap();
    let different: Vec<_> = compared.rows.iter().map(Row::is_changed).collect();
    assert_eq!(different, [true, false, true]);

    let one = library
        .bring_back_paragraph(article.id, named.id, 0, changed.revision)
        .unwrap()
        .article;
    assert_eq!(one.text, "Go to bed at ten.\n\nNo screens.\n\nRead.");
    // Somebody changed the article since the person looked.
    assert!(matches!(
        library.bring_back(article.id, named.id, changed.revision),
        Err(EngineError::Stale { .. })
    ));
    let all = library
        .bring_back(article.id, named.id, one.revision)
        .unwrap()
        .article;
    assert_eq!((all.title, all.text), (article.title, article.text));
    // What was replaced is there too.
    let texts: Vec<_> = library
        .versions(article.id)
        .unwrap()
        .iter()
        .map(|version| library.version(article.id, version.id).unwrap().text)
        .collect();
    assert_eq!(
        texts,
        [
            one.text,
            changed.text,
            "Go to bed at ten.\n\nNo screens.".to_owned()
        ]
    );
}

#[test]
fn an_earlier_version_gets_a_name_another_one_and_none() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Go to bed at ten.").article;
    let other = write(&library, "Pain", "Move a little.").article;
    let first = library.name_version(article.id, "First").unwrap();
    library
        .save_article(article.id, article.revision, saying("Go to bed at nine."))
        .unwrap();
    library.name_version(article.id, "Second").unwrap();
    for (name, expected) in [
        (Some(" Approved by Dr. Lee "), Some("Approved by Dr. Lee")),
        (None, None),
        (Some("First"), Some("First")),
        (Some("  "), None),
    ] {
        let named = library.rename_version(article.id, first.id, name).unwrap();
        assert_eq!(named.name.as_deref(), expected, "{name:?}");
        let kept = library.versions(article.id).unwrap();
        let names: Vec<_> = kept.iter().map(|version| version.name.as_deref()).collect();
        assert_eq!(names, [Some("Second"), expected]);
    }
    assert!(matches!(
        library.rename_version(other.id, first.id, Some("Theirs")),
        Err(EngineError::NotFound { .. })
    ));
}

#[test]
fn a_version_that_lost_its_name_is_thinned_out_like_others() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let library =
        Library::create(&folder.path().join("Alder"), &practice(), world.clone()).unwrap();
    let article = library.create_article().unwrap().article;
    let mut revision = article.revision;
    let mut keep = |text: &str| {
        let saved = library.save_article(article.id, revision, saying(text));
        revision = saved.unwrap().article.revision;
        library.name_version(article.id, text).unwrap().id
    };
    let (staying, going) = (keep("One."), keep("One two."));
    keep("One two three.");
    library.rename_version(article.id, going, None).unwrap();
    world.pass(60 * 24 * 400);
    keep("One two three four.");
    let kept = library.versions(article.id).unwrap();
    assert!(kept.iter().any(|version| version.id == staying));
    assert!(!kept.iter().any(|version| version.id == going));
}

#[test]
fn words_that_were_not_taken_are_a_version_and_the_article_stays() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Go to bed at ten.").article;
    let words = Words {
        text: "Go to bed at nine.".to_owned(),
        ..Words::from(&article)
    };
    let aside = library.set_words_aside(article.id, &words).unwrap();
    assert_eq!(aside.reason, "set-aside");
    assert_eq!(library.version(article.id, aside.id).unwrap(), words);
    assert_eq!(library.article(article.id).unwrap().article, article);
    let again = library.set_words_aside(article.id, &words).unwrap();
    assert_eq!(again.id, aside.id);
}

#[test]
fn a_deleted_article_can_be_put_back_for_thirty_days() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let path = folder.path().join("Alder");
    let library = Library::create(&path, &practice(), world.clone()).unwrap();
    let article = write(&library, "Sleep", "Go to bed at ten.").article;
    let other = write(&library, "Naps", "Short ones.").article;
    library
        .export(Destination::folder(&folder.path().join("site")), &NoWatch)
        .unwrap();

    library.delete_article(article.id).unwrap();
    assert!(matches!(
        library.article(article.id),
        Err(EngineError::NotFound { .. })
    ));
    assert!(library.find_article("sleep").is_err());
    assert!(library.delete_article(article.id).is_err());
    assert!(
        library
            .save_article(article.id, article.revision, saying("x"))
            .is_err()
    );
    assert_eq!(library.articles().unwrap().len(), 1);
    let state = library.export_state().unwrap();
    assert_eq!((state.changes, state.ready), (1, 1));
    let bin = library.bin().unwrap();
    assert_eq!((bin.len(), bin[0].title.as_str()), (1, "Sleep"));
    assert_eq!(bin[0].until.duration_since(bin[0].binned).as_hours(), 720);
    // Its address stays its own.
    assert_eq!(
        write(&library, "Sleep", "Again.").article.address.as_str(),
        "sleep-2"
    );

    world.pass(30 * 24 * 60 - 1);
    drop(library);
    let library = Library::open(&path, world.clone()).unwrap();
    library.settle().unwrap();
    let restored = library.restore_article(article.id).unwrap();
    assert_eq!(
        (restored.article.text.as_str(), restored.article.status),
        ("Go to bed at ten.", Status::Ready)
    );
    assert!(library.restore_article(article.id).is_err());

    library.delete_article(article.id).unwrap();
    library.delete_article(other.id).unwrap();
    library.remove_for_ever(other.id).unwrap();
    assert!(library.remove_for_ever(other.id).is_err());
    world.pass(30 * 24 * 60);
    drop(library);
    let library = Library::open(&path, world).unwrap();
    library.settle().unwrap();
    assert!(library.bin().unwrap().is_empty());
    assert!(library.restore_article(article.id).is_err());
}

#[test]
fn articles_are_found_with_the_words_marked() {
    let folder = temporary();
    let library = library(&folder);
    write(
        &library,
        "Sleeping well",
        "Go to **bed** at [ten](https://sleep.example).\n\n- Sleep.",
    );
    write(
        &library,
        "Walking",
        "Every day. More at [ten](https://bed.example/sleep) or [here](article:sleep-bed).",
    );
    let found = library.search("sleep bed").unwrap();
    assert_eq!(found.len(), 1);
    let marked = |pieces: &[Piece]| -> String {
        let piece = |piece: &Piece| match piece.found {
            true => format!("<{}>", piece.text),
            false => piece.text.clone(),
        };
        pieces.iter().map(piece).collect()
    };
    assert_eq!(marked(&found[0].title), "<Sleeping> well");
    assert_eq!(marked(&found[0].place), "Go to <bed> at ten. <Sleep>.");
    assert_eq!(found[0].article.summary.status, Status::Ready);
    // Where an excerpt begins or ends within a link, nothing of the link's marks is seen.
    let long = "word ".repeat(30);
    let text = format!("{long}[{long}pillow {long}](https://pillow.example/a_b_c){long}");
    write(&library, "Long", &text);
    let found = library.search("pillow").unwrap();
    let place = marked(&found[0].place);
    assert!(
        place.contains("word <pillow> word") && !place.contains(['[', '(', ']']),
        "{place}"
    );
}

#[test]
fn a_link_leads_to_its_article_when_the_title_changes() {
    let folder = temporary();
    let library = library(&folder);
    let back = write(&library, "Back pain", "Rest.").article;
    let text = "Read [about backs](article:back-pain).";
    let sleep = write(&library, "Sleep", text).article;
    let shown = |library: &Library| {
        let draft = PreviewDraft {
            text: text.to_owned(),
            ..PreviewDraft::default()
        };
        library.preview(sleep.id, draft, "/").unwrap().blocks[0]
            .html
            .clone()
    };
    let before = shown(&library);
    assert!(before.contains("<a "), "{before}");
    library
        .save_article(back.id, back.revision, titled("When your back hurts"))
        .unwrap();
    assert_eq!(
        library.article(back.id).unwrap().article.address.as_str(),
        "when-your-back-hurts"
    );
    assert!(shown(&library).contains("<a "));
    for address in ["when-your-back-hurts", "back-pain"] {
        assert_eq!(library.find_article(address).unwrap().article.id, back.id);
    }
    // The same from what is kept.
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    let page = fs::read_to_string(site.join("articles/sleep/index.html")).unwrap();
    assert!(page.contains("when-your-back-hurts/index.html\">about backs</a>"));

    // An article of the old title is another article.
    let other = write(&library, "Back pain", "Move.").article;
    assert_eq!(other.address.as_str(), "back-pain-2");
    library.export(Destination::Remembered, &NoWatch).unwrap();
    let page = fs::read_to_string(site.join("articles/sleep/index.html")).unwrap();
    assert!(page.contains("when-your-back-hurts/index.html\">about backs</a>"));
}

#[test]
fn what_a_file_withdraws_stays_here() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("posts");
    put(&from, "a.md", b"---\ntitle: Sleep\n---\nFirst.");
    assert_eq!(
        library.import(&from).unwrap().articles[0].article.status,
        Status::Ready
    );
    put(
        &from,
        "a.md",
        b"---\ntitle: Sleep\ndraft: true\n---\nHalf a sen",
    );
    assert_eq!(
        library.import(&from).unwrap().articles[0].article.status,
        Status::Draft
    );
    // And does not go out again by itself.
    put(&from, "a.md", b"---\ntitle: Sleep\n---\nSecond.");
    assert_eq!(
        library.import(&from).unwrap().articles[0].article.status,
        Status::Draft
    );
}

#[test]
fn folders_of_one_name_do_not_overwrite_each_other() {
    let folder = temporary();
    let library = library(&folder);
    let (old, new) = (
        folder.path().join("2024/posts"),
        folder.path().join("2025/posts"),
    );
    put(&old, "flu.md", b"---\ntitle: Flu 2024\n---\nOld.");
    put(&new, "flu.md", b"---\ntitle: Flu 2025\n---\nNew.");
    let outcome = |from: &Path| library.import(from).unwrap().articles[0].outcome;
    assert_eq!(outcome(&old), Outcome::Added);
    assert_eq!(outcome(&new), Outcome::Added);
    assert_eq!(outcome(&new.join("../posts")), Outcome::Unchanged);
    // A folder that was moved is still the same.
    let moved = folder.path().join("elsewhere/posts");
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(&old, &moved).unwrap();
    assert_eq!(outcome(&moved), Outcome::Unchanged);
    assert_eq!(library.articles().unwrap().len(), 2);
}

#[test]
fn an_article_without_words_does_not_go_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let ready = ArticlePatch {
        status: Some(Status::Ready),
        ..ArticlePatch::default()
    };
    let blank = library.create_article().unwrap().article;
    assert!(matches!(
        library.save_article(blank.id, blank.revision, ready),
        Err(EngineError::NoWords)
    ));
    // Whoever empties one that is ready goes on writing; nothing refuses to save that.
    let emptied = write(&library, "Sleep", "Words.").article;
    library
        .save_article(emptied.id, emptied.revision, saying(" "))
        .unwrap();
    assert_eq!(library.export_state().unwrap().changes, 0);
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    assert!(!site.join("articles/sleep").exists());
    assert_eq!(library.export_state().unwrap().changes, 0);
}

#[test]
fn a_library_that_was_cut_short_in_the_making_can_be_made_again() {
    let folder = temporary();
    let path = folder.path().join("Alder");
    for left in [
        "library.db.new",
        "library.db.new-wal",
        "library.db.new-shm",
        "library.db.new-journal",
    ] {
        put(&path, left, b"half of it");
    }
    put(&path, "library.lock", b"");
    let library = Library::create(&path, &practice(), world()).unwrap();
    assert_eq!(library.practice().unwrap(), practice());
}

#[test]
fn the_library_is_known_by_every_spelling_of_its_folder() {
    let folder = temporary();
    let library = library(&folder);
    fs::create_dir_all(folder.path().join("early")).unwrap();
    for inside in ["Alder/site", "early/../Alder/site", "early/../Alder"] {
        let inside = folder.path().join(inside);
        assert!(matches!(
            library.export(Destination::folder(&inside), &NoWatch),
            Err(EngineError::ExportWithinLibrary { .. })
        ));
    }
}

#[test]
fn changes_are_counted_until_they_are_exported() {
    let folder = temporary();
    let library = library(&folder);
    let out = folder.path().join("site");
    let changes = || library.export_state().unwrap().changes;
    assert!(matches!(
        library.export(Destination::Remembered, &NoWatch),
        Err(EngineError::NoExportFolder)
    ));
    let article = write(&library, "Sleep", "Words.").article;
    library.create_article().unwrap();
    let state = library.export_state().unwrap();
    assert_eq!(
        (state.changes, state.ready, state.drafts, state.folder),
        (1, 1, 1, None)
    );
    let done = library.export(Destination::folder(&out), &NoWatch).unwrap();
    assert!(done.index.is_file());
    assert_eq!(library.exported_index().unwrap(), done.index);
    assert_eq!(changes(), 0);
    library
        .save_article(article.id, article.revision, titled("Better sleep"))
        .unwrap();
    let named = Practice {
        phone: "+1-802-555-0136".to_owned(),
        ..practice()
    };
    library.save_practice(&named).unwrap();
    assert_eq!(changes(), 2);
    assert_eq!(
        library
            .export(Destination::Remembered, &NoWatch)
            .unwrap()
            .folder,
        out
    );
    assert_eq!(changes(), 0);
}

#[test]
fn the_site_does_not_go_into_the_library() {
    let folder = temporary();
    let library = library(&folder);
    for inside in [library.folder().to_owned(), library.folder().join("site")] {
        let refused = library.export(Destination::folder(&inside), &NoWatch);
        assert!(
            matches!(refused, Err(EngineError::ExportWithinLibrary { .. })),
            "{inside:?}"
        );
        assert!(!library.folder().join("index.html").exists());
    }
}

#[test]
fn the_preview_shows_what_is_typed_and_not_yet_saved() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Saved words.").article;
    let draft = PreviewDraft {
        title: "Sleep <b>well</b>".to_owned(),
        text: "# One\n\nTwo <script>alert(1)</script>".to_owned(),
        ..PreviewDraft::default()
    };
    let preview = library.preview(article.id, draft.clone(), "base/").unwrap();
    assert!(
        preview.frame.html.contains("Sleep &lt;b&gt;well&lt;"),
        "{}",
        preview.frame.html
    );
    let lines: Vec<_> = preview.blocks.iter().map(|block| block.line).collect();
    assert_eq!(lines, [0, 2]);
    assert!(!preview.blocks[1].html.contains("<script"));

    // A key press in the text leaves the page around it alone; the practice's phone does not.
    let typed = PreviewDraft {
        text: "Three".to_owned(),
        ..draft.clone()
    };
    let after = library.preview(article.id, typed, "base/").unwrap();
    assert_eq!(after.frame, preview.frame);
    assert_ne!(after.blocks, preview.blocks);
    let phone = Practice {
        phone: "+1-802-555-0136".to_owned(),
        ..practice()
    };
    library.save_practice(&phone).unwrap();
    assert_ne!(
        library.preview(article.id, draft, "base/").unwrap().frame,
        preview.frame
    );
}

#[test]
fn the_sample_practice_is_whole() {
    let folder = temporary();
    let path = folder.path().join("Sample");
    let library = make_sample(&path, world()).unwrap();
    assert_eq!(library.articles().unwrap().len(), 5);
    let done = library
        .export(Destination::folder(&folder.path().join("site")), &NoWatch)
        .unwrap();
    assert!(done.report.pages > 5);
    for listed in library.articles().unwrap() {
        let article = library.article(listed.summary.id).unwrap().article;
        assert!(
            article.hero.is_some_and(|hero| !hero.alt.is_empty()),
            "{}",
            article.title
        );
        assert!(
            !article.summary.is_empty() && article.author.is_some(),
            "{}",
            article.title
        );
    }
}

#[test]
fn a_text_file_becomes_a_draft_each_time() {
    let folder = temporary();
    let library = library(&folder);
    let first = library
        .import_file("when-it-hurts.txt", b"Move a little.")
        .unwrap();
    let second = library
        .import_file("when-it-hurts.txt", b"Move a little.")
        .unwrap();
    assert_eq!(first.article.title, "When it hurts");
    assert_eq!(first.article.status, Status::Draft);
    assert_ne!(first.article.address, second.article.address);
    assert_eq!(library.articles().unwrap().len(), 2);
    let refused = library
        .import_file("letter.docx", b"PK\x03\x04")
        .unwrap_err();
    assert!(
        matches!(refused, EngineError::NotText { .. }),
        "{refused:?}"
    );
    assert_eq!(library.articles().unwrap().len(), 2);
}
