//! Which articles belong together.
//!
//! Each article is a bag of words: those of the title count four times, those of the summary twice. Two articles are as
//! close as the rare words they share (the `lnc.ltc` weighting of Salton and Buckley, "Term-weighting approaches in
//! automatic text retrieval", 1988) and the fields of medicine their words belong to (`fields.txt`, weighed likewise),
//! since short texts on one subject share few words; plus a share for the topics they have in common, if those are rare;
//! the newer one wins a tie, then the address. All of it is integer arithmetic, so that every machine finds the same
//! articles.
//!
//! [`Index`] is an inverted index: for each word the articles that use it, strongest first. A question looks at the
//! [`WORDS`] most telling words of an article and at no more than [`DEPTH`] articles for each, so its cost hardly grows
//! with the library. Weights inside an article do not depend on other articles: adding or removing one changes only its
//! own entries, and an index that grew is the same as one built at once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use pamphlet_model::{Address, ArticleId, TopicId};

mod fields;
mod shared;
mod terms;

pub use shared::shared_words;
pub use terms::Terms;
use terms::log2;

/// How many of an article's words are asked for.
const WORDS: usize = 20;
/// How many articles are looked at for one word or topic.
const DEPTH: usize = 80;
/// What sharing all topics adds, in percent of what sharing all words gives.
const TOPICS_PERCENT: u64 = 25;
/// What being of the same fields adds, in percent likewise.
const FIELDS_PERCENT: u64 = 150;
/// What sharing all words gives.
pub const ONE: u64 = 1 << 20;

/// What recommending needs to know of one article.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: ArticleId,
    pub address: Address,
    pub published: Option<Date>,
    /// Each once.
    pub topics: Vec<TopicId>,
    pub terms: Terms,
}

/// An article, and how close it is: [`ONE`] for the same words, more with the same fields and topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Close {
    pub id: ArticleId,
    pub score: u64,
}

/// Articles that can be recommended.
#[derive(Debug, Default)]
pub struct Index {
    /// By slot; a slot whose article was removed is empty until the next one needs it.
    members: Vec<Option<Known>>,
    /// For each slot, a bit for each topic; some topics share one. Most pairs of articles are told apart by this alone.
    masks: Vec<u64>,
    slots: BTreeMap<ArticleId, u32>,
    empty: Vec<u32>,
    /// For each word and field, the articles that use it, the one that is most about it first. Never walked through.
    words: HashMap<u32, Vec<Posting>>,
    /// For each topic, by number, the slots of its articles, the newest first.
    topics: Vec<Vec<u32>>,
    topic_numbers: BTreeMap<TopicId, u32>,
}

#[derive(Debug)]
struct Known {
    id: ArticleId,
    address: Address,
    published: Option<Date>,
    topics: Vec<u32>,
    terms: Terms,
}

#[derive(Debug, Clone, Copy)]
struct Posting {
    slot: u32,
    weight: u16,
}

impl Index {
    pub fn new(members: Vec<Member>) -> Self {
        let mut index = Self::default();
        for member in members {
            let slot = index.take_in(member);
            let Some(known) = index.members[slot as usize].as_ref() else {
                continue;
            };
            for (word, weight) in known.terms.iter() {
                index
                    .words
                    .entry(word)
                    .or_default()
                    .push(Posting { slot, weight });
            }
            for topic in &known.topics {
                index.topics[*topic as usize].push(slot);
            }
        }
        let members = &index.members;
        for postings in index.words.values_mut() {
            postings.sort_by(|a, b| most_first(members, a).cmp(&most_first(members, b)));
        }
        for slots in &mut index.topics {
            slots.sort_by(|a, b| newest_first(members, *a).cmp(&newest_first(members, *b)));
        }
        index
    }

