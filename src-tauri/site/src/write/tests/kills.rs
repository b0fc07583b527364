//! The same with a process that really dies: no destructor runs, and the system itself lets go of the lock.

use std::process::Command;

use super::*;

/// Tells the child which folder to export to, and after how many steps to die: `3|/tmp/website`.
const ORDER: &str = "PAMPHLET_TEST_DIE";

#[test]
fn a_killed_export_leaves_the_old_site_and_the_next_one_mends_it() {
    let mut deaths = 0;
    for steps in 0.. {
        let sandbox = with_old_site();
        if child_survives(&sandbox, steps) {
            assert_eq!(sandbox.tree(), new_tree());
            break;
        }
        deaths += 1;
        if !sandbox.path(".pamphlet/journal.json").exists() && sandbox.tree() != new_tree() {
            assert_eq!(sandbox.tree(), old_tree(), "{steps} steps");
        }
        sandbox.export(&site(NEW)).unwrap();
        assert_eq!(sandbox.tree(), new_tree(), "{steps} steps");
    }
    assert!(deaths > 40, "{deaths}");
}

fn child_survives(sandbox: &Sandbox, steps: usize) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "write::tests::kills::child"])
        .env(ORDER, format!("{steps}|{}", sandbox.folder.display()));
    child.output().unwrap().status.success()
}

/// Not a test, but what the test above kills.
#[test]
fn child() {
    let Ok(order) = std::env::var(ORDER) else {
        return;
    };
    let (steps, folder) = order.split_once('|').unwrap();
    let left = AtomicUsize::new(steps.parse().unwrap());
    let die = |_: &'static str, _: &Path| match left.fetch_sub(1, Ordering::SeqCst) {
        0 => std::process::abort(),
        _ => Ok(()),
    };
    transaction(
        &Disk::hooked(&die),
        Path::new(folder),
        &wanted(&site(NEW)),
        &NoOriginals,
        &Patient,
    )
    .unwrap();
}
