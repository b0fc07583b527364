use pamphlet_model::{Look, picture_digits};
use rusqlite::{Connection, OptionalExtension};

use super::{put_other_pictures, write_handle};
use crate::error::{During, Result};

/// Reads settings: a text for a key.
pub struct Settings<'c> {
    pub(crate) connection: &'c Connection,
}

write_handle! {
    /// Reads and writes settings.
    SettingsMut: Settings
}

impl Settings<'_> {
    pub fn get(&self, key: &str) -> Result<Option<String>> {
        self.connection
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")
            .and_then(|mut s| s.query_row([key], |row| row.get(0)).optional())
            .during("read a setting")
    }
}

/// The keys of the settings of the look.
const LOOK: [&str; 3] = ["look.name", "look.colour", "look.logo"];

impl Settings<'_> {
    /// The look that the practice chose.
    pub fn look(&self) -> Result<Look> {
        let [name, colour, logo] = LOOK.map(|key| self.get(key));
        Ok(Look {
            name: name?.unwrap_or_default(),
            colour: colour?.and_then(|colour| colour.parse().ok()),
            logo: logo?.and_then(|logo| logo.parse().ok()),
        })
    }
}

impl SettingsMut<'_> {
    pub fn put_look(&self, look: &Look) -> Result<()> {
        let logo = look.logo.as_ref();
        let colour = look.colour.map(|it| it.to_string()).unwrap_or_default();
        let values = [&*look.name, &colour, logo.map_or("", |it| it.as_str())];
        for (key, value) in LOOK.into_iter().zip(values) {
            self.put(key, value)?;
        }
        let digits: Vec<&str> = logo.map(picture_digits).into_iter().collect();
        put_other_pictures(self.connection, "look", &digits)
    }

    pub fn put(&self, key: &str, value: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO settings (key, value) VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )
            .and_then(|mut s| s.execute([key, value]))
            .during("write a setting")
            .map(|_| ())
    }
}
