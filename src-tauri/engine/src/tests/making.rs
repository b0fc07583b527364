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
