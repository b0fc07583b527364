//! `pamphlet-cli`, run as a program: what it does, what it prints, and with which code it ends.

use std::fs;
use std::process::Stdio;

use pamphlet_tests::{CommandLine, Tree, repository};
use serde_json::{Value, json};

#[test]
fn a_library_is_made_filled_listed_shown_and_exported() {
    let cli = CommandLine::with_library_of("millbrook");
    let list = cli.json(["list", "library"]);
    assert_eq!(list.as_array().unwrap().len(), 6);

    let article = cli.json(["show", "library", "sore-throat"]);
    assert_eq!(article["title"], "Sore Throat: Wait, or Call Us?");
    assert_eq!(article["status"], "ready");
    assert_eq!(article["topics"], json!(["Colds", "Children"]));
    assert_eq!(article["author"], "Dana Whitlock, MD");
    assert_eq!(article["published"], "2026-03-02");
    assert_eq!(
        article["hero"]["alt"],
        "The porch of the practice with two chairs"
    );
    assert!(
        article["text"]
            .as_str()
            .unwrap()
            .starts_with("Most sore throats")
    );
    let by_id = cli.json(["show", "library", article["id"].as_str().unwrap()]);
    assert_eq!(by_id, article);

    let export = cli.json(["export", "library", "site"]);
    let tree = Tree::published(&cli.path("site"));
    assert_eq!(
        export["pages"].as_u64().unwrap() as usize,
        tree.pages()
            .filter(|(path, _)| !["404.html", "search/index.html"].contains(path))
            .count()
    );
    assert_eq!(export["written"].as_u64().unwrap() as usize, tree.len());
    assert_eq!(
        export["bytes"].as_u64().unwrap() as usize,
        tree.iter().map(|(_, bytes)| bytes.len()).sum::<usize>()
    );
}

#[test]
fn articles_are_searched_deleted_restored_and_brought_back() {
    let cli = CommandLine::with_library_of("millbrook");
    let found = cli.json(["search", "library", "sore throats"]);
    assert_eq!(found[0]["title"], "Sore Throat: Wait, or Call Us?");
    assert_eq!(
        fields(&found[0]).join(" "),
        "address author changed id place published standing status title topics"
    );

    let bin = cli.json(["delete", "library", "sore-throat"]);
    assert_eq!(fields(&bin[0]).join(" "), "binned id kind title until");
    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 5);
    assert_eq!(cli.run(["show", "library", "sore-throat"]).code, Some(1));
    assert_eq!(cli.run(["restore", "library", "sore-throat"]).code, Some(1));
    let id = bin[0]["id"].as_str().unwrap();
    let restored = cli.json(["restore", "library", id]);
    assert_eq!(restored["address"], "sore-throat");
    assert_eq!(cli.json(["bin", "library"]), json!([]));

    let kept = cli.json(["keep", "library", "sore-throat", "As approved"]);
    assert_eq!(
        fields(&kept[0]).join(" "),
        "added kept name reason removed version"
    );
    let number = kept[0]["version"].to_string();
    let named = cli.json(["name-version", "library", "sore-throat", &number, "By Dana"]);
    assert_eq!(named[0]["name"], "By Dana");
    let unnamed = cli.json(["name-version", "library", "sore-throat", &number]);
    assert_eq!(unnamed[0]["name"], Value::Null);
    let words = cli.json(["versions", "library", "sore-throat", &number]);
    assert_eq!(words["text"], restored["text"]);
    cli.write(
        "input/articles/sore-throat.md",
        "---\ntitle: Throats\n---\nSomething else.",
    );
    cli.json(["import", "library", "input"]);
    let compared = cli.json(["compare", "library", "sore-throat", &number]);
    assert_eq!(fields(&compared).join(" "), "rows summary title");
    assert_eq!(compared["title"]["now"], "Throats");
    let first = &compared["rows"][0];
    assert_eq!(fields(first).join(" "), "before changed now");
    let row = [
        "bring-back",
        "library",
        "sore-throat",
        &number,
        "--row",
        "0",
    ];
    let back = cli.json(row);
    assert_eq!(back["title"], "Throats");
    let brought = first["before"].as_str().unwrap_or_default();
    assert!(back["text"].as_str().unwrap().starts_with(brought));
    let back = cli.json(["bring-back", "library", "sore-throat", &number]);
    assert_eq!(back["text"], restored["text"]);
    let versions = cli.json(["versions", "library", id]);
    assert_eq!(versions[0]["reason"], "brought-back");
    assert_eq!(cli.run(["bring-back", "library", id, "999"]).code, Some(1));
    cli.write("other.txt", "Words of somebody else.");
    let aside = cli.json(["set-aside", "library", id, "other.txt"]);
    assert_eq!(aside[0]["reason"], "set-aside");
    let number = aside[0]["version"].to_string();
    let words = cli.json(["versions", "library", id, &number]);
    assert_eq!(words["text"], "Words of somebody else.");
    assert_eq!(cli.json(["show", "library", id])["text"], restored["text"]);
}

