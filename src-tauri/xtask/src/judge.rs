//! `cargo xtask judge`, `lighthouse` and `site-pictures`: the finished site, as others see it.

use std::fs;

use crate::packages::Purpose;
use crate::process::{Attempt, Failure, Result, cargo, command, run};
use crate::{node, packages, repository};

/// The pictures of the sample practice's site that the README shows.
const README: [&str; 2] = ["site-journal.webp", "site-neighbor.webp"];

/// Judges the sites that this repository can make, or what `words` name: a folder of a finished site, or `--input` and
/// a folder of articles.
pub fn judge(words: &[&str]) -> Result<()> {
    prepare("judge")?;
    judge_built(words)
}

/// As [`judge`], when everything is installed and built.
pub fn judge_built(words: &[&str]) -> Result<()> {
    example("judge", words)
}

/// Lets Lighthouse judge the sample practice, or what is made of a folder of articles.
pub fn lighthouse(words: &[&str]) -> Result<()> {
    prepare("lighthouse")?;
    // As large as everything else together, and for this alone.
    node::install_in("tests/judge/lighthouse")?;
    example("lighthouse", &input(words)?)
}

/// Takes a picture of every kind of page of the sample practice, or of what is made of a folder of articles.
pub fn pictures(words: &[&str]) -> Result<()> {
    prepare("site_pictures")?;
    let folder = repository::target_folder("site-pictures")?;
    let named = folder.display().to_string();
    let of_sample = words.is_empty();
    let words = [vec![named.as_str()], input(words)?].concat();
    example("site_pictures", &words)?;
    if of_sample {
        let docs = repository::root().join("docs").join("pictures");
        for name in README {
            fs::copy(folder.join(name), docs.join(name)).attempt("copy", &docs.join(name))?;
        }
    }
    Ok(())
}

fn input<'a>(words: &[&'a str]) -> Result<Vec<&'a str>> {
    match words {
        [] => Ok(Vec::new()),
        ["--input", folder] => Ok(vec![folder]),
        _ => Err(Failure(
            "It takes `--input <folder of articles>`.".to_owned(),
        )),
    }
}

fn prepare(example: &str) -> Result<()> {
    packages::install(Purpose::Test)?;
    node::install()?;
    run(&mut cargo(["build", "--quiet", "--package=pamphlet-cli"]))?;
    let example = format!("--example={example}");
    run(&mut cargo([
        "build",
        "--quiet",
        "--package=pamphlet-tests",
        &example,
    ]))
}

fn example(name: &str, words: &[&str]) -> Result<()> {
    let program = repository::program(&format!("examples/{name}"));
    run(command(program, words)
        // Folders are named as whoever typed them sees them.
        .current_dir(".")
        .env("PAMPHLET_PROGRAMS", repository::programs()))
}
