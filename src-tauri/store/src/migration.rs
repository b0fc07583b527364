//! The schema's history: a dated list, only ever added to.
//!
//! `PRAGMA user_version` is the number of migrations that a file has been through. A change adds a table or a column
//! that older rows can do without; nothing is renamed or dropped.

use rusqlite::Connection;

use crate::error::{During, Result};

mod people;

struct Migration {
    /// When it was written, and for what: for people.
    #[cfg_attr(not(test), allow(dead_code))]
    name: &'static str,
    sql: &'static str,
    /// What SQL can't say, done after it.
    then: fn(&Connection) -> rusqlite::Result<()>,
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026-11-23 first schema",
        sql: include_str!("migration/2026-11-23-first-schema.sql"),
        then: |_| Ok(()),
    },
    Migration {
        name: "2026-11-23 people, pages and addresses",
        sql: include_str!("migration/2026-11-23-people-pages-and-addresses.sql"),
        then: people::give_addresses,
    },
];

/// The newest schema that this Pamphlet knows.
pub(crate) const NEWEST: u32 = MIGRATIONS.len() as u32;

/// Brings the schema from `from` to [`NEWEST`] within the caller's transaction.
pub(crate) fn run(connection: &Connection, from: u32) -> Result<()> {
    for migration in &MIGRATIONS[from as usize..] {
        connection
            .execute_batch(migration.sql)
            .and_then(|()| (migration.then)(connection))
            .during("bring the library up to date")?;
    }
    connection
        .pragma_update(None, "user_version", NEWEST)
        .during("bring the library up to date")
}

/// As libraries were before this many migrations were all.
#[cfg(test)]
pub(crate) fn run_first(connection: &Connection, count: u32) {
    for migration in &MIGRATIONS[..count as usize] {
        connection.execute_batch(migration.sql).unwrap();
        (migration.then)(connection).unwrap();
    }
    connection
        .pragma_update(None, "user_version", count)
        .unwrap();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_dated_and_in_order() {
        let names: Vec<_> = MIGRATIONS.iter().map(|m| m.name).collect();
        assert!(names.is_sorted());
        assert!(
            names
                .iter()
                .all(|n| n[..10].parse::<jiff::civil::Date>().is_ok())
        );
    }

    #[test]
    fn the_whole_schema() {
        let connection = Connection::open_in_memory().unwrap();
        run(&connection, 0).unwrap();
        let mut statement = connection
            .prepare(
                "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
            )
            .unwrap();
        let schema: Vec<String> = statement
            .query_map([], |row| Ok(format!("{}\n", row.get::<_, String>(1)?)))
            .unwrap()
            .map(|row| row.unwrap())
            .collect();
        insta::assert_snapshot!(schema.join("\n"));
    }
}
