//! Under which terms others' work is part of what is shipped.

use std::fs;

use pamphlet_tests::repository;
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::architecture::{name, packages};

/// Licences that ask for no more than to be named, or to give away changes to the very files that are under them.
const FREE_TO_BUNDLE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "IJG",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_crate_is_free_to_bundle() {
    assert!(packages().count() > 100);
    for package in packages() {
        let licence = package["license"].as_str();
        assert!(
            licence.is_some_and(is_free_to_bundle),
            "{} is under {licence:?}",
            name(package)
        );
    }
}

/// Those that the window's contents are built with stay here.
#[test]
fn every_package_in_the_window_is_free_to_bundle() {
    let lock = fs::read_to_string(repository().join("package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let all = lock["packages"].as_object().unwrap();
    let shipped = all
        .iter()
        .filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    assert!(shipped.clone().count() > 10);
    for (path, package) in shipped {
        let licence = package["license"].as_str();
        assert!(
            licence.is_some_and(is_free_to_bundle),
            "{path} is under {licence:?}"
        );
    }
}

/// `MIT OR GPL-2.0` leaves the choice; `MIT AND GPL-2.0` does not. What can't be read is not free.
fn is_free_to_bundle(licence: &str) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|asked| {
            let known = asked.license.id();
            known.is_some_and(|licence| FREE_TO_BUNDLE.contains(&licence.name))
        })
    })
}

#[test]
fn licences_are_judged() {
    for fine in [
        "MIT",
        "MIT OR Apache-2.0",
        "MIT/GPL-3.0",
        "Apache-2.0 / MIT",
        "Apache-2.0 WITH LLVM-exception",
        "Apache-2.0 OR LGPL-2.1-or-later",
        "(MIT OR GPL-2.0) AND ISC",
    ] {
        assert!(is_free_to_bundle(fine), "{fine}");
    }
    for bad in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-2.0",
        "(MIT OR GPL-2.0) AND GPL-3.0",
        "AGPL-3.0",
        "GPL-2.0 OR LGPL-2.1",
        "SSPL-1.0",
        "LicenseRef-Ours-Alone",
        "SEE LICENSE IN LICENSE.md",
    ] {
        assert!(!is_free_to_bundle(bad), "{bad}");
    }
}
