use super::*;

const TODAY: Date = jiff::civil::date(2026, 11, 23);

fn folder(files: &[(&str, &str)], others: &[&str]) -> Folder {
    Folder {
        files: files
            .iter()
            .map(|(path, text)| SourceFile {
                path: (*path).to_owned(),
                bytes: text.as_bytes().to_vec(),
            })
            .collect(),
        others: others.iter().map(|path| (*path).to_owned()).collect(),
        ..Folder::default()
    }
}

/// Every picture is taken, and its id is the hash of its path.
fn run(folder: &Folder, known: &Known) -> Plan {
    plan(folder, known, TODAY, &mut |path| {
        Ok(PictureId::of(path.as_bytes()))
    })
}

fn reference(path: &str) -> String {
    pamphlet_markdown::picture_reference(&PictureId::of(path.as_bytes()))
}

#[test]
fn a_file_with_everything() {
    let text = "---\r\ntitle: \"Sleep: \\\"how\\\"\"\r\ndate: 2026-06-15\r\nauthor: Ana Ruiz\r\n\
                topics: [\"Sleep\", sleep, ' Stress ']\r\nsummary: Short.\r\nimage: images/bed.jpg\r\n\
                image_alt: A bed\r\nreviewer: ' Bo Hall, MD '\r\nreviewed: 2026-06-20\r\n\
                related: [naps, water, naps]\r\nlayout: post\r\n---\r\n\r\nWords.\r\n\r\nMore.\r\n";
    let folder = folder(&[("articles/sleep-well.md", text)], &["images/bed.jpg"]);
    let plan = run(&folder, &Known::default());
    assert_eq!(plan.skipped, []);
    assert_eq!(
        plan.articles,
        [PlannedArticle {
            path: "articles/sleep-well.md".to_owned(),
            address: "sleep-well".parse().unwrap(),
            title: "Sleep: \"how\"".to_owned(),
            summary: "Short.".to_owned(),
            text: "Words.\n\nMore.".to_owned(),
            topics: vec!["Sleep".to_owned(), "Stress".to_owned()],
            author: Some("Ana Ruiz".to_owned()),
            reviewer: Some("Bo Hall, MD".to_owned()),
            reviewed: Some(jiff::civil::date(2026, 6, 20)),
            related: vec!["naps".parse().unwrap(), "water".parse().unwrap()],
            hero: Some(PlannedHero {
                picture: PictureId::of(b"images/bed.jpg"),
                alt: "A bed".to_owned()
            }),
            date: Some(jiff::civil::date(2026, 6, 15)),
            draft: false,
            found: [PictureId::of(b"images/bed.jpg").to_string()].into(),
            notes: plan.articles[0].notes.clone(),
        }]
    );
    assert_eq!(
        plan.articles[0].notes.len(),
        1,
        "{:?}",
        plan.articles[0].notes
    );
}

#[test]
fn links_and_pictures_are_found_where_people_put_them() {
    let front = "---\ntitle: T\n---\n";
    let a = format!(
        "{front}[b](b.md#part) [b](<b.md#a part>) [c](../c.md) [up](../../etc/passwd) [web](https://b.md/) \
         ![x](../img/x.jpg) ![y](y%20z.png) ![z](z.gif) ![gone](gone.jpg) ![web](https://e.example/x.jpg)"
    );
    let folder = folder(
        &[("in/a.md", &a), ("in/b.md", front), ("c.md", front)],
        &["img/x.jpg", "in/y z.png", "images/z.gif"],
    );
    let plan = run(&folder, &Known::default());
    let article = plan.articles.iter().find(|a| a.path == "in/a.md").unwrap();
    assert_eq!(
        article.text,
        format!(
            "[b](article:b#part) [b](article:b) [c](article:c) [up](../../etc/passwd) [web](https://b.md/) \
             ![x]({}) ![y]({}) ![z]({}) ![gone](gone.jpg) ![web](https://e.example/x.jpg)",
            reference("img/x.jpg"),
            reference("in/y z.png"),
            reference("images/z.gif")
        )
    );
    assert_eq!(article.notes.len(), 2, "{:?}", article.notes);
    let pictures = ["img/x.jpg", "in/y z.png", "images/z.gif"];
    let found = pictures.map(|path| PictureId::of(path.as_bytes()).to_string());
    let files = ["in/b.md", "c.md"].map(str::to_owned);
    assert_eq!(article.found, found.into_iter().chain(files).collect());
}

#[test]
fn upper_and_lower_case_are_forgiven_where_only_one_file_is_meant() {
    let front = "---\ntitle: T\n---\n";
    let a = format!(
        "{front}[b](B.MD) [c](c.md) ![x](images/X.JPG) ![y](y.png) ![two](ONE.gif) ![one](One.gif)"
    );
    let folder = folder(
        &[("a.md", &a), ("b.md", front), ("C.md", front)],
        &["Images/x.jpg", "Y.png", "One.gif", "one.gif"],
    );
    let plan = run(&folder, &Known::default());
    let article = plan.articles.iter().find(|a| a.path == "a.md").unwrap();
    assert_eq!(
        article.text,
        format!(
            "[b](article:b) [c](article:c) ![x]({}) ![y]({}) ![two](ONE.gif) ![one]({})",
            reference("Images/x.jpg"),
            reference("Y.png"),
            reference("One.gif")
        )
    );
}

