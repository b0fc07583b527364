//! The site's icons. They show the practice's logo where it is about as high as wide; a name written out can't be read in
//! a tab. Otherwise they are made from the practice's initials: a drawing for browsers that take one, and pictures for
//! the rest.

mod drawing;
mod letters;
mod raster;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, ImageError};

use pamphlet_model::Picture;

use crate::files::{Content, FileKind, OutputFile, SitePath};
use crate::pictures::Recipe;
use drawing::Drawing;

/// Part of the names of the pictures: raise it when the same drawing should give other pixels.
const VERSION: u32 = 1;
/// How round the corners are, of a side of 32.
const RADIUS: f64 = 9.0;
/// The sizes in `favicon.ico`, in pixels.
const FAVICON: [u32; 2] = [16, 32];

/// sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colours {
    pub ground: [u8; 3],
    pub letter: [u8; 3],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A square with round corners on nothing.
    Rounded,
    /// The whole square: the system that shows it cuts it to its own shape.
    Full,
}

/// A practice's icons, and where they lie.
#[derive(Debug, Clone)]
pub struct Icons {
    drawing: Drawing,
    colours: Colours,
    key: String,
    /// Stands in place of the drawing.
    logo: Option<Picture>,
}

/// An icon of pixels.
#[derive(Debug, Clone, Copy)]
pub struct Sized {
    /// Width and height.
    pub size: u32,
    pub shape: Shape,
    stem: &'static str,
}

/// What telephones show of a page on their home screen.
pub const TOUCH: Sized = Sized {
    size: 180,
    shape: Shape::Full,
    stem: "touch",
};
pub const SMALL: Sized = Sized {
    size: 192,
    shape: Shape::Rounded,
    stem: "small",
};
pub const LARGE: Sized = Sized {
    size: 512,
    shape: Shape::Rounded,
    stem: "large",
};
pub const MASKABLE: Sized = Sized {
    size: 512,
    shape: Shape::Full,
    stem: "maskable",
};

impl Icons {
    pub fn new(name: &str, colours: Colours) -> Self {
        let drawing = Drawing::of(name);
        let hash = blake3::hash(svg(&drawing, colours).as_bytes()).to_hex();
        Self {
            drawing,
            colours,
            key: hash[..8].to_owned(),
            logo: None,
        }
    }

    /// The same with the practice's logo, if it can be one.
    pub fn showing(self, logo: Option<&Picture>) -> Self {
        let logo = logo.filter(|logo| can_be_icon(logo)).cloned();
        Self { logo, ..self }
    }

    /// What a browser shows of the site in a tab, and its media type.
    pub fn tab(&self) -> (SitePath, &'static str) {
        match self.svg_path() {
            Some(drawing) => (drawing, "image/svg+xml"),
            None => (self.png_path(SMALL), "image/png"),
        }
    }

    /// The colour behind the letters, as CSS writes it.
    pub fn ground(&self) -> String {
        hex(self.colours.ground)
    }

    /// The drawing. None where a logo stands in its place.
    pub fn svg_path(&self) -> Option<SitePath> {
        let path = || SitePath::new(format!("assets/icon-{}.svg", self.key));
        self.logo.is_none().then(path)
    }

    pub fn png_path(&self, icon: Sized) -> SitePath {
        if let Some(logo) = &self.logo {
            return Recipe::of_icon(logo, icon.size, icon.shape).path();
        }
        SitePath::new(format!(
            "assets/icon-{}-v{VERSION}-{}.png",
            icon.stem, self.key
        ))
    }

    /// Where browsers look that no page has told of another. None where there is a logo: its name would not say from which
    /// picture it was made.
    pub fn favicon_path(&self) -> Option<SitePath> {
        self.logo.is_none().then(|| SitePath::new("favicon.ico"))
    }

    /// # Errors
    /// A picture could not be encoded: out of memory, or a mistake of ours.
    pub fn files(&self) -> Result<Vec<OutputFile>, ImageError> {
        let file = |path, bytes| OutputFile {
            path,
            kind: FileKind::Asset,
            content: Content::Bytes(bytes),
        };
        if let Some(logo) = &self.logo {
            return Ok(of_logo(logo));
        }
        let mut files = Vec::new();
        if let Some(path) = self.svg_path() {
            files.push(file(path, svg(&self.drawing, self.colours).into_bytes()));
        }
        if let Some(path) = self.favicon_path() {
            files.push(file(path, self.favicon()?));
        }
        for icon in [TOUCH, SMALL, LARGE, MASKABLE] {
            files.push(file(self.png_path(icon), self.png(icon.size, icon.shape)?));
        }
        Ok(files)
    }

    fn png(&self, size: u32, shape: Shape) -> Result<Vec<u8>, ImageError> {
        let pixels = raster::pixels(&self.drawing, self.colours, shape, size);
        let mut bytes = Vec::new();
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::NoFilter)
            .write_image(&pixels, size, size, ExtendedColorType::Rgba8)?;
        Ok(bytes)
    }

    /// An icon file holds PNG pictures behind a list of them (Microsoft, "Icons in Win32": `ICONDIR`).
    fn favicon(&self) -> Result<Vec<u8>, ImageError> {
        let pictures = FAVICON.map(|size| self.png(size, Shape::Rounded).map(|png| (size, png)));
        let pictures: Vec<_> = pictures.into_iter().collect::<Result<_, _>>()?;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
        let mut out = vec![0, 0, 1, 0, FAVICON.len() as u8, 0];
        let mut offset = out.len() + 16 * FAVICON.len();
        for (size, png) in &pictures {
            let side = *size as u8;
            // Width, height, no palette, reserved; one plane, 32 bits a pixel.
            out.extend([side, side, 0, 0, 1, 0, 32, 0]);
            out.extend(number(png.len()));
            out.extend(number(offset));
            offset += png.len();
        }
        for (_, png) in pictures {
            out.extend(png);
        }
        Ok(out)
    }
}

