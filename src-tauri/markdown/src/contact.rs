//! The practice in an article: its call to action, its number below "When to call us", links that follow its facts.

use crate::article::Article;
use crate::html::{Contact, Resolve};
use crate::notation::Reach;
use crate::render::Renderer;
use crate::tree::Inline;

/// Where a link to `practice:…` leads.
pub(crate) fn href(resolve: &dyn Resolve, reach: Reach) -> Option<&str> {
    let wanted = |contact: &&Contact| reach == Reach::Contact || contact.reach == reach;
    let found = resolve.contact().iter().find(wanted)?;
    Some(&found.href)
}

/// A panel with the author's words and the practice's buttons; false where there is no way to reach the practice.
pub(crate) fn call_to_action(to: &mut Renderer<Article>, words: &[Inline]) -> bool {
    let contact = to.dialect.resolve().contact();
    let by_mail = |contact: &&Contact| contact.reach == Reach::Email;
    let mut buttons: Vec<&Contact> = contact.iter().filter(|c| !by_mail(c)).collect();
    if buttons.is_empty() {
        buttons.extend(contact.iter().find(by_mail));
    }
    if buttons.is_empty() {
        return false;
    }
    to.line("<div class=\"ask\">");
    to.out.push_str("<p class=\"ask-words\">");
    to.without_links(words);
    to.out.push_str("</p>\n<p class=\"actions\">\n");
    for (at, contact) in buttons.into_iter().enumerate() {
        button(to, contact, if at == 0 { "button" } else { "button quiet" });
    }
    to.line("</p>\n</div>");
    true
}

/// The practice's number, if it has one.
pub(crate) fn phone(to: &mut Renderer<Article>) {
    let contact = to.dialect.resolve().contact();
    let Some(phone) = contact.iter().find(|c| c.reach == Reach::Phone) else {
        return;
    };
    to.line("<p class=\"actions\">");
    button(to, phone, "button");
    to.line("</p>");
}

fn button(to: &mut Renderer<Article>, contact: &Contact, class: &str) {
    to.attribute("<a", "class", class);
    to.address("", "href", &contact.href);
    to.out.push('>');
    let start = to.out.len();
    to.text(&contact.label);
    if contact.reach == Reach::Phone {
        // As in the templates: the number keeps its characters, and html-validate's `tel-non-breaking` its peace.
        let label = to.out.split_off(start);
        to.out
            .push_str(&label.replace(' ', "&#32;").replace('-', "&#45;"));
    }
    to.out.push_str("</a>\n");
}
