use pamphlet_markdown::{
    BlockKind, Contact, Figure, HtmlBlock, Inline, PictureMarkup, Resolve, article_html, parse,
};

use crate::library::{Library, article};

fn check(cases: &[(&str, &str)]) {
    for (text, html) in cases {
        assert_eq!(article(text), *html, "{text:?}");
    }
}

#[test]
fn headings_begin_at_level_2_and_skip_none() {
    let levels = |text: &str| -> String {
        let text = text
            .chars()
            .map(|c| format!("{} a\n", "#".repeat(c as usize - '0' as usize)));
        let html = article(&text.collect::<String>());
        html.lines()
            .map(|line| line.chars().nth(2).unwrap())
            .collect()
    };
    let cases = [
        ("1", "2"),
        ("23456", "23456"),
        ("6", "2"),
        ("24", "23"),
        ("246", "234"),
        ("244", "233"),
        ("2433", "2333"),
        ("33232", "22232"),
        ("121", "222"),
        ("262", "232"),
        ("12323", "22323"),
    ];
    for (written, shown) in cases {
        assert_eq!(levels(written), shown, "{written}");
    }
}

#[test]
fn headings_have_unique_ids_made_of_their_words() {
    check(&[
        (
            "## What is *GABA*?",
            "<h2 id=\"h-what-is-gaba\">What is <em>GABA</em>?</h2>",
        ),
        (
            "## Élodie’s `code`",
            "<h2 id=\"h-elodies-code\">Élodie’s <code>code</code></h2>",
        ),
        (
            "## a\n## a\n## a 2\n## A!\n## a 2",
            "<h2 id=\"h-a\">a</h2>\n<h2 id=\"h-a-2\">a</h2>\n<h2 id=\"h-a-2-2\">a 2</h2>\n\
             <h2 id=\"h-a-3\">A!</h2>\n<h2 id=\"h-a-2-3\">a 2</h2>",
        ),
        (
            "> ## a\n\n- ## a",
            "<blockquote>\n<h2 id=\"h-a\">a</h2>\n</blockquote>\n<ul>\n<li>\n<h2 id=\"h-a-2\">a</h2>\n</li>\n</ul>",
        ),
        ("## ...", "<h2 id=\"h-article\">...</h2>"),
        ("##\n\n## <!-- a -->\n\n## <br>\n\nb", "<p>b</p>"),
    ]);
}

#[test]
fn a_heading_without_words_is_a_paragraph() {
    check(&[
        ("##\n\n## <!-- a -->\n\n## <br>\n\n## ![](x.png)", ""),
        (
            "# ![A *door*](picture:0123456789abcdef)",
            &format!("<figure>\n{IMG}\n</figure>"),
        ),
        (
            "# ![A *door*](x.png)\n\n### b",
            "<p><span class=\"missing-picture\">A door</span></p>\n<h2 id=\"h-b\">b</h2>",
        ),
    ]);
}

#[test]
fn text_further_down_changes_no_id() {
    let text = "# One\n\n## Two\n\n## Two\n\n### One\n\n";
    let whole = article(&format!("{text}## Two\n\n# One 2\n"));
    assert!(whole.starts_with(&article(text)), "{whole}");
}

