use pamphlet_markdown::{
    Block, BlockKind, DiagnosticKind, Document, Inline, MAX_DEPTH, links, parse, plain_text,
};

/// The first line of each block and the one after its last, outer blocks first.
fn all_lines(blocks: &[Block]) -> Vec<(u32, u32)> {
    let inner = |block: &Block| match &block.kind {
        BlockKind::Quotation(blocks) => all_lines(blocks),
        BlockKind::List { items, .. } => items.iter().flat_map(|item| all_lines(item)).collect(),
        _ => Vec::new(),
    };
    blocks
        .iter()
        .flat_map(|b| [vec![(b.lines.start, b.lines.end)], inner(b)].concat())
        .collect()
}

#[test]
fn blocks_know_their_lines() {
    let cases: [(&str, &[(u32, u32)]); 10] = [
        ("a", &[(0, 1)]),
        ("\n\n  a\nb\n\n\nc\n\n", &[(2, 4), (6, 7)]),
        ("a\n===\n# b\n***", &[(0, 2), (2, 3), (3, 4)]),
        (
            "- a\n\n- b\n  - c\n\nd",
            &[(0, 4), (0, 1), (2, 3), (3, 4), (3, 4), (5, 6)],
        ),
        ("> a\nb\n>\n> c\n", &[(0, 4), (0, 2), (3, 4)]),
        ("```\n\na\n\n```\n\n    b\n\n    c\n\n", &[(0, 5), (6, 9)]),
        ("|a|\n|-|\n|b|\n\nc", &[(0, 3), (4, 5)]),
        ("<div>\n\n<!--\n\n-->\na\n", &[(0, 1), (2, 5), (5, 6)]),
        ("[a]: b\n\n[^c]: d\n\ne", &[(4, 5)]),
        ("- a\n- b\n\n\n\n", &[(0, 2), (0, 1), (1, 2)]),
    ];
    for (text, lines) in cases {
        for text in [
            text.to_owned(),
            text.replace('\n', "\r\n"),
            text.replace('\n', "\r"),
        ] {
            assert_eq!(all_lines(&parse(&text).blocks), lines, "{text:?}");
        }
    }
}

#[test]
fn footnotes_stand_apart() {
    let document = parse("a[^x]\n\n> [^x]: b\n>\n>     c\n\n[^x]: again\n");
    let [note] = document.footnotes.as_slice() else {
        panic!("{document:?}")
    };
    assert_eq!(
        (note.label.as_str(), note.lines.clone(), note.blocks.len()),
        ("x", 2..5, 2)
    );
    assert_eq!(document.blocks.len(), 2);
}

#[test]
fn text_is_one_piece_whatever_it_holds() {
    let text = |text: &str| Inline::Text(text.to_owned());
    let cases = [
        (
            "a & b &amp; c * d ] e \\* f",
            vec![text("a & b & c * d ] e * f")],
        ),
        (
            "![a `b` *c*\nd ![e](f) \\g](h \"i\")",
            vec![Inline::Picture {
                source: "h".to_owned(),
                title: "i".to_owned(),
                alt: "a b c d e \\g".to_owned(),
            }],
        ),
        (
            "<a@b.org>",
            vec![Inline::Link {
                destination: "mailto:a@b.org".to_owned(),
                title: String::new(),
                content: vec![text("a@b.org")],
            }],
        ),
    ];
    for (source, content) in cases {
        let document = parse(source);
        assert_eq!(
            document.blocks[0].kind,
            BlockKind::Paragraph(content),
            "{source:?}"
        );
    }
}

#[test]
fn what_will_not_be_shown_as_meant_is_said() {
    use DiagnosticKind::*;
    let cases: [(&str, &[(u32, DiagnosticKind)]); 6] = [
        ("a *b* <br> <!-- c -->\n\n<!-- d -->\n\n<br>", &[]),
        (
            "[a](https://b.org) [c](article:d) [e](#f) ![g](picture:0123456789abcdef)",
            &[],
        ),
        ("a\n<b>c</b>", &[(1, RawHtml), (1, RawHtml)]),
        ("\n<div>\nb\n</div>", &[(1, RawHtml)]),
        (
            "a [b](javascript:c)\n\n- [d](e.html)",
            &[(0, LinkNotAllowed), (2, LinkNotAllowed)],
        ),
        (
            "![a](b.png) ![c](https://d.org/e.png)",
            &[(0, PictureNotAllowed), (0, PictureNotAllowed)],
        ),
    ];
    for (text, expected) in cases {
        let found = parse(text)
            .diagnostics
            .iter()
            .map(|d| (d.line, d.kind))
            .collect::<Vec<_>>();
        assert_eq!(found, expected, "{text:?}");
    }
}

