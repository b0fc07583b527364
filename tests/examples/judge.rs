//! `cargo xtask judge`: everything that programs can find wrong with a finished site.
//!
//! Without words it judges the sites that this repository can make. `judge <folder>` judges a site that is there, and
//! `judge --input <folder>` what is made of a folder of articles.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what fails here fails at a developer's desk"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pamphlet_tests::judge::sites::{Input, Made};
use pamphlet_tests::judge::{self, Exceptions, Finding, Judged, Verdict, sites};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let into = pamphlet_tests::target().join("judge");
    let made = match words.as_slice() {
        [] => sites::ours(&into),
        ["--input", folder] => sites::of(&Input::Folder(whole(folder)), &into),
        [folder] => vec![Made {
            name: (*folder).to_owned(),
            folder: whole(folder),
        }],
        _ => {
            eprintln!("judge [<folder of a finished site> | --input <folder of articles>]");
            return ExitCode::from(2);
        }
    };
    let exceptions = Exceptions::read();
    let sites: Vec<Judged> = made.iter().map(|made| Judged::of(&made.folder)).collect();
    let verdicts = judge::all(&sites);
    let numbered = made.iter().zip(&sites).enumerate();
    let mut faults: usize = numbered
        .map(|(number, (made, site))| print(number, made, site, &verdicts, &exceptions))
        .sum();
    if let ["--input", folder] = words.as_slice() {
        let input = Input::Folder(whole(folder));
        println!("made in two places, time zones and languages");
        let differing = sites::differing_elsewhere(&input, &into);
        faults += print_verdict("same bytes", &differing, &exceptions);
    }
    for verdict in &verdicts {
        println!("{:>6.1} s  {}", verdict.took.as_secs_f64(), verdict.judge);
    }
    if words.is_empty() {
        for idle in exceptions.idle() {
            println!("no longer needed: the exception for {idle}");
        }
    }
    match faults {
        0 => ExitCode::SUCCESS,
        faults => {
            eprintln!("{faults} faults");
            ExitCode::FAILURE
        }
    }
}

fn whole(folder: &str) -> PathBuf {
    std::path::absolute(Path::new(folder)).unwrap()
}

/// Prints what each judge says of a site; how many faults there are.
fn print(
    number: usize,
    made: &Made,
    site: &Judged,
    verdicts: &[Verdict],
    exceptions: &Exceptions,
) -> usize {
    println!(
        "{}: {} files, {} pages; {} pages read, {} opened, one of each kind",
        made.name,
        site.tree.len(),
        site.tree.pages().count(),
        site.sample.read.len(),
        site.sample.opened.len()
    );
    let of_site = verdicts
        .iter()
        .map(|verdict| (verdict.judge, &verdict.findings[number]));
    of_site
        .map(|(judge, findings)| print_verdict(judge, findings, exceptions))
        .sum()
}

fn print_verdict(judge: &str, findings: &[Finding], exceptions: &Exceptions) -> usize {
    let (forgiven, faults): (Vec<_>, Vec<_>) = findings
        .iter()
        .partition(|finding| exceptions.forgives(finding));
    println!(
        "  {judge:<16} {} faults, {} forgiven",
        faults.len(),
        forgiven.len()
    );
    for fault in &faults {
        println!("    {fault}");
    }
    faults.len()
}
