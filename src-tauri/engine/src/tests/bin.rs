//! Deleted articles.

use super::*;

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
    settle(&library);
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
    settle(&library);
    assert!(library.bin().unwrap().is_empty());
    assert!(library.restore_article(article.id).is_err());
}
