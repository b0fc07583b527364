//! Which articles are recommended below an article, and why.

use std::collections::BTreeSet;

use pamphlet_markdown::{linked_article, links, parse, plain_text};
use pamphlet_model::{Article, ArticleId};
use rayon::prelude::*;

use crate::related::{Close, ONE, shared_words};
use crate::snapshot::{Entry, Site, member};
use crate::text::tidy;

/// How many articles are recommended below an article.
const RELATED: usize = 4;
/// How many words say what two articles have in common.
const WORDS: usize = 2;

/// An article that is recommended below another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommended {
    pub article: ArticleId,
    /// How close it is, in thousandths: 1000 for the same words, more with the same topics.
    pub score: u64,
    /// Whether a person put it there.
    pub pinned: bool,
    /// Why it is there, in plain words: "both about Ketamine and Depression".
    pub reason: String,
}

impl Site {
    /// Four articles for readers of this one, which need not be on the site: those that a person chose in their order,
    /// the closest, then the newest. `body` is the article's text without marks.
    pub(crate) fn related(&self, article: &Article, body: &str) -> Vec<&Entry> {
        let chosen = self.chosen(article, body).into_iter();
        chosen.map(|(entry, _)| entry).collect()
    }

    /// What is recommended below an article, which need not be on the site, and why.
    pub fn recommended(&self, article: &Article) -> Vec<Recommended> {
        let body = plain_text(&parse(&article.text));
        let chosen = self.chosen(article, &body).into_iter();
        chosen
            .map(|(entry, score)| {
                let id = entry.article.id;
                let pinned = article.related_pins.contains(&id);
                Recommended {
                    article: id,
                    score: score * 1000 / ONE,
                    pinned,
                    reason: self.reason(article, &body, entry, score, pinned),
                }
            })
            .collect()
    }

    /// The articles on the site to which no other one leads, neither in its text nor below it, the newest first. Lists
    /// lead to all.
    pub fn orphans(&self) -> Vec<ArticleId> {
        let pointed: BTreeSet<ArticleId> = self
            .newest()
            .par_iter()
            .flat_map_iter(|entry| self.pointed_from(entry))
            .collect();
        let all = self.newest().iter().map(|entry| entry.article.id);
        all.filter(|id| !pointed.contains(id)).collect()
    }

    fn pointed_from(&self, entry: &Entry) -> Vec<ArticleId> {
        let document = parse(&entry.article.text);
        let linked = links(&document)
            .filter_map(linked_article)
            .filter_map(|address| self.at_address(address));
        let related = self.related(&entry.article, &plain_text(&document));
        let all = linked.chain(related).map(|it| it.article.id);
        all.filter(|id| *id != entry.article.id).collect()
    }

    /// The entries, and how close each is.
    fn chosen(&self, article: &Article, body: &str) -> Vec<(&Entry, u64)> {
        let (pins, hides) = (&article.related_pins, &article.related_hides);
        let may_come = |id: ArticleId| id != article.id && !hides.contains(&id);
        let closest = self.closest(article, body, RELATED + pins.len() + hides.len());
        let score = |id| {
            closest
                .iter()
                .find(|it| it.id == id)
                .map_or(0, |it| it.score)
        };
        let close = closest.iter().map(|it| it.id);
        let newest = self.newest().iter().map(|entry| entry.article.id);
        let mut chosen: Vec<(&Entry, u64)> = Vec::with_capacity(RELATED);
        for id in pins.iter().copied().chain(close).chain(newest) {
            if chosen.len() == RELATED {
                break;
            }
            let is_there = chosen.iter().any(|(entry, _)| entry.article.id == id);
            if let Some(entry) = self.entry(&id).filter(|_| may_come(id) && !is_there) {
                chosen.push((entry, score(id)));
            }
        }
        chosen
    }

    fn closest(&self, article: &Article, body: &str, count: usize) -> Vec<Close> {
        let on_site = self
            .entry(&article.id)
            .is_some_and(|entry| std::ptr::eq(&*entry.article, article));
        if on_site {
            self.related.closest_to_known(article.id, count)
        } else {
            self.related.closest(&member(article, body), count)
        }
    }

