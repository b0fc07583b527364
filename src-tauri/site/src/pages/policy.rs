//! What a browser may do for a page: its content security policy.

use crate::urls::Urls;

/// What a page does, of which its policy allows no more.
#[derive(Debug, Clone, Copy)]
pub enum Does {
    /// It is read.
    Nothing,
    /// It has the form that leads to the search page.
    Asks,
    /// It is the search page: it has that form and a script.
    Searches,
}

/// In the page itself: nothing but the site's own stylesheet, pictures and manifest, and its own script and forms where it
/// has any. `file:` is for the site opened from the disk, where not every browser counts the folder as the page's own
/// origin; a page from a server can load no such address. What programs read of the page as JSON is not run, and no
/// policy is asked about it (HTML, "prepare the script element").
pub fn of_page(urls: Urls<'_>, does: Does) -> String {
    match urls {
        Urls::Export { .. } => policy("'self' file:", does),
        // It leads nowhere.
        Urls::Preview { base } => policy(&preview_source(base), Does::Nothing),
    }
}

/// What a server says beside: the same, and that no other site may show a page inside its own, which only a server can
/// say (CSP Level 3, "frame-ancestors").
///
/// It says the same of all pages, so it allows what only search does; the others forbid it themselves.
pub fn of_server() -> String {
    let policy = policy("'self'", Does::Searches);
    format!("{policy}; frame-ancestors 'none'")
}

/// No script of ours connects to anything. Lighthouse asks for `robots.txt` as if the page did, so that a page may connect
/// to its own server; opened from the disk, to nothing.
fn policy(own: &str, does: Does) -> String {
    let scripts = match does {
        Does::Searches => format!("script-src {own}; "),
        Does::Asks | Does::Nothing => String::new(),
    };
    let forms = match does {
        Does::Searches | Does::Asks => own,
        Does::Nothing => "'none'",
    };
    format!(
        "default-src 'none'; {scripts}connect-src 'self'; style-src {own}; img-src {own}; font-src {own}; manifest-src {own}; \
         base-uri 'none'; form-action {forms}"
    )
}

/// Where the preview's host serves from, in the words of a policy: an origin, or a scheme that is the app's own.
fn preview_source(base: &str) -> String {
    let safe = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.:[]".contains(c))
    };
    match base.split_once("://") {
        Some((scheme @ ("http" | "https"), rest)) => {
            let host = rest.split('/').next().unwrap_or_default();
            if safe(host) {
                format!("'self' {scheme}://{host}")
            } else {
                "'self'".to_owned()
            }
        }
        Some((scheme, _)) if !scheme.is_empty() && safe(scheme) => format!("'self' {scheme}:"),
        _ => "'self'".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_loads_from_its_host_alone() {
        let cases = [
            ("/preview/", "'self'"),
            (
                "http://pamphlet.localhost/",
                "'self' http://pamphlet.localhost",
            ),
            (
                "http://127.0.0.1:4173/preview/",
                "'self' http://127.0.0.1:4173",
            ),
            ("pamphlet://localhost/", "'self' pamphlet:"),
            ("https://a; script-src *//", "'self'"),
            ("x; script-src *://a/", "'self'"),
        ];
        for (base, source) in cases {
            assert_eq!(preview_source(base), source, "{base}");
        }
    }
}
