use super::*;
use crate::sample::{article, article_id};
use pamphlet_model::Article;

fn member(article: &Article) -> Member {
    Member {
        id: article.id,
        address: article.address.clone(),
        published: article.published,
        topics: article.topics.clone(),
        terms: Terms::of(article, &article.text),
    }
}

fn ids(close: Vec<Close>) -> Vec<ArticleId> {
    close.into_iter().map(|it| it.id).collect()
}

fn numbered(articles: &[(&str, &[u32], &str)]) -> Vec<Article> {
    (1..)
        .zip(articles)
        .map(|(n, (title, topics, text))| article(n, title, topics, text))
        .collect()
}

/// Twelve articles on three subjects, four of each, told apart by their words alone.
fn three_subjects() -> Vec<Article> {
    numbered(&[
        (
            "Migraine with aura",
            &[],
            "Flickering light before the pain. Migraine attacks follow the aura within an hour.",
        ),
        (
            "Treating a migraine",
            &[],
            "Tablets against migraine work best early, before the pain has settled in.",
        ),
        (
            "Headache diaries",
            &[],
            "Write down every headache. The diary shows what brings on migraine attacks and pain.",
        ),
        (
            "Tension headache",
            &[],
            "A dull band of pain around the head; less fierce than migraine, without aura.",
        ),
        (
            "Falling asleep",
            &[],
            "A dark bedroom and regular bedtime help sleep. Insomnia often begins with worry in bed.",
        ),
        (
            "Insomnia without pills",
            &[],
            "Sleep therapy for insomnia: less time in bed, a regular bedtime, and patience.",
        ),
        (
            "Naps",
            &[],
            "A nap late in the day takes sleep from the night. Keep the bedroom for the night's sleep.",
        ),
        (
            "Snoring",
            &[],
            "Snoring and pauses of breath break sleep. A night in the sleep laboratory tells more.",
        ),
        (
            "Knee pain on stairs",
            &[],
            "The kneecap rubs on the stairs. Strong thigh muscles guide the knee and calm the joint.",
        ),
        (
            "Arthritis of the knee",
            &[],
            "Cartilage wears thin in the knee joint. Exercise keeps the joint and its muscles going.",
        ),
        (
            "Exercises for the thigh",
            &[],
            "Three exercises for thigh muscles that carry the knee on stairs and slopes.",
        ),
        (
            "After a new knee joint",
            &[],
            "Walking begins the day after surgery of the knee. Exercises bend the joint further daily.",
        ),
    ])
}

#[test]
fn subjects_find_each_other() {
    let articles = three_subjects();
    let index = Index::new(articles.iter().map(member).collect());
    let mut right = 0;
    for (n, article) in articles.iter().enumerate() {
        let closest = ids(index.closest(&member(article), 3));
        let same =
            |id: &&ArticleId| articles.iter().position(|a| a.id == **id).unwrap() / 4 == n / 4;
        assert!(!closest.contains(&article.id));
        right += closest.iter().filter(same).count();
    }
    assert!(right >= 34, "{right} of 36 on the same subject");
}

#[test]
fn shared_topics_bring_articles_closer() {
    let articles = numbered(&[
        ("Asked", &[1], "pollen season sneezing"),
        ("Same words, other topic", &[2], "pollen season sneezing"),
        ("Same words and topic", &[1], "pollen season sneezing"),
        ("Same topic", &[1], "entirely different subject"),
        ("Nothing in common", &[2], "unlike anything else"),
    ]);
    let index = Index::new(articles.iter().map(member).collect());
    let closest = ids(index.closest(&member(&articles[0]), 4));
    assert_eq!(closest, [article_id(3), article_id(2), article_id(4)]);
}

#[test]
fn newer_articles_win_ties_then_addresses() {
    let mut articles = numbered(&[
        ("Asked", &[], "pollen"),
        ("Delta", &[], "pollen"),
        ("Bravo", &[], "pollen"),
        ("Alpha", &[], "pollen"),
        ("Undated", &[], "pollen"),
    ]);
    articles[1].published = articles[3].published;
    articles[4].published = None;
    for article in &mut articles {
        article.title.clear();
    }
    let index = Index::new(articles.iter().map(member).collect());
    let closest = ids(index.closest(&member(&articles[0]), 4));
    assert_eq!(closest, [4, 2, 3, 5].map(article_id));
}

#[test]
fn an_index_that_grew_answers_like_one_built_at_once() {
    let articles = three_subjects();
    let built = Index::new(articles.iter().rev().map(member).collect());
    let mut grown = Index::new(articles[..3].iter().map(member).collect());
    let stranger = article(
        99,
        "Pollen and knees",
        &[7],
        "Sneezing on stairs, knee joint, migraine.",
    );
    grown.put(member(&stranger));
    let mut rewritten = articles[5].clone();
    rewritten.text = "Something else first.".into();
    grown.put(member(&rewritten));
    for article in &articles {
        grown.put(member(article));
    }
    grown.remove(stranger.id);
    grown.remove(stranger.id);
    for article in &articles {
        assert_eq!(
            grown.closest(&member(article), 5),
            built.closest(&member(article), 5),
            "{}",
            article.title
        );
    }
}

#[test]
fn an_article_with_nothing_to_say_is_close_to_none() {
    let articles = numbered(&[
        ("", &[], ""),
        ("The and of", &[], "it is 12"),
        ("Pollen", &[], "pollen"),
    ]);
    let index = Index::new(articles.iter().map(member).collect());
    assert!(index.closest(&member(&articles[0]), 4).is_empty());
    assert!(index.closest(&member(&articles[1]), 4).is_empty());
    assert!(
        Index::default()
            .closest(&member(&articles[2]), 4)
            .is_empty()
    );
    assert!(index.closest(&member(&articles[2]), 0).is_empty());
}

#[test]
fn a_draft_finds_what_it_will_find_when_it_is_ready() {
    let articles = three_subjects();
    let all = Index::new(articles.iter().map(member).collect());
    for draft in &articles {
        let others = Index::new(
            articles
                .iter()
                .filter(|a| a.id != draft.id)
                .map(member)
                .collect(),
        );
        assert_eq!(
            others.closest(&member(draft), 4),
            all.closest(&member(draft), 4),
            "{}",
            draft.title
        );
    }
}
