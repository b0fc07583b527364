use pamphlet_model::Look;

use crate::error::{EngineError, Result};
use crate::library::Library;

impl Library {
    /// The look that the practice chose for its site.
    pub fn look(&self) -> Result<Look> {
        self.read(|tables| Ok(tables.settings().look()?))
    }

    /// Chooses a look; every page follows. Names and colours are kept as they are: the site says what it makes of them.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] if the logo is no picture outside the bin.
    pub fn save_look(&self, look: &Look) -> Result<()> {
        self.write(|tables| {
            let before = tables.settings().look()?;
            if before == *look {
                return Ok(());
            }
            if let Some(logo) = look.logo.as_ref().filter(|_| look.logo != before.logo)
                && tables.media().get(logo)?.is_none()
            {
                return Err(EngineError::NotFound {
                    what: "picture",
                    which: logo.to_string(),
                });
            }
            tables.settings_mut().put_look(look)?;
            Ok(tables.practice_mut().touch()?)
        })?;
        self.refresh_site(|site| site.set_look(look.clone()));
        Ok(())
    }
}
