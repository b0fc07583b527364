//! The judges that are programs of their own.

use std::fs;

use pamphlet_tests::judge::{Judged, all};

/// A page with a fault for each program that judges markup.
const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>A</title>
    <meta name=viewport content='width=device-width'>
    <style>p { color: #aaa; background: #fff } .wide { width: 90rem; height: 1px }</style></head>
    <body><main><h1>A</h1><p>Pale words</p><img src=none.jpg><div class=wide></div><hr role=wrong></main>
    <script>undefined.x</script></body></html>";

#[test]
fn programs_find_faults() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), PAGE).unwrap();
    let verdicts = all(&[Judged::of(folder.path())]);
    let findings: Vec<_> = verdicts.iter().flat_map(|it| &it.findings[0]).collect();
    for (judge, words) in [
        ("nu", "role"),
        ("html-validate", "wcag/h37"),
        ("axe", "320 pixels, Light: color-contrast"),
        ("axe", "1280 pixels, Dark: image-alt"),
        ("browser", "320 pixels"),
        ("browser", "TypeError"),
        ("browser", "did not come"),
    ] {
        let found = findings
            .iter()
            .any(|it| it.judge == judge && it.path == "index.html" && it.fault.contains(words));
        assert!(found, "{judge}, {words}: {findings:#?}");
    }
}
