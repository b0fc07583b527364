//! People got pages on 2026-11-23.

use pamphlet_model::{Address, Person};
use rusqlite::Connection;

/// Gives everybody an address made of their name, those in the bin too.
pub(super) fn give_addresses(connection: &Connection) -> rusqlite::Result<()> {
    let mut people = connection.prepare("SELECT id, name FROM people ORDER BY binned, name, id")?;
    let people: rusqlite::Result<Vec<(String, String)>> = people
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect();
    let mut is_taken =
        connection.prepare("SELECT EXISTS (SELECT 1 FROM people WHERE address = ?1)")?;
    let mut give = connection.prepare("UPDATE people SET address = ?2 WHERE id = ?1")?;
    for (id, name) in people? {
        let address = Person::address_for(&name).first_free(|address: &Address| {
            is_taken.query_row([address.as_str()], |row| row.get::<_, bool>(0))
        })?;
        give.execute([&id, address.as_str()])?;
    }
    connection.execute_batch("CREATE UNIQUE INDEX people_by_address ON people (address)")
}
