//! `pamphlet-cli`: what the engine can do, without a window.
//!
//! Exit code 0: done. 1: refused, with the reason on standard error. 2: the words on the command line are off. With
//! `--json`, standard output is one JSON value in the stable shape of [`output`], also for a refusal.

mod command;
mod output;
#[cfg(feature = "serve")]
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::output::{Answer, Refused};

/// Writes a medical practice's website, without a window.
#[derive(Parser)]
#[command(name = "pamphlet-cli", version)]
struct Arguments {
    /// Print one JSON value instead of words
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a library in a new or empty folder
    New {
        library: PathBuf,
        /// What the practice says of itself: name, phone, address, hours (TOML)
        #[arg(long, value_name = "FILE")]
        practice: PathBuf,
    },
    /// Make a library of the sample practice in a new or empty folder
    Sample { library: PathBuf },
    /// Take the Markdown files of a folder, and the pictures that they show
    Import { library: PathBuf, folder: PathBuf },
    /// List the articles, the last changed first
    List { library: PathBuf },
    /// Show one article, by its web address or its id
    Show { library: PathBuf, article: String },
    /// Write the finished site to a folder
    Export { library: PathBuf, folder: PathBuf },
    /// Let a browser on this computer use the library, for testing
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
}

fn main() -> ExitCode {
    let Arguments { json, command } = Arguments::parse();
    match run(command) {
        Ok(answer) => {
            output::print(&answer, json);
            ExitCode::SUCCESS
        }
        Err(refused) => {
            output::print_refusal(&refused, json);
            ExitCode::from(1)
        }
    }
}

fn run(command: Command) -> Result<Answer, Refused> {
    match command {
        Command::New { library, practice } => command::new(&library, &practice),
        Command::Sample { library } => command::sample(&library),
        Command::Import { library, folder } => command::import(&library, &folder),
        Command::List { library } => command::list(&library),
        Command::Show { library, article } => command::show(&library, &article),
        Command::Export { library, folder } => command::export(&library, &folder),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments),
    }
}