    fn reason(
        &self,
        article: &Article,
        body: &str,
        other: &Entry,
        score: u64,
        pinned: bool,
    ) -> String {
        let shared = article
            .topics
            .iter()
            .filter(|topic| other.article.topics.contains(topic))
            .filter_map(|topic| Some(tidy(&self.topics.get(topic)?.name)));
        let mut names: Vec<String> = shared.collect();
        if names.is_empty() && score > 0 {
            let text = plain_text(&parse(&other.article.text));
            let one = [&*article.title, &article.summary, body];
            let two = [&*other.article.title, &other.article.summary, &text];
            names = shared_words(&self.related, one, two, WORDS);
        }
        match (listed(&names), pinned) {
            (None, true) => "chosen by hand".to_owned(),
            (None, false) => "among the newest".to_owned(),
            (Some(names), true) => format!("chosen by hand; both about {names}"),
            (Some(names), false) => format!("both about {names}"),
        }
    }
}

/// "Sleep", "Sleep and Stress", "Sleep, Stress and Pain"
fn listed(names: &[String]) -> Option<String> {
    let (last, first) = names.split_last()?;
    Some(match first {
        [] => last.clone(),
        _ => format!("{} and {last}", first.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Snapshot;
    use crate::sample::{article, article_id, topic};

    fn site(change: impl Fn(&mut Article)) -> Site {
        let texts = [
            (
                "Ketamine and mood",
                &[1, 2][..],
                "Ketamine lifts a low mood.",
            ),
            ("What ketamine does", &[1, 2], "Ketamine acts within hours."),
            ("Low mood in winter", &[2], "Light helps a low mood."),
            ("Tick bites", &[], "Pull the tick out. Grass and tweezers."),
            ("Grass and pollen", &[], "Grass makes noses run."),
            ("Water", &[], "Drink."),
        ];
        let articles = (1..).zip(texts).map(|(n, (title, topics, text))| {
            let mut article = article(n, title, topics, text);
            change(&mut article);
            Arc::new(article)
        });
        Site::new(Snapshot {
            articles: articles.collect(),
            topics: vec![topic(1, "Ketamine"), topic(2, "Depression")],
            ..Snapshot::default()
        })
    }

    fn below(site: &Site, n: u32) -> Vec<(u32, String)> {
        let article = Arc::clone(&site.entry(&article_id(n)).unwrap().article);
        let number = |id| (1..9).find(|n| article_id(*n) == id).unwrap();
        let recommended = site.recommended(&article).into_iter();
        recommended
            .map(|it| (number(it.article), it.reason))
            .collect()
    }

    #[test]
    fn each_is_there_for_a_reason() {
        let site = site(|_| {});
        let first = below(&site, 1);
        assert_eq!(
            first[0],
            (2, "both about Ketamine and Depression".to_owned())
        );
        assert_eq!(first[1], (3, "both about Depression".to_owned()));
        assert_eq!(first[2], (6, "among the newest".to_owned()));
        assert_eq!(below(&site, 4)[0], (5, "both about grass".to_owned()));
    }

    #[test]
    fn what_a_person_chose_comes_first_and_what_they_hid_never() {
        let site = site(|article| {
            if article.id == article_id(1) {
                // Itself and one that is not there don't count.
                article.related_pins = [1, 8, 4, 3].map(article_id).to_vec();
                article.related_hides = vec![article_id(6)];
            }
        });
        let below = below(&site, 1);
        let numbers: Vec<u32> = below.iter().map(|(n, _)| *n).collect();
        assert_eq!(numbers, [4, 3, 2, 5]);
        assert_eq!(below[0].1, "chosen by hand");
        assert_eq!(below[1].1, "chosen by hand; both about Depression");
    }

    #[test]
    fn articles_to_which_nothing_leads_are_found() {
        let hide_six = |article: &mut Article| {
            article.related_hides = vec![article_id(6)];
            if article.id == article_id(2) {
                article.text.push_str(" See [water](article:water).");
            }
        };
        assert_eq!(site(hide_six).orphans(), []);
        let hidden = site(|article| article.related_hides = vec![article_id(6)]);
        assert_eq!(hidden.orphans(), [article_id(6)]);
    }
}
