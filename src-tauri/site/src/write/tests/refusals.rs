use super::*;
use crate::write::{Site, lock::Lock, recover};

/// Exports the new site, and returns the refusal; nothing whatever may have changed.
fn refusal(sandbox: &Sandbox) -> ExportError {
    let before = sandbox.whole_tree();
    let refused = sandbox.export(&site(NEW)).unwrap_err();
    assert_eq!(sandbox.whole_tree(), before);
    let is_refusal = matches!(
        refused,
        ExportError::NotEmpty { .. }
            | ExportError::Foreign { .. }
            | ExportError::Busy { .. }
            | ExportError::Newer { .. }
    );
    assert!(is_refusal, "{refused:?}");
    refused
}

#[test]
fn a_folder_that_pamphlet_did_not_make_is_refused() {
    let made_by_someone: [&[(&str, &str)]; 8] = [
        &[("thesis.docx", "years of work")],
        &[("index.html", "another site")],
        &[(".hidden", "x")],
        &[("sub/folder/file", "x")],
        &[(".pamphlet/manifest.json", "not ours"), ("index.html", "x")],
        &[(".pamphlet/manifest.json", "{}"), ("index.html", "x")],
        &[(
            ".pamphlet/manifest.json",
            r#"{"format": 1, "files": ["index.html"]}"#,
        )],
        &[
            (".pamphlet/lock", ""),
            (".pamphlet/staging/000000", "x"),
            ("index.html", "x"),
        ],
    ];
    for files in made_by_someone {
        let sandbox = Sandbox::with(files);
        let refused = refusal(&sandbox);
        assert!(
            matches!(&refused, ExportError::NotEmpty { folder } if *folder == sandbox.folder),
            "{files:?}: {refused:?}"
        );
    }
}

#[test]
fn a_manifest_that_leads_out_of_the_folder_is_none_of_ours() {
    let outside = [
        "../victim",
        "/etc/passwd",
        "a/../../victim",
        "./victim",
        "a//b",
        "C:/victim",
        "a\\\\..\\\\victim",
        "A.html",
        ".pamphlet/lock",
        "a/",
        "",
        "nul",
        "con.html",
    ];
    for path in outside {
        let manifest = format!(
            r#"{{"format": 1, "files": {{"{path}": {{"blake3": "", "size": 0, "page": true}}}}}}"#
        );
        let sandbox = Sandbox::with(&[(".pamphlet/manifest.json", &manifest)]);
        fs::write(sandbox.outside("victim"), "precious").unwrap();
        assert!(
            matches!(refusal(&sandbox), ExportError::NotEmpty { .. }),
            "{path}"
        );
        assert!(sandbox.outside("victim").exists());
    }
}

#[test]
fn what_a_newer_pamphlet_made_is_left_alone() {
    for record in ["manifest", "journal"] {
        let sandbox = with_old_site();
        sandbox.write(
            &format!(".pamphlet/{record}.json"),
            r#"{"format": 2, "files": "in another way"}"#,
        );
        assert!(
            matches!(refusal(&sandbox), ExportError::Newer { .. }),
            "{record}"
        );
    }
}

#[test]
fn files_that_are_in_the_way_are_all_named() {
    let sandbox = with_old_site();
    sandbox.write("articles/fresh/index.html", "mine");
    sandbox.write("people", "mine: a file where a folder should be");
    sandbox.write(
        "assets/site-2.css/mine.txt",
        "mine: a folder where a file should be",
    );
    let ExportError::Foreign { paths } = refusal(&sandbox) else {
        panic!()
    };
    let expected = ["articles/fresh/index.html", "assets/site-2.css", "people"];
    assert_eq!(paths, expected.map(|path| sandbox.path(path)));
}

#[test]
fn a_file_that_appears_during_the_export_is_not_overwritten() {
    let sandbox = with_old_site();
    let result = sandbox.export_with(&site(NEW), &|_, path| {
        if path.ends_with("staging/000000") {
            sandbox.write("people/b/index.html", "mine");
        }
        Ok(())
    });
    assert!(
        matches!(result, Err(ExportError::Foreign { .. })),
        "{result:?}"
    );
    let mut expected = old_tree();
    expected.insert("people/b/index.html".to_owned(), b"mine".to_vec());
    assert_eq!(sandbox.tree(), expected);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    // A folder that new pages go to; one that only pages to be removed are in; and our own records.
    for folder in ["articles", "topics/a", ".pamphlet"] {
        let sandbox = with_old_site();
        fs::rename(sandbox.path(folder), sandbox.outside("elsewhere")).unwrap();
        std::os::unix::fs::symlink(sandbox.outside("elsewhere"), sandbox.path(folder)).unwrap();
        let mut elsewhere = Tree::new();
        collect(&sandbox.outside("elsewhere"), "", &mut elsewhere);
        let ExportError::Foreign { paths } = refusal(&sandbox) else {
            panic!("{folder}")
        };
        assert_eq!(paths, [sandbox.path(folder)]);
        let mut afterwards = Tree::new();
        collect(&sandbox.outside("elsewhere"), "", &mut afterwards);
        assert_eq!(afterwards, elsewhere);
    }
}

#[test]
fn the_second_of_two_exports_at_once_is_refused() {
    let sandbox = with_old_site();
    let first = Lock::take(&Disk::new(), &Site::new(&sandbox.folder)).unwrap();
    assert!(matches!(refusal(&sandbox), ExportError::Busy { .. }));
    assert!(matches!(recover(&sandbox.folder), Ok(false)));
    drop(first);
    sandbox.export(&site(NEW)).unwrap();
    assert_eq!(sandbox.tree(), new_tree());
}

#[test]
fn recovering_a_folder_without_a_site_does_not_make_one() {
    let sandbox = Sandbox::new();
    assert!(!recover(&sandbox.folder).unwrap());
    assert!(!sandbox.folder.exists());
}

#[test]
fn a_journal_that_leads_out_of_the_folder_is_not_carried_out() {
    let manifest = r#"{"format": 1, "files": {}}"#;
    for (moves, removals) in [(r#"["../victim"]"#, "[]"), ("[]", r#"["../victim"]"#)] {
        let sandbox = with_old_site();
        fs::write(sandbox.outside("victim"), "precious").unwrap();
        sandbox.write(".pamphlet/staging/000000", "other");
        let journal = format!(
            r#"{{"format": 1, "moves": {moves}, "removals": {removals}, "manifest": {manifest}}}"#
        );
        sandbox.write(".pamphlet/journal.json", &journal);
        assert!(matches!(
            sandbox.export(&site(NEW)),
            Err(ExportError::Io { .. })
        ));
        assert_eq!(fs::read(sandbox.outside("victim")).unwrap(), b"precious");
        assert_eq!(sandbox.tree(), old_tree());
    }
}
