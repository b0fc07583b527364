use super::*;
use crate::write::names::problem;

#[test]
fn names_must_be_possible_on_every_system() {
    let long = format!("{}.html", "a".repeat(200));
    let fine = [
        "index.html",
        "articles/what-is-gaba/index.html",
        "_headers",
        ".htaccess",
        "404.html",
        "a/b.c/d_e-f.1",
    ];
    let refused = [
        "",
        "/",
        "/index.html",
        "a//b",
        "a/",
        "../a",
        "a/../b",
        "a/./b",
        ".",
        "..",
        "a.",
        "a./b",
        "a b",
        "a\\b",
        "c:x",
        "Index.html",
        "É.html",
        "a\0",
        "a\n",
        "con",
        "nul.txt",
        "aux.tar.gz",
        "a/com1/b",
        "lpt9.html",
        "com0",
        ".pamphlet",
        ".pamphlet/manifest.json",
        "a/.pamphlet",
        &long,
    ];
    for path in fine {
        assert_eq!(problem(path), None, "{path:?}");
    }
    for path in refused {
        assert!(problem(path).is_some(), "{path:?}");
    }
}

#[test]
fn a_site_with_impossible_names_is_not_begun() {
    let cases: [&[(&str, &str)]; 4] = [
        &[("index.html", "a"), ("Index.html", "b")],
        &[("index.html", "a"), ("index.html", "a")],
        &[("a", "a file"), ("a/b", "in a folder")],
        &[("a/b/con.html", "a")],
    ];
    for files in cases {
        let sandbox = Sandbox::new();
        assert!(
            matches!(sandbox.export(&site(files)), Err(ExportError::Name { .. })),
            "{files:?}"
        );
        assert!(!sandbox.folder.exists());
    }
}