#[test]
fn articles_are_chosen_duplicated_and_changed_several_at_once() {
    let cli = CommandLine::with_library_of("millbrook");
    let addresses = |answer: &Value| -> Vec<String> {
        let articles = answer.as_array().unwrap().iter();
        articles
            .map(|it| it["address"].as_str().unwrap().to_owned())
            .collect()
    };
    let list = |more: &[&str]| {
        let all = [&["list", "library"], more].concat();
        addresses(&cli.json(all))
    };
    assert_eq!(list(&["--topic", "colds"]), ["sore-throat"]);
    cli.json(["export", "library", "site"]);
    let copy = cli.json(["duplicate", "library", "sore-throat"]);
    assert_eq!(copy["title"], "Copy of Sore Throat: Wait, or Call Us?");
    assert_eq!(copy["standing"], "draft");
    let copy = copy["address"].as_str().unwrap();
    let both = ["set", "library", "sore-throat", copy];
    let set = cli.json([&both[..], &["--add-topic", "Winter"]].concat());
    assert_eq!(addresses(&set["changed"]).len(), 2);
    assert_eq!(list(&["--standing", "changed"]), ["sore-throat"]);
    let set = cli.json([&both[..], &["--remove-topic", "winter"]].concat());
    assert_eq!(addresses(&set["changed"]).len(), 2);
    let set = cli.json([&both[..], &["--status", "draft"]].concat());
    assert_eq!(fields(&set).join(" "), "changed refused");
    assert_eq!(addresses(&set["changed"]), ["sore-throat"]);
    assert_eq!(list(&["--standing", "leaving"]), ["sore-throat"]);
    assert_eq!(list(&["--changed-from", "2100-01-01T00:00:00Z"]), [""; 0]);
    let title = list(&["--order", "title"]);
    assert_eq!(title.first().map(String::as_str), Some("after-a-sprain"));
    assert_eq!(cli.run(both).code, Some(2));
    let bin = cli.json(["delete", "library", "sore-throat", copy]);
    assert_eq!(bin.as_array().unwrap().len(), 2);
}

#[test]
fn what_is_printed_as_json_keeps_its_shape() {
    let cli = CommandLine::new();
    pamphlet_tests::fixtures::copy(
        &pamphlet_tests::fixtures::folder("millbrook"),
        &cli.path("input"),
    );
    cli.write("input/broken.md", "no front matter");
    let shape = |answer: &Value| fields(answer).join(" ");

    let made = cli.json(["new", "library", "--practice", "input/practice.toml"]);
    assert_eq!(shape(&made), "library practice");
    assert_eq!(made["practice"], "Millbrook Family Practice");

    let imported = cli.json(["import", "library", "input"]);
    assert_eq!(
        shape(&imported),
        "added articles pages people pictures skipped unchanged updated"
    );
    assert_eq!(
        shape(&imported["articles"][0]),
        "address notes outcome path title"
    );
    assert_eq!(shape(&imported["skipped"][0]), "path reason");
    assert_eq!(imported["skipped"][0]["path"], "broken.md");

    let listed = cli.json(["list", "library"]);
    assert_eq!(
        shape(&listed[0]),
        "address author changed id published standing status title topics"
    );

    let article = cli.json(["show", "library", "sore-throat"]);
    assert_eq!(
        shape(&article),
        "address author changed hero hidden id published related reviewed reviewer standing status summary text title topics"
    );

    let exported = cli.json(["export", "library", "site"]);
    for field in [
        "pages",
        "written",
        "unchanged",
        "removed",
        "bytes",
        "milliseconds",
    ] {
        assert!(exported[field].is_u64(), "{field} in {exported}");
    }
    assert_eq!(exported["lost_links"], json!([]));
}

