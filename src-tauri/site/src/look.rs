//! How the finished site looks: stylesheets and typefaces, named in the site by their content.
//!
//! A stylesheet is made of the colors, which follow from the one that the practice chose ([`palette`]), of what all
//! looks share, and of what one look has of its own ([`designs`]).

use std::sync::LazyLock;

use pamphlet_model::{Colour, Look};

use crate::files::{Content, FileKind, OutputFile, SitePath};

mod choice;
mod colour;
mod designs;
mod palette;
mod stylesheet;

pub use choice::{Choice, chosen};
pub use designs::{DESIGNS, Design};

use designs::design;
use palette::{Palette, Scheme};

/// Stands in the preview for the icon made of the practice's initials.
pub const ICON: &[u8] = include_bytes!("look/icon.svg");

/// A look in the practice's color, ready to be worn by every page.
#[derive(Debug, Clone)]
pub struct Dress {
    pub design: &'static Design,
    light: Palette,
    dark: Palette,
    stylesheet: String,
    path: SitePath,
}

impl Default for Dress {
    fn default() -> Self {
        Self::new(&Look::default())
    }
}

impl Dress {
    pub fn new(look: &Look) -> Self {
        let design = design(&look.name);
        let colour = chosen(look).shown(design);
        let light = Palette::new(design.recipes, colour, Scheme::Light);
        let dark = Palette::new(design.recipes, colour, Scheme::Dark);
        let stylesheet = [
            &variables(&light, &dark),
            &faces(design),
            stylesheet::SHARED,
            design.styles,
            stylesheet::LAST,
        ]
        .concat();
        let path = named("site", stylesheet.as_bytes(), "css");
        Self {
            design,
            light,
            dark,
            stylesheet,
            path,
        }
    }

    /// Such as `assets/site-0123abcd.css`: a changed look has a new name, so no browser shows an old one.
    pub fn stylesheet_path(&self) -> &SitePath {
        &self.path
    }

    /// A color by its name in the stylesheet, in the light and in the dark scheme.
    pub fn colours(&self, name: &str) -> Option<(Colour, Colour)> {
        Some((self.light.get(name)?, self.dark.get(name)?))
    }

    pub fn files(&self) -> Vec<OutputFile> {
        let file = |path: &SitePath, bytes: &[u8]| OutputFile {
            path: path.clone(),
            kind: FileKind::Asset,
            content: Content::Bytes(bytes.to_vec()),
        };
        let mut files = vec![file(&self.path, self.stylesheet.as_bytes())];
        for font in self.design.fonts {
            files.push(file(&font_path(font), font.bytes));
            let licence = file(&licence_path(font), font.licence.as_bytes());
            if !files.iter().any(|other| other.path == licence.path) {
                files.push(licence);
            }
        }
        files
    }

    /// One of [`Dress::files`] that a preview asks for: its media type and its bytes. A stylesheet by any hash is the one
    /// of now.
    pub fn asset(&self, path: &str) -> Option<(&'static str, &[u8])> {
        if path == icon_path().as_str() {
            return Some(("image/svg+xml", ICON));
        }
        if path.starts_with("assets/site-") && path.ends_with(".css") {
            return Some(("text/css; charset=utf-8", self.stylesheet.as_bytes()));
        }
        let font = self
            .design
            .fonts
            .iter()
            .find(|f| font_path(f).as_str() == path)?;
        Some(("font/woff2", font.bytes))
    }
}

pub fn icon_path() -> &'static SitePath {
    static PATH: LazyLock<SitePath> = LazyLock::new(|| named("icon", ICON, "svg"));
    &PATH
}

fn font_path(font: &designs::Font) -> SitePath {
    named(font.stem, font.bytes, "woff2")
}

fn licence_path(font: &designs::Font) -> SitePath {
    named("font-licence", font.licence.as_bytes(), "txt")
}

fn variables(light: &Palette, dark: &Palette) -> String {
    format!(
        ":root {{\n  color-scheme: light dark;\n{}}}\n\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{}  }}\n}}\n\n",
        named_colours(light, "  "),
        named_colours(dark, "    "),
    )
}

fn named_colours(palette: &Palette, indent: &str) -> String {
    let line = |(name, colour)| format!("{indent}--{name}: {colour};\n");
    palette.iter().map(line).collect()
}

/// The typefaces, beside the stylesheet, where their licence is, and what is shown until they have come.
fn faces(design: &Design) -> String {
    let face = |font: &designs::Font| {
        let path = font_path(font);
        let file = path.as_str().trim_start_matches("assets/");
        let designs::Face {
            family,
            style,
            weights,
        } = &font.face;
        format!(
            "/* {path}, see {} */\n@font-face {{\n  font-family: \"{family}\";\n  font-style: {style};\n  font-weight: {weights};\n  \
             font-display: swap;\n  src: url(\"{file}\") format(\"woff2\");\n}}\n\n",
            licence_path(font)
        )
    };
    let faces = design.fonts.iter().map(face);
    faces.chain(design.stand_ins.iter().map(stand_in)).collect()
}

fn stand_in(it: &designs::StandIn) -> String {
    let designs::Face {
        family,
        style,
        weights,
    } = &it.face;
    let local = |name: &&str| format!("local(\"{name}\")");
    let locals: Vec<String> = it.locals.iter().map(local).collect();
    format!(
        "@font-face {{\n  font-family: \"{family}\";\n  font-style: {style};\n  font-weight: {weights};\n  src: {};\n  \
         size-adjust: {}%;\n  ascent-override: {}%;\n  descent-override: {}%;\n  line-gap-override: 0%;\n}}\n\n",
        locals.join(", "),
        it.size,
        it.ascent,
        it.descent
    )
}

/// `assets/site-0123abcd.css`: a file that changes has a new name.
pub fn named(stem: &str, bytes: &[u8], extension: &str) -> SitePath {
    let hash = blake3::hash(bytes).to_hex();
    SitePath::new(format!("assets/{stem}-{}.{extension}", &hash[..8]))
}

#[cfg(test)]
mod tests;
