//! Whole copies of a library, and a library that is damaged.

use super::*;
use crate::copies::is_under_way;

const HOUR: u64 = 60;

struct Desk {
    folder: TempDir,
    world: Arc<StandingWorld>,
}

impl Desk {
    /// With a library that has one article of this title.
    fn with(title: &str) -> Self {
        let desk = Self {
            folder: temporary(),
            world: Arc::default(),
        };
        let library = Library::create(&desk.path(), &practice(), desk.world.clone()).unwrap();
        write(&library, title, "Words.");
        desk
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("Alder")
    }

    fn open(&self) -> Result<Library, EngineError> {
        let library = Library::open(&self.path(), self.world.clone())?;
        library.wait_for_check()?;
        library.tidy();
        Ok(library)
    }

    fn open_copy(&self, copy: &LibraryCopy) -> Result<Library, EngineError> {
        Library::open_copy(&self.path(), copy.made, self.world.clone())
    }

    fn copies(&self) -> Vec<LibraryCopy> {
        copies_of(&self.path()).unwrap()
    }

    /// Everything in the library's folder, but for what comes and goes with the library's being open.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let files = walkdir::WalkDir::new(self.path()).sort_by_file_name();
        let files = files.into_iter().map(|entry| entry.unwrap().into_path());
        let name = |path: &Path| {
            path.strip_prefix(self.path())
                .unwrap()
                .display()
                .to_string()
        };
        files
            .filter(|path| path.is_file())
            .map(|path| (name(&path), fs::read(&path).unwrap()))
            .collect()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        put(&self.path(), name, bytes);
    }
}

fn titles(library: &Library) -> Vec<String> {
    let articles = library.articles().unwrap().into_iter();
    articles.map(|article| article.summary.title).collect()
}

fn is_damage(error: &EngineError) -> bool {
    matches!(error, EngineError::Store(error) if error.is_damage())
}

fn keep(library: &Library) -> Option<LibraryCopy> {
    library.keep_copy(&|| false).unwrap()
}

/// What somebody does.
enum Act {
    /// So many minutes go by.
    Wait(u64),
    /// Words are changed and kept.
    Write,
    /// It is looked whether a copy is due; whether there is one more then.
    Look(bool),
    /// The library is closed; whether there is one more then.
    Close(bool),
    /// It is opened again.
    Open,
}

use Act::{Close, Look, Open, Wait, Write};

/// From the moment at which a library is made, in a folder of its own.
const DAYS: &[(&str, &[Act])] = &[
    (
        "made and left",
        &[Look(false), Wait(600), Look(false), Close(false)],
    ),
    (
        "the first day",
        &[
            Write,
            Look(true),
            Wait(30),
            Write,
            Look(false),
            Wait(30),
            Look(true),
            Wait(300),
            Look(false),
            Write,
            Look(true),
            Write,
            Close(true),
        ],
    ),
    (
        "closed soon after",
        &[
            Write,
            Close(true),
            Open,
            Close(false),
            Open,
            Write,
            Close(true),
        ],
    ),
    (
        "opened to read",
        &[
            Write,
            Close(true),
            Wait(1500),
            Open,
            Look(false),
            Wait(61),
            Look(false),
            Write,
            Look(true),
            Close(false),
        ],
    ),
    ("copied just before", &[Write, Look(true), Close(false)]),
];

#[test]
fn copies_are_made_hourly_of_what_changes_and_at_the_end() {
    for (name, acts) in DAYS {
        let desk = Desk {
            folder: temporary(),
            world: Arc::default(),
        };
        let made = Library::create(&desk.path(), &practice(), desk.world.clone());
        let mut library = made.unwrap();
        for (number, act) in acts.iter().enumerate() {
            // Two copies of one second would be one.
            desk.world.seconds.fetch_add(1, Ordering::Relaxed);
            let before = desk.copies().first().copied();
            let (expected, made) = match act {
                Wait(minutes) => {
                    desk.world.pass(*minutes);
                    (false, None)
                }
                Write => {
                    write(&library, "Sleep", "Words.");
                    (false, None)
                }
                Open => {
                    drop(library);
                    library = desk.open().unwrap();
                    (false, None)
                }
                Look(expected) => (*expected, keep(&library)),
                Close(expected) => (*expected, library.keep_last_copy(&|| false).unwrap()),
            };
            assert_eq!(made.is_some(), expected, "{name}: {number}");
            // One of the same hour may have gone for it.
            let newest = desk.copies().first().copied();
            assert_eq!(newest, made.or(before), "{name}: {number}");
        }
    }
}