    /// Adds an article, or replaces what is known of it.
    pub fn put(&mut self, member: Member) {
        self.remove(member.id);
        let slot = self.take_in(member);
        let members = &self.members;
        let Some(known) = members[slot as usize].as_ref() else {
            return;
        };
        for (word, weight) in known.terms.iter() {
            let (postings, new) = (
                self.words.entry(word).or_default(),
                Posting { slot, weight },
            );
            let at =
                postings.partition_point(|p| most_first(members, p) < most_first(members, &new));
            postings.insert(at, new);
        }
        for topic in &known.topics {
            let slots = &mut self.topics[*topic as usize];
            let at =
                slots.partition_point(|s| newest_first(members, *s) < newest_first(members, slot));
            slots.insert(at, slot);
        }
    }

    /// Gives the article a slot, without a word or topic leading to it.
    fn take_in(&mut self, member: Member) -> u32 {
        let slot = self.empty.pop().unwrap_or_else(|| {
            self.members.push(None);
            self.masks.push(0);
            count(&self.members) - 1
        });
        let Member {
            id,
            address,
            published,
            topics,
            terms,
        } = member;
        let topics: Vec<u32> = topics.into_iter().map(|topic| self.number(topic)).collect();
        self.masks[slot as usize] = topics.iter().fold(0, |mask, topic| mask | bit(*topic));
        self.slots.insert(id, slot);
        self.members[slot as usize] = Some(Known {
            id,
            address,
            published,
            topics,
            terms,
        });
        slot
    }

    fn number(&mut self, topic: TopicId) -> u32 {
        let next = count(&self.topics);
        let number = *self.topic_numbers.entry(topic).or_insert(next);
        if number == next {
            self.topics.push(Vec::new());
        }
        number
    }

    pub fn remove(&mut self, id: ArticleId) {
        let Some(slot) = self.slots.remove(&id) else {
            return;
        };
        let Some(known) = self.members[slot as usize].take() else {
            return;
        };
        self.empty.push(slot);
        for (word, _) in known.terms.iter() {
            if let Some(postings) = self.words.get_mut(&word) {
                postings.retain(|p| p.slot != slot);
            }
        }
        for topic in known.topics {
            self.topics[topic as usize].retain(|s| *s != slot);
        }
    }

    /// The articles that are closest to this one, closest first; never itself. It may be in the index or not: the
    /// answer is the same. Fewer than `count` if no others share a word or a topic with it.
    pub fn closest(&self, to: &Member, count: usize) -> Vec<Close> {
        let topics = to
            .topics
            .iter()
            .map(|topic| self.topic_numbers.get(topic).copied());
        self.answer(&Question::new(self, to.id, &to.terms, topics), count)
    }

    /// As [`Index::closest`], of an article as the index knows it. None for one that it does not know.
    pub fn closest_to_known(&self, id: ArticleId, count: usize) -> Vec<Close> {
        let Some(known) = self.slots.get(&id).and_then(|slot| self.known(*slot)) else {
            return Vec::new();
        };
        let topics = known.topics.iter().copied().map(Some);
        self.answer(&Question::new(self, id, &known.terms, topics), count)
    }

    fn answer(&self, question: &Question<'_>, count: usize) -> Vec<Close> {
        let mut scored = question.scores();
        let members = &self.members;
        let order = |(a, slot_a): &(u64, u32), (b, slot_b): &(u64, u32)| {
            b.cmp(a)
                .then_with(|| newest_first(members, *slot_a).cmp(&newest_first(members, *slot_b)))
        };
        if (1..scored.len()).contains(&count) {
            scored.select_nth_unstable_by(count - 1, order);
        }
        scored.truncate(count);
        scored.sort_unstable_by(order);
        scored
            .into_iter()
            .filter_map(|(score, slot)| {
                let id = self.known(slot)?.id;
                Some(Close { id, score })
            })
            .collect()
    }

    /// How much it tells that two articles share a word.
    pub fn telling(&self, word: &str) -> u64 {
        let having = self.words.get(&terms::hash(word)).map_or(0, Vec::len);
        rarity(self.slots.len(), having)
    }

    fn known(&self, slot: u32) -> Option<&Known> {
        self.members.get(slot as usize)?.as_ref()
    }
}

