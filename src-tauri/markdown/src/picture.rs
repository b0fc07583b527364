//! Pictures in an article: within a sentence, and alone as figures.

use crate::article::{Article, linked};
use crate::figure::{Figure, FigureSide, FigureSize};
use crate::html::PictureMarkup;
use crate::notation;
use crate::render::Renderer;
use crate::tree::{Inline, lone_picture};

/// Writes a picture within a sentence, or what it shows where it is missing.
pub(crate) fn inline(to: &mut Renderer<Article>, source: &str, alt: &str) {
    match resolved(&to.dialect, source, None) {
        Some(markup) => picture(to, &markup, alt),
        None => missing_picture(to, alt),
    }
}

/// Writes a lone picture of the library as a figure; false when it is none.
pub(crate) fn figure(to: &mut Renderer<Article>, content: &[Inline]) -> bool {
    let Some(Inline::Picture { source, title, alt }) = lone_picture(content) else {
        return false;
    };
    let figure = Figure::of(title);
    let Some(markup) = resolved(&to.dialect, source, Some(&figure)) else {
        return false;
    };
    to.line(figure_tag(&figure));
    match content {
        [
            Inline::Link {
                destination, title, ..
            },
        ] => linked(to, destination, title, |to| picture(to, &markup, alt)),
        _ => picture(to, &markup, alt),
    }
    caption(to, &figure);
    to.line("</figure>");
    true
}

/// A picture as wide as the text has no side.
fn figure_tag(figure: &Figure) -> &'static str {
    match (figure.size, figure.side) {
        (FigureSize::Full, _) => "<figure>",
        (FigureSize::Small, FigureSide::Left) => "<figure class=\"small left\">",
        (FigureSize::Small, FigureSide::Center) => "<figure class=\"small\">",
        (FigureSize::Small, FigureSide::Right) => "<figure class=\"small right\">",
        (FigureSize::Medium, FigureSide::Left) => "<figure class=\"medium left\">",
        (FigureSize::Medium, FigureSide::Center) => "<figure class=\"medium\">",
        (FigureSize::Medium, FigureSide::Right) => "<figure class=\"medium right\">",
    }
}

fn caption(to: &mut Renderer<Article>, figure: &Figure) {
    let (words, credit) = (figure.caption.trim(), figure.credit.trim());
    if words.is_empty() && credit.is_empty() {
        return;
    }
    to.fresh_line();
    to.out.push_str("<figcaption>");
    to.text(words);
    if !credit.is_empty() {
        if !words.is_empty() {
            to.out.push(' ');
        }
        to.out.push_str("<span class=\"credit\">Picture: ");
        to.text(credit);
        to.out.push_str("</span>");
    }
    to.out.push_str("</figcaption>");
}

fn resolved(article: &Article, source: &str, figure: Option<&Figure>) -> Option<PictureMarkup> {
    notation::referenced_picture(source)?;
    article.resolve().picture(source, figure)
}

fn picture(to: &mut Renderer<Article>, markup: &PictureMarkup, alt: &str) {
    let webp = !markup.webp_srcset.is_empty();
    if webp {
        to.attribute(
            "<picture><source type=\"image/webp\"",
            "srcset",
            &markup.webp_srcset,
        );
        sizes(to, &markup.sizes);
        to.out.push('>');
    }
    to.address("<img", "src", &markup.src);
    if !markup.srcset.is_empty() {
        to.attribute("", "srcset", &markup.srcset);
        sizes(to, &markup.sizes);
    }
    if markup.width > 0 && markup.height > 0 {
        to.out.push_str(&format!(
            " width=\"{}\" height=\"{}\"",
            markup.width, markup.height
        ));
    }
    to.attribute("", "alt", alt);
    to.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    if webp {
        to.out.push_str("</picture>");
    }
}

fn sizes(to: &mut Renderer<Article>, sizes: &str) {
    if !sizes.is_empty() {
        to.attribute("", "sizes", sizes);
    }
}

fn missing_picture(to: &mut Renderer<Article>, alt: &str) {
    if !alt.is_empty() {
        to.out.push_str("<span class=\"missing-picture\">");
        to.text(alt);
        to.out.push_str("</span>");
    }
}
