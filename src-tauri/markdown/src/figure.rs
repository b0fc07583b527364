/// How a picture that stands alone is shown: what is written in its title.
///
/// `A quiet room | credit: Ana Ruiz | size: small | side: left`: parts between bars, of which those with a known name and
/// value are not the caption. What is not understood is part of the caption, so that nothing a person wrote vanishes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// Often empty.
    pub caption: String,
    /// Who took the picture; often empty.
    pub credit: String,
    pub size: FigureSize,
    pub side: FigureSide,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureSize {
    Small,
    Medium,
    /// As wide as the text.
    #[default]
    Full,
}

/// Where a picture stands that leaves room beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureSide {
    Left,
    #[default]
    Center,
    Right,
}

impl Figure {
    /// Reads the title of a picture.
    pub fn of(title: &str) -> Self {
        let mut figure = Self::default();
        for part in title.split('|') {
            if !figure.take(part) {
                figure.add_to_caption(part.trim());
            }
        }
        figure
    }

    /// Takes `name: value`; false when it is nothing of the kind.
    fn take(&mut self, part: &str) -> bool {
        let Some((name, value)) = part.split_once(':') else {
            return false;
        };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "credit" if !value.is_empty() => self.credit = value.to_owned(),
            "size" => match size(value) {
                Some(size) => self.size = size,
                None => return false,
            },
            "side" => match side(value) {
                Some(side) => self.side = side,
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn add_to_caption(&mut self, part: &str) {
        if !self.caption.is_empty() && !part.is_empty() {
            self.caption.push_str(" | ");
        }
        self.caption.push_str(part);
    }
}

fn size(value: &str) -> Option<FigureSize> {
    match value.to_ascii_lowercase().as_str() {
        "small" => Some(FigureSize::Small),
        "medium" => Some(FigureSize::Medium),
        "full" => Some(FigureSize::Full),
        _ => None,
    }
}

fn side(value: &str) -> Option<FigureSide> {
    match value.to_ascii_lowercase().as_str() {
        "left" => Some(FigureSide::Left),
        "center" => Some(FigureSide::Center),
        "right" => Some(FigureSide::Right),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_how_a_picture_is_shown() {
        let figure = |caption: &str, credit: &str, size, side| Figure {
            caption: caption.to_owned(),
            credit: credit.to_owned(),
            size,
            side,
        };
        use FigureSide::*;
        use FigureSize::*;
        for (title, expected) in [
            ("", figure("", "", Full, Center)),
            ("A quiet room", figure("A quiet room", "", Full, Center)),
            (
                "A quiet room | credit: Ana Ruiz | size: small | side: left",
                figure("A quiet room", "Ana Ruiz", Small, Left),
            ),
            ("SIZE:Medium|side : RIGHT", figure("", "", Medium, Right)),
            ("credit: A: B", figure("", "A: B", Full, Center)),
            (
                "a | b | size: huge | credit: | note: c",
                figure("a | b | size: huge | credit: | note: c", "", Full, Center),
            ),
            ("| | a |", figure("a", "", Full, Center)),
            ("left", figure("left", "", Full, Center)),
        ] {
            assert_eq!(Figure::of(title), expected, "{title:?}");
        }
    }
}
