//! Libraries in the making.

use super::*;
use crate::lock::Lock;

#[test]
fn a_sample_that_was_cut_short_in_the_making_is_no_library_and_can_be_made_again() {
    let folder = temporary();
    let path = folder.path().join("Sample");
    let cut_short = Library::create_filled(&path, &practice(), world(), |library| {
        // Large enough for a thumbnail.
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_pixel(2500, 2000, image::Rgb([1, 2, 3]))
            .write_to(&mut bytes, image::ImageFormat::Png)
            .unwrap();
        library.add_picture("x.png", &bytes.into_inner())?;
        Err(EngineError::NoExportFolder)
    });
    assert!(matches!(cut_short, Err(EngineError::NoExportFolder)));
    assert!(path.join("thumbnails").exists());
    assert!(!path.join("library.db").exists());
    let library = make_sample(&path, world()).unwrap();
    assert_eq!(library.articles().unwrap().len(), 5);
    assert_eq!(library.folder(), path);
    drop(library);
    let library = Library::open(&path, world()).unwrap();
    assert_eq!(library.articles().unwrap().len(), 5);
}

#[test]
fn a_library_that_came_into_being_before_the_lock_was_taken_is_left_alone() {
    let folder = temporary();
    let path = library(&folder).folder().to_owned();
    let lock = Lock::take(&path).unwrap();
    let refused = Library::begin_locked(&path, lock, &practice());
    assert!(matches!(refused, Err(EngineError::FolderNotEmpty { .. })));
    assert!(Library::open(&path, world()).is_ok());
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
