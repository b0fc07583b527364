//! Pictures of a library: where they are shown, what is said of them, and how they go and come back.

use pamphlet_model::Picture;

use super::*;

fn add(library: &Library, shade: u8) -> Picture {
    let name = format!("{shade}.png");
    library.add_picture(&name, &png(shade)).unwrap()
}

fn naming(picture: &Picture, alt: &str) -> String {
    format!("![{alt}]({} \"Below\")", picture_reference(&picture.id))
}

fn with_hero(
    library: &Library,
    article: &ArticleView,
    picture: &Picture,
    alt: &str,
) -> ArticleView {
    let hero = Hero {
        picture: picture.id.clone(),
        alt: alt.to_owned(),
    };
    let patch = ArticlePatch {
        hero: Some(Some(hero)),
        ..ArticlePatch::default()
    };
    let article = &article.article;
    library
        .save_article(article.id, article.revision, patch)
        .unwrap()
}

fn thumb(library: &Library, picture: &Picture) -> Option<usize> {
    let found = library.preview_asset(&format!("thumb/{}", picture.id));
    found.map(|(_, bytes)| bytes.len())
}

fn files_of(library: &Library, picture: &Picture) -> usize {
    let shelves = ["media", "thumbnails"].map(|folder| {
        let shelf = library
            .folder()
            .join(folder)
            .join(&picture.id.as_str()[..2]);
        fs::read_dir(shelf).map_or(0, Iterator::count)
    });
    shelves.iter().sum()
}

#[test]
fn a_picture_says_where_it_is_shown() {
    let folder = temporary();
    let library = library(&folder);
    let (door, lamp) = (add(&library, 1), add(&library, 2));
    let sleep = write(&library, "Sleep", &naming(&door, "A door"));
    with_hero(&library, &sleep, &door, "Our door");
    let view = library.picture_view(&door.id).unwrap();
    let uses: Vec<_> = view
        .uses
        .iter()
        .map(|it| (it.title.as_str(), it.hero, it.text))
        .collect();
    assert_eq!(uses, [("Sleep", true, true)]);
    let listed = library.pictures().unwrap();
    let listed: Vec<_> = listed.iter().map(|it| (&it.picture.id, it.uses)).collect();
    assert_eq!(listed, [(&lamp.id, 0), (&door.id, 1)]);
}

#[test]
fn a_description_is_kept_and_brought_to_the_articles_when_asked() {
    let folder = temporary();
    let library = library(&folder);
    let door = add(&library, 1);
    let text = format!("{}\n\n{}", naming(&door, "A door"), naming(&door, ""));
    let sleep = write(&library, "Sleep", &text);
    let sleep = with_hero(&library, &sleep, &door, "Some door");
    let door = library
        .describe_picture(&door.id, " The red [door] ")
        .unwrap();
    assert_eq!(door.alt, "The red [door]");
    assert_eq!(library.article(sleep.article.id).unwrap(), sleep);
    assert_eq!(
        library.picture_view(&door.id).unwrap().described_otherwise,
        1
    );

    // Words are not taken away everywhere by saying none.
    let blank = library.describe_picture_everywhere(&door.id, " ");
    assert!(matches!(blank, Err(EngineError::DescriptionNeeded)));
    assert_eq!(library.article(sleep.article.id).unwrap(), sleep);

    let changed = library
        .describe_picture_everywhere(&door.id, &door.alt)
        .unwrap();
    assert_eq!(changed.articles, [sleep.article.id]);
    let now = library.article(sleep.article.id).unwrap().article;
    // Decoration stays decoration.
    let expected = format!(
        "{}\n\n{}",
        naming(&door, "The red \\[door\\]"),
        naming(&door, "")
    );
    assert_eq!(now.text, expected);
    assert_eq!(now.hero.unwrap().alt, "The red [door]");
    assert_eq!(
        library.picture_view(&door.id).unwrap().described_otherwise,
        0
    );

    library.undo_everywhere(changed.undo).unwrap();
    let back = library.article(sleep.article.id).unwrap().article;
    assert_eq!((back.text, back.hero), (text, sleep.article.hero));
    let again = library.undo_everywhere(changed.undo);
    assert!(matches!(again, Err(EngineError::NotFound { .. })));
}