/// What is close to an article?
struct Question<'a> {
    index: &'a Index,
    terms: &'a Terms,
    /// Where the index has the same article: it is left out of every count.
    own_slot: Option<u32>,
    own: Option<&'a Known>,
    /// How many articles the index has besides.
    others: usize,
    /// How much each topic of the index tells, by number.
    topic_weights: Vec<u64>,
    /// Whether the article has the topic, by number.
    has_topic: Vec<bool>,
    /// What the article's topics tell together.
    topics_weight: u64,
    /// The article's topics as in [`Index::masks`].
    mask: u64,
    /// The article's fields, and how much each tells; the squares add up to about [`ONE`]².
    fields: Vec<(u32, u64)>,
}

impl<'a> Question<'a> {
    /// A topic that the index does not know has no number.
    fn new(
        index: &'a Index,
        id: ArticleId,
        terms: &'a Terms,
        topics: impl Iterator<Item = Option<u32>>,
    ) -> Self {
        let own_slot = index.slots.get(&id).copied();
        let own = own_slot.and_then(|slot| index.known(slot));
        let others = index.slots.len() - usize::from(own.is_some());
        let mut having: Vec<usize> = index.topics.iter().map(Vec::len).collect();
        for topic in own.iter().flat_map(|own| &own.topics) {
            having[*topic as usize] -= 1;
        }
        let topic_weights: Vec<u64> = having
            .into_iter()
            .map(|having| rarity(others, having))
            .collect();
        let mut has_topic = vec![false; topic_weights.len()];
        let (mut topics_weight, mut mask) = (0, 0);
        for number in topics {
            number
                .into_iter()
                .for_each(|number| has_topic[number as usize] = true);
            topics_weight +=
                number.map_or(rarity(others, 0), |number| topic_weights[number as usize]);
            mask |= number.map_or(0, bit);
        }
        let mut question = Self {
            index,
            terms,
            own_slot,
            own,
            others,
            topic_weights,
            has_topic,
            topics_weight,
            mask,
            fields: Vec::new(),
        };
        question.fields = question.weigh_fields();
        question
    }

    fn weigh_fields(&self) -> Vec<(u32, u64)> {
        let told = |(field, weight): &(u32, u16)| {
            let (having, _) = self.having(*field)?;
            Some((*field, u64::from(*weight) * rarity(self.others, having)))
        };
        let mut fields: Vec<_> = self.terms.fields().iter().filter_map(told).collect();
        let length = length(fields.iter().map(|(_, weight)| *weight));
        for (_, weight) in &mut fields {
            *weight = *weight * ONE / length;
        }
        fields
    }

    /// How many others have a word or field, and which; None if none has.
    fn having(&self, term: u32) -> Option<(usize, &'a [Posting])> {
        let postings = self.index.words.get(&term)?.as_slice();
        let having = postings.len() - usize::from(self.own.is_some_and(|own| own.terms.has(term)));
        (having > 0).then_some((having, postings))
    }

    /// The other articles that share something, with their scores, in no order.
    fn scores(&self) -> Vec<(u64, u32)> {
        let mut scores = vec![0_u64; self.index.members.len()];
        let mut touched = self.score_words(&mut scores);
        for slot in self.slots_of_topics().chain(self.slots_of_fields()) {
            if scores[slot as usize] == 0 {
                // Next to nothing: marks that it is taken already.
                scores[slot as usize] = 1;
                touched.push(slot);
            }
        }
        let others = touched
            .into_iter()
            .filter(|slot| Some(*slot) != self.own_slot);
        let score =
            |slot: u32| scores[slot as usize] + self.score_fields(slot) + self.score_topics(slot);
        others.map(|slot| (score(slot), slot)).collect()
    }

