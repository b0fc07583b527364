//! What the preview shows.

use super::*;

#[test]
fn the_preview_shows_what_is_typed_and_not_yet_saved() {
    let folder = temporary();
    let library = library(&folder);
    let article = write(&library, "Sleep", "Saved words.").article;
    let draft = PreviewDraft {
        title: "Sleep <b>well</b>".to_owned(),
        text: "# One\n\nTwo <script>alert(1)</script>".to_owned(),
        ..PreviewDraft::default()
    };
    let preview = library.preview(article.id, draft.clone(), "base/").unwrap();
    assert!(
        preview.frame.html.contains("Sleep &lt;b&gt;well&lt;"),
        "{}",
        preview.frame.html
    );
    let lines: Vec<_> = preview.blocks.iter().map(|block| block.line).collect();
    assert_eq!(lines, [0, 2]);
    assert!(!preview.blocks[1].html.contains("<script"));

    // A key press in the text leaves the page around it alone; the practice's phone does not.
    let typed = PreviewDraft {
        text: "Three".to_owned(),
        ..draft.clone()
    };
    let after = library.preview(article.id, typed, "base/").unwrap();
    assert_eq!(after.frame, preview.frame);
    assert_ne!(after.blocks, preview.blocks);
    let phone = Practice {
        phone: "+1-802-555-0136".to_owned(),
        ..practice()
    };
    library.save_practice(&phone).unwrap();
    assert_ne!(
        library.preview(article.id, draft, "base/").unwrap().frame,
        preview.frame
    );
}

#[test]
fn the_preview_follows_articles_into_the_bin_and_out_of_it() {
    let folder = temporary();
    let library = library(&folder);
    let back = write(&library, "Back pain", "Rest.").article.id;
    let sleep = write(&library, "Sleep", "Words.").article.id;
    let is_linked = || {
        let draft = PreviewDraft {
            text: "Read [about backs](article:back-pain).".to_owned(),
            ..PreviewDraft::default()
        };
        let preview = library.preview(sleep, draft, "/").unwrap();
        preview.blocks[0].html.contains("<a ")
    };
    assert!(is_linked());
    library.delete_articles(&[back]).unwrap();
    assert!(!is_linked());
    library.restore_articles(&[back]).unwrap();
    assert!(is_linked());
    library.delete_article(back).unwrap();
    assert!(!is_linked());
    library.restore_article(back).unwrap();
    assert!(is_linked());
}