/// How much longer one side may be than the other, in parts of ten.
const NEARLY_SQUARE: u32 = 12;
/// Pixels that the shorter side must have: less is a blur on a home screen.
const SHORTEST: u32 = 96;

fn can_be_icon(logo: &Picture) -> bool {
    let (width, height) = logo.shown_size();
    let (short, long) = (width.min(height), width.max(height));
    short >= SHORTEST && u64::from(long) * 10 <= u64::from(short) * u64::from(NEARLY_SQUARE)
}

fn of_logo(logo: &Picture) -> Vec<OutputFile> {
    let icons = [TOUCH, SMALL, LARGE, MASKABLE].into_iter();
    let recipes = icons.map(|icon| Recipe::of_icon(logo, icon.size, icon.shape));
    recipes
        .map(|recipe| OutputFile {
            path: recipe.path(),
            kind: FileKind::Asset,
            content: Content::Picture(recipe),
        })
        .collect()
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn svg(drawing: &Drawing, colours: Colours) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"{RADIUS}\" \
         fill=\"{}\"/><path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.2}\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\"/></svg>\n",
        hex(colours.ground),
        drawing.path(),
        hex(colours.letter),
        drawing.stroke
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURS: Colours = Colours {
        ground: [0x17, 0x54, 0x4d],
        letter: [0xf6, 0xf3, 0xea],
    };

    fn decoded(png: &[u8]) -> image::RgbaImage {
        image::load_from_memory(png).unwrap().into_rgba8()
    }

    #[test]
    fn the_same_practice_has_the_same_icons_on_every_machine() {
        let files = Icons::new("Juniper Hill Clinic", COLOURS).files().unwrap();
        let listed = files.iter().map(|file| match &file.content {
            Content::Bytes(bytes) => {
                format!("{} {}", file.path, &blake3::hash(bytes).to_hex()[..16])
            }
            Content::Picture(_) => unreachable!(),
        });
        insta::assert_snapshot!(listed.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn only_the_icons_that_systems_cut_fill_their_square() {
        let icons = Icons::new("Juniper Hill Clinic", COLOURS);
        for icon in [TOUCH, SMALL, LARGE, MASKABLE] {
            let picture = decoded(&icons.png(icon.size, icon.shape).unwrap());
            assert_eq!(picture.dimensions(), (icon.size, icon.size));
            let alpha = picture.get_pixel(0, 0)[3];
            assert_eq!(
                alpha,
                if icon.shape == Shape::Full { 255 } else { 0 },
                "{}",
                icon.stem
            );
            let letters = picture.pixels().filter(|p| p.0[..3] == COLOURS.letter);
            let share = letters.count() as f64 / f64::from(icon.size * icon.size);
            assert!((0.03..0.3).contains(&share), "{}: {share}", icon.stem);
        }
    }

    #[test]
    fn the_favicon_holds_its_pictures_where_it_says() {
        let bytes = Icons::new("Élan", COLOURS).favicon().unwrap();
        assert_eq!(bytes[..6], [0, 0, 1, 0, 2, 0]);
        for (n, size) in FAVICON.into_iter().enumerate() {
            let entry = &bytes[6 + 16 * n..][..16];
            let number =
                |at: usize| u32::from_le_bytes(entry[at..at + 4].try_into().unwrap()) as usize;
            let picture = decoded(&bytes[number(12)..][..number(8)]);
            assert_eq!(u32::from(entry[0]), size);
            assert_eq!(picture.dimensions(), (size, size));
        }
    }

    #[test]
    fn a_logo_that_is_about_square_stands_in_place_of_the_initials() {
        let cases = [
            ((400, 400), true),
            ((400, 480), true),
            ((480, 400), true),
            ((481, 400), false),
            ((1200, 300), false),
            ((80, 80), false),
        ];
        for ((width, height), shown) in cases {
            let logo = crate::sample::picture("logo.png", width, height);
            let icons = Icons::new("Juniper Hill Clinic", COLOURS).showing(Some(&logo));
            let (tab, media_type) = icons.tab();
            assert_eq!(media_type == "image/png", shown, "{width}x{height}");
            let files = icons.files().unwrap();
            assert!(files.iter().any(|file| file.path == tab));
            let of_logo = |file: &&OutputFile| matches!(file.content, Content::Picture(_));
            assert_eq!(
                files.iter().filter(of_logo).count(),
                if shown { files.len() } else { 0 }
            );
        }
    }

    #[test]
    fn other_names_and_colors_have_other_files() {
        let path = |name, colours| Icons::new(name, colours).svg_path().unwrap();
        let other = Colours {
            ground: [9, 9, 9],
            ..COLOURS
        };
        assert_ne!(path("Élan", COLOURS), path("Alan", COLOURS));
        assert_ne!(path("Élan", COLOURS), path("Élan", other));
        assert_eq!(path("李", COLOURS), path("", COLOURS));
    }
}
