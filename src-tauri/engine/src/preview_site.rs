//! The site as the preview needs it: kept from one key press to the next, until something changes that it shows.

use std::sync::MutexGuard;

use pamphlet_site::Site;
use pamphlet_site::preview::Frame;

use crate::error::Result;
use crate::library::Library;
use crate::preview::Around;
use crate::snapshot::snapshot;

#[derive(Default)]
pub(crate) struct PreviewSite {
    site: Option<Site>,
    /// The page around a body that was made last.
    last: Option<(Around, Frame)>,
    /// Grows with everything that may change a page.
    changes: u64,
}

impl PreviewSite {
    fn forget(&mut self) {
        self.site = None;
        self.last = None;
        self.changes += 1;
    }
}

impl Library {
    /// Does something with the site as the library stands, without the articles that stay here.
    pub(crate) fn with_preview_site<T>(&self, work: impl FnOnce(&Site) -> T) -> Result<T> {
        let mut preview = self.preview_site();
        let site = match &mut preview.site {
            Some(site) => site,
            none => none.insert(Site::new(self.read(snapshot)?)),
        };
        Ok(work(site))
    }

    /// The page around a body, if it is the one that was made last, and a number that tells states of the site apart.
    pub(crate) fn last_frame(&self, around: &Around) -> (Option<Frame>, u64) {
        let preview = self.preview_site();
        let last = preview.last.as_ref().filter(|(last, _)| last == around);
        (last.map(|(_, frame)| frame.clone()), preview.changes)
    }

    /// Keeps the page around a body that was made when the site's state had the number `changes`.
    pub(crate) fn remember_frame(&self, around: Around, frame: &Frame, changes: u64) {
        let mut preview = self.preview_site();
        if preview.changes == changes {
            preview.last = Some((around, frame.clone()));
        }
    }

    /// Lets `change` keep the site that the preview uses up to date. If there is none yet, the next preview makes one.
    pub(crate) fn refresh_site(&self, change: impl FnOnce(&mut Site)) {
        let mut preview = self.preview_site();
        preview.last = None;
        preview.changes += 1;
        if let Some(site) = &mut preview.site {
            change(site);
        }
    }

    /// The next preview reads everything again.
    pub(crate) fn forget_site(&self) {
        self.preview_site().forget();
    }

    fn preview_site(&self) -> MutexGuard<'_, PreviewSite> {
        self.preview.lock().unwrap_or_else(|poisoned| {
            // It can be made again from the store.
            let mut preview = poisoned.into_inner();
            preview.forget();
            preview
        })
    }
}
