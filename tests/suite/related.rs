//! Whether what is recommended below an article is about the same thing, judged on two sets of forty short articles,
//! each on eight subjects. The subject stands in each file, where the program does not look; topics cut across the
//! subjects. The second set was written by another hand, who had not seen how the program decides.

use std::collections::BTreeMap;
use std::fs;

use pamphlet_tests::{CommandLine, fixtures};
use serde_json::Value;

const SETS: [&str; 2] = ["related", "related-elsewhere"];

/// Of what is recommended, the part that is about the same subject.
const PRECISION: f64 = 0.9;

/// The subject of each article of a set, by the article's address.
fn subjects(set: &str) -> BTreeMap<String, String> {
    let folder = fixtures::folder(set).join("articles");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    files
        .map(|file| {
            let text = fs::read_to_string(file.path()).unwrap();
            let line = text.lines().find_map(|it| it.strip_prefix("subject: "));
            let name = file.file_name().into_string().unwrap();
            let address = name.strip_suffix(".md").unwrap().to_owned();
            (address, line.unwrap().to_owned())
        })
        .collect()
}

fn related(cli: &CommandLine, address: &str) -> Vec<Value> {
    let related = cli.json(["related", "library", address]);
    related.as_array().unwrap().clone()
}

/// The part that is about the same subject, and what is not.
fn precision(set: &str) -> (f64, Vec<String>) {
    let cli = CommandLine::with_library_of(set);
    let subjects = subjects(set);
    assert_eq!(subjects.len(), 40);
    let (mut same, mut all, mut misses) = (0, 0, Vec::new());
    for (address, subject) in &subjects {
        let four = related(&cli, address);
        assert_eq!(four.len(), 4);
        for it in four {
            all += 1;
            let other = it["address"].as_str().unwrap();
            if subjects[other] == *subject {
                same += 1;
            } else {
                misses.push(format!("{address} ({subject}): {other}, {}", it["reason"]));
            }
        }
    }
    (f64::from(same) / f64::from(all), misses)
}

#[test]
fn four_of_the_same_subject_are_recommended() {
    let judged = SETS.map(|set| (set, precision(set)));
    let good = judged.iter().all(|(_, (part, _))| *part >= PRECISION);
    assert!(good, "{judged:#?}");
}

#[test]
fn another_library_of_the_same_articles_recommends_the_same() {
    for set in SETS {
        let [one, other] = [(); 2].map(|()| CommandLine::with_library_of(set));
        for address in subjects(set).keys() {
            let said = |cli| {
                let four = related(cli, address).into_iter();
                let told =
                    four.map(|it| format!("{} {} {}", it["address"], it["score"], it["reason"]));
                told.collect::<Vec<_>>()
            };
            assert_eq!(said(&one), said(&other));
        }
    }
}
