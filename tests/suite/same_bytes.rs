//! The same practice, exported by different people in different places, is the same site to the byte.

use pamphlet_tests::{CommandLine, Tree};

#[test]
fn a_site_is_the_same_from_two_folders_and_two_time_zones() {
    let of = |zone: &str, language: &str, library: &str, site: &str| {
        let here = CommandLine::new();
        let run = |words: &[&str]| {
            let mut command = here.command(words);
            let done = command.env("TZ", zone).env("LANG", language).status();
            assert!(done.unwrap().success(), "{words:?}");
        };
        run(&["sample", library]);
        run(&["export", library, site]);
        Tree::everything(&here.path(site))
    };
    let east = of("Pacific/Kiritimati", "C.UTF-8", "library", "site");
    let west = of(
        "Pacific/Midway",
        "tr_TR.UTF-8",
        "a b/böcker",
        "deep/down/site",
    );
    assert!(east.len() > 20);
    east.assert_same(&west, "in the east, and in the west");
}