#[test]
fn links_are_known_before_and_after_what_they_lead_to_is_deleted() {
    let cli = CommandLine::new();
    cli.json(["sample", "library"]);
    let linking = cli.json(["links-to", "library", "small-steps-to-better-sleep"]);
    let linking = linking.as_array().unwrap();
    let addresses: Vec<_> = linking.iter().map(|it| &it["address"]).collect();
    assert_eq!(
        addresses,
        ["blood-pressure-at-home", "when-your-back-hurts"]
    );
    cli.json(["delete", "library", "small-steps-to-better-sleep"]);
    let lost = &cli.json(["export", "library", "site"])["lost_links"];
    assert_eq!(lost.as_array().unwrap().len(), 2);
    assert_eq!(fields(&lost[0]).join(" "), "address from links title to");
    assert_eq!(lost[0]["address"], "small-steps-to-better-sleep");
    assert_eq!(lost[0]["to"]["whereabouts"], "bin");
    let from: Vec<_> = linking.iter().map(|it| &it["id"]).collect();
    assert_eq!([&lost[0]["from"], &lost[1]["from"]], from[..]);
}

/// The names of an object's fields, sorted.
fn fields(answer: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = answer
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn one_file_becomes_a_draft() {
    let cli = CommandLine::with_library_of("millbrook");
    fs::write(cli.path("pain.txt"), "Move a little.").unwrap();
    let imported = cli.json(["import", "library", "pain.txt"]);
    assert_eq!(imported["articles"][0]["title"], "Pain");
    assert_eq!(cli.json(["show", "library", "pain"])["status"], "draft");
}

#[test]
fn a_second_import_updates_and_does_not_double() {
    let cli = CommandLine::with_library_of("millbrook");
    let counts = |answer: &Value| {
        ["added", "updated", "unchanged"].map(|field| answer[field].as_u64().unwrap())
    };
    assert_eq!(counts(&cli.json(["import", "library", "input"])), [0, 0, 6]);

    let file = "input/articles/sore-throat.md";
    let text = fs::read_to_string(cli.path(file)).unwrap();
    cli.write(
        file,
        text.replace("ten sore throats", "twelve sore throats"),
    );
    cli.write(
        "input/articles/new-one.md",
        "---\ntitle: New one\n---\n\nWords.\n",
    );
    assert_eq!(counts(&cli.json(["import", "library", "input"])), [1, 1, 5]);

    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 7);
    let article = cli.json(["show", "library", "sore-throat"]);
    assert!(
        article["text"]
            .as_str()
            .unwrap()
            .contains("twelve sore throats")
    );
}

#[test]
fn a_second_export_writes_nothing() {
    let cli = CommandLine::with_library_of("millbrook");
    let first = cli.json(["export", "library", "site"]);
    let second = cli.json(["export", "library", "site"]);
    let counts = ["written", "removed", "bytes"].map(|field| second[field].as_u64().unwrap());
    assert_eq!(counts, [0, 0, 0]);
    assert_eq!(second["unchanged"], first["written"]);
}

#[test]
fn the_sample_is_a_library_of_five_articles() {
    let cli = CommandLine::new();
    cli.json(["sample", "library"]);
    assert_eq!(cli.json(["list", "library"]).as_array().unwrap().len(), 5);
}

