//! What is known of people, and the pages of the practice.

use super::*;

fn page(folder: &TempDir, path: &str) -> String {
    let file = folder.path().join("site").join(path).join("index.html");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn export(folder: &TempDir, library: &Library) {
    let site = folder.path().join("site");
    library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
}

#[test]
fn no_two_people_have_one_address_and_it_stays_once_it_was_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    let add = |name: &str| library.add_person(name, "").unwrap();
    let (one, two) = (add("Ana Ruiz"), add("Ana Ruiz, MD"));
    assert_eq!(one.address.as_str(), "ana-ruiz");
    assert_eq!(two.address.as_str(), "ana-ruiz-2");
    library.delete_person(one.id).unwrap();
    assert_eq!(add("Ana  Ruiz").address.as_str(), "ana-ruiz-3");
    let rename = |id, name: &str| {
        let patch = PersonPatch {
            name: Some(name.to_owned()),
            ..PersonPatch::default()
        };
        library.save_person(id, patch).unwrap().address.to_string()
    };
    assert_eq!(rename(two.id, "Bo Hall"), "bo-hall");
    let view = write(&library, "Sleep", "Words.");
    let patch = ArticlePatch {
        author: Some(Some("Bo Hall".to_owned())),
        ..ArticlePatch::default()
    };
    library
        .save_article(view.article.id, view.article.revision, patch)
        .unwrap();
    export(&folder, &library);
    assert_eq!(rename(two.id, "Bo Hill"), "bo-hall");
    let taken = PersonPatch {
        address: Some("ana-ruiz".to_owned()),
        ..PersonPatch::default()
    };
    let refused = library.save_person(two.id, taken);
    assert!(matches!(refused, Err(EngineError::AddressTaken { .. })));
    // Somebody who moved is still found where they were.
    let moved = PersonPatch {
        address: Some("bo".to_owned()),
        ..PersonPatch::default()
    };
    library.save_person(two.id, moved).unwrap();
    export(&folder, &library);
    assert!(page(&folder, "people/bo-hall").contains("url=../../people/bo/index.html"));
    assert!(page(&folder, "people/bo").contains("Bo Hill"));
}

#[test]
fn a_folder_brings_people_reviews_and_pages_along_once() {
    let folder = temporary();
    let library = library(&folder);
    let input = folder.path().join("input");
    put(&input, "images/ana.png", &png(9));
    put(
        &input,
        "people.toml",
        b"[[person]]\nname = 'Ana Ruiz'\ncredentials = 'MD'\nrole = 'Physician'\n\
          biography = 'She *walks*.'\npicture = 'images/ana.png'\npicture_alt = 'Ana'\n",
    );
    put(
        &input,
        "sleep.md",
        b"---\ntitle: Sleep\nauthor: Bo Hall, NP\nreviewer: Ana Ruiz, MD\nreviewed: 2026-06-01\nrelated: [water]\n---\nWords.",
    );
    put(&input, "water.md", b"---\ntitle: Water\n---\nDrink.");
    put(
        &input,
        "pages/about-us.md",
        b"---\ntitle: About us\nmenu: false\norder: 7\n---\nSee [sleep](../sleep.md).",
    );
    let report = library.import(&input).unwrap();
    assert_eq!(
        (report.people, report.pages.len(), report.articles.len()),
        (1, 1, 2)
    );
    let ana = library.find_person("Ana Ruiz, MD").unwrap();
    assert_eq!(
        (&*ana.name, &*ana.role, &*ana.biography),
        ("Ana Ruiz", "Physician", "She *walks*.")
    );
    assert_eq!(ana.picture.as_ref().unwrap().alt, "Ana");
    let sleep = library.find_article("sleep").unwrap();
    assert_eq!(sleep.reviewer.as_deref(), Some("Ana Ruiz"));
    assert_eq!(sleep.article.reviewed, Some(jiff::civil::date(2026, 6, 1)));
    let water = library.find_article("water").unwrap().article.id;
    assert_eq!(sleep.article.related_pins, [water]);
    let about = library.find_page("about-us").unwrap();
    assert_eq!(
        (about.kind, about.in_menu, about.position, &*about.text),
        (PageKind::About, false, 7, "See [sleep](article:sleep).")
    );
    export(&folder, &library);
    let html = page(&folder, "articles/sleep");
    assert!(html.contains("../../people/ana-ruiz/index.html") && html.contains("June 1, 2026"));
    assert!(page(&folder, "people/ana-ruiz").contains("<em>walks</em>"));
    assert!(page(&folder, "about-us").contains("../articles/sleep/index.html"));
    // What people change is not undone by a file that is as it was.
    let patch = PersonPatch {
        role: Some("Surgeon".to_owned()),
        ..PersonPatch::default()
    };
    library.save_person(ana.id, patch).unwrap();
    library.delete_page(about.id).unwrap();
    let report = library.import(&input).unwrap();
    assert_eq!(report.people, 0);
    assert_eq!(report.pages[0].outcome, Outcome::Unchanged);
    assert_eq!(library.find_person("Ana Ruiz").unwrap().role, "Surgeon");
    assert!(library.pages().unwrap().is_empty());
    assert_eq!(library.restore_page(about.id).unwrap().text, about.text);
}

