//! Copies of a library, by the command line.

use std::fs;

use pamphlet_tests::{CommandLine, Tree};
use serde_json::json;

#[test]
fn a_copy_is_made_and_takes_the_place_of_a_damaged_library() {
    let cli = CommandLine::with_library_of("millbrook");
    assert_eq!(cli.json(["backups", "library"]), json!([]));
    let made = cli.json(["backups", "library", "make"]);
    assert!(made[0]["bytes"].as_u64() > Some(0), "{made}");
    assert_eq!(made[0]["articles"], 6);
    assert_eq!(made[0]["before_update"], false);
    assert!(made[0]["last_change"].is_string(), "{made}");
    cli.json(["delete", "library", "sore-throat"]);
    let moment = made[0]["made"].as_str().unwrap();
    assert_eq!(
        cli.refusal(["backups", "library", "restore", moment]),
        "invalid"
    );
    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 5);
    cli.write("library/library.db", [0; 8192]);
    assert_eq!(cli.refusal(["list", "library"]), "library_damaged");
    let hint = cli.refused(["list", "library"])["hint"].to_string();
    assert!(hint.contains(moment), "{hint}");
    assert_eq!(cli.json(["backups", "library"]), made);

    cli.json(["backups", "library", "restore", moment]);
    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 6);
    let aside = Tree::everything(&cli.path("library/put-aside"));
    let (_, damaged) = { aside.iter() }
        .find(|(path, _)| path.ends_with("library.db"))
        .unwrap();
    assert_eq!(damaged, [0; 8192]);

    cli.json(["delete", "library", "sore-throat"]);
    cli.json(["backups", "library", "restore", moment, "--even-if-whole"]);
    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 6);
}

/// The largest file that may be written stands for a disk that is full.
#[cfg(unix)]
#[test]
fn a_copy_that_there_is_no_room_for_is_not_half_there() {
    let cli = CommandLine::with_library_of("millbrook");
    let made = cli.json(["backups", "library", "make"]);
    let program = cli.command(["backups"]);
    let script = "trap '' XFSZ; ulimit -f 100; exec \"$0\" backups library make";
    let full = std::process::Command::new("sh")
        .args(["-c", script])
        .arg(program.get_program())
        .current_dir(cli.path(""))
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(1), "{full:?}");
    assert_eq!(cli.json(["backups", "library"]), made);
    assert_eq!(
        fs::read_dir(cli.path("library/backups")).unwrap().count(),
        1
    );
    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 6);
}