#[test]
fn whoever_asks_for_a_copy_gets_one_and_old_ones_go() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    let first = keep(&library).unwrap();
    assert!(first.bytes > 0);
    desk.world.pass(1);
    assert!(library.make_copy(&|| false).unwrap().is_some());
    for _ in 0..60 {
        desk.world.pass(24 * HOUR);
        write(&library, "Naps", "Words.");
        keep(&library).unwrap();
    }
    assert_eq!(desk.copies().len(), 20);
    assert!(!desk.copies().contains(&first));
}

#[test]
fn a_save_that_changes_nothing_is_no_change() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    keep(&library).unwrap();
    library.save_practice(&practice()).unwrap();
    desk.world.pass(2 * HOUR);
    assert_eq!(library.keep_last_copy(&|| false).unwrap(), None);
    assert_eq!(keep(&library), None);
}

#[test]
fn a_copy_says_what_it_holds() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    library.add_picture("x.png", &png(1)).unwrap();
    desk.world.pass(3);
    let gone = write(&library, "Naps", "Words.").article.id;
    let changed = desk.world.now();
    let holdings = |articles| Holdings {
        articles,
        pictures: 1,
        last_change: Some(changed),
    };
    let copy = keep(&library).unwrap();
    assert_eq!(copy.holdings(&desk.path()), Some(holdings(2)));
    library.delete_article(gone).unwrap();
    desk.world.pass(HOUR);
    let copy = keep(&library).unwrap();
    assert_eq!(copy.holdings(&desk.path()).unwrap().articles, 1);
    let path = fs::read_dir(desk.path().join("backups")).unwrap();
    path.for_each(|entry| fs::write(entry.unwrap().path(), "damaged").unwrap());
    assert_eq!(copy.holdings(&desk.path()), None);
}

/// The number of the schema in the header of a database.
const SCHEMA: std::ops::Range<usize> = 60..64;

#[test]
fn before_its_schema_is_changed_a_library_is_copied() {
    let desk = Desk::with("Sleep");
    let copy = keep(&desk.open().unwrap()).unwrap();
    let mut earlier = fs::read(desk.path().join("library.db")).unwrap();
    earlier[SCHEMA].fill(0);
    desk.put("library.db", &earlier);
    for _ in 0..5 {
        desk.world.pass(HOUR);
        // The tables of the first schema are there already, which stands for whatever may go wrong.
        assert!(desk.open().is_err());
        assert_eq!(fs::read(desk.path().join("library.db")).unwrap(), earlier);
    }
    let copies = desk.copies();
    let made_before: Vec<_> = copies.iter().map(|copy| copy.before_update).collect();
    assert_eq!(made_before, [true, true, true, false]);
    assert_eq!(copies[3], copy);
    assert_eq!(copies[0].holdings(&desk.path()).unwrap().articles, 1);
}

#[test]
fn a_damaged_library_is_not_copied_before_its_schema_is_changed() {
    let desk = Desk::with("Sleep");
    let mut earlier = fs::read(desk.path().join("library.db")).unwrap();
    earlier[SCHEMA].fill(0);
    let half = earlier.len() / 8192 * 4096;
    earlier[half..half + 4096].fill(0xAA);
    desk.put("library.db", &earlier);
    assert!(is_damage(&desk.open().err().unwrap()));
    assert_eq!(desk.copies(), []);
    assert_eq!(fs::read(desk.path().join("library.db")).unwrap(), earlier);
}

