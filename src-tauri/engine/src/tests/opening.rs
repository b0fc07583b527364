//! Libraries that are opened.

use super::*;

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
