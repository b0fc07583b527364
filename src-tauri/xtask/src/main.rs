//! The repository's own chores: `cargo xtask <command>`. One file per command.
//!
//! This package has no dependencies and names no other of ours: it must build on a fresh clone, before the packages
//! that the others need are installed.

mod bench;
mod bindings;
mod judge;
mod macos;
mod node;
mod packages;
mod process;
mod repository;
mod run;
mod screenshots;
mod steps;
mod test;
mod windows;

use std::process::ExitCode;

use process::Failure;

const USAGE: &str = "\
cargo xtask <command>

  run                 Build Pamphlet and open it on the sample practice.
                      Without a display: export the sample's site and say where it is.
  test                Everything that continuous integration runs.
  bindings [--check]  Write what is made from the table of commands in `src-tauri/api`:
                      the window's TypeScript types and the list of permissions.
                      With --check: only say whether they are up to date.
  screenshots         Take a picture of every screen of the real window, light and dark.
  judge [<site>]      Judge finished sites: the sample practice and the fixtures, or the site in a folder, or
                      with --input <folder> what is made of a folder of articles and `practice.toml`.
  lighthouse          Let Lighthouse judge the sample practice, or with --input <folder> another one.
  site-pictures       Take a picture of every kind of page of the sample practice's site, or with
                      --input <folder> of another one.
  bench               Measure how long a key press takes to reach the preview, in the real window.
  windows             Build everything for Windows, and run the tests of all crates but the shell
                      as Windows programs under Wine. On Debian.
  macos               Check the types of the whole app as built for macOS. On Debian.

`run` and `test` install what is missing first: Debian and Ubuntu packages, npm packages.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bindings"] => bindings::write(),
        ["bindings", "--check"] => bindings::check(),
        ["screenshots"] => screenshots::take(),
        ["judge", words @ ..] => judge::judge(words),
        ["lighthouse", words @ ..] => judge::lighthouse(words),
        ["site-pictures", words @ ..] => judge::pictures(words),
        ["bench"] => bench::measure(),
        ["windows"] => windows::build_and_test(),
        ["macos"] => macos::check(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(words)) => {
            eprintln!("\n{words}");
            ExitCode::FAILURE
        }
    }
}
