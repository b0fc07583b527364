//! Picture files that come into a library.

use super::*;

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
