//! Waiting for other programs to let go of a file.

use std::io;
use std::time::Duration;

/// On Windows a file can't be replaced while a browser, an indexer or an antivirus program looks at it, which is seldom
/// long: tries again for about two and a half seconds. Elsewhere a refusal is final.
pub fn patiently(act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let waits = if cfg!(windows) { 8 } else { 0 };
    again_while_in_use(
        waits,
        |wait| std::thread::sleep(Duration::from_millis(10 << wait)),
        act,
    )
}

fn again_while_in_use(
    waits: u32,
    pause: impl Fn(u32),
    mut act: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    for wait in 0..waits {
        match act() {
            Err(error) if is_in_use(&error) => pause(wait),
            result => return result,
        }
    }
    act()
}

/// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION` or `ERROR_DIR_NOT_EMPTY` (a file in it that is removed, but open).
fn is_in_use(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(5 | 32 | 145))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_use_is_tried_again_and_not_for_ever() {
        const IN_USE: i32 = 32;
        const FULL: i32 = 28;
        // The error, how often it comes, how often is tried, whether that is enough.
        for (error, times, tries, works) in [
            (IN_USE, 0, 1, true),
            (IN_USE, 3, 4, true),
            (IN_USE, 9, 4, false),
            (FULL, 1, 1, false),
        ] {
            let mut tried = 0;
            let result = again_while_in_use(
                3,
                |_| (),
                || {
                    tried += 1;
                    if tried > times {
                        Ok(())
                    } else {
                        Err(io::Error::from_raw_os_error(error))
                    }
                },
            );
            assert_eq!(
                (tried, result.is_ok()),
                (tries, works),
                "error {error}, {times} times"
            );
        }
    }
}
