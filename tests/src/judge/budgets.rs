//! How much a page may ask its visitor to fetch: `finished-site`'s budgets, for every kind of page.

use crate::crawl::{folder, from_root, resolve};
use crate::{Page, Tree};

use super::Finding;

/// Bytes, as they lie in the folder.
const SCRIPT: usize = 20 * 1024;
const STYLE: usize = 50 * 1024;
/// Of the picture at the top, as a window of 1280 pixels chooses it; the judge `browser` asks one.
#[cfg(target_os = "linux")]
pub const HERO: usize = 200 * 1024;

pub fn findings(tree: &Tree) -> Vec<Finding> {
    tree.pages()
        .flat_map(|(path, text)| {
            let page = Page::parse(text);
            [
                over("script", path, script(tree, path, &page), SCRIPT),
                over("style", path, style(tree, path, &page), STYLE),
            ]
        })
        .flatten()
        .collect()
}

pub fn over(what: &str, path: &str, bytes: usize, budget: usize) -> Option<Finding> {
    let fault = || format!("{what}: {bytes} bytes of {budget}");
    (bytes > budget).then(|| Finding::new("budgets", path, fault()))
}

fn script(tree: &Tree, path: &str, page: &Page) -> usize {
    let scripts = page.all("script").into_iter();
    // Data is no script: https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type
    let runs = scripts.filter(|it| {
        let kind = it.attr("type").unwrap_or_default();
        kind.is_empty() || kind == "module" || kind.ends_with("javascript")
    });
    runs.map(|it| {
        let inside: usize = it.text().map(str::len).sum();
        inside + it.attr("src").map_or(0, |src| size(tree, path, src))
    })
    .sum()
}

fn style(tree: &Tree, path: &str, page: &Page) -> usize {
    let linked = page.all("link[rel~=stylesheet][href]").into_iter();
    let linked: usize = linked
        .filter_map(|it| it.attr("href"))
        .map(|href| size(tree, path, href))
        .sum();
    let inside = page.all("style").into_iter();
    linked + inside.flat_map(|it| it.text()).map(str::len).sum::<usize>()
}

fn size(tree: &Tree, from: &str, address: &str) -> usize {
    let file = match address.starts_with('/') {
        true => from_root(&folder(tree), address),
        false => resolve(from, address),
    };
    file.and_then(|file| tree.get(&file)).map_or(0, <[u8]>::len)
}