#[test]
fn files_that_are_no_articles_are_named() {
    let bomb = format!(
        "---\na: &a [x]\n{}title: *z\n---\n",
        ('b'..='z')
            .zip('a'..='y')
            .map(|(to, from)| format!("{to}: &{to} [{}]\n", vec![format!("*{from}"); 9].join(",")))
            .collect::<String>()
    );
    let mut folder = folder(
        &[
            ("README.md", "# Read me\n"),
            ("open.md", "---\ntitle: T\n"),
            ("untitled.md", "---\nsummary: S\n---\n"),
            ("yaml.md", "---\ntitle: [\n---\n"),
            ("bomb.md", &bomb),
            ("empty.md", ""),
        ],
        &[],
    );
    folder.files.push(SourceFile {
        path: "bytes.md".to_owned(),
        bytes: vec![0xff, 0xfe, 0],
    });
    let plan = run(&folder, &Known::default());
    assert_eq!(plan.articles, []);
    let skipped: Vec<_> = plan.skipped.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        skipped,
        [
            "README.md",
            "bomb.md",
            "bytes.md",
            "empty.md",
            "open.md",
            "untitled.md",
            "yaml.md"
        ]
    );
}

#[test]
fn an_article_keeps_its_address_and_a_new_one_takes_a_free_one() {
    let front = "---\ntitle: T\n---\n";
    let folder = folder(
        &[("a/x.md", front), ("b/x.md", front), ("c/x.md", front)],
        &[],
    );
    let known = Known {
        imported: [("b/x.md".to_owned(), "older".parse().unwrap())].into(),
        addresses: ["older", "x"].iter().map(|a| a.parse().unwrap()).collect(),
        ..Known::default()
    };
    let plan = run(&folder, &known);
    let addresses: Vec<_> = plan.articles.iter().map(|a| a.address.as_str()).collect();
    assert_eq!(addresses, ["x-2", "older", "x-3"]);
}

#[test]
fn a_picture_that_is_refused_is_said_and_the_article_is_taken() {
    let text = "---\ntitle: T\nimage: x.jpg\ndate: soon\n---\nWords ![x](x.jpg)";
    let folder = folder(&[("a.md", text)], &["x.jpg"]);
    let plan = plan(&folder, &Known::default(), TODAY, &mut |_| {
        Err("it is damaged".to_owned())
    });
    assert_eq!(plan.articles[0].hero, None);
    assert_eq!(plan.articles[0].date, None);
    assert_eq!(plan.articles[0].text, "Words ![x](x.jpg)");
    assert_eq!(
        plan.articles[0].notes.len(),
        3,
        "{:?}",
        plan.articles[0].notes
    );
}

#[test]
fn what_is_not_on_the_other_site_is_a_draft_and_that_is_said() {
    // (the file, what its front matter says beside the title, whether it is a draft)
    let cases = [
        ("a.md", "", false),
        ("a.md", "draft: true", true),
        ("a.md", "draft: false", false),
        ("a.md", "draft: yes", true),
        ("a.md", "draft: \"true\"", true),
        ("a.md", "draft:", false),
        ("a.md", "published: false", true),
        ("a.md", "published: 'no'", true),
        ("a.md", "published: true", false),
        ("a.md", "published: 2020-01-02", false),
        ("a.md", "published: 2027-01-02", true),
        ("a.md", "status: draft", true),
        ("a.md", "status: Private", true),
        ("a.md", "status: pending", true),
        ("a.md", "status: publish", false),
        ("a.md", "status: Published", false),
        ("a.md", "post_status: future", true),
        ("a.md", "visibility: private", true),
        ("a.md", "private: true", true),
        ("a.md", "date: 2026-11-23", false),
        ("a.md", "date: 2026-11-24T09:00:00Z", true),
        ("a.md", "date: 2026-01-02\npublishDate: 2027-01-02", true),
        ("_drafts/a.md", "", true),
        ("site/Drafts/old/a.md", "", true),
        ("drafts.md", "", false),
    ];
    for (path, said, draft) in cases {
        let text = format!("---\ntitle: T\n{said}\n---\nWords.");
        let folder = folder(&[(path, &text)], &[]);
        let plan = run(&folder, &Known::default());
        assert_eq!(plan.skipped, [], "{path}: {said}");
        let article = &plan.articles[0];
        assert_eq!(article.draft, draft, "{path}: {said}");
        assert_eq!(
            article.notes.len(),
            usize::from(draft),
            "{path}: {said}: {:?}",
            article.notes
        );
    }
    let drafts = Folder {
        name: "_drafts".to_owned(),
        ..folder(&[("a.md", "---\ntitle: T\n---\n")], &[])
    };
    assert!(run(&drafts, &Known::default()).articles[0].draft);
}

#[test]
fn the_day_of_publication_is_the_date_where_there_is_no_other() {
    let day = |said: &str| {
        let text = format!("---\ntitle: T\n{said}\n---\n");
        run(&folder(&[("a.md", &text)], &[]), &Known::default()).articles[0].date
    };
    let expected = Some(jiff::civil::date(2020, 1, 2));
    assert_eq!(day("published: 2020-01-02"), expected);
    assert_eq!(day("publishDate: 2020-01-02 08:00"), expected);
    assert_eq!(day("date: 2020-01-02\npublishDate: 2021-01-02"), expected);
    assert_eq!(day("published: true"), None);
}