#[test]
fn what_an_import_says_of_a_picture_is_offered_again() {
    let folder = temporary();
    let library = library(&folder);
    let from = folder.path().join("from");
    let text = "---\ntitle: Sleep\n---\n![A door](1.png) ![](2.png)";
    put(&from, "a.md", text.as_bytes());
    put(&from, "1.png", &png(1));
    put(&from, "2.png", &png(2));
    library.import(&from).unwrap();
    let mut said: Vec<_> = library
        .pictures()
        .unwrap()
        .into_iter()
        .map(|it| it.picture.alt)
        .collect();
    said.sort();
    assert_eq!(said, ["", "A door"]);
}

#[test]
fn another_picture_takes_the_place_everywhere_and_gives_it_back() {
    let folder = temporary();
    let library = library(&folder);
    let (old, new) = (add(&library, 1), add(&library, 2));
    library.describe_picture(&old.id, "A door").unwrap();
    let in_text = write(&library, "Sleep", &naming(&old, "A door"));
    let on_top = write(&library, "Rest", "Words.");
    let on_top = with_hero(&library, &on_top, &old, "Door");
    let both = write(
        &library,
        "Naps",
        &format!("{} {}", naming(&old, "a"), naming(&new, "b")),
    );
    let read = |view: &ArticleView| library.article(view.article.id).unwrap().article;

    let changed = library
        .replace_picture(&old.id, &new.id, " A lamp ")
        .unwrap();
    assert_eq!(changed.articles.len(), 3);
    assert_eq!(read(&in_text).text, naming(&new, "A lamp"));
    let hero = read(&on_top).hero.unwrap();
    assert_eq!(
        (hero.picture, hero.alt.as_str()),
        (new.id.clone(), "A lamp")
    );
    // What was said there of the other one already is true of it.
    let expected = format!("{} {}", naming(&new, "A lamp"), naming(&new, "b"));
    assert_eq!(read(&both).text, expected);
    assert_eq!(library.picture_view(&old.id).unwrap().uses, []);
    assert_eq!(library.picture_view(&new.id).unwrap().picture.alt, "A lamp");

    // Written on before it is undone: the words stay, the picture goes back.
    let now = read(&in_text);
    let more = format!("{} More.", now.text);
    library
        .save_article(now.id, now.revision, saying(&more))
        .unwrap();
    let mut undone = library.undo_everywhere(changed.undo).unwrap();
    undone.sort();
    let mut articles = changed.articles;
    articles.sort();
    assert_eq!(undone, articles);
    assert_eq!(
        read(&in_text).text,
        format!("{} More.", naming(&old, "A door"))
    );
    assert_eq!(read(&on_top).hero, on_top.article.hero);
    assert_eq!(read(&both).text, both.article.text);
}

#[test]
fn a_picture_that_takes_the_place_of_another_is_never_described_as_that() {
    for (own, given, expected) in [
        ("A lamp", "", "A lamp"),
        ("A lamp", "A red lamp", "A red lamp"),
        ("", "A red lamp", "A red lamp"),
    ] {
        let folder = temporary();
        let library = library(&folder);
        let (old, new) = (add(&library, 1), add(&library, 2));
        library.describe_picture(&old.id, "A door").unwrap();
        library.describe_picture(&new.id, own).unwrap();
        let text = format!("{}\n\n{}", naming(&old, "A door"), naming(&old, ""));
        let article = write(&library, "Sleep", &text).article;
        let changed = library.replace_picture(&old.id, &new.id, given).unwrap();
        let text = library.article(article.id).unwrap().article.text;
        // Decoration stays decoration.
        let both = format!("{}\n\n{}", naming(&new, expected), naming(&new, ""));
        assert_eq!(text, both);
        assert_eq!(library.picture_view(&new.id).unwrap().picture.alt, expected);
        library.undo_everywhere(changed.undo).unwrap();
        assert_eq!(library.picture_view(&new.id).unwrap().picture.alt, own);
    }
}

