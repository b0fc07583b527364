use scraper::{ElementRef, Html, Selector};

/// A page of the finished site, asked by CSS selectors.
#[derive(Debug)]
pub struct Page {
    html: Html,
}

impl Page {
    pub fn parse(text: &str) -> Self {
        Self {
            html: Html::parse_document(text),
        }
    }

    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.html.select(&selector).collect()
    }

    pub fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// The one element that the selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(
            found.len(),
            1,
            "elements for '{selector}' in {}",
            self.html.html()
        );
        found[0]
    }

    /// The words of the one element that the selector finds.
    pub fn text(&self, selector: &str) -> String {
        words(self.one(selector))
    }

    /// The words of all elements that the selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(words).collect()
    }

    /// An attribute of the one element that the selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> &str {
        self.one(selector)
            .attr(name)
            .unwrap_or_else(|| panic!("no {name} on '{selector}'"))
    }
}

/// An element's words, with single blanks between them.
fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