#[test]
fn a_clock_that_was_wrong_once_keeps_nobody_from_having_copies() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    for second in 0..60 {
        let name = format!("backups/2099-01-01T0000{second:02}Z");
        desk.put(&format!("{name}.db"), b"of the future");
        desk.put(&format!("{name}-before-update.db"), b"of the future");
    }
    let mut made = Vec::new();
    for _ in 0..3 {
        write(&library, "Naps", "Words.");
        made.insert(0, keep(&library).unwrap());
        assert_eq!(desk.copies()[6..], made);
        // Nor are there more of them than elsewhere.
        desk.world.pass(HOUR / 2);
        write(&library, "Naps", "Words.");
        assert_eq!(keep(&library), None);
        desk.world.pass(HOUR / 2);
    }
    drop(library);
    let mut earlier = fs::read(desk.path().join("library.db")).unwrap();
    earlier[SCHEMA].fill(0);
    desk.put("library.db", &earlier);
    assert!(desk.open().is_err());
    assert!(desk.copies()[6].before_update);
}

#[test]
fn a_copy_that_was_stopped_or_that_there_is_no_room_for_leaves_nothing() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    assert_eq!(library.keep_copy(&|| true).unwrap(), None);
    assert_eq!(
        fs::read_dir(desk.path().join("backups")).unwrap().count(),
        0
    );
    // What a process that was killed left is overwritten.
    desk.put("backups/unfinished", b"half of it");
    assert!(keep(&library).is_some());
    let names: Vec<_> = desk.files().into_iter().map(|(name, _)| name).collect();
    assert!(
        !names.contains(&"backups/unfinished".to_owned()),
        "{names:?}"
    );

    // A folder in its place stands for whatever keeps the disk from taking it.
    desk.world.pass(24 * HOUR);
    write(&library, "Walks", "Words.");
    desk.put("backups/unfinished/x", b"");
    let before = desk.copies();
    assert!(library.keep_copy(&|| false).is_err());
    assert_eq!(desk.copies(), before);
    write(&library, "Naps", "Words.");
}

#[test]
fn a_library_whose_beginning_is_lost_is_damaged_and_not_somebody_elses() {
    let destroyed: [&[u8]; 3] = [b"", b"hello", &[0; 8192]];
    for bytes in destroyed {
        let desk = Desk::with("Sleep");
        desk.put("library.db", bytes);
        assert!(is_damage(&desk.open().err().unwrap()));
        // Whatever tells it.
        fs::remove_file(desk.path().join("library.lock")).unwrap();
        let foreign = desk.open().err().unwrap();
        assert!(!is_damage(&foreign), "{foreign}");
        desk.put("media/ab/ab12", b"a picture");
        assert!(is_damage(&desk.open().err().unwrap()));
        fs::remove_dir_all(desk.path().join("media")).unwrap();
        desk.put("media/holiday/1.jpg", b"a picture");
        assert!(!is_damage(&desk.open().err().unwrap()));
        desk.put("backups/2026-05-28T124000Z.db", b"a copy");
        assert!(is_damage(&desk.open().err().unwrap()));
        assert_eq!(fs::read(desk.path().join("library.db")).unwrap(), bytes);
    }
}

#[test]
fn a_copy_takes_the_place_of_a_damaged_library_which_is_put_aside() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    let copy = keep(&library).unwrap();
    write(&library, "Naps", "Words.");
    drop(library);
    let mut damaged = fs::read(desk.path().join("library.db")).unwrap();
    damaged[..100].fill(0);
    desk.put("library.db", &damaged);
    desk.put("library.db-wal", b"the log");
    let library = desk.open_copy(&copy).unwrap();
    settle(&library);
    assert_eq!(titles(&library), ["Sleep"]);
    // It can be written in, and opened again.
    write(&library, "Walks", "Words.");
    drop(library);
    assert_eq!(titles(&desk.open().unwrap()).len(), 2);
    let aside: Vec<_> = { desk.files().into_iter() }
        .filter(|(name, _)| name.starts_with("put-aside"))
        .map(|(name, bytes)| (Path::new(&name).file_name().unwrap().to_owned(), bytes))
        .collect();
    assert_eq!(
        aside,
        [
            ("library.db".into(), damaged),
            ("library.db-wal".into(), b"the log".to_vec())
        ]
    );
    assert_eq!(desk.copies(), [copy]);
}

