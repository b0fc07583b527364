//! Somebody types, and the power goes: what the window called saved is there.

use std::time::{Duration, Instant};
use std::{env, fs};

use pamphlet_engine::Library;
use pamphlet_tests::{Desktop, TestWorld, WindowPage};

use super::undo::Dice;
use super::{ACKNOWLEDGED, begin_an_article};

const KILLS: u32 = 10;
const WORDS: [&str; 7] = [
    "people ", "who ", "sleep ", "well ", "need ", "fewer ", "pills. ",
];

/// Ten times, within twenty seconds of typing. `PAMPHLET_TYPING_SECONDS=120` makes two minutes of it.
#[test]
fn no_key_that_was_called_saved_is_lost_when_the_process_is_killed() {
    let seconds = env::var("PAMPHLET_TYPING_SECONDS").ok();
    let seconds = seconds.map_or(20, |seconds| seconds.parse().unwrap());
    let mut dice = Dice(0x5eed_0002);
    let desktop = Desktop::new();
    let mut saved = String::new();
    let mut typed = 0;
    for kill in 0..KILLS {
        let app = desktop.start_app(None);
        let page = app.page();
        if kill == 0 {
            begin_an_article(page);
        } else {
            // The article that was open is open again.
            page.put_cursor_in("Article text");
        }
        page.type_chords(&[&["\u{E009}", "\u{E010}"]]);
        // Between half and one and a half of its share.
        let share = seconds * 1000 / u64::from(KILLS);
        let share = share / 2 + dice.below(usize::try_from(share).unwrap()) as u64;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(share) {
            for _ in 0..=dice.below(4) {
                let word = WORDS[dice.below(WORDS.len())];
                page.type_text(word);
                typed += word.len();
            }
            saved = acknowledged(page).unwrap_or(saved);
        }
        app.kill();
        let stored = stored(&desktop);
        assert!(
            stored.starts_with(&saved),
            "kill {kill}: '{saved}' was called saved, and there is '{stored}'"
        );
        saved = stored;
    }
    let kept = saved.len();
    eprintln!("{typed} keys typed in {seconds} s, {kept} kept over {KILLS} kills");
    assert!(kept > typed / 3, "{kept} of {typed}");
}

/// The words of the editor, if the window says at the same moment that they are saved.
fn acknowledged(page: &WindowPage) -> Option<String> {
    let now = page.run(ACKNOWLEDGED, &[]);
    let words = now[1].as_str()?.replace('\u{a0}', " ");
    (now[0] == "Saved").then(|| words.trim_end().to_owned())
}

fn stored(desktop: &Desktop) -> String {
    // Its name is suggested while the practice's is typed.
    let mut folders = fs::read_dir(desktop.documents().join("Pamphlet")).unwrap();
    let folder = folders.next().unwrap().unwrap().path();
    let library = Library::open(&folder, std::sync::Arc::new(TestWorld::default())).unwrap();
    let [listed] = &library.articles().unwrap()[..] else {
        panic!("one article");
    };
    library.article(listed.summary.id).unwrap().article.text
}
