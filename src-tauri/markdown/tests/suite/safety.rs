use pamphlet_markdown::{article_html, commonmark_html, parse};

use crate::library::Library;
use crate::markup::{Element, Node, read, read_one};
use crate::spec::EXAMPLES;

/// Text that has done harm elsewhere.
const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "a <img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>a</a>",
    "<style>@import 'https://example.org/x.css';</style>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href='https://example.org'>",
    "<!--><script>alert(1)</script>-->",
    "<!---><script>alert(1)</script>-->",
    "<!-- a --!><script>alert(1)</script> -->",
    "<!-- a --><script>alert(1)</script>",
    "a <!-- --> <script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
    "<br onclick=alert(1)>",
    "<br/onclick=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A;&#x61;vascript&colon;alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](java&NewLine;script:alert(1))",
    "[a](java&#9;script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](&#1;javascript:alert(1))",
    "[a](<\u{1}javascript:alert(1)>)",
    "[a](<\u{1f} javascript:alert(1)>)",
    "[a](< javascript:alert(1)>)",
    "[a](<&nbsp;javascript:alert(1)>)",
    "[a](\\javascript:alert(1))",
    "[a](javascript\\:alert(1))",
    "[a](javascript://example.org/%0aalert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[a](DATA:text/html,<script>alert(1)</script>)",
    "[a](file:///etc/passwd)",
    "[a](blob:https://example.org/1)",
    "[a](view-source:javascript:alert(1))",
    "[a](//example.org)",
    "[a](http:javascript:alert(1))",
    "[a](\u{202e}javascript:alert(1))",
    "[a](feed:javascript:alert(1))",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "[a]: javascript:alert(1)\n\n[a]",
    "![a](javascript:alert(1))",
    "![a](https://example.org/track.gif)",
    "![a](//example.org/track.gif)",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![a](http://example.org/a.png \"\\\" onerror=alert(1) \")",
    "![\" onerror=alert(1) x=\"](picture:0123456789abcdef)",
    "![a](picture:0123456789abcdef '\"><script>alert(1)</script>')",
    "![a](picture:../../../etc/passwd)",
    "![<script>alert(1)</script>](x)",
    "[a](https://example.org/\" onclick=\"alert(1))",
    "[a](<https://example.org/\" onclick=\"alert(1)>)",
    "[a](https://example.org '\" onclick=\"alert(1)')",
    "[a](<https://example.org/><script>alert(1)</script>)",
    "[a](article:sleep\"onclick=alert(1))",
    "[a](#\"onclick=alert(1))",
    "[<script>](https://example.org)",
    "[a[^1]](https://example.org)\n\n[^1]: <script>alert(1)</script>",
    "a[^\"><script>]\n\n[^\"><script>]: b",
    "a[^<script>alert(1)</script>]",
    "# <script>alert(1)</script>",
    "# a {#\" onclick=alert(1)}",
    "```\" onclick=\"alert(1)\na\n```",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    "`</code><script>alert(1)</script>`",
    "|<script>|\n|-|\n|</table><script>alert(1)</script>|",
    "- <script>\n- alert(1)\n- </script>",
    "> <script>\nalert(1)\n</script>",
    "</article></main></body><script>alert(1)</script>",
    "a\0b <scr\0ipt>",
    "\u{feff}<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
];

fn check_addresses(element: &Element) {
    for (name, value) in &element.attributes {
        let fine = match name.as_str() {
            "href" => {
                let allowed = ["http://", "https://", "mailto:", "tel:", "#", "../sleep/"];
                allowed
                    .iter()
                    .any(|start| value.to_ascii_lowercase().starts_with(start))
            }
            "src" => value.starts_with("../../pictures/"),
            _ => true,
        };
        assert!(fine, "{name}={value:?}");
    }
    for child in &element.children {
        if let Node::Element(element) = child {
            check_addresses(element);
        }
    }
}

/// Every block is one element of the kinds that articles consist of, no address leads where it may not, ids are
/// unique, and lines go up.
fn check(text: &str) {
    let document = parse(text);
    let lines = u32::try_from(text.split_inclusive(['\n', '\r']).count()).unwrap();
    let (mut line, mut html) = (0, String::new());
    for block in article_html(&document, &Library) {
        let element = read_one(&block.html);
        let element = element.unwrap_or_else(|e| panic!("{e}\n{text:?}\n{}", block.html));
        check_addresses(&element);
        assert!(
            line <= block.line && block.line < lines,
            "line {} of {text:?}",
            block.line
        );
        line = block.line;
        html.push_str(&block.html);
    }
    let mut ids: Vec<_> = html
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next())
        .collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id twice: {text:?}");
}

#[test]
fn attacks_do_nothing() {
    for attack in ATTACKS {
        check(attack);
        check(&format!("- > {attack}\n"));
        check(&format!("*a **b {attack} c** d*\n\n{attack}\n"));
    }
}

#[test]
fn plain_html_without_raw_html_does_nothing_either() {
    for attack in ATTACKS {
        let html = commonmark_html(&parse(attack), false);
        let html = html
            .replace(" />", ">")
            .replace("<h1>", "<h2>")
            .replace("</h1>", "</h2>");
        if !html.contains("<table>") {
            let nodes = read(&html).unwrap_or_else(|error| panic!("{error}\n{attack:?}\n{html}"));
            for node in nodes {
                if let Node::Element(element) = node {
                    check_addresses(&element);
                }
            }
        }
    }
}

/// Pieces of the specification's examples and of attacks, joined at random (always the same): no text breaks the
/// tree, the HTML or the line numbers.
#[test]
fn no_text_makes_anything_but_articles() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        // Xorshift (Marsaglia 2003), so that every run sees the same texts.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % below
    };
    let whole: Vec<&str> = EXAMPLES
        .iter()
        .map(|e| e.markdown.as_str())
        .chain(ATTACKS.iter().copied())
        .collect();
    let marks = [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "# ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[^1]",
        "[^1]: ",
        "<",
        ">",
        "<br>",
        "<!--",
        "-->",
        "|",
        "|-|\n",
        "\\",
        "&",
        "\"",
        "'",
        "a",
        "https://example.org",
        "picture:0123456789abcdef",
        "\0",
        "\u{85}",
        "é",
        "🧠",
        "---\n",
        "===\n",
        "<div>",
        ":",
        "\u{a0}",
    ];
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..random(12) {
            let piece = whole[random(whole.len())];
            let cut = |at: usize| {
                (0..=at)
                    .rev()
                    .find(|at| piece.is_char_boundary(*at))
                    .unwrap()
            };
            let (from, to) = (cut(random(piece.len())), cut(random(piece.len())));
            text.push_str(&piece[from.min(to)..from.max(to)]);
            for _ in 0..random(6) {
                text.push_str(marks[random(marks.len())]);
            }
        }
        check(&text);
    }
}
