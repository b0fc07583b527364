//! What hosts are told: which headers go with which files, and where old addresses lead.
//!
//! `_headers` and `_redirects` are read by Netlify, Cloudflare Pages and others, `.htaccess` by Apache. All say the same.

use std::fmt::Write;

use percent_encoding::percent_decode_str;

use crate::files::{OutputFile, SitePath};
use crate::pages::policy;
use crate::snapshot::Site;
use crate::urls;

/// An old address, and the page that it leads to.
type Forward = (SitePath, SitePath);

/// A year, the longest that RFC 9111 suggests. Only for files whose names change with their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The folders of such files.
const HASHED: [&str; 4] = ["assets", "pictures", "search/pages", "search/words"];
/// Media types that hosts don't guess, by file.
const MEDIA_TYPES: [(&str, &str); 3] = [
    ("feed.xml", "application/atom+xml; charset=utf-8"),
    ("feed.json", "application/feed+json; charset=utf-8"),
    ("site.webmanifest", "application/manifest+json"),
];

/// What goes with every answer. Browsers heed the second only on secure connections.
fn headers() -> [(&'static str, String); 6] {
    let policy = policy::of_server();
    [
        ("Content-Security-Policy", policy),
        ("Strict-Transport-Security", "max-age=31536000".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        (
            "Referrer-Policy",
            "strict-origin-when-cross-origin".to_owned(),
        ),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
        ),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

pub fn files(site: &Site, forwards: &[Forward]) -> [OutputFile; 3] {
    let site_url = &site.practice.site_url;
    let folder = urls::folder(site_url);
    let is_known = urls::absolute(site_url, &urls::front_page()).is_some();
    let mut apache = apache_rules(&folder);
    apache.push_str(&apache_forwards(is_known.then_some(&folder), forwards));
    [
        super::text(SitePath::new("_headers"), header_rules(&folder)),
        super::text(
            SitePath::new("_redirects"),
            redirect_rules(&folder, forwards),
        ),
        super::text(SitePath::new(".htaccess"), apache),
    ]
}

fn header_rules(folder: &str) -> String {
    let mut out = format!("{folder}*\n");
    for (name, value) in headers() {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for hashed in HASHED {
        let _ = writeln!(out, "\n{folder}{hashed}/*\n  Cache-Control: {FOR_EVER}");
    }
    for (file, media_type) in MEDIA_TYPES {
        let _ = writeln!(out, "\n{folder}{file}\n  Content-Type: {media_type}");
    }
    out
}

fn redirect_rules(folder: &str, forwards: &[Forward]) -> String {
    let mut out = String::from("# Old addresses, and where they lead.\n");
    for (from, to) in forwards {
        let (from, to) = (served(from), served(to));
        // Some hosts tell the two apart.
        for from in [from, from.trim_end_matches('/')] {
            let _ = writeln!(out, "{folder}{from} {folder}{to} 301");
        }
    }
    out
}

/// Rules that need no more than `AllowOverride FileInfo`. Articles and topics may be called like the folders of what is
/// kept for ever, and their pages are not.
fn apache_rules(folder: &str) -> String {
    let mut out = format!("ErrorDocument 404 {folder}{}\n", urls::not_found_page());
    for (file, media_type) in MEDIA_TYPES {
        let _ = writeln!(
            out,
            "<Files \"{file}\">\nForceType \"{media_type}\"\n</Files>"
        );
    }
    out.push_str(
        "AddType image/webp .webp\nAddType image/svg+xml .svg\nAddType font/woff2 .woff2\n",
    );
    out.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in headers() {
        let _ = writeln!(out, "Header always set {name} \"{value}\"");
    }
    let _ = writeln!(
        out,
        "<If \"%{{REQUEST_URI}} =~ m#/({})/[^/]+$# && %{{REQUEST_URI}} !~ m#\\.html$#\">\nHeader set Cache-Control \"{FOR_EVER}\"\n</If>\n</IfModule>",
        HASHED.join("|")
    );
    out
}

fn apache_forwards(folder: Option<&str>, forwards: &[Forward]) -> String {
    if forwards.is_empty() {
        return String::new();
    }
    let mut out = String::from("<IfModule mod_alias.c>\n");
    for (from, to) in forwards {
        let (from, to) = (served(from), served(to));
        let from = from.trim_end_matches('/');
        let start = start(folder, from);
        let _ = writeln!(
            out,
            "RedirectMatch 301 \"^({start}){from}(/(index\\.html)?)?$\" \"$1{to}\""
        );
    }
    out.push_str("</IfModule>\n");
    out
}

/// What is before an old address: the site's folder. While nobody has said which it is, an address of two names
/// (`articles/sleep`) holds in any. One name alone (`sleep`) holds only at the server's root: below another folder, as
/// `/articles/sleep/`, it is that of another page.
fn start(folder: Option<&str>, from: &str) -> String {
    match folder {
        Some(folder) => pattern_of(folder),
        None if from.contains('/') => ".*/".to_owned(),
        None => "/".to_owned(),
    }
}

/// Apache holds patterns against addresses whose `%20` are spaces already. Whatever could mean something in a pattern or
/// end its quotes may be any one byte.
fn pattern_of(folder: &str) -> String {
    let letter = |byte: u8| match byte {
        b'/' | b'-' | b'_' | b'~' => char::from(byte),
        _ if byte.is_ascii_alphanumeric() => char::from(byte),
        _ => '.',
    };
    percent_decode_str(folder).map(letter).collect()
}

/// The address that servers have for a page: its folder.
fn served(path: &SitePath) -> &str {
    path.as_str().trim_end_matches("index.html")
}

#[cfg(test)]
mod tests;
