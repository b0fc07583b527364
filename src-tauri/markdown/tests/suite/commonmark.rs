use std::collections::BTreeSet;

use pamphlet_markdown::{article_html, commonmark_html, parse};

use crate::library::Library;
use crate::markup::read_one;
use crate::spec::EXAMPLES;

/// Byte for byte: nothing is normalised.
#[test]
fn every_example_of_commonmark_gives_its_html() {
    let mut failed = Vec::new();
    for example in EXAMPLES.iter() {
        let html = commonmark_html(&parse(&example.markdown), true);
        if html != example.html {
            failed.push(format!(
                "{} {}\n{:?}\nexpected {:?}\nwritten  {html:?}",
                example.number, example.section, example.markdown, example.html
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{} examples:\n{}",
        failed.len(),
        failed.join("\n\n")
    );
}

/// What the same examples look like in an article, read through by a person: those whose HTML is not simply that of
/// the specification. `why` is what the diagnostics say.
#[test]
fn every_example_is_written_safely() {
    let mut differences = String::new();
    for example in EXAMPLES.iter() {
        let document = parse(&example.markdown);
        let blocks = article_html(&document, &Library);
        let html = blocks
            .iter()
            .map(|block| block.html.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        if html != example.html.replace(" />", ">").trim_end() {
            let why = document.diagnostics.iter().map(|d| format!("{:?}", d.kind));
            let why = why
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
                .join(", ");
            differences += &format!(
                "── {} {} ({why})\n{html}\n",
                example.number, example.section
            );
        }
    }
    insta::with_settings!({
        description => "From the examples of the CommonMark Spec by John MacFarlane, CC BY-SA 4.0",
        omit_expression => true,
        prepend_module_to_snapshot => false,
    }, {
        insta::assert_snapshot!("safe_examples", differences);
    });
}

#[test]
fn every_block_of_every_example_is_one_element() {
    for example in EXAMPLES.iter() {
        for block in article_html(&parse(&example.markdown), &Library) {
            if let Err(problem) = read_one(&block.html) {
                panic!(
                    "{}: {problem}\n{:?}\n{}",
                    example.number, example.markdown, block.html
                );
            }
        }
    }
}
