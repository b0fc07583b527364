use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn list<H: Host>(app: &App<H>, _: Nothing) -> Result<Topics, WireError> {
    let topics = app.library()?.topics()?;
    Ok(Topics {
        topics: topics.into_iter().map(Topic::from).collect(),
    })
}

pub(super) fn add<H: Host>(app: &App<H>, asked: TopicNew) -> Result<Topic, WireError> {
    let topic = app.library()?.add_topic(&asked.name)?;
    Ok(Topic {
        id: topic.id.to_string(),
        name: topic.name,
        articles: 0,
    })
}

pub(super) fn rename<H: Host>(app: &App<H>, asked: TopicRename) -> Result<Nothing, WireError> {
    let id = TopicId { id: asked.id }.parse()?;
    app.library()?.rename_topic(id, &asked.name)?;
    Ok(Nothing {})
}

pub(super) fn delete<H: Host>(app: &App<H>, asked: TopicId) -> Result<Nothing, WireError> {
    app.library()?.delete_topic(asked.parse()?)?;
    Ok(Nothing {})
}

pub(super) fn restore<H: Host>(app: &App<H>, asked: TopicId) -> Result<BroughtBack, WireError> {
    Ok(app.library()?.restore_topic(asked.parse()?)?.into())
}

pub(super) fn part<H: Host>(app: &App<H>, asked: NamePart) -> Result<TopicId, WireError> {
    let articles = asked.articles()?;
    let id = TopicId { id: asked.id }.parse()?;
    let parted = app.library()?.part_topic(id, &articles)?;
    Ok(TopicId {
        id: parted.to_string(),
    })
}

pub(super) fn remove<H: Host>(app: &App<H>, asked: TopicId) -> Result<Nothing, WireError> {
    app.library()?.remove_topic_for_ever(asked.parse()?)?;
    Ok(Nothing {})
}
