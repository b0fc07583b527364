use rusqlite::{Connection, OptionalExtension};

use super::write_handle;
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

impl SettingsMut<'_> {
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