#[test]
fn words_are_printed_for_people() {
    let cli = CommandLine::with_library_of("millbrook");
    let list = cli.run(["list", "library"]).done();
    assert!(list.stdout.contains("Keep a Headache Diary"), "{list:?}");
    let export = cli.run(["export", "library", "site"]).done();
    assert!(export.stdout.contains("pages"), "{export:?}");
    let refused = cli.run(["list", "nowhere"]);
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(1), ""));
    assert!(refused.stderr.contains("nowhere"), "{refused:?}");
}

#[test]
fn wrong_words_on_the_command_line_end_with_2() {
    let cli = CommandLine::new();
    let wrong: &[&[&str]] = &[
        &[],
        &["fly"],
        &["new"],
        &["new", "library"],
        &["import", "library"],
        &["export", "library", "site", "more"],
        &["list", "--no-such-option", "library"],
    ];
    for words in wrong {
        let ran = cli.run(*words);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{words:?}");
        assert!(ran.stderr.contains("Usage"), "{words:?}: {ran:?}");
    }
}

#[test]
fn what_can_t_be_done_is_refused_with_its_reason() {
    let cli = CommandLine::with_library_of("millbrook");
    cli.write("notes/notes.txt", "mine");
    cli.write(
        "words/library.db",
        "these are words and no database, and they go on for a while",
    );
    cli.write("nameless.toml", "tagline = 'no name'");
    let cases: &[(&[&str], &str)] = &[
        (&["list", "nowhere"], "library_missing"),
        (&["list", "notes"], "library_missing"),
        (&["list", "words"], "library_not_a_library"),
        (&["show", "library", "no-such-article"], "not_found"),
        (
            &["new", "notes", "--practice", "input/practice.toml"],
            "folder_not_empty",
        ),
        (
            &["new", "library", "--practice", "input/practice.toml"],
            "folder_not_empty",
        ),
        (
            &["new", "other", "--practice", "nowhere.toml"],
            "practice_unreadable",
        ),
        (
            &["new", "other", "--practice", "nameless.toml"],
            "practice_unreadable",
        ),
        (&["export", "library", "notes"], "export_folder_refused"),
        (
            &["export", "library", "library/site"],
            "export_folder_refused",
        ),
        (&["import", "library", "nowhere"], "disk"),
        (
            &["set-aside", "library", "sore-throat", "nowhere.txt"],
            "disk",
        ),
        (&["backups", "nowhere"], "library_missing"),
        (
            &["backups", "library", "restore", "2026-06-15T12:00:00Z"],
            "not_found",
        ),
    ];
    let before = Tree::everything(cli.as_ref());
    for (words, code) in cases {
        assert_eq!(cli.refusal(*words), *code, "{words:?}");
    }
    let mut after = Tree::everything(cli.as_ref());
    // SQLite's own file beside an open database.
    after.forget("library/library.db-shm");
    let mut before = before;
    before.forget("library/library.db-shm");
    after.assert_same(&before, "after the refusals, and before");
    assert!(
        !cli.path("other").exists(),
        "a refused library left a folder"
    );
    assert!(
        !cli.path("nowhere").exists(),
        "a library that is not there was made"
    );
}

#[test]
fn an_open_library_is_refused_to_others() {
    let cli = CommandLine::with_library_of("millbrook");
    let world = std::sync::Arc::new(pamphlet_tests::TestWorld::default());
    let open = pamphlet_engine::Library::open(&cli.path("library"), world).unwrap();
    assert_eq!(cli.refusal(["list", "library"]), "library_open_elsewhere");
    drop(open);
    cli.run(["list", "library"]).done();
}

