//! What may happen around a library: processes that are killed, a disk that is full, folders with unusual names.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use pamphlet_tests::{CommandLine, Tree, fixtures};
use serde_json::Value;

/// Longer than any of these commands takes.
const DEADLINE: Duration = Duration::from_secs(60);

/// How often a moment is tried that the process was too quick for.
const TRIES: usize = 4;

/// A command that changes a library, and when to kill it.
struct Killed {
    command: &'static [&'static str],
    moments: &'static [Moment],
    /// Whether the library is damaged before, and a copy is to take its place.
    damaged: bool,
}

struct Moment {
    name: &'static str,
    /// What to look for in the library's folder.
    has_come: fn(&Path) -> bool,
}

const AT_ONCE: Moment = Moment {
    name: "at once",
    has_come: |_| true,
};

const KILLED: &[Killed] = &[
    Killed {
        command: &["backups", "library", "make"],
        moments: &[
            AT_ONCE,
            Moment {
                name: "when a copy begins",
                has_come: |library| library.join("backups/unfinished").exists(),
            },
        ],
        damaged: false,
    },
    Killed {
        command: &["backups", "library", "restore", "MOMENT"],
        moments: &[
            AT_ONCE,
            Moment {
                name: "when the copy is on its way",
                has_come: |library| library.join("put-aside").exists(),
            },
            Moment {
                name: "when the damaged one is gone",
                has_come: |library| !library.join("library.db").exists(),
            },
        ],
        damaged: true,
    },
    Killed {
        command: &["import", "library", "more"],
        moments: &[
            AT_ONCE,
            Moment {
                name: "when pictures come",
                has_come: |library| count(&library.join("media")) > 0,
            },
            Moment {
                name: "when articles are written",
                has_come: |library| {
                    fs::metadata(library.join("library.db-wal")).is_ok_and(|log| log.len() > 0)
                },
            },
        ],
        damaged: false,
    },
    Killed {
        command: &["delete", "library", "sore-throat"],
        moments: &[AT_ONCE],
        damaged: false,
    },
];

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Titles, whatever their order and standing.
fn titles(articles: &Value) -> Vec<String> {
    let articles = articles.as_array().unwrap().iter();
    let mut titles: Vec<_> = articles.map(|it| it["title"].to_string()).collect();
    titles.sort();
    titles
}

#[test]
fn whatever_is_killed_the_library_is_as_before_or_as_after() {
    let cli = CommandLine::with_library_of("millbrook");
    let moment = cli.json(["backups", "library", "make"])[0]["made"].clone();
    let moment = moment.as_str().unwrap();
    fixtures::copy(&cli.path("input"), &cli.path("more"));
    cli.write(
        "more/articles/one-more.md",
        "---\ntitle: One more\n---\nWords.",
    );
    let before = titles(&cli.json(["list", "library"]));
    fixtures::copy(&cli.path("library"), &cli.path("whole"));
    for killed in KILLED {
        let command = killed
            .command
            .iter()
            .map(|word| word.replace("MOMENT", moment));
        let command: Vec<_> = command.collect();
        let reset = || {
            fs::remove_dir_all(cli.path("library")).unwrap();
            fixtures::copy(&cli.path("whole"), &cli.path("library"));
            if killed.damaged {
                cli.write("library/library.db", b"damaged");
            }
        };
        reset();
        cli.json(&command);
        let after = titles(&cli.json(["list", "library"]));
        for at in killed.moments {
            for number in 0..TRIES {
                reset();
                if !kill_at(&cli, &command, at) {
                    continue;
                }
                let when = format!("{command:?} killed {} ({number})", at.name);
                let opened = cli.run(["list", "library", "--json"]);
                if killed.damaged && opened.code == Some(1) {
                    // Nothing was changed yet: the same command does it now.
                    assert_eq!(
                        fs::read(cli.path("library/library.db")).unwrap(),
                        b"damaged"
                    );
                    cli.json(&command);
                }
                let now = titles(&cli.json(["list", "library"]));
                assert!(now == before || now == after, "{when}: {now:?}");
                let copies = cli.json(["backups", "library"]);
                for copy in copies.as_array().unwrap() {
                    assert!(copy["articles"].is_number(), "{when}: {copies}");
                }
                cli.json(["backups", "library", "make"]);
                assert!(!cli.path("library/backups/unfinished").exists(), "{when}");
                if killed.damaged {
                    let aside = Tree::everything(&cli.path("library/put-aside"));
                    let kept = aside.iter().any(|(_, bytes)| bytes == b"damaged");
                    assert!(kept, "{when}: the damaged one is gone");
                }
            }
        }
    }
}

