//! The sites that are judged, made by `pamphlet-cli` as anybody would make them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::{Finding, data};
use crate::{Tree, fixtures, program};

/// Fixtures of this repository that make a whole site, besides the sample practice. Together they are served from the
/// root of a server, from a folder, and from nobody knows where.
const FIXTURES: [Fixture; 2] = [
    Fixture {
        name: "millbrook",
        site_url: "https://www.millbrook.example/our/clinic/",
        after: &[
            &[
                "address",
                "{library}",
                "sore-throat",
                "when-your-throat-hurts",
            ],
            &["address", "{library}", "when-your-throat-hurts", "throats"],
            &["set", "{library}", "after-a-sprain", "--status", "draft"],
        ],
    },
    Fixture {
        name: "hostile",
        site_url: "",
        after: &[],
    },
];

struct Fixture {
    name: &'static str,
    /// What the practice says of where its site will be.
    site_url: &'static str,
    /// What is done to the library once it was exported; then it is exported once more.
    after: &'static [&'static [&'static str]],
}

/// What a site is made of.
pub enum Input {
    Sample,
    /// A folder with `practice.toml` and articles.
    Folder(PathBuf),
}

/// A finished site in a folder.
pub struct Made {
    /// Of input and look.
    pub name: String,
    pub folder: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Looks {
    look: Vec<Look>,
}

/// How the pages look, and how `pamphlet-cli` is told so: `tests/judge/looks.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    name: String,
    commands: Vec<Vec<String>>,
}

/// The sample practice in every look, and the fixtures in the first one.
pub fn ours(into: &Path) -> Vec<Made> {
    let mut made = of(&Input::Sample, into);
    made.extend(FIXTURES.iter().map(|fixture| of_fixture(fixture, into)));
    made
}

fn of_fixture(fixture: &Fixture, into: &Path) -> Made {
    let place = emptied(&into.join(fixture.name));
    let input = place.join("input");
    fixtures::copy(&fixtures::folder(fixture.name), &input);
    set_site_url(&input.join("practice.toml"), fixture.site_url);
    let (library, folder) = (place.join("library"), place.join("site"));
    make_library(&Input::Folder(input), &library);
    export(&library, &folder);
    if !fixture.after.is_empty() {
        fixture.after.iter().for_each(|words| tell(&library, words));
        export(&library, &folder);
    }
    Made {
        name: fixture.name.to_owned(),
        folder,
    }
}

fn set_site_url(practice: &Path, address: &str) {
    let text = fs::read_to_string(practice).unwrap();
    let mut facts: toml::Table = toml::from_str(&text).unwrap();
    facts.insert("site_url".to_owned(), address.into());
    fs::write(practice, toml::to_string(&facts).unwrap()).unwrap();
}

/// One input in every look.
pub fn of(input: &Input, into: &Path) -> Vec<Made> {
    let name = match input {
        Input::Sample => "sample".into(),
        Input::Folder(folder) => folder.file_name().unwrap_or_default().to_string_lossy(),
    };
    let place = emptied(&into.join(&*name));
    let library = place.join("library");
    make_library(input, &library);
    let in_look = |look: Look| {
        look.commands.iter().for_each(|words| tell(&library, words));
        let folder = place.join(&look.name);
        export(&library, &folder);
        Made {
            name: format!("{name}, {}", look.name),
            folder,
        }
    };
    looks().into_iter().map(in_look).collect()
}

fn looks() -> Vec<Look> {
    let text = fs::read_to_string(data("looks.toml")).unwrap();
    toml::from_str::<Looks>(&text).unwrap().look
}

/// A folder without what an earlier run left.
fn emptied(folder: &Path) -> PathBuf {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    folder.to_owned()
}

/// What differs when two people make a site of the same input, in other folders, time zones and languages: nothing.
pub fn differing_elsewhere(input: &Input, into: &Path) -> Vec<Finding> {
    let places = [
        ("east", [("TZ", "Pacific/Kiritimati"), ("LANG", "C.UTF-8")]),
        (
            "a b/böcker",
            [("TZ", "Pacific/Midway"), ("LANG", "tr_TR.UTF-8")],
        ),
    ];
    let [east, west] = places.map(|(name, surroundings)| {
        let place = emptied(&into.join("elsewhere").join(name));
        let (library, folder) = (place.join("library"), place.join("site"));
        make_library_in(&surroundings, input, &library);
        run_in(&surroundings, ["export".as_ref(), &*library, &*folder]);
        Tree::everything(&folder)
    });
    let differing = east.differing_from(&west).into_iter();
    let differing = differing.chain(west.differing_from(&east));
    differing
        .map(|path| Finding::new("same bytes", path, "differs from place to place"))
        .collect()
}

/// Variables of a program's environment.
type Surroundings<'a> = [(&'a str, &'a str)];

fn make_library(input: &Input, library: &Path) {
    make_library_in(&[], input, library);
}

fn make_library_in(surroundings: &Surroundings<'_>, input: &Input, library: &Path) {
    match input {
        Input::Sample => run_in(surroundings, ["sample".as_ref(), library]),
        Input::Folder(folder) => {
            let practice = folder.join("practice.toml");
            let new = ["new".as_ref(), library, "--practice".as_ref(), &*practice];
            run_in(surroundings, new);
            run_in(surroundings, ["import".as_ref(), library, folder]);
        }
    }
}

fn export(library: &Path, folder: &Path) {
    run_in(&[], ["export".as_ref(), library, folder]);
}

/// `{library}` among the words stands for the library's folder.
fn tell(library: &Path, words: &[impl AsRef<str>]) {
    let words = words.iter().map(|word| match word.as_ref() {
        "{library}" => library.to_owned(),
        word => PathBuf::from(word),
    });
    run_in(&[], words);
}

fn run_in<P: AsRef<Path>>(surroundings: &Surroundings<'_>, words: impl IntoIterator<Item = P>) {
    let mut command = Command::new(program("pamphlet-cli"));
    command.envs(surroundings.iter().copied());
    command.args(words.into_iter().map(|word| word.as_ref().to_owned()));
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
