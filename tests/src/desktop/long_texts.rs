//! The longest texts that somebody may plausibly write, wherever the window shows them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pamphlet_engine::{ArticlePatch, Library, make_sample};

use super::page::Page;
use crate::programs::repository;
use crate::world::TestWorld;

const PRACTICE: &str =
    "The Greater Larkmere Center for Integrative Psychiatry, Pain Medicine and Wellness";
const TITLE: &str = "What to Expect Before, During and After Your First Ketamine Infusion, and How to Prepare \
                     Yourself, Your Family and Your Ride Home for the Whole of That Day";
const SUMMARY: &str = "Everything that patients ask us before their first visit, from what to eat and what to wear to \
                       who may come along, how long it all takes, what it feels like, and when to call us afterwards.";
/// As the long words of medicine are: with no place to break.
const TOPIC: &str = "Otorhinolaryngology/Neuropsychopharmacology";
const TOPICS: [&str; 3] = [
    "Living with treatment-resistant depression, anxiety and long-lasting pain",
    TOPIC,
    "For caregivers, partners, parents and friends of our patients",
];
const PERSON: &str = "Prof. Maria-Alexandra Konstantinidou-Featherstonehaugh de la Cruz";
const CREDENTIALS: &str = "MD, PhD, FACEP, FAAEM, DipABA, CPE";
const FILE: &str =
    "IMG_20260615_front-desk-renovation-FINAL-final-version-3-for-the-website-with-credits.jpg";
const VERSION: &str = "Approved by Prof. Konstantinidou-Featherstonehaugh after the second look";

/// Makes such a library in this folder.
pub(super) fn make(folder: &Path) -> PathBuf {
    let library = make_sample(folder, Arc::new(TestWorld::default())).unwrap();
    let mut practice = library.practice().unwrap();
    practice.name = PRACTICE.to_owned();
    practice.tagline = SUMMARY.to_owned();
    practice.email = "appointments.and.questions@greater-larkmere-integrative.example".to_owned();
    library.save_practice(&practice).unwrap();
    library.add_person(PERSON, CREDENTIALS).unwrap();
    lengthen_article(&library);
    let door = repository().join("src-tauri/engine/sample/images/front-door.jpg");
    let mut bytes = fs::read(door).unwrap();
    // Another picture than the one that is there already.
    bytes.push(0);
    library.add_picture(FILE, &bytes).unwrap();
    folder.to_owned()
}

fn lengthen_article(library: &Library) {
    let listed = library.articles().unwrap();
    let view = library.article(listed[0].summary.id).unwrap();
    let (id, revision) = (view.article.id, view.article.revision);
    let patch = ArticlePatch {
        title: Some(TITLE.to_owned()),
        summary: Some(SUMMARY.to_owned()),
        topics: Some(TOPICS.map(str::to_owned).to_vec()),
        author: Some(Some(PERSON.to_owned())),
        ..ArticlePatch::default()
    };
    library.save_article(id, revision, patch).unwrap();
    library.name_version(id, VERSION).unwrap();
    let other = library.article(listed[1].summary.id).unwrap().article;
    let patch = ArticlePatch {
        title: Some(format!("{TITLE} (a draft)")),
        status: Some(pamphlet_model::Status::Draft),
        ..ArticlePatch::default()
    };
    library
        .save_article(other.id, other.revision, patch)
        .unwrap();
}

/// Walks past whatever shows them. `look` is told the name of each screen while it is shown.
pub fn walk(page: &Page, look: &dyn Fn(&str)) {
    page.wait_for("button", "New article");
    look("long-articles");
    page.press_with(&TITLE[..40]);
    page.wait_for_preview();
    look("long-writing");
    page.press_with("Details");
    look("long-details");
    page.press("Versions");
    page.wait_for("button", "Name current version…");
    look("long-versions");
    page.press("Back to the article");
    page.press("Pictures");
    page.press_with(&FILE[..20]);
    page.wait_for("button", "Crop and turn…");
    look("long-picture");
    page.press("People");
    page.press_with(PERSON);
    page.wait_for("button", "Move to bin");
    look("long-person");
    page.press("Topics");
    page.press(TOPIC);
    page.wait_for("button", "Move to bin");
    look("long-topic");
    page.press("Move to bin");
    page.wait_for(
        "button",
        &format!("Undo delete topic \u{201c}{TOPIC}\u{201d}"),
    );
    look("long-notice");
    page.press("Bin");
    page.wait_for(
        "button",
        &format!("Delete forever: \u{201c}{TOPIC}\u{201d}"),
    );
    look("long-bin");
    page.press("Practice");
    page.wait_for("h1", "Practice");
    look("long-practice");
    page.press("Export site");
    page.press("Export here");
    page.wait_for("dialog", "Export finished");
    look("long-export");
    page.press("Close");
}
