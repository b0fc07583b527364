//! The template engine, with the templates that are part of the program.

use std::fmt::Write;
use std::sync::LazyLock;

use minijinja::value::ValueKind;
use minijinja::{Environment, Error, Output, State, UndefinedBehavior, Value};

const TEMPLATES: [(&str, &str); 17] = [
    ("base.html", include_str!("../templates/base.html")),
    ("parts.html", include_str!("../templates/parts.html")),
    ("article.html", include_str!("../templates/article.html")),
    ("front.html", include_str!("../templates/front.html")),
    (
        "front/clinic.html",
        include_str!("../templates/front/clinic.html"),
    ),
    (
        "front/journal.html",
        include_str!("../templates/front/journal.html"),
    ),
    (
        "front/neighbor.html",
        include_str!("../templates/front/neighbor.html"),
    ),
    ("list.html", include_str!("../templates/list.html")),
    ("topics.html", include_str!("../templates/topics.html")),
    ("contact.html", include_str!("../templates/contact.html")),
    (
        "not-found.html",
        include_str!("../templates/not-found.html"),
    ),
    ("search.html", include_str!("../templates/search.html")),
    ("people.html", include_str!("../templates/people.html")),
    ("person.html", include_str!("../templates/person.html")),
    ("page.html", include_str!("../templates/page.html")),
    ("forward.html", include_str!("../templates/forward.html")),
    ("feed.xml", include_str!("../templates/feed.xml")),
];

/// How many steps a page may take. The longest pages, lists of thousands of topics, take some tens of thousands.
const STEPS: u64 = 5_000_000;

/// Compiled once. A value that a template names and nobody gave is an error.
pub fn render(template: &str, values: Value) -> Result<String, Error> {
    static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(environment);
    ENVIRONMENT.get_template(template)?.render(values)
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.set_keep_trailing_newline(true);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(write_value);
    environment.add_filter("phone", phone);
    environment.add_filter("content", content);
    environment.set_fuel(Some(STEPS));
    for (name, source) in TEMPLATES {
        // A template that does not compile is missing when a page asks for it, and the page says so.
        let added = environment.add_template(name, source);
        debug_assert!(added.is_ok(), "{name}: {added:?}");
    }
    environment
}

/// A phone number inside its link. Spaces and hyphens stand as references: the page shows and copies the number as the
/// practice writes it, the stylesheet keeps it on one line, and html-validate's `tel-non-breaking`, which would have it
/// spelled with characters that can't be dialled, has nothing to say.
fn phone(text: &str) -> Result<Value, Error> {
    let mut html = String::new();
    write_escaped(&mut html, text)?;
    Ok(Value::from_safe_string(
        html.replace(' ', "&#32;").replace('-', "&#45;"),
    ))
}

/// Text between tags, where quotation marks stand for themselves: a window's title is measured as it is written.
fn content(text: &str) -> Value {
    Value::from_safe_string(
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;"),
    )
}

/// Escapes everything but what was made as HTML. Unlike the engine's own, it leaves `/` alone, which addresses are
/// full of.
fn write_value(out: &mut Output<'_>, _: &State<'_, '_>, value: &Value) -> Result<(), Error> {
    match (value.as_str(), value.kind()) {
        (Some(html), _) if value.is_safe() => out.write_str(html)?,
        (Some(text), _) => write_escaped(out, text)?,
        (None, ValueKind::None) => {}
        (None, ValueKind::Number) => write!(out, "{value}")?,
        (None, _) => write_escaped(out, &value.to_string())?,
    }
    Ok(())
}

fn write_escaped(out: &mut impl Write, text: &str) -> std::fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

#[cfg(test)]
mod tests {
    use minijinja::{ErrorKind, context};

    use super::*;

    /// The error of a template with this text on its third line.
    fn error(third_line: &str) -> Error {
        let mut environment = environment();
        environment
            .add_template_owned("own.html", format!("<p>\n{{# one #}}\n{third_line}\n"))
            .and_then(|()| {
                environment
                    .get_template("own.html")?
                    .render(context! {})
                    .map(drop)
            })
            .unwrap_err()
    }

    #[test]
    fn a_template_that_fails_names_its_file_and_line() {
        let endless =
            "{% for a in range(99999) %}{% for b in range(99999) %}.{% endfor %}{% endfor %}";
        let cases = [
            ("{{ nobody.gave.this }}", ErrorKind::UndefinedError),
            ("{% if %}", ErrorKind::SyntaxError),
            ("{{ 1 | no_such_filter }}", ErrorKind::UnknownFilter),
            ("{% include 'gone.html' %}", ErrorKind::TemplateNotFound),
            (endless, ErrorKind::OutOfFuel),
        ];
        for (line, kind) in cases {
            let error = error(line);
            assert_eq!(error.kind(), kind, "{line}");
            assert_eq!(
                (error.name(), error.line()),
                (Some("own.html"), Some(3)),
                "{line}"
            );
        }
    }

    #[test]
    fn values_are_escaped_in_every_kind_of_file() {
        for name in ["a.html", "a.xml", "a.txt"] {
            let mut environment = environment();
            environment.add_template(name, "{{ it }}").unwrap();
            let template = environment.get_template(name).unwrap();
            let shown = template.render(context! { it => "<b a='\"&" }).unwrap();
            assert_eq!(shown, "&lt;b a=&#39;&quot;&amp;", "{name}");
        }
    }
}
