use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

pub(super) fn list<H: Host>(app: &App<H>, _: Nothing) -> Result<People, WireError> {
    let people = app.library()?.people()?;
    Ok(People {
        people: people.into_iter().map(Person::from).collect(),
    })
}

pub(super) fn add<H: Host>(app: &App<H>, asked: PersonNew) -> Result<Person, WireError> {
    let library = app.library()?;
    let person = library.add_person(&asked.name, &asked.credentials)?;
    Ok(Person {
        id: person.id.to_string(),
        name: person.name,
        credentials: person.credentials,
        articles: 0,
    })
}

pub(super) fn save<H: Host>(app: &App<H>, asked: PersonSave) -> Result<Nothing, WireError> {
    let id = PersonId { id: asked.id }.parse()?;
    app.library()?.save_person(id, asked.patch.into())?;
    Ok(Nothing {})
}

pub(super) fn delete<H: Host>(app: &App<H>, asked: PersonId) -> Result<Nothing, WireError> {
    app.library()?.delete_person(asked.parse()?)?;
    Ok(Nothing {})
}

pub(super) fn restore<H: Host>(app: &App<H>, asked: PersonId) -> Result<BroughtBack, WireError> {
    Ok(app.library()?.restore_person(asked.parse()?)?.into())
}

pub(super) fn part<H: Host>(app: &App<H>, asked: NamePart) -> Result<PersonId, WireError> {
    let articles = asked.articles()?;
    let id = PersonId { id: asked.id }.parse()?;
    let parted = app.library()?.part_person(id, &articles)?;
    Ok(PersonId {
        id: parted.to_string(),
    })
}

pub(super) fn remove<H: Host>(app: &App<H>, asked: PersonId) -> Result<Nothing, WireError> {
    app.library()?.remove_person_for_ever(asked.parse()?)?;
    Ok(Nothing {})
}
