//! A strict reader of the HTML that articles may consist of: anything else, however browsers would mend it, fails.

/// What stands in an element, or in nothing.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// Reads `html`, or says what is wrong with it.
pub fn read(html: &str) -> Result<Vec<Node>, String> {
    let mut reader = Reader { rest: html };
    let nodes = reader.nodes()?;
    if !reader.rest.is_empty() {
        return Err(format!("an end without a beginning: {:?}", reader.rest));
    }
    nodes.iter().try_for_each(|node| check(node, &[]))?;
    Ok(nodes)
}

/// Reads `html`, which has to be one element and nothing beside it.
pub fn read_one(html: &str) -> Result<Element, String> {
    match <[Node; 1]>::try_from(read(html)?) {
        Ok([Node::Element(element)]) => Ok(element),
        Ok([Node::Text(text)]) => Err(format!("text instead of an element: {text:?}")),
        Err(nodes) => Err(format!("{} nodes", nodes.len())),
    }
}

/// Every element and its attributes.
const ELEMENTS: [(&str, &[&str]); 34] = [
    ("a", &["href", "title", "class", "id", "aria-label", "rel"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("div", &["class", "role", "aria-label", "tabindex"]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &["class"]),
    ("h2", &["id", "class"]),
    ("h3", &["id", "class"]),
    ("h4", &["id", "class"]),
    ("h5", &["id", "class"]),
    ("h6", &["id", "class"]),
    ("hr", &[]),
    (
        "img",
        &[
            "src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding",
        ],
    ),
    ("li", &["id"]),
    ("ol", &["start", "class", "role"]),
    ("p", &["class"]),
    ("picture", &[]),
    ("pre", &[]),
    ("section", &["class", "aria-labelledby"]),
    ("source", &["type", "srcset", "sizes"]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
    ("", &[]),
];

const VOID: [&str; 4] = ["br", "hr", "img", "source"];
const PHRASING: [&str; 9] = [
    "em", "strong", "del", "code", "a", "img", "picture", "br", "span",
];
const FLOW: [&str; 13] = [
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "ul",
    "ol",
    "pre",
    "hr",
    "figure",
    "div",
];

/// What may stand directly in an element; text goes where phrasing goes.
fn may_stand_in(parent: &str, child: &str) -> bool {
    let phrasing = child == "#text" || child == "sup" || PHRASING.contains(&child);
    match parent {
        "ul" | "ol" => child == "li",
        "blockquote" => FLOW.contains(&child),
        "li" => phrasing || FLOW.contains(&child),
        "section" => matches!(child, "h2" | "ol"),
        "div" => child == "table" || FLOW.contains(&child),
        "table" => matches!(child, "thead" | "tbody"),
        "thead" | "tbody" => child == "tr",
        "tr" => matches!(child, "td" | "th"),
        "pre" => child == "code",
        "picture" => matches!(child, "source" | "img"),
        "figure" => matches!(child, "picture" | "img" | "a" | "figcaption"),
        "code" => child == "#text",
        "figcaption" => matches!(child, "#text" | "span"),
        _ => phrasing,
    }
}

fn check(node: &Node, around: &[&str]) -> Result<(), String> {
    let (name, children) = match node {
        Node::Element(Element { name, children, .. }) => (name.as_str(), children.as_slice()),
        Node::Text(text) if text.trim().is_empty() => return Ok(()),
        Node::Text(_) => ("#text", &[][..]),
    };
    if let Some(parent) = around.last()
        && !may_stand_in(parent, name)
    {
        return Err(format!("{name} in {parent}"));
    }
    if name == "a" && around.contains(&"a") {
        return Err("a link in a link".to_owned());
    }
    let around = [around, &[name]].concat();
    children.iter().try_for_each(|child| check(child, &around))
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Up to an end tag or the end.
    fn nodes(&mut self) -> Result<Vec<Node>, String> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with("</") {
            nodes.push(if self.rest.starts_with('<') {
                Node::Element(self.element()?)
            } else {
                let length = self.rest.find('<').unwrap_or(self.rest.len());
                Node::Text(plain(self.take(length))?)
            });
        }
        Ok(nodes)
    }

    fn element(&mut self) -> Result<Element, String> {
        self.expect("<")?;
        let name = self.name();
        let allowed = ELEMENTS.iter().find(|(known, _)| *known == name);
        let (_, allowed) = allowed.ok_or_else(|| format!("an element {name:?}"))?;
        let attributes = self.attributes()?;
        for (attribute, _) in &attributes {
            if !allowed.contains(&attribute.as_str()) {
                return Err(format!("an attribute {attribute:?} of {name}"));
            }
        }
        let mut children = Vec::new();
        if !VOID.contains(&name.as_str()) {
            children = self.nodes()?;
            self.expect(&format!("</{name}>"))?;
        }
        Ok(Element {
            name,
            attributes,
            children,
        })
    }

    fn attributes(&mut self) -> Result<Vec<(String, String)>, String> {
        let mut attributes: Vec<(String, String)> = Vec::new();
        while self.rest.starts_with(' ') {
            self.expect(" ")?;
            let name = self.name();
            self.expect("=\"")?;
            let length = self.rest.find('"').ok_or("an attribute that never ends")?;
            let value = plain(self.take(length))?;
            self.expect("\"")?;
            if attributes.iter().any(|(other, _)| *other == name) {
                return Err(format!("{name} twice"));
            }
            attributes.push((name, value));
        }
        self.expect(">")?;
        Ok(attributes)
    }

    fn name(&mut self) -> String {
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let length = self.rest.find(|c| !is_name(c)).unwrap_or(self.rest.len());
        self.take(length).to_owned()
    }

    fn expect(&mut self, text: &str) -> Result<(), String> {
        let found = self.rest.chars().take(20).collect::<String>();
        self.rest = self
            .rest
            .strip_prefix(text)
            .ok_or_else(|| format!("{text:?} expected, {found:?} found"))?;
        Ok(())
    }

    fn take(&mut self, length: usize) -> &str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}

/// The text that escaped text stands for.
fn plain(escaped: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut rest = escaped;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let references = [
            ("&amp;", '&'),
            ("&lt;", '<'),
            ("&gt;", '>'),
            ("&quot;", '"'),
            ("&#x27;", '\''),
            ("&#32;", ' '),
            ("&#45;", '-'),
        ];
        let (reference, c) = references
            .iter()
            .find(|(reference, _)| rest.starts_with(reference))
            .ok_or_else(|| format!("not escaped: {rest:?}"))?;
        plain.push(*c);
        rest = &rest[reference.len()..];
    }
    if let Some(c) = escaped
        .chars()
        .find(|c| c.is_control() && !matches!(c, '\t' | '\n'))
    {
        return Err(format!("a character that HTML can't hold: {c:?}"));
    }
    Ok(plain + rest)
}

#[test]
fn the_reader_takes_what_articles_consist_of() {
    for html in [
        "<p>a &amp; <em>b</em><br>\nc</p>",
        "<ul>\n<li>a\n<ul>\n<li><p>b</p>\n</li>\n</ul>\n</li>\n</ul>",
        "<figure>\n<a href=\"https://example.org\"><img src=\"a.jpg\" alt=\"&quot;\"></a>\n</figure>",
    ] {
        assert!(read_one(html).is_ok(), "{html} {:?}", read_one(html));
    }
}

#[test]
fn the_reader_refuses_everything_else() {
    for html in [
        "",
        "text",
        "<p>a</p><p>b</p>",
        "<p>a</p> b",
        "<p>a",
        "a</p>",
        "<p>a</em></p>",
        "<p><em>a</p></em>",
        "<p><p>a</p></p>",
        "<p><ul></ul></p>",
        "<p>a < b</p>",
        "<p>a > b</p>",
        "<p>a & b</p>",
        "<p>&copy;</p>",
        "<p onclick=\"x\">a</p>",
        "<p class='x'>a</p>",
        "<P>a</P>",
        "<script>a</script>",
        "<iframe></iframe>",
        "<p><!-- a --></p>",
        "<p><a href=\"#a\"><a href=\"#b\">a</a></a></p>",
        "<p><a href=\"#a\"><em><a href=\"#b\">a</a></em></a></p>",
        "<p><a href=\"#a\" href=\"#b\">a</a></p>",
        "<p>\u{1}</p>",
        "<ul>a</ul>",
        "<h1>a</h1>",
    ] {
        assert!(read_one(html).is_err(), "{html}");
    }
}