#[test]
fn paragraphs_lists_and_the_like() {
    check(&[
        ("", ""),
        ("a\nb  \nc\\\nd", "<p>a\nb<br>\nc<br>\nd</p>"),
        (
            "**a** _b_ ~~c~~ `d`",
            "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>",
        ),
        (
            "It's \"fine\" -- so...",
            "<p>It's &quot;fine&quot; -- so...</p>",
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            "- a\n\n- b",
            "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
        ),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("7) a", "<ol start=\"7\">\n<li>a</li>\n</ol>"),
        (
            "- a\n  - b",
            "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
        ),
        ("> a\n\n***", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>"),
        (
            "```rust,x y\na < b\n```",
            "<pre><code class=\"language-rust,x\">a &lt; b\n</code></pre>",
        ),
    ]);
}

#[test]
fn raw_html_is_text_but_for_breaks_and_comments() {
    check(&[
        ("a<br>b<BR/>c<br />d", "<p>a<br>\nb<br>\nc<br>\nd</p>"),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<!-- a -->", ""),
        ("<!-- a\n\nb -->\n\nc", "<p>c</p>"),
        ("<br>", ""),
        ("<br><br/>", ""),
        ("<br>\na", "<p><br>\n\na</p>"),
        ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
        (
            "<div>\n*a*\n</div>",
            "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>",
        ),
        ("<!-- never ends\n\na", "<p>&lt;!-- never ends\n\na</p>"),
        ("- a\n  <!-- b -->\n  c", "<ul>\n<li>a\nc</li>\n</ul>"),
    ]);
}

#[test]
fn links_lead_where_they_may() {
    check(&[
        (
            "[a](https://example.org/?b=1&c \"d\")",
            "<p><a href=\"https://example.org/?b=1&amp;c\" title=\"d\">a</a></p>",
        ),
        (
            "<desk@example.org>",
            "<p><a href=\"mailto:desk@example.org\">desk@example.org</a></p>",
        ),
        (
            "[call](tel:+1-910)",
            "<p><a href=\"tel:+1-910\">call</a></p>",
        ),
        (
            "[*nap*](article:sleep)",
            "<p><a href=\"../sleep/index.html\"><em>nap</em></a></p>",
        ),
        ("[*nap*](article:naps)", "<p><em>nap</em></p>"),
        ("[a](../b.html) [c](d)", "<p>a c</p>"),
        ("[](https://example.org)", ""),
        (
            "a[![](x.png)](https://example.org) [<!-- b -->](https://example.org)",
            "<p>a </p>",
        ),
        (
            "## Our hours\n\n[a](#our-hours)",
            "<h2 id=\"h-our-hours\">Our hours</h2>\n<p><a href=\"#h-our-hours\">a</a></p>",
        ),
        (
            "[a](#h-b) [c](#B) [d](#e)\n\n# B",
            "<p><a href=\"#h-b\">a</a> <a href=\"#h-b\">c</a> d</p>\n<h2 id=\"h-b\">B</h2>",
        ),
    ]);
}

const IMG: &str = "<img src=\"../../pictures/0123456789abcdef.jpg\" width=\"640\" height=\"480\" \
                   alt=\"A door\" loading=\"lazy\" decoding=\"async\">";

#[test]
fn a_lone_picture_is_a_figure() {
    let picture = "![A *door*](picture:0123456789abcdef";
    let caption = "<figcaption>Open &quot;late&quot;</figcaption>";
    check(&[
        (
            &format!("{picture})"),
            &format!("<figure>\n{IMG}\n</figure>"),
        ),
        (
            &format!("{picture} 'Open \"late\"')"),
            &format!("<figure>\n{IMG}\n{caption}\n</figure>"),
        ),
        (
            &format!("[{picture} 'Open \"late\"')](article:sleep)"),
            &format!("<figure>\n<a href=\"../sleep/index.html\">{IMG}</a>\n{caption}\n</figure>"),
        ),
        (&format!("a {picture} 'b')"), &format!("<p>a {IMG}</p>")),
        (
            &format!("- {picture})"),
            &format!("<ul>\n<li>\n<figure>\n{IMG}\n</figure>\n</li>\n</ul>"),
        ),
    ]);
}

#[test]
fn other_pictures_are_their_alternative_text() {
    for source in [
        "https://example.org/a.png",
        "data:image/png;base64,AAAA",
        "a.png",
        "file:///a.png",
        "picture:0000000000000000",
        "picture:0123456789ABCDEF",
    ] {
        let missing = "<span class=\"missing-picture\">A &lt;door&gt;</span>";
        check(&[
            (
                &format!("![A \\<door>]({source} \"b\")"),
                &format!("<p>{missing}</p>"),
            ),
            (
                &format!("a ![A \\<door>]({source})"),
                &format!("<p>a {missing}</p>"),
            ),
            (&format!("![]({source})"), ""),
        ]);
    }
}

struct Widths;

impl Resolve for Widths {
    fn link(&self, _: &str) -> Option<String> {
        None
    }

    fn picture(&self, _: &str, _: Option<&Figure>) -> Option<PictureMarkup> {
        Some(PictureMarkup {
            src: "a b-640.jpg".to_owned(),
            width: 640,
            height: 0,
            srcset: "a-640.jpg 640w, a-1280.jpg 1280w".to_owned(),
            webp_srcset: "a-640.webp 640w".to_owned(),
            sizes: "(min-width: 40em) 40em, 100vw".to_owned(),
        })
    }

    fn contact(&self) -> &[Contact] {
        &[]
    }
}

#[test]
fn a_picture_has_all_its_widths() {
    let blocks = article_html(&parse("![](picture:0123456789abcdef)"), &Widths);
    insta::assert_snapshot!(blocks[0].html, @r#"
    <figure>
    <picture><source type="image/webp" srcset="a-640.webp 640w" sizes="(min-width: 40em) 40em, 100vw"><img src="a%20b-640.jpg" srcset="a-640.jpg 640w, a-1280.jpg 1280w" sizes="(min-width: 40em) 40em, 100vw" alt="" loading="lazy" decoding="async"></picture>
    </figure>
    "#);
}

#[test]
fn nothing_but_references_is_resolved() {
    for source in [
        "https://example.org/a.png",
        "a.png",
        "picture:..",
        "data:image/png,a",
    ] {
        let blocks = article_html(&parse(&format!("a ![b]({source})")), &Widths);
        assert_eq!(
            blocks[0].html,
            "<p>a <span class=\"missing-picture\">b</span></p>"
        );
    }
}

#[test]
fn tables() {
    insta::assert_snapshot!(article("|a|b|c|\n|:-|:-:|-:|\n|*d*|e|f|g|\n|h|"), @r#"
    <div class="table-scroll" role="group" aria-label="Table" tabindex="0">
    <table>
    <thead>
    <tr>
    <th scope="col" class="align-left">a</th>
    <th scope="col" class="align-center">b</th>
    <th scope="col" class="align-right">c</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td class="align-left"><em>d</em></td>
    <td class="align-center">e</td>
    <td class="align-right">f</td>
    </tr>
    <tr>
    <td class="align-left">h</td>
    <td class="align-center"></td>
    <td class="align-right"></td>
    </tr>
    </tbody>
    </table>
    </div>
    "#);
}

#[test]
fn header_cells_without_words_are_no_headers() {
    insta::assert_snapshot!(article("|a||\n|-|-|"), @r#"
    <div class="table-scroll" role="group" aria-label="Table" tabindex="0">
    <table>
    <thead>
    <tr>
    <th scope="col">a</th>
    <td></td>
    </tr>
    </thead>
    </table>
    </div>
    "#);
    assert_eq!(article("|||\n|-|-|"), "");
    insta::assert_snapshot!(article("||<!-- a -->|\n|-|-|\n|b|c|"), @r#"
    <div class="table-scroll" role="group" aria-label="Table" tabindex="0">
    <table>
    <tbody>
    <tr>
    <td>b</td>
    <td>c</td>
    </tr>
    </tbody>
    </table>
    </div>
    "#);
}

#[test]
fn footnotes_are_numbered_by_their_first_references() {
    let text = "[^x]: Ex.\n\na[^y] b[^x] c[^y]\n\n[^y]: Why[^z]\n\n    > Because.\n\n[^z]: Zed.\n\n[^unused]: Never.\n";
    insta::assert_snapshot!(article(text), @r##"
    <p>a<sup><a class="footnote" id="fnref-1" href="#fn-1" aria-label="Source 1">1</a></sup> b<sup><a class="footnote" id="fnref-2" href="#fn-2" aria-label="Source 2">2</a></sup> c<sup><a class="footnote" href="#fn-1" aria-label="Source 1">1</a></sup></p>
    <section class="footnotes" aria-labelledby="fn-title">
    <h2 id="fn-title">Sources</h2>
    <ol>
    <li id="fn-1">
    <p>Why<sup><a class="footnote" id="fnref-3" href="#fn-3" aria-label="Source 3">3</a></sup></p>
    <blockquote>
    <p>Because.</p>
    </blockquote>
    <a class="footnote-back" href="#fnref-1" aria-label="Back to the text">↩</a></li>
    <li id="fn-2">
    <p>Ex. <a class="footnote-back" href="#fnref-2" aria-label="Back to the text">↩</a></p>
    </li>
    <li id="fn-3">
    <p>Zed. <a class="footnote-back" href="#fnref-3" aria-label="Back to the text">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
}

#[test]
fn footnotes_in_odd_places() {
    check(&[("a[^1]", "<p>a[^1]</p>"), ("a\n\n[^1]: b", "<p>a</p>")]);
    let heading = article("## a[^1]\n\n[^1]: ## b\n\n    # c\n\n[^2]: d");
    assert!(heading.starts_with("<h2 id=\"h-a\">a<sup>"), "{heading}");
    assert!(
        heading.contains("<h2 id=\"h-b\">b</h2>\n<h2 id=\"h-c\">c</h2>\n"),
        "{heading}"
    );
    let itself = article("a[^1]\n\n[^1]: b[^1]\n\n[^1]: c");
    assert_eq!(itself.matches("<li").count(), 1, "{itself}");
    assert_eq!(itself.matches("id=\"fnref-1\"").count(), 1, "{itself}");
}

#[test]
fn no_link_stands_in_a_link() {
    let reference = Inline::FootnoteReference("1".to_owned());
    let link = |content| Inline::Link {
        destination: "article:sleep".to_owned(),
        title: String::new(),
        content,
    };
    let mut document = parse("a[^1]\n\n[^1]: b");
    let content = vec![link(vec![link(vec![
        Inline::Code("c".to_owned()),
        reference,
    ])])];
    document.blocks[0].kind = BlockKind::Paragraph(content);
    let html = &article_html(&document, &Library)[0].html;
    assert_eq!(
        html,
        "<p><a href=\"../sleep/index.html\"><code>c</code><sup>1</sup></a></p>"
    );
}

#[test]
fn blocks_say_where_they_stand() {
    let text = "\n# a\n\n[^1]: b\n\nc[^1]\nd\n<!-- e -->\n\n- f\n\n  g\n\n\n| h |\n| - |\n\n```\n\ni\n```\n";
    for text in [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
    ] {
        let blocks = article_html(&parse(&text), &Library);
        let lines = |block: &HtmlBlock| (block.line, block.html[1..3].to_owned());
        let lines: Vec<_> = blocks.iter().map(lines).collect();
        let expected = [
            (1, "h2"),
            (5, "p>"),
            (9, "ul"),
            (14, "di"),
            (17, "pr"),
            (17, "se"),
        ];
        assert_eq!(
            lines,
            expected.map(|(line, name)| (line, name.to_owned())),
            "{text:?}"
        );
    }
}

#[test]
fn windows_line_ends_change_nothing() {
    let text = "# a\n\nb  \nc\\\nd\n\n> e\n> f\n\n```\ng\n\nh\n```\n\n<!-- i\nj -->\n\n<div>\nk\n</div>\n\n| l |\n|---|\n| m |\n\n- n\n\n  o[^1]\n\n[^1]: p\n    q\n";
    assert_eq!(article(&text.replace('\n', "\r\n")), article(text));
}
