//! Libraries that a former Pamphlet made open with everything in them.

use rusqlite::Connection;

use super::*;

/// What a library of the first schema may hold, in rows.
const ROWS: &str = include_str!("first-schema.sql");

fn former_library(folder: &TempDir) -> std::path::PathBuf {
    let path = folder.path().join("library.db");
    let connection = Connection::open(&path).unwrap();
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .unwrap();
    migration::run_first(&connection, 1);
    connection.execute_batch(ROWS).unwrap();
    path
}

/// Every row of every table that the first schema has, but for columns that it has not.
fn rows(path: &Path) -> Vec<String> {
    let first = Connection::open_in_memory().unwrap();
    migration::run_first(&first, 1);
    let mut tables = first
        .prepare(
            "SELECT m.name, (SELECT group_concat('ifnull(' || c.name || ', 0)', ' || ''|'' || ')
                             FROM pragma_table_info(m.name) c)
             FROM sqlite_schema m WHERE type = 'table' AND name NOT LIKE 'article_words%'",
        )
        .unwrap();
    let tables: Vec<(String, String)> = tables
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    let connection = Connection::open(path).unwrap();
    let of = |(table, columns): &(String, String)| -> Vec<String> {
        let sql = format!("SELECT '{table}: ' || {columns} FROM {table} ORDER BY 1");
        let mut statement = connection.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(|row| row.unwrap()).collect()
    };
    tables.iter().flat_map(of).collect()
}

#[test]
fn a_library_of_the_first_schema_opens_with_everything_in_it() {
    let folder = folder();
    let path = former_library(&folder);
    let before = rows(&path);
    assert!(before.len() > 12, "{before:#?}");
    let fingerprint = |store: &Store| store.read().articles().fingerprints().unwrap();

    let mut store = Store::open(&path).unwrap();
    store.check().wait().unwrap();
    assert_eq!(rows(&path), before);
    let tables = store.read();
    let address = |name: &str| {
        let person = tables.people().by_name(name).unwrap();
        person.unwrap().address.to_string()
    };
    assert_eq!(address("Dana Whitlock"), "dana-whitlock");
    assert_eq!(address("Dana Whitlock, NP"), "dana-whitlock-2");
    let binned = tables.people().binned().unwrap();
    assert_eq!(binned[0].person.address.as_str(), "dana-whitlock-3");
    let out = tables.public_addresses().all().unwrap();
    assert_eq!(out.len(), 1);
    assert_eq!(out[0].address.as_str(), "better-sleep");
    assert_eq!(out[0].topic, Some(TopicId::from_random([5; 16])));
    assert_eq!(tables.pages().all().unwrap(), []);

    let article = tables.articles().by_address(&out[0].address).unwrap();
    let article = article.unwrap();
    assert_eq!((article.reviewer, article.reviewed), (None, None));
    let said = fingerprint(&store);
    put(&mut store, &article);
    // Nothing was done to it: it is not to be exported again.
    assert_eq!(fingerprint(&store), said);
}