#[test]
fn a_reviewer_in_the_bin_is_the_reviewer_again_when_they_come_back() {
    let folder = temporary();
    let library = library(&folder);
    let view = write(&library, "Sleep", "Words.");
    let patch = ArticlePatch {
        reviewer: Some(Some("Ana Ruiz".to_owned())),
        ..ArticlePatch::default()
    };
    let id = view.article.id;
    library
        .save_article(id, view.article.revision, patch)
        .unwrap();
    let ana = library.find_person("Ana Ruiz").unwrap();
    export(&folder, &library);
    assert_eq!(library.export_state().unwrap().changes, 0);
    library.delete_person(ana.id).unwrap();
    assert_eq!(library.article(id).unwrap().reviewer, None);
    // Saved from a window that does not know of reviewers.
    let view = library.article(id).unwrap();
    library
        .save_article(id, view.article.revision, titled("Sleep well"))
        .unwrap();
    library.restore_person(ana.id).unwrap();
    assert_eq!(
        library.article(id).unwrap().reviewer.as_deref(),
        Some("Ana Ruiz")
    );
    assert!(library.export_state().unwrap().changes > 0);
    library.delete_person(ana.id).unwrap();
    library.remove_person_for_ever(ana.id).unwrap();
    assert_eq!(library.article(id).unwrap().article.reviewer, None);
}

#[test]
fn pages_are_made_changed_and_never_lie_where_the_site_has_its_own() {
    let folder = temporary();
    let library = library(&folder);
    let new = |title: &str| library.create_page(PageKind::Other, title).unwrap();
    let parking = new("Parking");
    assert_eq!(parking.status, Status::Draft);
    assert_eq!(new("PARKING").address.as_str(), "parking-2");
    assert_eq!(new("Search").address.as_str(), "search-2");
    assert_eq!(new("con").address.as_str(), "con-page");
    let ready = PagePatch {
        status: Some(Status::Ready),
        ..PagePatch::default()
    };
    let refused = library.save_page(parking.id, parking.revision, ready.clone());
    assert!(matches!(refused, Err(EngineError::NoWords)));
    let words = PagePatch {
        text: Some("Behind the house.".to_owned()),
        title: Some("Where to park".to_owned()),
        ..ready
    };
    let saved = library
        .save_page(parking.id, parking.revision, words.clone())
        .unwrap();
    assert_eq!(saved.address.as_str(), "where-to-park");
    let stale = library.save_page(parking.id, parking.revision, words);
    assert!(matches!(stale, Err(EngineError::Stale { .. })));
    export(&folder, &library);
    assert!(page(&folder, "where-to-park").contains("Behind the house."));
    let address = |address: &str| PagePatch {
        address: Some(address.to_owned()),
        ..PagePatch::default()
    };
    for taken in ["articles", "contact", "parking-2"] {
        let refused = library.save_page(saved.id, saved.revision, address(taken));
        assert!(
            matches!(refused, Err(EngineError::AddressTaken { .. })),
            "{taken}"
        );
    }
    let moved = library
        .save_page(saved.id, saved.revision, address("cars"))
        .unwrap();
    assert_eq!(library.export_state().unwrap().changes, 1);
    export(&folder, &library);
    assert!(page(&folder, "where-to-park").contains("url=../cars/index.html"));
    library.delete_page(moved.id).unwrap();
    export(&folder, &library);
    assert!(page(&folder, "cars").contains("url=../index.html"));
}

