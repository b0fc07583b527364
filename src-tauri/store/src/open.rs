use std::fs::File;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::check::{APPLICATION_ID, Check, check_header, open_untouched};
use crate::error::{During, Refusal, Result, StoreError, is_damage};
use crate::migration;
use crate::table::{
    articles, exports, media, pages, people, practice, public_addresses, settings, topics, versions,
};

/// An open library database. One connection: the caller decides on which thread it works.
pub struct Store {
    path: PathBuf,
    connection: Connection,
    /// Not before the first change, which waits for the check.
    may_write: bool,
    check: Arc<Check>,
}

impl Store {
    /// Makes a new database where there is no file yet.
    ///
    /// # Errors
    /// If something is there already, or the file can't be written.
    pub fn create(path: &Path) -> Result<Self> {
        // `create_new` is what refuses an existing file; SQLite alone would open it.
        File::create_new(path).map_err(|source| StoreError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        let mut connection = connect(path)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Exclusive)
            .during("make the library")?;
        transaction
            .pragma_update(None, "application_id", APPLICATION_ID)
            .during("make the library")?;
        migration::run(&transaction, 0)?;
        transaction.commit().during("make the library")?;
        Ok(Self {
            path: path.to_owned(),
            connection,
            may_write: true,
            check: Arc::new(Check::unneeded(path)),
        })
    }

    /// Looks whether a file can be a library that this Pamphlet knows, and touches nothing, not even beside it.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when it is missing, no library or from a newer Pamphlet.
    pub fn look_at(path: &Path) -> Result<()> {
        check_header(path)
    }

    /// Whether [`open`](Self::open) would change the schema, because an earlier Pamphlet made the database. Touches nothing.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn is_outdated(path: &Path) -> Result<bool> {
        let (_, version) = connect_to_read(path)?;
        Ok(version < migration::NEWEST)
    }

    /// Opens a database that Pamphlet made, and brings its schema up to date. What it holds is looked through meanwhile,
    /// which with 10,000 articles takes longer than to list them: it can be read at once, and the first change waits
    /// for the [check](Self::check).
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the file is missing, no library, from a newer Pamphlet or seen to be damaged; then it
    /// has not been written to.
    pub fn open(path: &Path) -> Result<Self> {
        let (connection, version) = connect_to_read(path)?;
        let mut store = Self {
            path: path.to_owned(),
            connection,
            may_write: false,
            check: Arc::new(Check::begin(path)),
        };
        if version < migration::NEWEST {
            store.prepare_to_write()?;
            let transaction = store
                .connection
                .transaction_with_behavior(TransactionBehavior::Exclusive)
                .during("bring the library up to date")?;
            migration::run(&transaction, version)?;
            transaction
                .commit()
                .during("bring the library up to date")?;
        }
        Ok(store)
    }

    /// How many rows were changed so far: it grows with every change, also with one that was not kept in the end.
    pub fn changes(&self) -> u64 {
        self.connection.total_changes()
    }

    /// The look through the database that goes on.
    pub fn check(&self) -> Arc<Check> {
        self.check.clone()
    }

    fn prepare_to_write(&mut self) -> Result<()> {
        if !self.may_write {
            self.check.wait()?;
            self.connection = connect(&self.path)?;
            self.may_write = true;
        }
        Ok(())
    }

    /// The tables, for reading.
    pub fn read(&self) -> Tables<'_> {
        Tables {
            connection: &self.connection,
        }
    }

    /// Runs `change` in one transaction: all of it is kept, flushed to the disk, or none. The first one waits for the
    /// [check](Self::check).
    ///
    /// # Errors
    /// What `change` returns, or that the change could not be kept; the database is then as before.
    /// [`StoreError::Refused`] if the database is damaged.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        change: impl FnOnce(&TablesMut<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.prepare_to_write()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .during("begin a change")?;
        let answer = change(&TablesMut {
            tables: Tables {
                connection: &transaction,
            },
        })?;
        transaction.commit().during("keep a change")?;
        Ok(answer)
    }
}

/// Read handles, one a table.
pub struct Tables<'c> {
    connection: &'c Connection,
}

/// Write handles, one a table, within one transaction.
pub struct TablesMut<'c> {
    tables: Tables<'c>,
}

impl<'c> Deref for TablesMut<'c> {
    type Target = Tables<'c>;

    fn deref(&self) -> &Tables<'c> {
        &self.tables
    }
}

macro_rules! table_handles {
    ($($name:ident / $name_mut:ident: $module:ident :: $read:ident, $write:ident;)*) => {
        impl<'c> Tables<'c> {
            $(pub fn $name(&self) -> $module::$read<'c> { $module::$read { connection: self.connection } })*
        }

        impl<'c> TablesMut<'c> {
            $(pub fn $name_mut(&self) -> $module::$write<'c> { $module::$write { read: self.tables.$name() } })*
        }
    };
}

table_handles! {
    articles / articles_mut: articles::Articles, ArticlesMut;
    versions / versions_mut: versions::Versions, VersionsMut;
    topics / topics_mut: topics::Topics, TopicsMut;
    people / people_mut: people::People, PeopleMut;
    pages / pages_mut: pages::Pages, PagesMut;
    public_addresses / public_addresses_mut: public_addresses::PublicAddresses, PublicAddressesMut;
    practice / practice_mut: practice::PracticeTable, PracticeMut;
    settings / settings_mut: settings::Settings, SettingsMut;
    media / media_mut: media::Media, MediaMut;
    exports / exports_mut: exports::Exports, ExportsMut;
}

pub(crate) fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .during("open the library")?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;",
        )
        .during("open the library")?;
    prepare_to_read(&connection).during("open the library")?;
    if cfg!(target_os = "macos") {
        // Without it, macOS' fsync leaves the words in the drive's own memory.
        connection
            .execute_batch("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")
            .during("open the library")?;
    }
    Ok(connection)
}

/// Also gives the schema's version, which after a crash may stand in the write-ahead log and not in the header.
fn connect_to_read(path: &Path) -> Result<(Connection, u32)> {
    check_header(path)?;
    let refused = |refusal| StoreError::Refused {
        path: path.to_owned(),
        refusal,
    };
    let connect = || {
        let connection = open_untouched(path)?;
        prepare_to_read(&connection)?;
        let version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok((connection, version))
    };
    let (connection, version) = connect().map_err(|source| match is_damage(&source) {
        true => refused(Refusal::Damaged(source.to_string())),
        false => StoreError::Sqlite {
            operation: "open the library",
            source,
        },
    })?;
    if version > migration::NEWEST {
        return Err(refused(Refusal::Newer {
            found: version,
            known: migration::NEWEST,
        }));
    }
    Ok((connection, version))
}

fn prepare_to_read(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000;")?;
    connection.set_prepared_statement_cache_capacity(64);
    // Only for the order of lists: nothing in the file is sorted by it, so that any SQLite can read it.
    connection.create_collation("alphabet", pamphlet_model::in_order)
}

#[cfg(test)]
mod tests;
