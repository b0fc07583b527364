//! Old addresses lead on, for ever.

use std::collections::BTreeSet;

use pamphlet_model::{PublicAddress, PublicPage, TopicId};

use crate::files::SitePath;
use crate::pages::Pages;
use crate::snapshot::Site;
use crate::urls;

impl Site {
    /// Every address that was on the site and is not any more, and the page that it leads to now: what moved leads to
    /// where it is, an article that was withdrawn to its first topic, or else to all articles.
    ///
    /// Each leads straight to a page of the site, whatever addresses came between, so that there are neither chains nor
    /// loops.
    pub(crate) fn forwards(&self) -> Vec<(SitePath, SitePath)> {
        let pages = &Pages::new(self);
        let there: BTreeSet<SitePath> = pages.paths().collect();
        let forward = |public: &PublicAddress| {
            let from = path(public);
            let to = self.now(pages, public);
            let is_gone = !there.contains(&from) && there.contains(&to);
            is_gone.then_some((from, to))
        };
        let mut forwards: Vec<_> = self.public.iter().filter_map(forward).collect();
        forwards.sort();
        forwards.dedup_by(|a, b| a.0 == b.0);
        forwards
    }

    /// The page that stands for what was there.
    fn now(&self, pages: &Pages<'_>, public: &PublicAddress) -> SitePath {
        match public.of {
            PublicPage::Article(id) => self.entry(&id).map_or_else(
                || self.topic_or_all(pages, public.topic),
                |entry| entry.path.clone(),
            ),
            PublicPage::Page(id) => self
                .page(id)
                .map_or_else(urls::front_page, |page| self.path_of(page)),
            PublicPage::Person(id) => match pages.person(id) {
                Some(list) => urls::person_page(&list.person.address, 1),
                None if pages.has_people() => urls::people_page(),
                None => urls::front_page(),
            },
        }
    }

    fn topic_or_all(&self, pages: &Pages<'_>, topic: Option<TopicId>) -> SitePath {
        let topic = topic.and_then(|id| self.topics.get(&id));
        match topic.filter(|topic| pages.has_topic(topic.id)) {
            Some(topic) => urls::topic_page(&topic.address, 1),
            None => urls::articles_page(1),
        }
    }
}

fn path(public: &PublicAddress) -> SitePath {
    match public.of {
        PublicPage::Article(_) => urls::article_page(&public.address),
        PublicPage::Page(_) => urls::practice_page(&public.address),
        PublicPage::Person(_) => urls::person_page(&public.address, 1),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use pamphlet_model::{ArticleId, Page, PageId, PageKind, Practice, Status};

    use super::*;
    use crate::Snapshot;
    use crate::sample::{article, article_id, topic, topic_id};

    fn public(id: ArticleId, address: &str, topic: Option<u32>) -> PublicAddress {
        PublicAddress {
            of: PublicPage::Article(id),
            address: address.parse().unwrap(),
            topic: topic.map(topic_id),
        }
    }

    fn forwards(public: Vec<PublicAddress>) -> Vec<String> {
        let site = Site::new(Snapshot {
            articles: vec![
                Arc::new(article(1, "Now", &[1], "Words.")),
                Arc::new(article(2, "Other", &[], "Words.")),
            ],
            topics: vec![topic(1, "Sleep"), topic(2, "Empty")],
            public,
            ..Snapshot::default()
        });
        let forwards = site.forwards().into_iter();
        forwards.map(|(from, to)| format!("{from} {to}")).collect()
    }

    #[test]
    fn an_old_address_leads_straight_to_where_the_article_is() {
        let one = article_id(1);
        // It was at three addresses, and is back at one that another one had since.
        let moved = forwards(vec![
            public(one, "first", Some(1)),
            public(one, "second", None),
            public(one, "now", Some(1)),
        ]);
        assert_eq!(
            moved,
            [
                "articles/first/index.html articles/now/index.html",
                "articles/second/index.html articles/now/index.html",
            ]
        );
    }

    #[test]
    fn a_withdrawn_article_leads_to_its_topic_or_to_all() {
        let gone = article_id(9);
        let cases = [
            (Some(1), "topics/sleep/index.html"),
            (Some(2), "articles/index.html"),
            (Some(7), "articles/index.html"),
            (None, "articles/index.html"),
        ];
        for (topic, to) in cases {
            let forwards = forwards(vec![public(gone, "gone", topic)]);
            assert_eq!(forwards, [format!("articles/gone/index.html {to}")]);
        }
    }

    #[test]
    fn what_is_there_is_never_forwarded() {
        // The address of an article that is gone now is that of another one.
        assert_eq!(
            forwards(vec![public(article_id(9), "other", None)]),
            [""; 0]
        );
    }

    fn page(n: u8, kind: PageKind, address: &str) -> Page {
        Page {
            id: PageId::from_random([n; 16]),
            kind,
            address: address.parse().unwrap(),
            title: "Title".to_owned(),
            summary: String::new(),
            text: "Words.".to_owned(),
            status: Status::Ready,
            in_menu: true,
            position: i64::from(n),
            created: Timestamp::UNIX_EPOCH,
            changed: Timestamp::UNIX_EPOCH,
            revision: 1,
        }
    }

    #[test]
    fn the_page_about_contact_is_found_where_it_was_and_is() {
        use PageKind::{Contact, Other};
        // Pages, whether there is a telephone, what the first was at; where they are, and what leads there.
        type Case<'a> = (
            &'a [(PageKind, &'a str)],
            bool,
            &'a str,
            &'a [&'a str],
            &'a [&'a str],
        );
        let cases: [Case<'_>; 6] = [
            (
                &[(Contact, "visit")],
                true,
                "visit",
                &["contact"],
                &["visit/index.html contact/index.html"],
            ),
            (
                &[(Other, "visit")],
                false,
                "contact",
                &["visit"],
                &["contact/index.html visit/index.html"],
            ),
            (&[(Other, "visit")], true, "contact", &["visit"], &[]),
            (
                &[(Contact, "visit"), (Contact, "find")],
                true,
                "visit",
                &["contact", "find"],
                &["visit/index.html contact/index.html"],
            ),
            (
                &[(Contact, "visit"), (Contact, "contact")],
                true,
                "visit",
                &["visit", "contact"],
                &[],
            ),
            // As earlier versions left it.
            (&[(Other, "contact")], true, "contact", &["contact"], &[]),
        ];
        for (pages, has_phone, was, are, leads) in cases {
            let pages = pages.iter().zip(1..);
            let site = Site::new(Snapshot {
                practice: Practice {
                    phone: if has_phone { "555 0100" } else { "" }.to_owned(),
                    ..Practice::default()
                },
                pages: pages.map(|((kind, at), n)| page(n, *kind, at)).collect(),
                public: vec![PublicAddress {
                    of: PublicPage::Page(PageId::from_random([1; 16])),
                    address: was.parse().unwrap(),
                    topic: None,
                }],
                ..Snapshot::default()
            });
            let noted: Vec<_> = site.other_addresses().iter().map(path).collect();
            let are: Vec<_> = are
                .iter()
                .map(|at| SitePath::new(format!("{at}/index.html")))
                .collect();
            assert_eq!(noted, are);
            let paths: Vec<_> = Pages::new(&site).paths().collect();
            let times = |at: &SitePath| paths.iter().filter(|it| *it == at).count();
            assert!(are.iter().all(|at| times(at) == 1), "{paths:?}");
            let forwards = site.forwards().into_iter();
            let forwards: Vec<_> = forwards.map(|(from, to)| format!("{from} {to}")).collect();
            assert_eq!(forwards, leads);
        }
    }
}
