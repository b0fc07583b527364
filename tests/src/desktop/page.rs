use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Instant;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::process::DEADLINE;
use super::session::{Element, Session};
use crate::target;

/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>: the code of the Enter key.
const ENTER: &str = "\u{E007}";

const PICTURE_ARRIVES: &str = "
    const [arrival, field, name, base64] = arguments;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, { type: name.endsWith('.png') ? 'image/png' : 'image/jpeg' }));
    const target = document.querySelector(`[aria-label=\"${field}\"]`);
    const { left, top } = target.getBoundingClientRect();
    const common = { bubbles: true, cancelable: true };
    const event = arrival === 'paste'
        ? new ClipboardEvent('paste', { ...common, clipboardData: transfer })
        : new DragEvent('drop', { ...common, dataTransfer: transfer, clientX: left + 5, clientY: top + 5 });
    target.dispatchEvent(event);
    return event.defaultPrevented;";

/// How something comes from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    Paste,
    Drop,
}

/// What is in a window, found by the roles and names that a screen reader would say. Whatever is looked for is waited
/// for.
pub struct Page {
    pub(super) session: Session,
}

impl Page {
    pub(super) fn new(session: Session) -> Self {
        Self { session }
    }

    /// Goes to an address.
    pub fn open(&self, address: &str) {
        self.session
            .post("url", &json!({ "url": address }))
            .unwrap();
    }

    /// Presses the button, link or choice of this name.
    pub fn press(&self, name: &str) {
        let name = quoted(name);
        let named = named(&name);
        self.click(&format!(
            "//*[self::button or self::a or @role='button'][{named}] \
             | //label[.//input[@type='radio'] and .//*[normalize-space()={name}]]"
        ));
    }

    /// Presses the link or button among whose words these are.
    pub fn press_with(&self, words: &str) {
        self.click(&format!(
            "//*[self::a or self::button][contains(normalize-space(), {})]",
            quoted(words)
        ));
    }

    /// Types into the field of this name, after what stands there. A new line is the Enter key.
    pub fn write(&self, name: &str, text: &str) {
        let field = self.find(&field(name));
        let text = &text.replace('\n', ENTER);
        self.wait(&|| format!("{name} can be typed into"), || {
            self.session.send_keys(&field, text).ok()
        });
    }

    /// Puts something else into the field of this name.
    pub fn fill(&self, name: &str, text: &str) {
        let field = self.find(&field(name));
        self.wait(&|| format!("{name} can be emptied"), || {
            self.session.clear(&field).ok()
        });
        self.write(name, text);
    }

    /// What stands in the field of this name.
    pub fn value(&self, name: &str) -> String {
        let field = self.find(&field(name));
        let value = self.run(
            "return arguments[0].value ?? arguments[0].innerText",
            &[field.to_json()],
        );
        value.as_str().unwrap().to_owned()
    }

    /// Until the article's page is there, with every picture that is in sight drawn.
    pub fn wait_for_preview(&self) {
        self.wait_until(
            "the preview's pictures",
            "const shown = document.querySelector('iframe[aria-label=Preview]')?.contentDocument;
             if (!shown?.getElementById('article-body')) return false;
             if (!shown.drawn) {
                 shown.drawn = 'not yet';
                 const pictures = [...shown.images].filter((it) => it.loading !== 'lazy');
                 Promise.all(pictures.map((it) => it.decode()))
                     .then(() => requestAnimationFrame(() => requestAnimationFrame(() => (shown.drawn = 'yes'))))
                     .catch(() => (shown.drawn = ''));
             }
             return shown.drawn === 'yes';",
            |drawn| *drawn == true,
        );
    }

