use std::sync::Arc;

use pamphlet_model::Status;
use pamphlet_site::Snapshot;
use pamphlet_store::Tables;

use crate::error::Result;

/// Everything that the finished site is made of.
pub(crate) fn snapshot(tables: &Tables<'_>) -> Result<Snapshot> {
    let mut articles = Vec::new();
    tables
        .articles()
        .each(Status::Ready, |article| articles.push(Arc::new(article)))?;
    let pictures = tables.media().all()?.into_iter();
    Ok(Snapshot {
        former: tables.articles().former_addresses()?,
        practice: tables.practice().get()?.0,
        articles,
        topics: tables.topics().all()?,
        people: tables.people().all()?,
        pages: tables.pages().all()?,
        look: tables.settings().look()?,
        public: tables.public_addresses().all()?,
        pictures: pictures
            .map(|picture| (picture.id.clone(), picture))
            .collect(),
    })
}