#[test]
fn a_page_that_becomes_one_of_another_kind_stands_where_that_kind_can() {
    let folder = temporary();
    let library = library(&folder);
    let reachable = Practice {
        phone: "555 0100".to_owned(),
        ..practice()
    };
    library.save_practice(&reachable).unwrap();
    let mut saved = library.create_page(PageKind::Contact, "Contact").unwrap();
    // What it becomes, its address then, where its words are, and what leads there.
    let steps = [
        (PageKind::Contact, "contact", "contact", None),
        (PageKind::Other, "contact-2", "contact-2", None),
        (PageKind::Contact, "contact-2", "contact", Some("contact-2")),
        (PageKind::About, "contact-2", "contact-2", None),
    ];
    for (kind, address, path, old) in steps {
        let patch = PagePatch {
            kind: Some(kind),
            text: Some("Behind the house.".to_owned()),
            status: Some(Status::Ready),
            ..PagePatch::default()
        };
        saved = library.save_page(saved.id, saved.revision, patch).unwrap();
        assert_eq!(saved.address.as_str(), address);
        export(&folder, &library);
        assert!(page(&folder, path).contains("Behind the house."), "{path}");
        if let Some(old) = old {
            let lead = format!("url=../{path}/index.html");
            assert!(page(&folder, old).contains(&lead), "{old}");
        }
    }
}

#[test]
fn a_file_can_make_its_page_one_of_another_kind() {
    let folder = temporary();
    let library = library(&folder);
    let input = folder.path().join("input");
    let addresses = [("contact", "contact"), ("other", "contact-2")].map(|(kind, address)| {
        let file = format!("---\ntitle: Contact\nkind: {kind}\n---\nWords.");
        put(&input, "pages/contact.md", file.as_bytes());
        let report = library.import(&input).unwrap();
        (report.pages[0].page.address.to_string(), address)
    });
    for (address, wanted) in addresses {
        assert_eq!(address, wanted);
    }
}

#[test]
fn every_page_about_contact_is_on_the_site() {
    let folder = temporary();
    let library = library(&folder);
    for (title, path) in [("Find us", "find-us"), ("Contact", "contact")] {
        let made = library.create_page(PageKind::Contact, title).unwrap();
        let patch = PagePatch {
            text: Some(format!("Words of {title}.")),
            status: Some(Status::Ready),
            ..PagePatch::default()
        };
        library.save_page(made.id, made.revision, patch).unwrap();
        assert_eq!(made.address.as_str(), path);
    }
    export(&folder, &library);
    assert!(page(&folder, "find-us").contains("Words of Find us."));
    assert!(page(&folder, "contact").contains("Words of Contact."));
}

#[test]
fn a_look_is_chosen_and_every_page_is_to_be_exported_again() {
    let folder = temporary();
    let library = library(&folder);
    export(&folder, &library);
    let logo = library.add_picture("logo.png", &png(3)).unwrap().id;
    let look = Look {
        name: "calm".to_owned(),
        colour: "#1f6f6b".parse().ok(),
        logo: Some(logo.clone()),
    };
    library.save_look(&look).unwrap();
    assert_eq!(library.look().unwrap(), look);
    assert_eq!(library.export_state().unwrap().changes, 1);
    library.delete_picture(&logo).unwrap();
    // It is still the logo when it comes back.
    let refused = library.remove_picture_for_ever(&logo);
    assert!(matches!(refused, Err(EngineError::PictureNeeded)));
}
