use super::*;
use crate::pictures::recipes;
use crate::pictures::tests::{from_a_camera, known, photo};
use crate::write::{practice_of, state_of};

#[test]
fn a_folder_that_is_absent_is_made() {
    let mut sandbox = Sandbox::new();
    sandbox.folder.push("a/b/c");
    let written = sandbox.export(&site(OLD)).unwrap();
    let bytes = OLD.iter().map(|(_, text)| text.len() as u64).sum();
    assert_eq!(
        written,
        Written {
            pages_new: 5,
            written: 6,
            bytes,
            ..Written::default()
        }
    );
    assert_eq!(sandbox.tree(), tree_of(OLD));
}

#[test]
fn what_systems_leave_behind_does_not_make_a_folder_full() {
    let litter = [(".DS_Store", "x"), ("Thumbs.db", "y"), ("desktop.ini", "z")];
    let sandbox = Sandbox::with(&litter);
    sandbox.export(&site(OLD)).unwrap();
    assert_eq!(sandbox.tree(), tree_of(&[OLD, &litter].concat()));
}

#[test]
fn the_next_export_makes_the_difference() {
    let sandbox = with_old_site();
    let written = sandbox.export(&site(NEW)).unwrap();
    let expected = Written {
        pages_new: 2,
        pages_changed: 2,
        pages_removed: 2,
        written: 5,
        unchanged: 1,
        removed: 3,
        bytes: [
            "a new article",
            "all articles, after",
            "main {}",
            "front page, after",
            "a new folder",
        ]
        .concat()
        .len() as u64,
    };
    assert_eq!(written, expected);
    assert_eq!(sandbox.tree(), new_tree());
    // `topics`, which has become empty, is gone; the folder with a person's notes is not.
    assert!(!sandbox.path("topics").exists());
    assert!(sandbox.path("articles/gone/notes.txt").exists());
}

#[test]
fn an_export_of_the_same_site_touches_nothing() {
    let sandbox = with_old_site();
    let before = sandbox.whole_tree();
    let steps = Mutex::new(Vec::new());
    let written = sandbox.export_with(&site(OLD), &|operation, path| {
        steps
            .lock()
            .unwrap()
            .push((operation, path.file_name().unwrap().to_owned()));
        Ok(())
    });
    assert_eq!(
        written.unwrap(),
        Written {
            unchanged: 6,
            ..Written::default()
        }
    );
    assert_eq!(
        *steps.lock().unwrap(),
        [("create", ".pamphlet".into()), ("open", "lock".into())]
    );
    assert_eq!(sandbox.whole_tree(), before);
}

#[test]
fn only_our_manifest_and_the_lock_stay_beside_the_site() {
    let sandbox = with_old_site();
    sandbox.export(&site(NEW)).unwrap();
    let records: Vec<_> = sandbox
        .whole_tree()
        .into_keys()
        .filter(|path| path.starts_with(".pamphlet"))
        .collect();
    assert_eq!(records, [".pamphlet/lock", ".pamphlet/manifest.json"]);
}

#[test]
fn what_was_lost_or_cut_short_comes_back() {
    let sandbox = with_old_site();
    fs::remove_file(sandbox.path("index.html")).unwrap();
    fs::remove_dir_all(sandbox.path("topics")).unwrap();
    sandbox.write("articles/index.html", "");
    let written = sandbox.export(&site(OLD)).unwrap();
    assert_eq!(
        (written.written, written.pages_changed, written.unchanged),
        (3, 3, 3)
    );
    assert_eq!(sandbox.tree(), old_tree());
}

#[test]
fn what_was_lost_need_not_be_removed() {
    let sandbox = with_old_site();
    fs::remove_dir_all(sandbox.path("topics")).unwrap();
    sandbox.export(&site(NEW)).unwrap();
    assert_eq!(sandbox.tree(), new_tree());
}

#[test]
fn a_folder_that_someone_made_in_place_of_a_page_is_theirs_from_then_on() {
    let sandbox = with_old_site();
    fs::remove_file(sandbox.path("topics/a/page/2/index.html")).unwrap();
    sandbox.write("topics/a/page/2/index.html/mine.txt", "mine");
    sandbox.export(&site(NEW)).unwrap();
    let mut expected = new_tree();
    expected.insert(
        "topics/a/page/2/index.html/mine.txt".to_owned(),
        b"mine".to_vec(),
    );
    assert_eq!(sandbox.tree(), expected);
    assert!(matches!(
        sandbox.export(&site(OLD)),
        Err(ExportError::Foreign { .. })
    ));
    assert_eq!(sandbox.export(&site(NEW)).unwrap().unchanged, 6);
}

