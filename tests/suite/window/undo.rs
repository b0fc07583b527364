//! What was written is taken back, key by key, to what stood there first.

use pamphlet_tests::{Arrival, Desktop, WindowPage, repository};

use super::{begin_an_article, stored_text};

/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>: the codes of keys that are no characters.
const ENTER: &str = "\u{E007}";
const BACKSPACE: &str = "\u{E003}";
const TAB: &str = "\u{E004}";
const SHIFT: &str = "\u{E008}";
const CONTROL: &str = "\u{E009}";
const HOME: &str = "\u{E011}";
const LEFT: &str = "\u{E012}";
const UP: &str = "\u{E013}";
const DOWN: &str = "\u{E015}";
const END: &str = "\u{E010}";

const FIRST: &str = "Sleep is *not* a luxury.\n\n- one\n- two\n\nThe **end**.";
const EDITS: usize = 200;
const TOOLS: [&str; 7] = [
    "Bold",
    "Italic",
    "Heading",
    "Smaller heading",
    "List",
    "Numbered list",
    "Quotation",
];
const WORDS: [&str; 6] = [
    "rest ",
    "und so ",
    "h\u{e9}las ",
    "42 mg ",
    "(later) ",
    "- ",
];

/// The same numbers every time: <https://en.wikipedia.org/wiki/Xorshift>.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn of<'c>(&mut self, choices: &[&'c str]) -> &'c str {
        choices[self.below(choices.len())]
    }
}

#[test]
fn two_hundred_edits_are_taken_back_to_the_first_text_exactly() {
    let desktop = Desktop::new();
    let app = desktop.start_app(None);
    let page = app.page();
    begin_an_article(page);
    page.paste("Article text", "", FIRST);
    let first = stored_text(page);
    app.kill();

    // Nothing of what was done before can be taken back now.
    let app = desktop.start_app(None);
    let page = app.page();
    page.put_cursor_in("Article text");
    let mut dice = Dice(0x5eed_0001);
    for _ in 0..EDITS {
        edit(page, &mut dice);
    }
    let last = stored_text(page);
    assert!(first.contains("not") && last != first, "{first}");
    assert_eq!(pressed_to_the_end(page, &[CONTROL, "z"]), first);
    assert_eq!(pressed_to_the_end(page, &[CONTROL, SHIFT, "z"]), last);
}

/// The text when a chord changes it no more.
fn pressed_to_the_end(page: &WindowPage, chord: &[&str]) -> String {
    let mut before = stored_text(page);
    loop {
        page.type_chords(&[chord; 50]);
        let now = stored_text(page);
        if now == before {
            return now;
        }
        before = now;
    }
}

fn edit(page: &WindowPage, dice: &mut Dice) {
    match dice.below(20) {
        0..=6 => page.type_text(dice.of(&WORDS)),
        7 => page.type_chords(&[&[ENTER]]),
        8 => page.type_chords(&[&[BACKSPACE], &[BACKSPACE]]),
        9 => page.type_chords(&[&[CONTROL, BACKSPACE]]),
        10 => page.type_chords(&[&[SHIFT, HOME], &[CONTROL, "b"]]),
        11 => page.type_chords(&[&[CONTROL, SHIFT, LEFT], &[CONTROL, "i"]]),
        12 => page.type_chords(&[&[SHIFT, UP], &[BACKSPACE]]),
        13 => page.type_chords(&[&[SHIFT, ENTER]]),
        14 => page.press(dice.of(&TOOLS)),
        15 => page.type_chords(&[&[UP], &[END]]),
        16 => page.type_chords(&[&[DOWN], &[DOWN], &[HOME]]),
        17 => page.paste(
            "Article text",
            "<h2>From Word</h2><ul><li>a<ul><li><b>b</b></li></ul></li></ul><table><tr><td>1</td><td>2</td></tr></table>",
            "From Word",
        ),
        18 => {
            let list = "\n\n- milk";
            page.type_text(list.trim_start());
            page.type_chords(&[&[ENTER], &[TAB], &["x"]]);
        }
        _ => give_picture(page),
    }
}

fn give_picture(page: &WindowPage) {
    let file = repository().join("icons/32x32.png");
    page.give_picture(Arrival::Paste, "Article text", &file);
    page.write("What does the picture show?", "A door");
    page.press("Add picture");
    page.wait_until(
        "the text again",
        "return document.querySelector('dialog') === null && document.activeElement?.classList.contains('cm-content')",
        |back| *back == true,
    );
}
