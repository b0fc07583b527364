//! Text made to exhaust the stack or to take time by its square.

use std::sync::mpsc;
use std::time::Duration;

use pamphlet_markdown::{Unresolved, article_html, commonmark_html, links, parse, plain_text};

/// Everything that is done with a text, on a quarter of the stack that threads have by default. What takes time by its
/// square would need hours.
fn all_of(name: &'static str, text: String) {
    let (finished, wait) = mpsc::channel();
    let work = move || {
        let document = parse(&text);
        let html = article_html(&document, &Unresolved).len();
        let plain = commonmark_html(&document, false).len() + plain_text(&document).len();
        finished
            .send(html + plain + links(&document).count())
            .unwrap();
    };
    let thread = std::thread::Builder::new()
        .stack_size(512 << 10)
        .spawn(work)
        .unwrap();
    if wait.recv_timeout(Duration::from_secs(60)).is_err() {
        panic!("{name}: no end in a minute, or a panic");
    }
    thread.join().unwrap();
}

#[test]
fn every_kind_of_hostile_text_is_read() {
    for (name, text) in hostile(1 << 16) {
        all_of(name, text);
    }
}

#[test]
fn a_megabyte_of_the_worst_is_read() {
    let worst = hostile(1 << 20)
        .into_iter()
        .filter(|(name, _)| name.starts_with('!'));
    assert_eq!(worst.map(|(name, text)| all_of(name, text)).count(), 21);
}

fn fill(size: usize, piece: &str) -> String {
    piece.repeat(size / piece.len())
}

fn half(size: usize, a: &str, b: &str) -> String {
    fill(size / 2, a) + &fill(size / 2, b)
}