fn depth_of_blocks(blocks: &[Block]) -> usize {
    let depth = |block: &Block| match &block.kind {
        BlockKind::Quotation(blocks) => 1 + depth_of_blocks(blocks),
        BlockKind::List { items, .. } => {
            1 + items
                .iter()
                .map(|item| depth_of_blocks(item))
                .max()
                .unwrap_or(0)
        }
        BlockKind::Paragraph(content) => 1 + depth_of_inlines(content),
        _ => 1,
    };
    blocks.iter().map(depth).max().unwrap_or(0)
}

fn depth_of_inlines(content: &[Inline]) -> usize {
    let depth = |inline: &Inline| match inline {
        Inline::Emphasis(content) | Inline::Strong(content) => 1 + depth_of_inlines(content),
        Inline::Link { content, .. } => 1 + depth_of_inlines(content),
        _ => 1,
    };
    content.iter().map(depth).max().unwrap_or(0)
}

#[test]
fn no_tree_is_deep_and_no_word_is_lost() {
    let nested = |open: &str, close: &str, n| format!("{}a{}", open.repeat(n), close.repeat(n));
    for n in [MAX_DEPTH - 2, MAX_DEPTH * 2, 10_000] {
        for text in [
            nested("> ", "", n),
            nested(">", "", n),
            nested("+ ", "", n),
            nested("1. ", "", n),
            nested("> - ", "", n),
            nested("*b _c ", " d_ e*", n),
            nested("![", "](b)", n),
            nested("[", "](b)", n),
        ] {
            let document: Document = parse(&text);
            let depth = depth_of_blocks(&document.blocks);
            assert!(depth <= 2 * MAX_DEPTH + 2, "{depth} of {n}: {:.20}", text);
            let words = plain_text(&document);
            let in_picture = text.starts_with("![");
            assert!(words.contains('a') || in_picture, "{n}: {text:.20}");
        }
    }
    let fine = parse(&nested("> ", "", MAX_DEPTH));
    assert_eq!(fine.diagnostics, []);
    let deep = parse(&nested("> ", "", MAX_DEPTH + 1));
    assert_eq!(deep.diagnostics.len(), 1);
    assert_eq!(deep.diagnostics[0].kind, DiagnosticKind::TooDeep);
}

#[test]
fn long_rules_and_far_code_stay_what_they_are() {
    let rule = "- ".repeat(1000);
    assert_eq!(parse(&rule).blocks[0].kind, BlockKind::Rule);
    let far = format!("{}- a", " ".repeat(300));
    let code = format!("```\n{}x\n```", " ".repeat(300));
    let BlockKind::Code { text, .. } = &parse(&code).blocks[0].kind else {
        panic!()
    };
    assert_eq!(text.trim(), "x");
    assert!(matches!(
        &parse(&far).blocks[0].kind,
        BlockKind::Code { .. }
    ));
}

const ARTICLE: &str = "# Better *sleep*\n\nIt's a well-known fact -- **you** need 8 hours.\n\n\
    - one\n- two<br>three <!-- no -->\n\n> quoted[^1]\ntext\n\n\
    ![alternative words](picture:0123456789abcdef \"The caption\")\n\nand ![inline](x \"title\").\n\n\
    | a | b |\n|---|---|\n| c | d |\n\n<div>raw</div>\n\n```\ncode\n```\n\n\
    [in](article:sleep) [](https://example.org)\n\n[^1]: A [note](#x).\n";

#[test]
fn plain_text_is_what_is_read() {
    insta::assert_snapshot!(plain_text(&parse(ARTICLE)), @r"
    Better sleep
    It's a well-known fact -- you need 8 hours.
    one
    two three
    quoted text
    The caption
    and .
    a b
    c d
    code
    in
    A note.
    ");
}

#[test]
fn links_are_found_everywhere() {
    let text = "*a [b](1) ![c](2)* [![d](3)](4)\n\n- > [e](5)\n\n| [f](6) |\n|-|\n| ![g](7) |\n\n## [h](8)\n\n\
                i[^1] `[no](9)`\n\n[^1]: [j](9) ![k](10)\n";
    let document = parse(text);
    assert_eq!(
        links(&document).collect::<Vec<_>>(),
        ["1", "4", "5", "6", "8", "9"]
    );
}