#[test]
fn a_copy_that_is_damaged_too_takes_no_place() {
    let desk = Desk::with("Sleep");
    let copy = keep(&desk.open().unwrap()).unwrap();
    desk.put("library.db", b"damaged");
    let name = fs::read_dir(desk.path().join("backups"))
        .unwrap()
        .next()
        .unwrap();
    fs::write(name.unwrap().path(), b"damaged, too").unwrap();
    let before = desk.files();
    let refused = desk.open_copy(&copy).err().unwrap();
    assert!(
        matches!(refused, EngineError::CopyDamaged { .. }),
        "{refused}"
    );
    let none = LibraryCopy {
        made: Timestamp::UNIX_EPOCH,
        ..copy
    };
    let refused = desk.open_copy(&none).err().unwrap();
    assert!(matches!(refused, EngineError::NotFound { .. }), "{refused}");
    assert_eq!(desk.files(), before);
}

#[test]
fn a_library_that_is_whole_is_replaced_on_purpose_only() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    let copy = keep(&library).unwrap();
    write(&library, "Naps", "Words.");
    drop(library);
    let before = desk.files();
    let refused = desk.open_copy(&copy).err().unwrap();
    assert!(matches!(refused, EngineError::Whole { .. }), "{refused}");
    assert_eq!(desk.files(), before);
    let opened = Library::open_copy_even_if_whole(&desk.path(), copy.made, desk.world.clone());
    assert_eq!(titles(&opened.unwrap()), ["Sleep"]);
    // One that is gone has nothing to lose.
    fs::remove_file(desk.path().join("library.db")).unwrap();
    assert_eq!(titles(&desk.open_copy(&copy).unwrap()), ["Sleep"]);
}

#[test]
fn whatever_is_put_aside_in_one_second_is_kept() {
    let desk = Desk::with("Sleep");
    let copy = keep(&desk.open().unwrap()).unwrap();
    for damaged in ["once", "twice", "three times"] {
        desk.put("library.db", damaged.as_bytes());
        desk.open_copy(&copy).unwrap();
    }
    let mut aside: Vec<_> = { desk.files().into_iter() }
        .filter(|(name, _)| name.starts_with("put-aside"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    aside.sort();
    assert_eq!(aside, ["once", "three times", "twice"]);
}

#[test]
fn a_copy_is_of_the_moment_at_which_it_was_begun() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    let begun = desk.world.now();
    let copy = library.make_copy(&|| {
        desk.world.pass(1);
        false
    });
    assert_eq!(copy.unwrap().unwrap().made.as_second(), begun.as_second());
}

#[test]
fn a_library_that_is_open_is_not_put_aside() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    let copy = keep(&library).unwrap();
    let refused = desk.open_copy(&copy).err().unwrap();
    assert!(
        matches!(refused, EngineError::OpenElsewhere { .. }),
        "{refused}"
    );
    write(&library, "Naps", "Words.");
}

/// The steps of putting a copy in place: each moves one of these there, if it is there.
const STEPS: [(&str, &str); 4] = [
    ("library.db-wal", "put-aside/now/library.db-wal"),
    ("library.db-shm", "put-aside/now/library.db-shm"),
    ("library.db", "put-aside/now/library.db"),
    ("put-aside/now/replacement.db", "library.db"),
];

#[test]
fn killed_at_any_step_the_next_opening_completes_it() {
    for steps in 0..=STEPS.len() {
        let desk = Desk::with("Sleep");
        keep(&desk.open().unwrap()).unwrap();
        let copy = fs::read_dir(desk.path().join("backups"))
            .unwrap()
            .next()
            .unwrap();
        let copy = fs::read(copy.unwrap().path()).unwrap();
        for (name, bytes) in [
            ("library.db", &b"damaged"[..]),
            ("library.db-wal", b"the log"),
            ("library.db-shm", b"its index"),
            ("put-aside/now/replacement.db", &copy),
        ] {
            desk.put(name, bytes);
        }
        for (from, to) in &STEPS[..steps] {
            fs::rename(desk.path().join(from), desk.path().join(to)).unwrap();
        }
        assert_eq!(is_under_way(&desk.path()), steps < STEPS.len());
        let library = desk.open().unwrap();
        assert_eq!(titles(&library), ["Sleep"], "after {steps} steps");
        drop(library);
        for (_, aside) in &STEPS[..3] {
            assert!(
                desk.path().join(aside).exists(),
                "{aside} after {steps} steps"
            );
        }
        assert!(!is_under_way(&desk.path()));
    }
}

