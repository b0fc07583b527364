//! The web manifest: what a telephone shows of the site on its home screen (W3C, "Web Application Manifest").

use serde::Serialize;

use crate::icons::{self, Icons, Sized};
use crate::pages::{LANGUAGE, practice_name};
use crate::snapshot::Site;
use crate::text::tidy;
use crate::urls;

/// Addresses in it are relative to it, so that it holds wherever the site lies.
#[derive(Serialize)]
struct Manifest {
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    lang: &'static str,
    start_url: String,
    scope: &'static str,
    /// It stays a website: with the browser's own buttons.
    display: &'static str,
    background_color: String,
    theme_color: String,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    #[serde(rename = "type")]
    media_type: &'static str,
    sizes: String,
    purpose: &'static str,
}

pub fn manifest(site: &Site, icons: &Icons) -> String {
    let picture = |icon: Sized, purpose| Icon {
        src: icons.png_path(icon).to_string(),
        media_type: "image/png",
        sizes: format!("{0}x{0}", icon.size),
        purpose,
    };
    let drawing = icons.svg_path().map(|path| Icon {
        src: path.to_string(),
        media_type: "image/svg+xml",
        sizes: "any".to_owned(),
        purpose: "any",
    });
    let pictures = [
        picture(icons::SMALL, "any"),
        picture(icons::LARGE, "any"),
        picture(icons::MASKABLE, "maskable"),
    ];
    let manifest = Manifest {
        name: practice_name(&site.practice),
        description: tidy(&site.practice.tagline),
        lang: LANGUAGE,
        start_url: urls::front_page().to_string(),
        scope: "./",
        display: "browser",
        background_color: icons.ground(),
        theme_color: icons.ground(),
        icons: pictures.into_iter().chain(drawing).collect(),
    };
    super::json(&manifest)
}
