//! `pamphlet-cli`: what the engine can do, without a window.
//!
//! Exit code 0: done. 1: refused, with the reason on standard error. 2: the words on the command line are off. With
//! `--json`, standard output is one JSON value in the stable shape of [`output`], also for a refusal.

mod command;
mod copies;
mod look;
mod names;
mod output;
mod pages;
mod pictures;
#[cfg(feature = "serve")]
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use pamphlet_engine::{Date, Timestamp};

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
    /// Take the Markdown files of a folder and the pictures that they show, or make a draft of one text file
    Import { library: PathBuf, from: PathBuf },
    /// List the articles, the last changed first
    List {
        library: PathBuf,
        #[command(flatten)]
        which: Which,
    },
    /// Show one article, by its web address or its id
    Show { library: PathBuf, article: String },
    /// List the articles that link to an article
    LinksTo { library: PathBuf, article: String },
    /// Find the articles that have all of these words
    Search { library: PathBuf, words: String },
    /// Make a draft that has everything that an article has
    Duplicate {
        library: PathBuf,
        article: String,
        /// What it is called, if not "Copy of …"
        #[arg(long)]
        title: Option<String>,
    },
    /// Change several articles at once
    Set {
        library: PathBuf,
        #[arg(required = true)]
        articles: Vec<String>,
        #[command(flatten)]
        change: Change,
    },
    /// Give an article another web address; the one that it had leads to it
    Address {
        library: PathBuf,
        article: String,
        address: String,
    },
    /// List what is recommended below an article and why, or choose something
    Related {
        library: PathBuf,
        article: String,
        #[command(subcommand)]
        action: Option<RelatedAction>,
    },
    /// List the articles on the site to which no other one leads
    Orphans { library: PathBuf },
    /// Put articles in the bin
    Delete {
        library: PathBuf,
        #[arg(required = true)]
        articles: Vec<String>,
    },
    /// List what is in the bin
    Bin { library: PathBuf },
    /// Take an article, a picture, a topic or a person out of the bin, by its id
    Restore { library: PathBuf, id: String },
    /// List the earlier versions of an article, or show the words of one
    Versions {
        library: PathBuf,
        article: String,
        /// The number of a version
        version: Option<i64>,
    },
    /// Keep the words of an article as they are, under a name
    Keep {
        library: PathBuf,
        article: String,
        name: String,
    },
    /// Give an earlier version a name, or take its name away
    NameVersion {
        library: PathBuf,
        article: String,
        /// The number of the version
        version: i64,
        /// None takes the name away
        name: Option<String>,
    },
    /// Keep other words than its own as a version of an article, which stays as it is
    SetAside {
        library: PathBuf,
        article: String,
        /// A text file
        file: PathBuf,
    },
    /// Say what differs between an earlier version and the article
    Compare {
        library: PathBuf,
        article: String,
        /// The number of the version
        version: i64,
    },
    /// Make an earlier version the words of the article again
    BringBack {
        library: PathBuf,
        article: String,
        /// The number of the version
        version: i64,
        /// The number of one paragraph, as `compare` counts them
        #[arg(long)]
        row: Option<usize>,
    },
    /// List the pictures, the last added first, or do something with one
    Pictures {
        library: PathBuf,
        #[command(subcommand)]
        action: Option<pictures::Action>,
    },
    /// List the topics by name, or do something with one
    Topics {
        library: PathBuf,
        #[command(subcommand)]
        action: Option<names::TopicAction>,
    },
    /// List the people who write by name, or do something with one
    People {
        library: PathBuf,
        #[command(subcommand)]
        action: Option<names::PersonAction>,
    },
    /// List the practice's pages in their order, or do something with one
    Pages {
        library: PathBuf,
        #[command(subcommand)]
        action: Option<pages::Action>,
    },
    /// Show the look of the site, or choose one
    Look {
        library: PathBuf,
        #[command(flatten)]
        change: look::Change,
    },
    /// List the whole copies of a library, the last first, or do something with one
    Backups {
        library: PathBuf,
        #[command(subcommand)]
        action: Option<copies::Action>,
    },
    /// Write the finished site to a folder
    Export { library: PathBuf, folder: PathBuf },
    /// Let a browser on this computer use the library, for testing
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
}