    /// Until nothing moves, every picture in sight is there, and what the window's size asked for is drawn.
    pub fn wait_until_still(&self) {
        self.run(
            "window.drawn = false;
             requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = true)));",
            &[],
        );
        self.wait_until(
            "a still window",
            "const awaited = (it) => it.loading !== 'lazy' || it.getBoundingClientRect().top < innerHeight;
             const loaded = [...document.images].every((it) => it.complete || !awaited(it));
             return window.drawn && loaded && document.getAnimations().every((it) => it.playState !== 'running');",
            |still| *still == true,
        );
    }

    /// Waits until there is an element of this role and name.
    pub fn wait_for(&self, role: &str, name: &str) {
        let (role, named) = (quoted(role), named(&quoted(name)));
        self.find(&format!(
            "//*[(@role={role} or name()={role}) and ({named})]"
        ));
    }

    /// Waits until a script's answer is as it should be.
    pub fn wait_until(&self, what: &str, script: &str, is_so: impl Fn(&Value) -> bool) -> Value {
        let last = RefCell::new(Value::Null);
        let look = || {
            // A script that fails, in a page that is not there yet, is asked again.
            let answer = self.try_to_run(script, &[]).ok()?;
            last.replace(answer.clone());
            is_so(&answer).then_some(answer)
        };
        let missing = || format!("{what}, but {}", last.borrow());
        self.wait(&missing, look)
    }

    /// Runs a script in the page: its answer.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.try_to_run(script, arguments).unwrap()
    }

    /// Runs a script that calls its last argument with its answer.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        let asked = json!({ "script": script, "args": arguments });
        self.session.post("execute/async", &asked).unwrap()
    }

    fn try_to_run(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.session.post(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Clicks into the middle of the field of this name, so that keys go there.
    pub fn put_cursor_in(&self, name: &str) {
        self.click(&field(name));
    }

    /// Pastes or drops a picture, a PNG or JPEG file, on the field of this name, as the system would.
    pub fn give_picture(&self, arrival: Arrival, field: &str, file: &Path) {
        let arrival = match arrival {
            Arrival::Paste => "paste",
            Arrival::Drop => "drop",
        };
        let name = file.file_name().unwrap().to_str().unwrap();
        let bytes = BASE64_STANDARD.encode(fs::read(file).unwrap());
        let taken = self.run(
            PICTURE_ARRIVES,
            &[json!(arrival), json!(field), json!(name), json!(bytes)],
        );
        assert_eq!(taken, true, "{field} takes pictures");
    }

    /// Chooses a file of this computer for the field of this name, which may be hidden behind its button.
    pub fn choose_file(&self, name: &str, file: &Path) {
        let name = quoted(name);
        let path = format!("//input[@type='file'][@aria-label={name}]");
        let chosen = file.to_str().unwrap();
        self.wait(&|| path.clone(), || {
            let field = self.session.find_all(&path).ok()?.into_iter().next()?;
            self.session.send_keys(&field, chosen).ok()
        });
    }

    /// Presses one key, wherever the cursor is.
    pub fn type_key(&self, key: &str) {
        let presses =
            json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": presses });
        self.session
            .post("actions", &json!({ "actions": [keyboard] }))
            .unwrap();
    }

    /// Presses keys one after the other, wherever the cursor is: the last of each chord while the others are held.
    pub fn type_chords(&self, chords: &[&[&str]]) {
        let key = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        let mut actions = Vec::new();
        for chord in chords {
            actions.extend(chord.iter().map(|pressed| key("keyDown", pressed)));
            actions.extend(chord.iter().rev().map(|pressed| key("keyUp", pressed)));
        }
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.session
            .post("actions", &json!({ "actions": [keyboard] }))
            .unwrap();
    }

    /// Types a text, wherever the cursor is.
    pub fn type_text(&self, text: &str) {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let chords: Vec<[&str; 1]> = letters.iter().map(|letter| [letter.as_str()]).collect();
        let chords: Vec<&[&str]> = chords.iter().map(<[&str; 1]>::as_slice).collect();
        self.type_chords(&chords);
    }

    /// Pastes what another program put on the clipboard on the field of this name, as the system would.
    pub fn paste(&self, field_name: &str, html: &str, plain: &str) {
        let target = self.find(&field(field_name));
        self.run(
            "const [target, html, plain] = arguments;
             const clipboardData = new DataTransfer();
             clipboardData.setData('text/html', html);
             clipboardData.setData('text/plain', plain);
             target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));",
            &[target.to_json(), json!(html), json!(plain)],
        );
    }

    /// Makes the window this large, in pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.session
            .post("window/rect", &json!({ "width": width, "height": height }))
            .unwrap();
        self.wait_until("the size", "return [innerWidth, innerHeight]", |size| {
            *size == json!([width, height])
        });
    }

    /// The window as a PNG file.
    pub fn screenshot(&self) -> Vec<u8> {
        let picture = self.session.screenshot().unwrap();
        BASE64_STANDARD.decode(picture).unwrap()
    }

    fn click(&self, path: &str) {
        // What is found may move or be replaced before it is clicked: look again.
        self.wait(&|| path.to_owned(), || {
            self.session.click(&self.visible(path)?).ok()
        });
    }

    fn find(&self, path: &str) -> Element {
        self.wait(&|| path.to_owned(), || self.visible(path))
    }

    /// The first element at the path that a person can see.
    fn visible(&self, path: &str) -> Option<Element> {
        let found = self.session.find_all(path).ok()?;
        found
            .into_iter()
            .find(|element| self.session.is_displayed(element).unwrap_or(false))
    }

    fn wait<T>(&self, what: &dyn Fn() -> String, look: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begun.elapsed() < DEADLINE, "never: {}", what());
            thread::yield_now();
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if thread::panicking()
            && let Some(picture) = self.session.screenshot()
        {
            keep(&picture);
        }
        self.session.close();
    }
}

/// Keeps a picture of the window, for whoever wants to know why a test failed.
fn keep(picture: &str) {
    let name = thread::current()
        .name()
        .unwrap_or("window")
        .replace("::", "-");
    let file = target().join(format!("failed-{name}.png"));
    if fs::write(&file, BASE64_STANDARD.decode(picture).unwrap_or_default()).is_ok() {
        eprintln!("What the window looked like: {}", file.display());
    }
}

/// <https://www.w3.org/TR/accname-1.2/>, as far as our own pages use it: the condition of an XPath.
fn named(name: &str) -> String {
    format!(
        "@aria-label={name} or normalize-space(id(@aria-labelledby))={name} \
         or (not(@aria-label) and normalize-space()={name})"
    )
}

fn field(name: &str) -> String {
    let name = quoted(name);
    format!(
        "//*[self::input or self::textarea or @contenteditable='true']\
         [@aria-label={name} or @id=//label[normalize-space()={name}]/@for]"
    )
}

/// A string as XPath writes it.
fn quoted(text: &str) -> String {
    assert!(!text.contains('\''), "{text} can't be quoted");
    format!("'{text}'")
}