#[test]
fn a_reader_that_goes_away_is_no_crash() {
    let cli = CommandLine::with_library_of("millbrook");
    let mut child = cli
        .command(["show", "library", "sore-throat"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!stderr.contains("panicked"), "{stderr}");
}

#[test]
fn pictures_are_listed_described_adjusted_replaced_deleted_and_restored() {
    let cli = CommandLine::with_library_of("millbrook");
    let list = cli.json(["pictures", "library"]);
    assert_eq!(
        fields(&list[0]).join(" "),
        "added alt animated bytes file_name format height picture uses width"
    );
    let porch = list.as_array().unwrap().iter();
    let porch = porch
        .clone()
        .find(|it| it["file_name"] == "porch.jpg")
        .unwrap();
    assert_eq!(porch["alt"], "The porch of the practice with two chairs");
    assert_eq!(porch["uses"], 1);
    let porch_name = porch["picture"].as_str().unwrap();

    let words = "Our porch";
    let described = cli.json([
        "pictures",
        "library",
        "describe",
        porch_name,
        words,
        "--everywhere",
    ]);
    assert_eq!(described["alt"], words);
    let article = described["articles"][0]["id"].as_str().unwrap();
    assert_eq!(cli.json(["show", "library", article])["hero"]["alt"], words);

    let crop = "0,0,5000,10000";
    let adjusted = cli.json([
        "pictures", "library", "adjust", porch_name, "--turns", "1", "--crop", crop,
    ]);
    assert_eq!(adjusted["height"], porch["width"]);
    assert_eq!(adjusted["crop"], json!([0, 0, 5000, 10000]));

    let diary = list.as_array().unwrap().iter();
    let diary = diary
        .clone()
        .find(|it| it["file_name"] == "diary.png")
        .unwrap();
    let file = repository().join("tests/fixtures/millbrook/images/diary.png");
    let replaced = cli.json([
        "pictures",
        "library",
        "replace",
        porch_name,
        file.to_str().unwrap(),
        "--alt",
        "A page of the diary",
    ]);
    assert_eq!(replaced["picture"], diary["picture"]);
    assert_eq!(replaced["alt"], "A page of the diary");
    let hero = &cli.json(["show", "library", article])["hero"];
    assert_eq!(hero["picture"], diary["picture"]);

    let bin = cli.json(["pictures", "library", "delete", porch_name]);
    assert_eq!(bin[0]["kind"], "picture");
    assert_eq!(
        cli.run(["pictures", "library", "show", porch_name]).code,
        Some(1)
    );
    let back = cli.json(["restore", "library", porch_name]);
    assert_eq!(back["alt"], words);

    let refused = cli.run(["pictures", "library", "adjust", porch_name, "--crop", "1,2"]);
    assert_eq!(refused.code, Some(2));
}

#[test]
fn topics_and_people_are_listed_renamed_deleted_and_restored() {
    let cli = CommandLine::with_library_of("millbrook");
    let shape = |answer: &Value| fields(answer).join(" ");
    let topics = cli.json(["topics", "library"]);
    assert_eq!(shape(&topics[0]), "address article_count id name");
    let renamed = cli.json(["topics", "library", "rename", "colds", "Colds and flu"]);
    assert_eq!(shape(&renamed), "address article_count articles id name");
    assert_eq!(renamed["address"], "colds-and-flu");
    assert_eq!(
        cli.refusal(["topics", "library", "rename", "Colds and flu", "children"]),
        "invalid"
    );
    let topics_of = |article: &str| cli.json(["show", "library", article])["topics"].clone();
    assert_eq!(
        topics_of("sore-throat"),
        json!(["Colds and flu", "Children"])
    );

    let added = cli.json(["topics", "library", "add", "Allergies"]);
    assert_eq!(added["article_count"], 0);
    assert_eq!(
        cli.refusal(["topics", "library", "add", "allergies"]),
        "invalid"
    );

    let bin = cli.json(["topics", "library", "delete", "Colds and flu"]);
    assert_eq!(bin[0]["kind"], "topic");
    assert_eq!(topics_of("sore-throat"), json!(["Children"]));
    assert_eq!(
        cli.refusal(["topics", "library", "show", "Colds and flu"]),
        "not_found"
    );
    let back = cli.json(["restore", "library", bin[0]["id"].as_str().unwrap()]);
    assert_eq!(back["name"], "Colds and flu");
    assert_eq!(
        topics_of("sore-throat"),
        json!(["Colds and flu", "Children"])
    );

    let added = cli.json([
        "people",
        "library",
        "add",
        "Ana Ruiz",
        "--credentials",
        "MD",
    ]);
    assert_eq!(
        shape(&added),
        "address article_count articles biography credentials id name picture role"
    );
    let dana = "Dana Whitlock, MD";
    let changed = [
        "people",
        "library",
        "change",
        dana,
        "--name",
        "Dana Whitlock",
    ];
    let changed = cli.json([&changed[..], &["--credentials", "MD"]].concat());
    assert_eq!(changed["articles"][0]["author"], "Dana Whitlock");
    let people = cli.json(["people", "library"]);
    assert_eq!(
        shape(&people[0]),
        "address article_count biography credentials id name picture role"
    );
    let bin = cli.json(["people", "library", "delete", "Dana Whitlock"]);
    assert_eq!(bin[0]["kind"], "person");
    assert_eq!(
        cli.json(["show", "library", "sore-throat"])["author"],
        Value::Null
    );
    cli.json(["restore", "library", bin[0]["id"].as_str().unwrap()]);
    assert_eq!(
        cli.json(["people", "library", "show", "Dana Whitlock"])["article_count"],
        changed["article_count"]
    );
}

#[test]
fn what_the_finished_site_needs_besides_articles_is_shown_and_set() {
    let cli = CommandLine::with_library_of("millbrook");
    let shape = |answer: &Value| fields(answer).join(" ");
    let made = cli.json(["pages", "library", "new", "service", "Flu shots"]);
    assert_eq!(
        shape(&made),
        "address changed id kind menu order status summary text title"
    );
    let set = [
        "--text",
        "Every fall.",
        "--status",
        "ready",
        "--order",
        "-1",
    ];
    let page = cli.json([&["pages", "library", "set", "flu-shots"][..], &set].concat());
    assert_eq!(
        (&page["status"], &page["order"]),
        (&json!("ready"), &json!(-1))
    );
    let listed = cli.json(["pages", "library"]);
    assert_eq!(
        shape(&listed[0]),
        "address changed id kind menu order status summary title"
    );

    let look = ["look", "library", "--name", "calm", "--colour", "1F6F6B"];
    let look = cli.json(look);
    assert_eq!(
        look,
        json!({"name": "calm", "colour": "#1f6f6b", "logo": null})
    );
    assert_eq!(cli.json(["look", "library"]), look);
    assert_eq!(
        cli.run(["look", "library", "--colour", "teal"]).code,
        Some(1)
    );

    let related = cli.json(["related", "library", "sore-throat"]);
    assert_eq!(shape(&related[0]), "address id pinned reason score title");
    let last = related[3]["address"].as_str().unwrap();
    let pinned = cli.json(["related", "library", "sore-throat", "pin", last]);
    assert_eq!(
        (&pinned[0]["address"], &pinned[0]["pinned"]),
        (&json!(last), &json!(true))
    );
    let hidden = cli.json(["related", "library", "sore-throat", "hide", last]);
    let addresses = hidden.as_array().unwrap().iter().map(|it| &it["address"]);
    assert!(!addresses.collect::<Vec<_>>().contains(&&json!(last)));
    let article = cli.json(["show", "library", "sore-throat"]);
    assert_eq!(article["hidden"], json!([last]));
    assert_eq!(article["related"], hidden);

    let review = ["--reviewer", "Ana Ruiz", "--reviewed", "2026-06-20"];
    cli.json([&["set", "library", "sore-throat"][..], &review].concat());
    let moved = cli.json(["address", "library", "sore-throat", "throat"]);
    assert_eq!(
        (&moved["address"], &moved["reviewer"], &moved["reviewed"]),
        (&json!("throat"), &json!("Ana Ruiz"), &json!("2026-06-20"))
    );
    assert!(cli.json(["orphans", "library"]).is_array());
    let bin = cli.json(["delete", "library", "throat"]);
    assert_eq!(bin.as_array().unwrap().len(), 1);
    let bin = cli.json(["pages", "library", "delete", "flu-shots"]);
    assert_eq!(bin[1]["kind"], "page");
    let back = cli.json(["restore", "library", bin[1]["id"].as_str().unwrap()]);
    assert_eq!(back["text"], "Every fall.");
}