    fn slots_of_topics(&self) -> impl Iterator<Item = u32> + '_ {
        let all = self.index.topics.iter().zip(&self.has_topic);
        all.filter(|(_, has)| **has)
            .flat_map(|(slots, _)| slots.iter().take(DEPTH).copied())
    }

    fn slots_of_fields(&self) -> impl Iterator<Item = u32> + '_ {
        let all = self
            .fields
            .iter()
            .filter_map(move |(field, _)| self.having(*field));
        all.flat_map(|(_, postings)| postings.iter().take(DEPTH).map(|it| it.slot))
    }

    /// Adds to `scores` what shared words give, and returns every slot whose score is no longer 0.
    fn score_words(&self, scores: &mut [u64]) -> Vec<u32> {
        let telling = |(word, weight): &(u32, u16)| {
            let (having, postings) = self.having(*word)?;
            let weight = u64::from(*weight) * rarity(self.others, having);
            Some((weight, *word, postings))
        };
        let mut words: Vec<_> = self.terms.words().iter().filter_map(telling).collect();
        let length = length(words.iter().map(|(weight, ..)| *weight));
        words.sort_unstable_by_key(|(weight, word, _)| (Reverse(*weight), *word));
        let mut touched = Vec::new();
        for (weight, _, postings) in words.into_iter().take(WORDS) {
            for posting in postings.iter().take(DEPTH) {
                let gain = weight * u64::from(posting.weight) * (ONE / terms::UNIT) / length;
                let score = &mut scores[posting.slot as usize];
                if *score == 0 && gain > 0 {
                    touched.push(posting.slot);
                }
                *score += gain;
            }
        }
        touched
    }

    /// The cosine between the fields of both.
    fn score_fields(&self, slot: u32) -> u64 {
        let Some(known) = self.index.known(slot) else {
            return 0;
        };
        let theirs = known.terms.fields();
        let gain = |(field, weight): &(u32, u64)| {
            let other = theirs.iter().find(|it| it.0 == *field);
            other.map_or(0, |it| weight * u64::from(it.1) / terms::UNIT)
        };
        self.fields.iter().map(gain).sum::<u64>() * FIELDS_PERCENT / 100
    }

    /// The part of their topics that both have, rare topics counting more (Dice's coefficient), less where even the
    /// rarest of those is a common one: that two articles are among many about everyday habits says little.
    fn score_topics(&self, slot: u32) -> u64 {
        if self.index.masks[slot as usize] & self.mask == 0 {
            return 0;
        }
        let (mut shared, mut rarest, mut all) = (0, 0, self.topics_weight);
        for topic in self
            .index
            .known(slot)
            .iter()
            .flat_map(|known| &known.topics)
        {
            let weight = self.topic_weights[*topic as usize];
            all += weight;
            if self.has_topic[*topic as usize] {
                shared += weight;
                rarest = rarest.max(weight);
            }
        }
        let most = rarity(self.others, 1);
        let part = 2 * shared * ONE * TOPICS_PERCENT / 100 / all.max(1);
        part * rarest / most * rarest / most
    }
}

/// Of a vector with these weights; at least 1.
fn length(weights: impl Iterator<Item = u64>) -> u64 {
    let squares = weights.map(|weight| weight * weight);
    squares.sum::<u64>().isqrt().max(1)
}

/// A topic's place in [`Index::masks`].
fn bit(topic: u32) -> u64 {
    1 << (topic % 64)
}

/// How much it tells that an article has something that `having` of `others` have.
fn rarity(others: usize, having: usize) -> u64 {
    log2(256 * (others as u64 + 1) / (having as u64).max(1))
        .saturating_sub(log2(256))
        .max(1)
}

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

fn most_first<'a>(members: &'a [Option<Known>], posting: &Posting) -> impl Ord + use<'a> {
    let known = members.get(posting.slot as usize).and_then(Option::as_ref);
    (Reverse(posting.weight), known.map(|k| (&k.address, k.id)))
}

/// Newest first, then by address.
fn newest_first(members: &[Option<Known>], slot: u32) -> impl Ord + '_ {
    let known = members.get(slot as usize).and_then(Option::as_ref);
    known.map(|k| (Reverse(k.published), &k.address, k.id))
}

#[cfg(test)]
mod tests;
