//! Articles that are looked for.

use super::*;

#[test]
fn articles_are_found_with_the_words_marked() {
    let folder = temporary();
    let library = library(&folder);
    write(
        &library,
        "Sleeping well",
        "Go to **bed** at [ten](https://sleep.example).\n\n- Sleep.",
    );
    write(
        &library,
        "Walking",
        "Every day. More at [ten](https://bed.example/sleep) or [here](article:sleep-bed).",
    );
    let found = library.search("sleep bed").unwrap();
    assert_eq!(found.len(), 1);
    let marked = |pieces: &[Piece]| -> String {
        let piece = |piece: &Piece| match piece.found {
            true => format!("<{}>", piece.text),
            false => piece.text.clone(),
        };
        pieces.iter().map(piece).collect()
    };
    assert_eq!(marked(&found[0].title), "<Sleeping> well");
    assert_eq!(marked(&found[0].place), "Go to <bed> at ten. <Sleep>.");
    assert_eq!(found[0].article.summary.status, Status::Ready);
    // Where an excerpt begins or ends within a link, nothing of the link's marks is seen.
    let long = "word ".repeat(30);
    let text = format!("{long}[{long}pillow {long}](https://pillow.example/a_b_c){long}");
    write(&library, "Long", &text);
    let found = library.search("pillow").unwrap();
    let place = marked(&found[0].place);
    assert!(
        place.contains("word <pillow> word") && !place.contains(['[', '(', ']']),
        "{place}"
    );
}