#[test]
fn a_page_can_become_a_folder_once_it_is_gone() {
    let sandbox = Sandbox::new();
    sandbox
        .export(&site(&[("a", "file"), ("index.html", "x")]))
        .unwrap();
    assert!(matches!(
        sandbox.export(&site(&[("a/b.html", "inside")])),
        Err(ExportError::Foreign { .. })
    ));
    sandbox.export(&site(&[("index.html", "x")])).unwrap();
    sandbox.export(&site(&[("a/b.html", "inside")])).unwrap();
    assert_eq!(sandbox.tree(), tree_of(&[("a/b.html", "inside")]));
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_page_is_replaced_and_not_followed() {
    let sandbox = with_old_site();
    for (path, outside) in [
        ("index.html", "kept-1"),
        ("articles/gone/index.html", "kept-2"),
    ] {
        fs::write(sandbox.outside(outside), "front page, after").unwrap();
        fs::remove_file(sandbox.path(path)).unwrap();
        std::os::unix::fs::symlink(sandbox.outside(outside), sandbox.path(path)).unwrap();
    }
    sandbox.export(&site(NEW)).unwrap();
    assert_eq!(sandbox.tree(), new_tree());
    assert_eq!(
        fs::read(sandbox.outside("kept-1")).unwrap(),
        b"front page, after"
    );
    assert_eq!(
        fs::read(sandbox.outside("kept-2")).unwrap(),
        b"front page, after"
    );
}

#[test]
fn pictures_come_before_the_pages_that_show_them_and_removals_last() {
    let sandbox = with_old_site();
    let order = Mutex::new(Vec::new());
    sandbox
        .export_with(&site(NEW), &|operation, path| {
            let path = path
                .strip_prefix(&sandbox.folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            if (operation == "replace" || operation == "remove")
                && path.contains('.')
                && !path.contains("staging")
            {
                order.lock().unwrap().push(path);
            }
            Ok(())
        })
        .unwrap();
    let expected = [
        "assets/site-2.css",
        "articles/fresh/index.html",
        "articles/index.html",
        "index.html",
        "people/b/index.html",
        "articles/gone/index.html",
        "assets/site-1.css",
        "topics/a/page/2/index.html",
        ".pamphlet/journal.json",
    ];
    assert_eq!(*order.lock().unwrap(), expected);
}

/// The published versions of a picture, as files of a site.
fn pictures(bytes: &[u8]) -> Vec<OutputFile> {
    let file = |recipe: crate::pictures::Recipe| OutputFile {
        path: recipe.path(),
        kind: FileKind::Picture,
        content: Content::Picture(recipe),
    };
    recipes(&known(bytes)).into_iter().map(file).collect()
}

#[test]
fn a_picture_is_decoded_once_for_all_its_versions_and_made_only_when_missing() {
    let sandbox = Sandbox::new();
    let originals = OneOriginal::new(from_a_camera(&photo(500, 400), 6));
    let files = [site(OLD), pictures(&originals.bytes)].concat();
    let export = || put_in_place(&sandbox.folder, &wanted(&files), &originals, &Patient).unwrap();
    let reads = || originals.reads.load(Ordering::SeqCst);

    let first = export();
    assert_eq!((first.written, first.pages_new, reads()), (8, 5, 1));
    let tree = sandbox.tree();
    let size: usize = tree.values().map(Vec::len).sum();
    assert_eq!(first.bytes, size as u64);

    let second = export();
    assert_eq!((second.written, second.unchanged, reads()), (0, 8, 1));

    fs::remove_file(sandbox.path(files.last().unwrap().path.as_str())).unwrap();
    let third = export();
    assert_eq!((third.written, third.unchanged, reads()), (1, 7, 2));
    assert_eq!(sandbox.tree(), tree);
}

#[test]
fn a_picture_that_can_not_be_made_leaves_the_old_site() {
    let sandbox = with_old_site();
    let picture = from_a_camera(&photo(50, 40), 1);
    let files = [site(NEW), pictures(&picture)].concat();
    let damaged = OneOriginal::new(picture[..picture.len() / 2].to_vec());
    for originals in [&NoOriginals as &dyn Originals, &damaged] {
        let result = put_in_place(&sandbox.folder, &wanted(&files), originals, &Patient);
        assert!(
            matches!(&result, Err(ExportError::Picture { file_name, .. }) if file_name == "garden.jpg"),
            "{result:?}"
        );
        assert_eq!(sandbox.tree(), old_tree());
        assert!(!sandbox.path(".pamphlet/staging").exists());
    }
}

#[test]
fn progress_counts_every_file_that_must_be_written_and_never_goes_back() {
    let sandbox = with_old_site();
    let watch = Impatient::new(usize::MAX);
    put_in_place(&sandbox.folder, &wanted(&site(NEW)), &NoOriginals, &watch).unwrap();
    assert_eq!(
        *watch.told.lock().unwrap(),
        [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    );
}

#[test]
fn an_export_can_be_stopped_until_files_move_and_leaves_the_old_site() {
    let mut stops = 0;
    for patience in 0.. {
        let sandbox = with_old_site();
        let before = sandbox.whole_tree();
        match put_in_place(
            &sandbox.folder,
            &wanted(&site(NEW)),
            &NoOriginals,
            &Impatient::new(patience),
        ) {
            Ok(_) => break,
            Err(error) => assert!(matches!(error, ExportError::Stopped), "{error:?}"),
        }
        assert_eq!(sandbox.whole_tree(), before, "patience {patience}");
        stops += 1;
    }
    // Once before, once for each of five files, once after.
    assert_eq!(stops, 7);
}

/// Says no when the new site is about to be what is there, and remembers its state.
#[derive(Default)]
struct Reluctant(Mutex<Option<String>>);

impl Watch for Reluctant {
    fn progress(&self, _: usize, _: usize) {}

    fn stopped(&self) -> bool {
        false
    }

    fn commits(&self, state: &str) -> bool {
        self.0.lock().unwrap().replace(state.to_owned()).is_some()
    }
}

#[test]
fn the_one_who_watches_hears_what_the_folder_will_hold_and_may_say_no() {
    let sandbox = with_old_site();
    let before = sandbox.whole_tree();
    let watch = Reluctant::default();
    let export = || put_in_place(&sandbox.folder, &wanted(&site(NEW)), &NoOriginals, &watch);
    assert!(matches!(export(), Err(ExportError::Stopped)));
    assert_eq!(sandbox.whole_tree(), before);
    let announced = watch.0.lock().unwrap().clone().unwrap();
    assert_ne!(state_of(&sandbox.folder).unwrap(), announced);
    export().unwrap();
    assert_eq!(state_of(&sandbox.folder).unwrap(), announced);
    assert_eq!(
        practice_of(&sandbox.folder).unwrap().as_deref(),
        Some("Alder Lane Clinic")
    );
}
