//! Libraries in the making.

use super::*;

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
fn of_two_that_make_a_library_at_the_same_time_one_does() {
    let folder = temporary();
    for round in 0..40 {
        let path = folder.path().join(round.to_string());
        let make = || Library::create(&path, &practice(), world()).is_ok();
        let made = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
            let made = threads.into_iter().map(|thread| thread.join().unwrap());
            made.filter(|made| *made).count()
        });
        assert_eq!(made, 1, "round {round}");
    }
}