/// Texts of about `size` bytes; the names of the worst begin with `!`.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let root = (1..).find(|n| n * n > size).unwrap();
    vec![
        ("!quotations", fill(size, ">")),
        ("!callouts", fill(size, "> [!NOTE]\n")),
        ("callouts nested", fill(size, "> [!NOTE] ")),
        ("callouts apart", fill(size, "> [!CALL]\n\n")),
        (
            "figure titles",
            format!(
                "![a](picture:0123456789abcdef \"{}\")",
                fill(size, "size: |")
            ),
        ),
        ("questions", fill(size, "### a?\n#### b?\n")),
        ("quotations spaced", fill(size, "> ")),
        ("lists", fill(size, "+ ")),
        ("numbered lists", fill(size, "1. ")),
        ("lists then blank lines", half(size, "+ ", "\n")),
        ("lists then lazy", half(size, "+ ", "a\n")),
        (
            "!lists then x blank lines",
            half(size, "+ ", "\n").replace("+ \n", "+ x\n"),
        ),
        ("!quotes then lazy lines", half(size, "> ", "a\n")),
        ("quotes then quote lines", half(size, ">", "\n>")),
        (
            "!indented lists",
            (0..root)
                .map(|n| format!("{}- a\n", " ".repeat(n)))
                .collect(),
        ),
        (
            "indented lists 2",
            (0..root)
                .map(|n| format!("{}- a\n", "  ".repeat(n)))
                .collect(),
        ),
        ("!list of quotes", fill(size, "- > ")),
        ("!footnote definitions nested", fill(size, "[^a]: ")),
        (
            "footnote definitions",
            (0..size / 20)
                .map(|n| format!("[^{n}]: note {n}\n\n"))
                .collect(),
        ),
        (
            "!footnote refs",
            format!("[^1]: x\n\n{}", fill(size, "[^1] ")),
        ),
        ("footnote refs undefined", fill(size, "[^1] ")),
        ("!open brackets", fill(size, "[")),
        ("closed brackets", fill(size, "]")),
        ("brackets pairs", fill(size, "[]")),
        ("images", fill(size, "![")),
        ("!nested links", half(size, "[", "](a)")),
        ("!nested images", half(size, "![", "](a)")),
        ("links", fill(size, "[a](b) ")),
        ("!links open", fill(size, "[a](")),
        ("links open angle", fill(size, "[a](<b")),
        ("links title open", fill(size, "[a](b \"")),
        (
            "link refs",
            format!("[a]: {}\n\n{}", "b".repeat(1000), fill(size, "[a] ")),
        ),
        ("link refs undefined", fill(size, "[a] ")),
        ("link def labels", fill(size, "[a]: b\n")),
        (
            "link defs distinct",
            (0..size / 14).map(|n| format!("[{n}]: b{n}\n")).collect(),
        ),
        ("link def title open", fill(size, "[a]: b 'c\n")),
        ("emphasis", fill(size, "*")),
        ("emphasis open", fill(size, "*a ")),
        ("emphasis open 2", fill(size, "*a _b ")),
        ("emphasis close", fill(size, "a* ")),
        ("!emphasis mixed", fill(size, "*a_ ")),
        ("emphasis nested", half(size, "*a ", " a*")),
        ("!emphasis nested 2", half(size, "*a _b ", " a_ b*")),
        ("emphasis runs", fill(size, "a**b_c* ")),
        ("strikes", fill(size, "~a ")),
        ("strikes 2", fill(size, "~~a~ ")),
        ("strikes nested", half(size, "~~a ", " a~~")),
        ("code", fill(size, "`a")),
        (
            "!code growing",
            (1..root).map(|n| format!("{}a", "`".repeat(n))).collect(),
        ),
        ("entities", fill(size, "&amp")),
        ("entities ok", fill(size, "&amp;")),
        ("ampersands", fill(size, "&")),
        ("html open", fill(size, "<a ")),
        ("html open attr", fill(size, "<a b='")),
        ("!html open attr2", fill(size, "<a b=\"c\" ")),
        ("html lt", fill(size, "<")),
        ("html pi", fill(size, "<?")),
        ("html decl", fill(size, "<!A ")),
        ("html cdata", fill(size, "<![CDATA[")),
        ("!html comment", fill(size, "<!--")),
        ("!html comment inline", fill(size, "a <!-- ")),
        ("html comments", fill(size, "a <!-- --> ")),
        ("!html block comment", fill(size, "<!-- -\n")),
        ("html inline tags", fill(size, "<b>a")),
        ("br", fill(size, "<br>")),
        ("autolinks", fill(size, "<a:b>")),
        ("autolinks open", fill(size, "<a:b")),
        ("emails", fill(size, "<a@b.c>")),
        ("emails open", fill(size, "<a@b.")),
        ("table", format!("|a|b|\n|-|-|\n{}", fill(size, "|a|b|\n"))),
        (
            "!table wide",
            format!(
                "{}\n{}\n{}",
                "|a".repeat(1000),
                "|-".repeat(1000),
                fill(size, "|x\n")
            ),
        ),
        (
            "table widest",
            format!("{}\n{}\n", "|a".repeat(size / 4), "|-".repeat(size / 4)),
        ),
        ("table heads", fill(size, "|a|\n")),
        ("table head-ish", fill(size, "a|b\n-|\n")),
        ("table pipes", fill(size, "|")),
        ("pipes dashes", fill(size, "|-")),
        ("headings", fill(size, "# a\n")),
        ("!headings same", fill(size, "## a b\n")),
        ("headings setext", fill(size, "a\n=\n")),
        ("heading hashes", format!("# {}", fill(size, "#"))),
        ("setext long", fill(size, "a\n")),
        ("rules", fill(size, "***\n")),
        ("rule-ish", fill(size, "* * a\n")),
        ("dashes", fill(size, "- - -\n")),
        ("fences", fill(size, "```\n")),
        ("fences open", fill(size, "~~~ a\n")),
        ("hard breaks", fill(size, "a  \n")),
        ("backslashes", fill(size, "\\")),
        ("backslash breaks", fill(size, "a\\\n")),
        ("nuls", fill(size, "\0")),
        ("spaces", fill(size, " ")),
        ("tabs", fill(size, "\t")),
        ("newlines", fill(size, "\n")),
        ("carriage returns", fill(size, "\r")),
        ("crlf", fill(size, "a\r\n")),
        ("blank in list", format!("- a\n{}b\n", fill(size, "\n"))),
        ("spaces lines", fill(size, "a \n \n")),
        ("one word", fill(size, "a")),
        ("quote in items", fill(size, "> - a\n")),
        ("items", fill(size, "- a\n")),
        ("items loose", fill(size, "- a\n\n")),
        ("items numbered", fill(size, "1) a\n2. b\n")),
        ("indented code", fill(size, "    a\n\n")),
        ("parens", format!("[a]({}", fill(size, "("))),
        ("quotes title", format!("[a](b {}", fill(size, "\""))),
        ("footnote label long", format!("[^{}]", fill(size, "a"))),
        (
            "nested footnotes refs",
            (0..size / 24)
                .map(|n| format!("[^{n}]: a [^{}]\n\n", n + 1))
                .collect::<String>()
                + "[^0]",
        ),
        ("link in headings", fill(size, "# [a](#h-a)\n")),
        ("smiley", fill(size, "🧠")),
    ]
}
