//! Whatever step is the last one, the folder holds the old site or will hold the new one.

use super::*;
use crate::write::recover;

/// Lets `steps` steps happen. After them the computer is as good as off, or, if `once`, just one fails.
fn failing_after(
    steps: usize,
    once: bool,
) -> impl Fn(&'static str, &Path) -> io::Result<()> + Sync {
    let count = AtomicUsize::new(0);
    move |_, _| {
        let before = count.fetch_add(1, Ordering::SeqCst);
        if before == steps || (before > steps && !once) {
            Err(io::ErrorKind::StorageFull.into())
        } else {
            Ok(())
        }
    }
}

/// Runs `check` on a folder in which an export of `new` over `old` ended after each possible number of steps. `check`
/// hears whether the journal was there, that is, whether the new site is to come.
fn after_every_step(once: bool, prepare: fn() -> Sandbox, check: impl Fn(&Sandbox, bool)) {
    let (mut before_journal, mut after_journal) = (0, 0);
    for steps in 0.. {
        let sandbox = prepare();
        let result = sandbox.export_with(&site(NEW), &failing_after(steps, once));
        let has_journal = sandbox.path(".pamphlet/journal.json").exists();
        let is_new = sandbox.tree() == new_tree() || sandbox.tree() == tree_of(NEW);
        if result.is_ok() && !sandbox.path(".pamphlet/staging").exists() {
            break;
        }
        let committed = has_journal || is_new;
        if let Err(error) = &result {
            let (reason, half) = match error {
                ExportError::HalfInPlace { reason } => (reason.as_ref(), true),
                reason => (reason, false),
            };
            assert!(
                matches!(reason, ExportError::Io { source, .. } if source.kind() == io::ErrorKind::StorageFull),
                "{error:?}"
            );
            assert_eq!(half, committed, "{steps} steps");
        }
        *(if committed {
            &mut after_journal
        } else {
            &mut before_journal
        }) += 1;
        check(&sandbox, committed);
    }
    assert!(
        before_journal > 15 && after_journal > 15,
        "{before_journal} steps before the journal, {after_journal} after"
    );
}

#[test]
fn the_old_site_is_whole_until_the_journal_is_there() {
    after_every_step(false, with_old_site, |sandbox, committed| {
        if !committed {
            assert_eq!(sandbox.tree(), old_tree());
        }
    });
}

#[test]
fn the_next_export_makes_the_new_site_whatever_happened() {
    after_every_step(false, with_old_site, |sandbox, _| {
        sandbox.export(&site(NEW)).unwrap();
        assert_eq!(sandbox.tree(), new_tree());
        assert_eq!(sandbox.export(&site(NEW)).unwrap().unchanged, NEW.len());
        assert!(!sandbox.path(".pamphlet/staging").exists());
    });
}

#[test]
fn the_next_export_may_be_of_another_site() {
    after_every_step(false, with_old_site, |sandbox, _| {
        sandbox.export(&site(OLD)).unwrap();
        assert_eq!(sandbox.tree(), old_tree());
        sandbox.export(&site(&[])).unwrap();
        assert_eq!(sandbox.tree(), tree_of(FOREIGN));
    });
}

#[test]
fn recovering_completes_the_new_site_or_leaves_the_old_one() {
    after_every_step(false, with_old_site, |sandbox, committed| {
        let has_journal = sandbox.path(".pamphlet/journal.json").exists();
        assert_eq!(recover(&sandbox.folder).unwrap(), has_journal);
        assert_eq!(
            sandbox.tree(),
            if committed { new_tree() } else { old_tree() }
        );
        assert!(!recover(&sandbox.folder).unwrap());
    });
}

#[test]
fn recovering_may_be_cut_short_too() {
    after_every_step(false, with_old_site, |sandbox, _| {
        for steps in 0..12 {
            let _ = sandbox.export_with(&site(NEW), &failing_after(steps, false));
        }
        sandbox.export(&site(NEW)).unwrap();
        assert_eq!(sandbox.tree(), new_tree());
    });
}

#[test]
fn a_failing_disk_leaves_nothing_behind_before_the_journal() {
    after_every_step(true, with_old_site, |sandbox, committed| {
        if !committed {
            assert_eq!(sandbox.tree(), old_tree());
            assert!(!sandbox.path(".pamphlet/staging").exists());
        }
        sandbox.export(&site(NEW)).unwrap();
        assert_eq!(sandbox.tree(), new_tree());
    });
}

#[test]
fn a_first_export_that_is_cut_short_can_be_repeated() {
    after_every_step(false, Sandbox::new, |sandbox, committed| {
        if !committed {
            assert_eq!(sandbox.tree(), Tree::new());
        }
        sandbox.export(&site(NEW)).unwrap();
        assert_eq!(sandbox.tree(), tree_of(NEW));
    });
}

#[test]
fn a_file_put_in_the_way_after_a_crash_is_not_overwritten() {
    after_every_step(false, with_old_site, |sandbox, _| {
        let path = "people/b/index.html";
        if sandbox.path(path).exists() {
            return;
        }
        sandbox.write(path, "mine");
        let refused = sandbox.export(&site(NEW)).unwrap_err();
        assert!(
            matches!(&refused, ExportError::Foreign { paths } if *paths == [sandbox.path(path)]),
            "{refused:?}"
        );
        assert_eq!(fs::read(sandbox.path(path)).unwrap(), b"mine");
        fs::remove_file(sandbox.path(path)).unwrap();
        sandbox.export(&site(NEW)).unwrap();
        assert_eq!(sandbox.tree(), new_tree());
    });
}

#[test]
fn a_file_that_is_both_staged_and_in_place_is_ours() {
    // A power failure can leave both names of a file that was being moved.
    let sandbox = with_old_site();
    let before_moving = |operation: &str, _: &Path| {
        if operation == "replace" {
            Err(io::ErrorKind::StorageFull.into())
        } else {
            Ok(())
        }
    };
    sandbox.export_with(&site(NEW), &before_moving).unwrap_err();
    sandbox.write("assets/site-2.css", "main {}");
    assert!(recover(&sandbox.folder).unwrap());
    assert_eq!(sandbox.tree(), new_tree());
}

#[cfg(unix)]
#[test]
fn a_link_made_after_a_crash_is_not_followed() {
    let sandbox = with_old_site();
    let before_moving = |operation: &str, _: &Path| {
        if operation == "replace" {
            Err(io::ErrorKind::StorageFull.into())
        } else {
            Ok(())
        }
    };
    sandbox.export_with(&site(NEW), &before_moving).unwrap_err();
    fs::rename(sandbox.path("topics"), sandbox.outside("elsewhere")).unwrap();
    std::os::unix::fs::symlink(sandbox.outside("elsewhere"), sandbox.path("topics")).unwrap();
    assert!(matches!(
        recover(&sandbox.folder),
        Err(ExportError::Foreign { .. })
    ));
    assert!(
        sandbox
            .outside("elsewhere")
            .join("a/page/2/index.html")
            .exists()
    );
}