#[test]
fn a_described_picture_is_not_replaced_by_one_without_words() {
    let folder = temporary();
    let library = library(&folder);
    let (old, new, decoration) = (add(&library, 1), add(&library, 2), add(&library, 3));
    let in_text = write(&library, "Sleep", &naming(&old, "A door"));
    let on_top = write(&library, "Rest", "Words.");
    let on_top = with_hero(&library, &on_top, &decoration, "");
    let refused = library.replace_picture(&old.id, &new.id, " ");
    assert!(matches!(refused, Err(EngineError::DescriptionNeeded)));
    assert_eq!(library.article(in_text.article.id).unwrap(), in_text);
    let changed = library
        .replace_picture(&decoration.id, &new.id, "")
        .unwrap();
    assert_eq!(changed.articles, [on_top.article.id]);
    let on_top = library.article(on_top.article.id).unwrap();
    with_hero(&library, &on_top, &decoration, "A view");
    let refused = library.replace_picture(&decoration.id, &new.id, "");
    assert!(matches!(refused, Err(EngineError::DescriptionNeeded)));
}

#[test]
fn an_article_that_was_written_on_gets_its_own_words_for_a_picture_back() {
    let folder = temporary();
    let library = library(&folder);
    let (old, new) = (add(&library, 1), add(&library, 2));
    library.describe_picture(&old.id, "A door").unwrap();
    let text = |picture, words: [&str; 3]| words.map(|words| naming(picture, words)).join("\n\n");
    let own = text(&old, ["The way in", "", "The way [out]"]);
    let own = own.replace("[out]", "\\[out\\]");
    let sleep = write(&library, "Sleep", &own);
    let sleep = with_hero(&library, &sleep, &old, "Our door");
    let both = format!("{} {}", naming(&old, "a"), naming(&new, "b"));
    let both = write(&library, "Naps", &both).article;
    let changed = library.replace_picture(&old.id, &new.id, "A lamp").unwrap();
    for id in [sleep.article.id, both.id] {
        let now = library.article(id).unwrap().article;
        let more = format!("{}\n\nMore. {}", now.text, naming(&new, "A lamp"));
        library
            .save_article(id, now.revision, saying(&more))
            .unwrap();
    }
    let skipped = library.article(both.id).unwrap();
    let undone = library.undo_everywhere(changed.undo).unwrap();
    assert_eq!(undone, [sleep.article.id]);
    assert_eq!(library.article(both.id).unwrap(), skipped);
    let now = library.article(sleep.article.id).unwrap().article;
    let more = naming(&old, "The way \\[out\\]");
    assert_eq!(now.text, format!("{own}\n\nMore. {more}"));
    assert_eq!(now.hero, sleep.article.hero);
}

#[test]
fn a_picture_goes_to_the_bin_and_comes_back() {
    let folder = temporary();
    let library = library(&folder);
    let door = add(&library, 1);
    let sleep = write(&library, "Sleep", &naming(&door, "A door"));
    let page = || {
        let draft = PreviewDraft {
            text: naming(&door, "A door"),
            ..PreviewDraft::default()
        };
        let preview = library.preview(sleep.article.id, draft, "/").unwrap();
        preview.blocks[0].html.contains("<img")
    };
    assert!(page());
    library.delete_picture(&door.id).unwrap();
    assert!(library.delete_picture(&door.id).is_err());
    assert!(!page());
    assert!(library.pictures().unwrap().is_empty());
    assert!(thumb(&library, &door).is_some(), "the bin shows it");
    let refused = library.remove_picture_for_ever(&door.id);
    assert!(matches!(refused, Err(EngineError::PictureNeeded)));
    // An article goes on being saved while the picture at its top is in the bin.
    let sleep = library.article(sleep.article.id).unwrap();
    library
        .save_article(sleep.article.id, sleep.article.revision, titled("Rest"))
        .unwrap();
    assert_eq!(library.restore_picture(&door.id).unwrap(), door);
    assert!(page());
    // Inserted again it comes out of the bin by itself.
    library.delete_picture(&door.id).unwrap();
    add(&library, 1);
    assert!(page());
}