/// Says whether it was still at work then.
fn kill_at(cli: &CommandLine, command: &[String], moment: &Moment) -> bool {
    let library = cli.path("library");
    let mut child = cli.command(command).stdout(Stdio::null()).spawn().unwrap();
    wait(&mut child, || (moment.has_come)(&library));
    child.kill().unwrap();
    !child.wait().unwrap().success()
}

/// Waits until something is so, or the process has ended.
fn wait(child: &mut Child, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < DEADLINE, "nothing happens");
        thread::yield_now();
    }
}

/// Names that somebody may give the folder of a website, or that a program may.
const NAMES: &[&str] = &[
    "\u{c4}rzte am Flu\u{df}",
    "A\u{308}rzte",
    "診療所",
    "con.txt",
    "library.db",
    "100% #1?",
    "it's \"ours\"",
    "  two blanks",
    "-rf",
    "backups",
];

/// What Windows has no folders of.
fn can_be_a_folder(name: &str) -> bool {
    !cfg!(windows) || !(name.contains(['?', '"']) || name == "con.txt")
}

#[test]
fn a_library_may_lie_in_a_folder_of_any_name() {
    let cli = CommandLine::new();
    fixtures::copy(&fixtures::folder("millbrook"), &cli.path("input"));
    let long = "long ".repeat(48);
    let deep = format!("{0}/{0}/{0}", "deep ".repeat(30).trim());
    let names = NAMES.iter().copied().chain([long.trim(), &deep]);
    for name in names.filter(|name| can_be_a_folder(name)) {
        let library = format!("./{name}");
        let library = library.as_str();
        cli.json(["new", library, "--practice", "input/practice.toml"]);
        cli.json(["import", library, "input"]);
        let made = cli.json(["backups", library, "make"]);
        let moment = made[0]["made"].as_str().unwrap();
        assert_eq!(made[0]["articles"], 6, "{name}");
        cli.write(&format!("{name}/library.db"), b"damaged");
        cli.json(["backups", library, "restore", moment]);
        let listed = cli.json(["list", library]);
        assert_eq!(listed.as_array().unwrap().len(), 6, "{name}");
        cli.json(["export", library, &format!("./{name} site")]);
    }
}

#[test]
fn a_name_that_no_folder_can_have_is_refused() {
    let cli = CommandLine::new();
    fixtures::copy(&fixtures::folder("millbrook"), &cli.path("input"));
    let name = "x".repeat(300);
    let refused = cli.refusal(["new", &name, "--practice", "input/practice.toml"]);
    assert_eq!(refused, "disk");
    cli.refusal(["list", &name]);
    cli.refusal(["backups", &name]);
}

/// Commands that write, with what a full disk leaves as it was. The largest file that may be written stands for a disk
/// that is full.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_library_as_it_was() {
    let cli = CommandLine::with_library_of("millbrook");
    let made = cli.json(["backups", "library", "make"]);
    let moment = made[0]["made"].as_str().unwrap();
    cli.write(
        "input/articles/long.md",
        format!("---\ntitle: Long\n---\n{}", "Words. ".repeat(100_000)),
    );
    let before = titles(&cli.json(["list", "library"]));
    let full = |blocks: usize, command: &[&str]| {
        let program = cli.command(command);
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        std::process::Command::new("sh")
            .args(["-c", &script])
            .arg(program.get_program())
            .args(command)
            .arg("--json")
            .current_dir(cli.path(""))
            .output()
            .unwrap()
    };
    for blocks in [0, 8, 64, 200] {
        for command in [
            &["import", "library", "input"][..],
            &["backups", "library", "make"],
            &["backups", "library", "restore", moment, "--even-if-whole"],
            &["export", "library", "site"],
            &["new", "other", "--practice", "input/practice.toml"],
        ] {
            let output = full(blocks, command);
            let when = format!("{blocks} blocks: {command:?}: {output:?}");
            assert!(matches!(output.status.code(), Some(0 | 1)), "{when}");
            let said: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(
                said["error"].is_object(),
                output.status.code() == Some(1),
                "{when}"
            );
            let now = titles(&cli.json(["list", "library"]));
            assert!(now == before, "{when}: {now:?}");
        }
        // With room for it again, everything goes on.
        if !cli.path("other/library.db").exists() {
            cli.json(["new", "other", "--practice", "input/practice.toml"]);
        }
        cli.json(["list", "other"]);
        fs::remove_dir_all(cli.path("other")).unwrap();
    }
    cli.json(["export", "library", "site"]);
    cli.json(["import", "library", "input"]);
    assert_eq!(
        titles(&cli.json(["list", "library"])).len(),
        before.len() + 1
    );
}
