use std::sync::Arc;

use crate::preview::{BODY_ID, asset, blocks, frame};
use crate::sample::{article, article_id, snapshot};
use crate::{Site, Snapshot};
use pamphlet_model::Look;

const BASE: &str = "http://pamphlet.localhost/";

fn call(site: &Site) -> Arc<pamphlet_model::Article> {
    Arc::clone(
        &site
            .newest()
            .iter()
            .find(|e| e.article.id == article_id(3))
            .unwrap()
            .article,
    )
}

/// Without the values of attributes that hold addresses.
fn without_addresses(html: &str) -> String {
    let mut out = String::new();
    for (n, part) in html.split('"').enumerate() {
        let address = n % 2 == 1
            && [
                " href=",
                " src=",
                " srcset=",
                " sizes=",
                " width=",
                " height=",
                " content=",
            ]
            .iter()
            .any(|a| out.ends_with(a));
        out.push_str(if address { "" } else { part });
    }
    out.replace(" srcset=", "")
        .replace(" sizes=", "")
        .replace("<source type=image/webp>", "")
}

/// Without the lines of the head that are not for whoever reads the page.
fn without_files(html: &str) -> String {
    let files = [
        "sizes=\"32x32\"",
        "rel=\"apple-touch-icon\"",
        "rel=\"manifest\"",
        "rel=\"alternate\"",
        "<script type=\"application/ld+json\">",
    ];
    let kept = html
        .lines()
        .filter(|line| !files.iter().any(|file| line.contains(file)));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_frame_is_the_finished_page_around_an_empty_body() {
    let site = Site::new(snapshot());
    let article = call(&site);
    let frame = frame(&site, &article, BASE).html;
    let empty = format!("<div id=\"{BODY_ID}\" class=\"prose\" dir=\"auto\"></div>");
    assert_eq!(frame.matches(&empty).count(), 1);

    let pages = crate::pages::Pages::new(&site);
    let finished = pages.list().into_iter().map(|p| p.render().unwrap());
    let finished = finished
        .into_iter()
        .find(|p| p.path.as_str().contains("needs-a-call"))
        .unwrap()
        .html;
    let start = finished.find("dir=\"auto\">\n<p>Rest").unwrap() + "dir=\"auto\">".len();
    let end = start + finished[start..].find("</div>\n</article>").unwrap();
    let finished = format!("{}{}", &finished[..start], &finished[end..]);
    // The host of a preview serves nothing to other programs.
    let expected = without_addresses(&without_files(&finished));
    assert_eq!(
        without_addresses(&frame.replace("<base target=\"_blank\">\n", "")),
        expected
    );
}

#[test]
fn the_blocks_are_the_finished_body() {
    let site = Site::new(snapshot());
    let blocks = blocks(&site, &call(&site).text, BASE);
    let lines: Vec<_> = blocks.iter().map(|b| b.line).collect();
    assert_eq!(lines, [0, 2, 4, 6]);
    assert_eq!(blocks[0].html, "<p>Rest helps most headaches.</p>");
    assert!(
        blocks[2]
            .html
            .contains("<a href=\"#\">sleep</a>, gone and <a href=\"https://guide.example/\"")
    );
    let media = format!("src=\"{BASE}media/");
    assert!(
        blocks[3].html.contains(&media) && !blocks[3].html.contains("srcset"),
        "{}",
        blocks[3].html
    );
}

#[test]
fn the_key_changes_with_what_is_seen_of_the_frame() {
    let site = Site::new(snapshot());
    let mut article = (*call(&site)).clone();
    let key = frame(&site, &article, BASE).key;
    article.text.push_str("More words follow.\n");
    assert_eq!(frame(&site, &article, BASE).key, key);
    article.title.push('!');
    assert_ne!(frame(&site, &article, BASE).key, key);
}

#[test]
fn the_frame_loads_from_its_host_and_has_no_script() {
    let site = Site::new(snapshot());
    let html = frame(&site, &call(&site), BASE).html;
    assert!(
        html.contains("<link rel=\"stylesheet\" href=\"http://pamphlet.localhost/assets/site-")
    );
    assert!(html.contains("style-src &#39;self&#39; http://pamphlet.localhost;"));
    assert!(html.contains("<base target=\"_blank\">") && !html.contains("<script"));
    assert!(!html.contains("index.html"));
    let hostile = frame(&site, &call(&site), "\"><script>/").html;
    assert!(!hostile.contains("<script"));
}

#[test]
fn whatever_a_page_asks_of_its_host_is_there() {
    let site = Site::new(snapshot());
    let html = frame(&site, &call(&site), BASE).html;
    let asked = html.split('"').filter_map(|word| word.strip_prefix(BASE));
    let looks: Vec<_> = asked.filter(|path| !path.starts_with("media/")).collect();
    assert_eq!(looks.len(), 2, "{looks:?}");
    assert!(looks.iter().all(|path| asset(&site, path).is_some()));
    assert!(asset(&site, "assets/site.js").is_none());
}

#[test]
fn an_article_that_is_new_has_a_page_too() {
    let site = Site::new(Snapshot::default());
    let frame = frame(&site, &article(1, "", &[4], ""), "/preview/");
    assert!(frame.html.contains("<h1 dir=\"auto\">Untitled</h1>"));
    assert!(blocks(&site, "", "/preview/").is_empty());
}

#[test]
fn another_look_is_another_frame_with_another_stylesheet() {
    let mut site = Site::new(snapshot());
    let article = call(&site);
    let before = frame(&site, &article, BASE);
    site.set_look(Look {
        name: "journal".into(),
        ..Look::default()
    });
    let after = frame(&site, &article, BASE);
    assert_ne!(before.key, after.key);
    let asked = after.html.split('"').filter_map(|w| w.strip_prefix(BASE));
    let css = asked
        .into_iter()
        .find(|path| path.ends_with(".css"))
        .unwrap();
    assert!(!before.html.contains(css));
    assert_eq!(asset(&site, css).unwrap().0, "text/css; charset=utf-8");
}
