//! Topics: what articles are about.

use pamphlet_model::{Address, ArticleId, Topic, TopicId};
use pamphlet_store::{ListedTopic, Tables};

use crate::bin::until;
use crate::error::{EngineError, Result};
use crate::library::Library;
use crate::names::{BinnedName, BroughtBack, given, make_topic};

impl Library {
    /// All topics by name, and how many articles have each.
    pub fn topics(&self) -> Result<Vec<ListedTopic>> {
        self.read(|tables| Ok(tables.topics().listed()?))
    }

    /// The topic with this name or this id.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if there is none outside the bin.
    pub fn find_topic(&self, which: &str) -> Result<Topic> {
        let found = self.read(|tables| {
            if let Some(topic) = tables.topics().by_name(which.trim())? {
                return Ok(Some(topic));
            }
            match which.parse() {
                Ok(id) => Ok(tables.topics().get(id)?),
                Err(_) => Ok(None),
            }
        })?;
        found.ok_or_else(|| no_topic(which))
    }

    /// Adds a topic that no article has yet.
    ///
    /// # Errors
    /// [`EngineError::NameNeeded`] or [`EngineError::NameTaken`].
    pub fn add_topic(&self, name: &str) -> Result<Topic> {
        let name = given("topic", name)?;
        let topic = self.write(|tables| {
            if let Some(other) = tables.topics().by_name(&name)? {
                let (what, name) = ("topic", other.name);
                return Err(EngineError::NameTaken { what, name });
            }
            make_topic(tables, &name, &*self.world)
        })?;
        self.refresh_site(|site| site.put_topic(topic.clone()));
        Ok(topic)
    }

    /// Gives a topic another name. Its web address follows until the topic has been on the site.
    ///
    /// # Errors
    /// [`EngineError::NameNeeded`], [`EngineError::NameTaken`], or [`EngineError::NotFound`] if it is not outside the
    /// bin.
    pub fn rename_topic(&self, id: TopicId, name: &str) -> Result<Topic> {
        let name = given("topic", name)?;
        let topic = self.write(|tables| {
            let before = tables.topics().get(id)?.ok_or_else(|| no_topic(id))?;
            if let Some(other) = tables.topics().by_name(&name)?
                && other.id != id
            {
                let what = "topic";
                return Err(EngineError::NameTaken { what, name });
            }
            if before.name == name {
                return Ok(before);
            }
            let address = match tables.topics().is_address_fixed(id)? {
                true => before.address,
                false => free_topic_address(tables, &Address::from_title(&name), id)?,
            };
            let topic = Topic { id, name, address };
            tables.topics_mut().put(&topic)?;
            Ok(topic)
        })?;
        self.refresh_site(|site| site.put_topic(topic.clone()));
        Ok(topic)
    }

    /// Puts a topic in the bin. Articles go on without it until it comes back.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not outside the bin.
    pub fn delete_topic(&self, id: TopicId) -> Result<()> {
        let now = self.world.now();
        match self.write(|tables| Ok(tables.topics_mut().bin(id, now)?))? {
            true => self.forget_site(),
            false => return Err(no_topic(id)),
        }
        Ok(())
    }

    /// Takes a topic out of the bin: all articles that had it have it again, where it stood among their topics. If
    /// there is a new one of its name meanwhile, it joins that one.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not in the bin.
    pub fn restore_topic(&self, id: TopicId) -> Result<BroughtBack<TopicId>> {
        let back = self.write(|tables| {
            let mut binned = tables.topics().binned()?.into_iter();
            let topic = binned.find(|it| it.topic.id == id).map(|it| it.topic);
            let topic = topic.ok_or_else(|| no_topic(id))?;
            if let Some(same) = tables.topics().by_name(&topic.name)? {
                let joined = tables.topics_mut().join(id, same.id)?;
                return Ok(BroughtBack {
                    id: same.id,
                    joined: Some(joined),
                });
            }
            let address = free_topic_address(tables, &topic.address, id)?;
            tables.topics_mut().take_out_of_bin(id, &address)?;
            Ok(BroughtBack { id, joined: None })
        })?;
        self.forget_site();
        Ok(back)
    }

    /// Undoes that a topic joined this one when it came out of the bin: it is in the bin again, and these articles go
    /// on without it. The answer is its id.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if the topic is not outside the bin.
    pub fn part_topic(&self, id: TopicId, articles: &[ArticleId]) -> Result<TopicId> {
        let (new, now) = (TopicId::from_random(self.world.random()), self.world.now());
        self.write(|tables| {
            let topic = tables.topics().get(id)?.ok_or_else(|| no_topic(id))?;
            let parted = Topic { id: new, ..topic };
            Ok(tables.topics_mut().part(id, articles, &parted, now)?)
        })?;
        self.forget_site();
        Ok(new)
    }

    /// The topics in the bin, the last first.
    pub fn binned_topics(&self) -> Result<Vec<BinnedName<TopicId>>> {
        let binned = self.read(|tables| Ok(tables.topics().binned()?))?;
        let topics = binned.into_iter().map(|it| BinnedName {
            id: it.topic.id,
            name: it.topic.name,
            articles: it.articles,
            binned: it.binned,
            until: until(it.binned),
        });
        Ok(topics.collect())
    }

    /// Removes a topic in the bin for ever. The articles that had it stay.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if it is not in the bin.
    pub fn remove_topic_for_ever(&self, id: TopicId) -> Result<()> {
        match self.write(|tables| Ok(tables.topics_mut().remove_binned(id)?))? {
            true => Ok(()),
            false => Err(no_topic(id)),
        }
    }
}

/// `wanted`, or one like it that no other topic has.
pub(crate) fn free_topic_address(
    tables: &Tables<'_>,
    wanted: &Address,
    id: TopicId,
) -> Result<Address> {
    wanted.first_free(|address| {
        let holder = tables.topics().by_address(address)?;
        Ok(holder.is_some_and(|holder| holder.id != id))
    })
}

fn no_topic(which: impl ToString) -> EngineError {
    EngineError::NotFound {
        what: "topic",
        which: which.to_string(),
    }
}
