//! Each judge of a finished site finds what it is there to find, and nothing in a sound site.

mod faults;
#[cfg(target_os = "linux")]
mod programs;

use faults::{BULK, FAULTS, SOUND};
use pamphlet_tests::judge::{Exceptions, Finding, kinds, read};
use pamphlet_tests::{Tree, metadata};

#[test]
fn nothing_is_found_in_a_sound_site() {
    assert_eq!(read(&Tree::of(SOUND)), [] as [Finding; 0]);
}

#[test]
fn each_fault_is_found() {
    for (judge, path, from, to) in FAULTS {
        let bulk = "a".repeat(60_000);
        let changed = |text: &str| {
            assert!(text.contains(from), "'{from}' stands in {path}");
            text.replacen(from, &to.replace(BULK, &bulk), 1)
        };
        let files: Vec<(&str, String)> = SOUND
            .iter()
            .map(|(name, text)| match name == path {
                true => (*name, changed(text)),
                false => (*name, (*text).to_owned()),
            })
            .collect();
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        let findings = read(&Tree::of(&files));
        let found = findings.iter().any(|finding| finding.judge == *judge);
        assert!(
            found,
            "{judge}: '{to}' for '{from}' in {path}: {findings:?}"
        );
    }
}

#[test]
fn a_site_may_lack_what_is_optional() {
    let files = [
        ("index.html", "<a href='articles/index.html'>All</a>"),
        ("articles/index.html", "<p>None"),
    ];
    assert_eq!(read(&Tree::of(&files)), [] as [Finding; 0]);
}

#[test]
fn what_a_picture_carries_is_found() {
    let chunk = |name: &str| [&[0, 0, 0, 1], name.as_bytes(), &[7, 1, 2, 3, 4]].concat();
    let png = |names: [&str; 2]| {
        [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(names[0]),
            chunk(names[1]),
        ]
        .concat()
    };
    let cases = [
        (png(["IHDR", "IDAT"]), vec![]),
        (png(["eXIf", "tEXt"]), vec!["eXIf", "tEXt"]),
        (b"GIF89a...XMP DataXMP...".to_vec(), vec!["XMP"]),
        (b"GIF89a...".to_vec(), vec![]),
        (b"BM".to_vec(), vec!["an unknown kind of picture"]),
    ];
    for (bytes, extras) in cases {
        assert_eq!(metadata::extras(&bytes), extras);
    }
}

#[test]
fn pages_have_kinds() {
    let cases = [
        ("index.html", "front"),
        ("404.html", "404"),
        ("contact/index.html", "contact"),
        ("articles/index.html", "articles"),
        ("articles/page/12/index.html", "articles/page/N"),
        ("articles/better-sleep/index.html", "articles/*"),
        ("topics/pain/page/2/index.html", "topics/*/page/N"),
    ];
    for (path, kind) in cases {
        assert_eq!(kinds::kind(path, "<p>Words"), kind);
    }
    let forwards = "<meta http-equiv=\"refresh\" content=\"0; url=../new/index.html\">";
    assert_eq!(kinds::kind("articles/old/index.html", forwards), "forward");
}

#[test]
fn a_large_site_is_sampled_by_kind() {
    let articles: Vec<String> = (0..2000)
        .map(|n| format!("articles/a{n:04}/index.html"))
        .collect();
    let mut files: Vec<(&str, &str)> = articles
        .iter()
        .map(|path| (path.as_str(), "<p>Words"))
        .collect();
    files.extend([
        ("index.html", "<p>Front"),
        ("articles/long/index.html", "<p>The longest of all"),
    ]);
    let sample = kinds::Sampled::of(&Tree::of(&files));
    assert!(
        (20..=30).contains(&sample.read.len()),
        "{}",
        sample.read.len()
    );
    assert!(sample.read.contains(&"index.html".to_owned()));
    let opened: Vec<_> = sample.opened.into_iter().collect();
    let opened: Vec<_> = opened
        .iter()
        .map(|(kind, path)| (kind.as_str(), path.as_str()))
        .collect();
    assert_eq!(
        opened,
        [
            ("articles/*", "articles/long/index.html"),
            ("front", "index.html")
        ]
    );
}

#[test]
fn only_what_an_exception_names_is_forgiven() {
    let exceptions = Exceptions::parse(
        "[[exception]]\njudge = 'nu'\npath = 'search/'\nfault = 'too long'\nreason = 'It is as long as it must be.'\n",
    );
    let forgives = |judge, path, fault| exceptions.forgives(&Finding::new(judge, path, fault));
    assert_eq!(exceptions.idle().len(), 1);
    assert!(!forgives("axe", "search/index.html", "It is too long."));
    assert!(!forgives("nu", "index.html", "It is too long."));
    assert!(!forgives("nu", "search/index.html", "It is too wide."));
    assert!(forgives("nu", "search/index.html", "It is too long."));
    assert!(exceptions.idle().is_empty());
}

#[test]
fn what_is_forgiven_has_its_reason() {
    // It panics where one is missing.
    Exceptions::read();
}