/// Which articles, and in which order.
#[derive(clap::Args)]
struct Which {
    /// Only those that stand there: draft, ready, on-site, changed, leaving
    #[arg(long, value_parser = json_name::<pamphlet_api::Standing>)]
    standing: Option<pamphlet_api::Standing>,
    /// Only those about this topic; "" for those without one
    #[arg(long)]
    topic: Option<String>,
    /// Only those of this author; "" for those without one
    #[arg(long)]
    author: Option<String>,
    /// Only those changed at this moment or later, in UTC: 2026-06-15T00:00:00Z
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    changed_from: Option<Timestamp>,
    /// Only those changed before this moment
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    changed_before: Option<Timestamp>,
    /// changed, title or published
    #[arg(long, value_parser = json_name::<pamphlet_api::Order>, default_value = "changed")]
    order: pamphlet_api::Order,
}

#[derive(clap::Args)]
#[group(required = true, multiple = true)]
struct Change {
    /// draft or ready
    #[arg(long, value_parser = json_name::<pamphlet_api::Status>, conflicts_with_all = ["add_topic", "reviewer", "reviewed"])]
    status: Option<pamphlet_api::Status>,
    /// A topic that they get besides their own
    #[arg(long, value_name = "TOPIC", conflicts_with_all = ["reviewer", "reviewed"])]
    add_topic: Option<String>,
    /// A topic that they have no more; it stays a topic of the library
    #[arg(long, value_name = "TOPIC", conflicts_with_all = ["status", "add_topic", "reviewer", "reviewed"])]
    remove_topic: Option<String>,
    /// The clinician who looked them over; "" for nobody
    #[arg(long, value_name = "PERSON")]
    reviewer: Option<String>,
    /// When they did: 2026-06-15
    #[arg(long, value_name = "DATE")]
    reviewed: Option<Date>,
}

#[derive(Subcommand)]
enum RelatedAction {
    /// Recommend an article before all others but those that were chosen so before
    Pin {
        other: String,
        /// Its place among them, from 0
        #[arg(long)]
        place: Option<usize>,
    },
    /// Never recommend an article
    Hide { other: String },
    /// Leave it to the texts again whether an article is recommended
    Free { other: String },
}

/// What is called so in JSON.
fn json_name<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, String> {
    serde_json::from_value(name.into()).map_err(|error: serde_json::Error| {
        let error = error.to_string();
        let expected = error.split_once("expected ").map_or("", |(_, names)| names);
        format!("{} is expected", expected.replace('`', ""))
    })
}

fn moment(text: &str) -> Result<Timestamp, String> {
    let expected = |_| "a moment in UTC such as 2026-06-15T12:00:00Z is expected".to_owned();
    text.parse().map_err(expected)
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
        Command::Import { library, from } => command::import(&library, &from),
        Command::List { library, which } => command::list(&library, which),
        Command::Show { library, article } => command::show(&library, &article),
        Command::LinksTo { library, article } => command::links_to(&library, &article),
        Command::Search { library, words } => command::search(&library, &words),
        Command::Duplicate {
            library,
            article,
            title,
        } => command::duplicate(&library, &article, title),
        Command::Set {
            library,
            articles,
            change,
        } => command::set(&library, &articles, change),
        Command::Address {
            library,
            article,
            address,
        } => command::address(&library, &article, &address),
        Command::Related {
            library,
            article,
            action,
        } => command::related(&library, &article, action),
        Command::Orphans { library } => command::orphans(&library),
        Command::Delete { library, articles } => command::delete(&library, &articles),
        Command::Bin { library } => command::bin(&library),
        Command::Restore { library, id } => command::restore(&library, &id),
        Command::Versions {
            library,
            article,
            version,
        } => command::versions(&library, &article, version),
        Command::Keep {
            library,
            article,
            name,
        } => command::keep(&library, &article, &name),
        Command::NameVersion {
            library,
            article,
            version,
            name,
        } => command::name_version(&library, &article, version, name.as_deref()),
        Command::SetAside {
            library,
            article,
            file,
        } => command::set_aside(&library, &article, &file),
        Command::Compare {
            library,
            article,
            version,
        } => command::compare(&library, &article, version),
        Command::BringBack {
            library,
            article,
            version,
            row,
        } => command::bring_back(&library, &article, version, row),
        Command::Pictures { library, action } => pictures::run(&library, action),
        Command::Topics { library, action } => names::topics(&library, action),
        Command::People { library, action } => names::people(&library, action),
        Command::Pages { library, action } => pages::run(&library, action),
        Command::Look { library, change } => look::run(&library, change),
        Command::Backups { library, action } => copies::run(&library, action),
        Command::Export { library, folder } => command::export(&library, &folder),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments),
    }
}
