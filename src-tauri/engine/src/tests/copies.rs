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
        library.settle()?;
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

#[test]
fn a_copy_is_kept_of_each_day_and_old_ones_go() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    let first = keep(&library).unwrap();
    assert!(first.bytes > 0);
    desk.world.pass(19 * HOUR);
    assert_eq!(keep(&library), None);
    assert_eq!(desk.copies(), [first]);
    desk.world.pass(2 * HOUR);
    let second = keep(&library).unwrap();
    assert_eq!(desk.copies(), [second, first]);
    // Whoever asks for one gets one.
    desk.world.pass(24 * HOUR);
    assert!(library.make_copy(&|| false).unwrap().is_some());
    for _ in 0..60 {
        desk.world.pass(24 * HOUR);
        keep(&library).unwrap();
    }
    assert_eq!(desk.copies().len(), 11);
    assert!(!desk.copies().contains(&first));
}

#[test]
fn a_clock_that_was_wrong_once_keeps_nobody_from_having_copies() {
    let desk = Desk::with("Sleep");
    let library = desk.open().unwrap();
    desk.put("backups/2099-01-01T000000Z.db", b"of the future");
    assert!(keep(&library).is_some());
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
    library.settle().unwrap();
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
        bytes: 0,
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
    assert!(is_damage(&library.settle().unwrap_err()));
    assert!(is_damage(&library.make_copy(&|| false).unwrap_err()));
    assert_eq!(desk.copies(), []);
}