#[test]
fn the_bin_forgets_pictures_after_30_days_unless_something_shows_them() {
    let folder = temporary();
    let world = Arc::new(StandingWorld::default());
    let path = folder.path().join("Alder");
    let library = Library::create(&path, &practice(), world.clone()).unwrap();
    let (free, shown, deleted) = (add(&library, 1), add(&library, 2), add(&library, 3));
    write(&library, "Sleep", &naming(&shown, ""));
    let article = write(&library, "Rest", &naming(&deleted, ""));
    for picture in [&free, &shown, &deleted] {
        thumb(&library, picture).unwrap();
        library.delete_picture(&picture.id).unwrap();
    }
    library.delete_article(article.article.id).unwrap();
    world.pass(30 * 24 * 60 - 1);
    drop(library);
    let library = Library::open(&path, world.clone()).unwrap();
    settle(&library);
    assert_eq!(library.binned_pictures().unwrap().len(), 3);
    world.pass(1);
    drop(library);
    let library = Library::open(&path, world).unwrap();
    settle(&library);
    let left = library.binned_pictures().unwrap();
    let left: Vec<_> = left.iter().map(|it| &it.picture.id).collect();
    assert_eq!(
        left,
        [&shown.id],
        "the article that showed the other is gone too"
    );
    let files = [&free, &shown, &deleted].map(|picture| files_of(&library, picture));
    assert_eq!(files, [0, 2, 0]);
}

#[test]
fn a_picture_is_shown_as_it_was_adjusted_and_its_file_stays() {
    let folder = temporary();
    let library = library(&folder);
    let door = add(&library, 1);
    let sleep = write(&library, "Sleep", &naming(&door, "A door"));
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    assert_eq!(library.export_state().unwrap().changes, 0);
    let turned = Adjustments {
        turns: 5,
        ..Adjustments::default()
    };
    let turned = library.adjust_picture(&door.id, turned).unwrap();
    assert_eq!(turned.shown_size(), (3, 2));
    assert_eq!(library.export_state().unwrap().changes, 1);
    let draft = PreviewDraft {
        text: sleep.article.text.clone(),
        ..PreviewDraft::default()
    };
    let html = &library
        .preview(sleep.article.id, draft, "/")
        .unwrap()
        .blocks[0]
        .html;
    assert!(html.contains("width=\"3\" height=\"2\""), "{html}");
    let path = picture_path(&turned);
    assert!(html.contains(&format!("/{path}")), "{html}");
    let (media_type, shown) = library.preview_asset(&path).unwrap();
    let size = image::load_from_memory(&shown).unwrap();
    assert_eq!(media_type, "image/webp");
    assert_eq!((size.width(), size.height()), (3, 2));
    assert_eq!(library.original(&door.id).unwrap().1, png(1));
    let done = library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    assert_eq!((done.report.written, done.report.removed), (3, 2));
}

#[test]
fn a_name_that_lies_does_no_harm() {
    let folder = temporary();
    let library = library(&folder);
    let picture = library.add_picture("../photo.jpg.exe", &png(1)).unwrap();
    let (media_type, bytes) = library.preview_asset(&picture_path(&picture)).unwrap();
    assert_eq!((media_type, bytes), ("image/png", png(1)));
    for path in [
        "media/",
        "thumb/x",
        "media/../library.db",
        "thumbnails/aa/x",
    ] {
        assert!(library.preview_asset(path).is_none(), "{path}");
    }
}

#[test]
fn a_large_photograph_is_decoded_once_and_shown_small() {
    let folder = temporary();
    let library = library(&folder);
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(3000, 2000, |x, y| {
        image::Rgb([(x >> 4) as u8, (y >> 4) as u8, 9])
    })
    .write_to(&mut bytes, image::ImageFormat::Jpeg)
    .unwrap();
    let bytes = bytes.into_inner();
    let cut = library.add_picture("cut.jpg", &bytes[..bytes.len() / 2]);
    assert!(matches!(cut, Err(EngineError::Picture(_))));
    assert!(!library.folder().join("thumbnails").exists());

    let photo = library.add_picture("photo.jpg", &bytes).unwrap();
    // With its file away, what was made when it came is all there is.
    let media = library.folder().join("media");
    fs::rename(&media, library.folder().join("away")).unwrap();
    for (path, width) in [(picture_path(&photo), 1600), (thumbnail_path(&photo), 480)] {
        let (_, shown) = library.preview_asset(&path).unwrap();
        assert_eq!(image::load_from_memory(&shown).unwrap().width(), width);
    }
}
