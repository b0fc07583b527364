//! The sites that are judged, made by `pamphlet-cli` as anybody would make them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::data;
use crate::{fixtures, program};

/// Fixtures of this repository that make a whole site, besides the sample practice.
const FIXTURES: [&str; 2] = ["millbrook", "hostile"];

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
    let looks = looks();
    for fixture in FIXTURES {
        let input = Input::Folder(fixtures::folder(fixture));
        made.extend(in_looks(&input, fixture, &looks[..1], into));
    }
    made
}

/// One input in every look.
pub fn of(input: &Input, into: &Path) -> Vec<Made> {
    let name = match input {
        Input::Sample => "sample".into(),
        Input::Folder(folder) => folder.file_name().unwrap_or_default().to_string_lossy(),
    };
    in_looks(input, &name, &looks(), into)
}

fn looks() -> Vec<Look> {
    let text = fs::read_to_string(data("looks.toml")).unwrap();
    toml::from_str::<Looks>(&text).unwrap().look
}

fn in_looks(input: &Input, name: &str, looks: &[Look], into: &Path) -> Vec<Made> {
    let place = into.join(name);
    // What an earlier run left.
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    let library = place.join("library");
    make_library(input, &library);
    looks
        .iter()
        .map(|look| {
            for command in &look.commands {
                let words = command.iter().map(|word| match word.as_str() {
                    "{library}" => library.clone(),
                    word => PathBuf::from(word),
                });
                run(words);
            }
            let folder = place.join(&look.name);
            run(["export".into(), library.clone(), folder.clone()]);
            Made {
                name: format!("{name}, {}", look.name),
                folder,
            }
        })
        .collect()
}

fn make_library(input: &Input, library: &Path) {
    match input {
        Input::Sample => run(["sample".as_ref(), library]),
        Input::Folder(folder) => {
            let practice = folder.join("practice.toml");
            run([
                "new".as_ref(),
                library,
                "--practice".as_ref(),
                practice.as_path(),
            ]);
            run(["import".as_ref(), library, folder.as_path()]);
        }
    }
}

fn run<P: AsRef<Path>>(words: impl IntoIterator<Item = P>) {
    let mut command = Command::new(program("pamphlet-cli"));
    command.args(words.into_iter().map(|word| word.as_ref().to_owned()));
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
