//! Links from one article to another.

use super::*;

/// A new article of this title that stays here.
fn draft(library: &Library, title: &str, text: &str) -> ArticleId {
    let article = write(library, title, text).article;
    set(library, article.id, Status::Draft);
    article.id
}

fn set(library: &Library, id: ArticleId, status: Status) {
    let done = library.change_articles(&[id], &SeveralChange::Status(status));
    assert_eq!(done.unwrap().changed.len(), 1);
}

#[test]
fn an_export_says_which_links_are_words_only_and_why() {
    let folder = temporary();
    let library = library(&folder);
    let text = "[a](article:still-a-draft) [b](article:gone#part) [c](article:nobody) [d](article:nobody) \
                [e](article:on-the-site)";
    let linking = write(&library, "Linking", text).article.id;
    write(&library, "On the site", "Words.");
    let draft = draft(&library, "Still a draft", "[x](article:nobody)");
    let gone = write(&library, "Gone", "Words.").article.id;
    library.delete_article(gone).unwrap();
    let site = folder.path().join("site");
    let done = library
        .export(Destination::folder(&site), &NoWatch)
        .unwrap();
    assert_eq!(done.report.lost_links.len(), 4);
    let told: Vec<_> = done
        .lost_links
        .iter()
        .map(|it| {
            assert_eq!((it.from, it.title.as_str()), (linking, "Linking"));
            let to = it.to.as_ref().map(|to| (to.id, to.whereabouts));
            (it.address.as_str(), to, it.links)
        })
        .collect();
    let expected = [
        ("gone", Some((gone, Whereabouts::Bin)), 1),
        ("nobody", None, 2),
        ("still-a-draft", Some((draft, Whereabouts::Draft)), 1),
    ];
    assert_eq!(told, expected);
    library.restore_article(gone).unwrap();
    set(&library, draft, Status::Ready);
    let done = library.export(Destination::Remembered, &NoWatch).unwrap();
    let addresses: Vec<_> = done
        .lost_links
        .iter()
        .map(|it| it.address.as_str())
        .collect();
    assert_eq!(addresses, ["nobody", "nobody"]);
}

#[test]
fn a_link_is_followed_to_wherever_the_article_is() {
    let folder = temporary();
    let library = library(&folder);
    let id = draft(&library, "Sleep", "Words.");
    let at = |address: &str| {
        let found = library.linked_article(address).ok()?;
        assert_eq!((found.id, found.title.as_str()), (id, "Sleep"));
        Some(found.whereabouts)
    };
    assert_eq!(at("sleep"), Some(Whereabouts::Draft));
    set(&library, id, Status::Ready);
    assert_eq!(at("sleep"), Some(Whereabouts::Site));
    library.delete_article(id).unwrap();
    assert_eq!(at("sleep"), Some(Whereabouts::Bin));
    library.remove_for_ever(id).unwrap();
    assert_eq!(at("sleep"), None);
    assert_eq!(at("No address"), None);
}

#[test]
fn those_that_link_to_an_article_are_known_by_all_its_addresses() {
    let folder = temporary();
    let library = library(&folder);
    let view = write(&library, "Sleep", "[me](article:sleep)");
    let id = view.article.id;
    let other = write(&library, "Sleep well", "Words.").article.id;
    write(&library, "B", "[x](article:sleep#part)");
    let binned = write(&library, "Binned", "[x](article:sleep)").article.id;
    library.delete_article(binned).unwrap();
    write(
        &library,
        "Not a link",
        "`[x](article:sleep)` [y](article:sleep-well)",
    );
    library
        .save_article(id, view.article.revision, titled("Rest"))
        .unwrap();
    write(&library, "a", "[x](article:rest)");
    let linking = |ids: &[ArticleId]| -> Vec<String> {
        let linking = library.articles_linking_to(ids).unwrap().into_iter();
        linking.map(|it| it.summary.title).collect()
    };
    assert_eq!(linking(&[id]), ["a", "B"]);
    assert_eq!(linking(&[other]), ["Not a link"]);
    assert_eq!(linking(&[id, other]), ["a", "B", "Not a link"]);
    assert_eq!(linking(&[]), [""; 0]);
}
