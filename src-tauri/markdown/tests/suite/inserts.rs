//! What the Insert menu puts into a text: its notation, its place in the tree, its HTML.

use pamphlet_markdown::{BlockKind, CalloutKind, Unresolved, article_html, parse, plain_text};

use crate::library::{PICTURE, article};
use crate::markup::read_one;

fn check(cases: &[(&str, &str)]) {
    for (text, html) in cases {
        assert_eq!(article(text), *html, "{text:?}");
    }
}

#[test]
fn callouts() {
    insta::assert_snapshot!(article("> [!NOTE]\n> Bring your *list*.\n>\n> - one\n\n> [!Important]\n> Rest."), @r#"
    <div class="callout callout-note" role="note">
    <p class="callout-title">Note</p>
    <p>Bring your <em>list</em>.</p>
    <ul>
    <li>one</li>
    </ul>
    </div>
    <div class="callout callout-important" role="note">
    <p class="callout-title">Important</p>
    <p>Rest.</p>
    </div>
    "#);
    insta::assert_snapshot!(article("> [!CALL]\n> Fever over 101 °F."), @r#"
    <div class="callout callout-call" role="note">
    <p class="callout-title">When to call us</p>
    <p>Fever over 101 °F.</p>
    <p class="actions">
    <a class="button" href="tel:+19105550142">Call&#32;910&#45;555&#45;0142</a>
    </p>
    </div>
    "#);
}

#[test]
fn what_makes_a_quotation_a_callout() {
    use CalloutKind::*;
    let cases = [
        ("> [!NOTE]\n> a", Some(Note)),
        (">[!note]\n>a", Some(Note)),
        ("> [!NOTE] a", Some(Note)),
        ("> [!TIP]\n> a", Some(Note)),
        ("> [!WARNING]\n> a", Some(Important)),
        ("> [!CAUTION]\\\n> a", Some(Important)),
        ("> [!CALL]\na", Some(Call)),
        ("- b\n\n  > [!CALL]\n  > a", None),
        ("> \\[!NOTE]\n> a", None),
        ("> [!NOTES]\n> a", None),
        ("> [!NOTE\n> a", None),
        ("> **[!NOTE]**\n> a", None),
        ("> a\n> [!NOTE]", None),
        ("> > [!NOTE]\n> > a", None),
        ("> # [!NOTE]\n> a", None),
        ("> [!NOTE]: https://example.org\n> a", None),
        ("> [!NOTE]\n> a\n\n[!NOTE]: https://example.org", None),
        ("[!NOTE]\na", None),
    ];
    for (text, kind) in cases {
        let found = match &parse(text).blocks[0].kind {
            BlockKind::Callout { kind, .. } => Some(*kind),
            _ => None,
        };
        assert_eq!(found, kind, "{text:?}");
    }
}

#[test]
fn a_callout_holds_what_follows_its_mark() {
    let document = parse("a\n\n> [!NOTE]\n> b\n> c\n>\n> d\n");
    let BlockKind::Callout { blocks, .. } = &document.blocks[1].kind else {
        panic!("{document:?}");
    };
    assert_eq!(document.blocks[1].lines, 2..7);
    let lines: Vec<_> = blocks.iter().map(|block| block.lines.clone()).collect();
    assert_eq!(lines, [3..5, 6..7]);
    assert_eq!(plain_text(&document), "a\nNote\nb c\nd");
    // A title alone says nothing, but for one that has a number below it.
    check(&[("> [!NOTE]", ""), ("> [!NOTE]\n> <!-- a -->", "")]);
    assert!(article("> [!CALL]").contains("tel:"));
    assert!(article_html(&parse("> [!CALL]"), &Unresolved).is_empty());
}

#[test]
fn numbered_items_that_begin_in_bold_are_steps() {
    check(&[
        (
            "1. **Wash.** With soap.\n2. **Dry.**",
            "<ol class=\"steps\">\n<li><strong>Wash.</strong> With soap.</li>\n<li><strong>Dry.</strong></li>\n</ol>",
        ),
        (
            "3. **Wash.**\n\n4. **Dry.**\n\n   Well.",
            "<ol start=\"3\" class=\"steps\">\n<li>\n<p><strong>Wash.</strong></p>\n</li>\n<li>\n<p><strong>Dry.</strong></p>\n<p>Well.</p>\n</li>\n</ol>",
        ),
        (
            "1. **Wash.**\n2. Dry.",
            "<ol>\n<li><strong>Wash.</strong></li>\n<li>Dry.</li>\n</ol>",
        ),
        (
            "1. **Wash.**",
            "<ol>\n<li><strong>Wash.</strong></li>\n</ol>",
        ),
        (
            "- **Wash.**\n- **Dry.**",
            "<ul>\n<li><strong>Wash.</strong></li>\n<li><strong>Dry.</strong></li>\n</ul>",
        ),
    ]);
}

#[test]
fn smaller_headings_that_ask_are_questions() {
    check(&[
        (
            "### Does it hurt?",
            "<h2 id=\"h-does-it-hurt\" class=\"question\">Does it hurt?</h2>",
        ),
        ("## Why?", "<h2 id=\"h-why\">Why?</h2>"),
    ]);
}

#[test]
fn figures_have_captions_credits_sizes_and_sides() {
    let figure = |title: &str| {
        let html = article(&format!("![A]({PICTURE} \"{title}\")"));
        let (tag, rest) = html.split_once('\n').unwrap();
        let (_, caption) = rest.split_once('\n').unwrap();
        (
            tag.to_owned(),
            caption.trim_end_matches("</figure>").trim().to_owned(),
        )
    };
    for (title, tag, caption) in [
        ("", "<figure>", ""),
        (
            "Ours | credit: A & B",
            "<figure>",
            "<figcaption>Ours <span class=\"credit\">Picture: A &amp; B</span></figcaption>",
        ),
        (
            "credit: Ana | size: small",
            "<figure class=\"small\">",
            "<figcaption><span class=\"credit\">Picture: Ana</span></figcaption>",
        ),
        (
            "size: medium | side: right",
            "<figure class=\"medium right\">",
            "",
        ),
        ("side: left", "<figure>", ""),
    ] {
        assert_eq!(
            figure(title),
            (tag.to_owned(), caption.to_owned()),
            "{title}"
        );
    }
    let document = parse(&format!(
        "![A]({PICTURE} \"Ours | credit: Ana | size: small\")"
    ));
    assert_eq!(plain_text(&document), "Ours");
    let linked = article(&format!("[![A]({PICTURE} \"Ours\")](article:sleep)"));
    assert!(read_one(&linked).is_ok(), "{linked}");
    assert!(
        linked.contains("<a href=\"../sleep/index.html\"><img") && linked.contains("Ours"),
        "{linked}"
    );
}

#[test]
fn the_call_to_action() {
    insta::assert_snapshot!(article("[Ready to *talk*?](practice:contact)"), @r#"
    <div class="ask">
    <p class="ask-words">Ready to <em>talk</em>?</p>
    <p class="actions">
    <a class="button" href="https://book.example/riverbend">Book a visit</a>
    <a class="button quiet" href="tel:+19105550142">Call&#32;910&#45;555&#45;0142</a>
    </p>
    </div>
    "#);
    check(&[
        (
            "See [us](practice:contact), [call](practice:phone), [write](practice:email).",
            "<p>See <a href=\"https://book.example/riverbend\">us</a>, <a href=\"tel:+19105550142\">call</a>, \
             <a href=\"mailto:desk@riverbend.example\">write</a>.</p>",
        ),
        ("[fax](practice:fax)", "<p>fax</p>"),
        ("[](practice:contact)", ""),
    ]);
    // Who can't be reached has no buttons.
    let blocks = article_html(&parse("[Talk](practice:contact)"), &Unresolved);
    assert_eq!(blocks[0].html, "<p>Talk</p>");
}

#[test]
fn videos_are_cards_that_lead_there() {
    let youtube = "https://www.youtube.com/watch?v=a_b-c";
    check(&[
        (
            &format!("[Your *first* visit]({youtube})"),
            "<p class=\"video\"><a href=\"https://www.youtube.com/watch?v=a_b-c\" rel=\"noreferrer\">\
             <span class=\"video-title\">Your <em>first</em> visit</span> \
             <span class=\"video-host\">Watch on YouTube</span></a></p>",
        ),
        (
            "<https://vimeo.com/1>",
            "<p class=\"video\"><a href=\"https://vimeo.com/1\" rel=\"noreferrer\">\
             <span class=\"video-title\">https://vimeo.com/1</span> \
             <span class=\"video-host\">Watch on Vimeo</span></a></p>",
        ),
        (
            "[a](https://vimeo.com/1) b",
            "<p><a href=\"https://vimeo.com/1\">a</a> b</p>",
        ),
        (
            "[a](https://example.org/1)",
            "<p><a href=\"https://example.org/1\">a</a></p>",
        ),
        ("[](https://vimeo.com/1)", ""),
    ]);
}

#[test]
fn whatever_is_in_them_is_one_safe_element() {
    let attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    let texts = [
        format!("> [!NOTE]\n> {attack}"),
        format!("> [!NOTE{attack}]\n> a"),
        format!("> [!CALL] {attack}\n> > [!CALL]\n> > [a](practice:contact)"),
        format!("1. **{attack}**\n2. **a**"),
        format!("### {attack}?"),
        format!(
            "![{attack}]({PICTURE} '{attack} | credit: {attack} | size: {attack} | side: {attack}')"
        ),
        format!("[{attack}](practice:contact)"),
        format!("[a](practice:contact'{attack}')"),
        format!("[{attack}](https://youtu.be/a'{attack}')"),
        format!("[{attack}](<https://youtu.be/{attack}>)"),
        "[![a](picture:0123456789abcdef)](https://youtu.be/a)".to_owned(),
        "- [a](https://youtu.be/a)\n- [b](practice:contact)\n- > [!CALL]".to_owned(),
        format!("a[^1]\n\n[^1]: > [!NOTE]\n    > {attack}"),
    ];
    for text in texts {
        for block in article_html(&parse(&text), &crate::library::Library) {
            if let Err(problem) = read_one(&block.html) {
                panic!("{problem}\n{text}\n{}", block.html);
            }
        }
    }
}
