use pamphlet_model::Practice;

use crate::error::Result;
use crate::library::Library;

impl Library {
    /// What the practice says of itself.
    pub fn practice(&self) -> Result<Practice> {
        self.read(|tables| Ok(tables.practice().get()?.0))
    }

    /// Changes what the practice says of itself; every page follows.
    pub fn save_practice(&self, practice: &Practice) -> Result<()> {
        self.write(|tables| {
            if tables.practice().get()?.0 != *practice {
                tables.practice_mut().put(practice)?;
            }
            Ok(())
        })?;
        self.refresh_site(|site| site.set_practice(practice.clone()));
        Ok(())
    }
}