/// What OneDrive may put back between two openings.
const PUT_BACK: [(&str, &[u8]); 2] = [
    ("library.db", b"damaged, put back"),
    ("library.db-wal", b"the log, put back"),
];

#[test]
fn what_another_program_puts_back_meanwhile_is_put_aside_too() {
    for steps in 1..STEPS.len() {
        let desk = Desk::with("Sleep");
        keep(&desk.open().unwrap()).unwrap();
        let copy = fs::read_dir(desk.path().join("backups")).unwrap().next();
        let copy = fs::read(copy.unwrap().unwrap().path()).unwrap();
        desk.put("library.db", b"damaged");
        desk.put("library.db-wal", b"the log");
        desk.put("library.db-shm", b"its index");
        desk.put("put-aside/now/replacement.db", &copy);
        for (from, to) in &STEPS[..steps] {
            fs::rename(desk.path().join(from), desk.path().join(to)).unwrap();
        }
        for (name, bytes) in &PUT_BACK[..steps % 2 + 1] {
            desk.put(name, bytes);
        }
        let library = desk.open().unwrap();
        assert_eq!(titles(&library), ["Sleep"], "after {steps} steps");
        drop(library);
        assert!(!is_under_way(&desk.path()));
        let aside = fs::read_dir(desk.path().join("put-aside/now")).unwrap();
        let kept: Vec<_> = aside
            .map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect();
        for (_, bytes) in &PUT_BACK[..steps % 2 + 1] {
            assert!(kept.iter().any(|kept| kept == bytes), "after {steps} steps");
        }
        assert!(kept.iter().any(|kept| kept == b"the log"));
    }
}

#[test]
fn killed_while_a_file_has_both_names_it_is_moved_once() {
    let desk = Desk::with("Sleep");
    keep(&desk.open().unwrap()).unwrap();
    let copy = fs::read_dir(desk.path().join("backups")).unwrap().next();
    let copy = fs::read(copy.unwrap().unwrap().path()).unwrap();
    desk.put("put-aside/now/library.db", b"damaged");
    desk.put("put-aside/now/replacement.db", &copy);
    desk.put("library.db", &copy);
    assert_eq!(titles(&desk.open().unwrap()), ["Sleep"]);
    let aside = fs::read_dir(desk.path().join("put-aside/now")).unwrap();
    assert_eq!(aside.count(), 1);
}

#[test]
fn killed_before_the_copy_is_ready_nothing_has_changed() {
    let desk = Desk::with("Sleep");
    let copy = keep(&desk.open().unwrap()).unwrap();
    desk.put("library.db", b"damaged");
    desk.put("put-aside/now/unfinished", b"half of it");
    assert!(is_damage(&desk.open().err().unwrap()));
    assert_eq!(titles(&desk.open_copy(&copy).unwrap()), ["Sleep"]);
}

#[test]
fn damage_that_is_found_after_the_opening_is_said_and_never_copied() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    for number in 0..50 {
        write(&library, &format!("Article {number}"), &"word ".repeat(500));
    }
    drop(library);
    let mut bytes = fs::read(desk.path().join("library.db")).unwrap();
    let half = bytes.len() / 8192 * 4096;
    bytes[half..half + 4096].fill(0xAA);
    desk.put("library.db", &bytes);
    let library = Library::open(&desk.path(), desk.world.clone()).unwrap();
    assert!(is_damage(&library.wait_for_check().unwrap_err()));
    assert!(is_damage(&library.make_copy(&|| false).unwrap_err()));
    assert_eq!(desk.copies(), []);
}
