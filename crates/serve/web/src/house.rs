//! What all requests share.

use crate::problem::Problem;
use crate::site::Site;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use styrbord_app::follow::events::money::import::Reading;
use styrbord_app::follow::events::{Hash, PersonId, Stream};
use styrbord_app::search::Shelf;
use styrbord_app::{Checked, check};

/// As many letters stay read.
const LETTERS_MAX: usize = 8;
/// As many files of actuals wait to be booked.
const READINGS_MAX: usize = 16;

/// How the pages are served.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Whether visitors come by https, so that cookies are sent in no other way.
    pub https: bool,
    /// The most bytes of a letter that is sent in.
    pub upload_max: usize,
    /// How long a request may take.
    pub time_max: Duration,
    /// How many connections are open at once.
    pub connections_max: usize,
    /// Takes what goes to the log: a sentence without names and secrets.
    pub log: fn(&str),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            https: false,
            upload_max: 20 * 1024 * 1024,
            time_max: Duration::from_secs(30),
            connections_max: 1024,
            log: |_| (),
        }
    }
}

/// The site, the settings, and letters that were read before.
#[derive(Clone)]
pub struct House(Arc<Inner>);

struct Inner {
    site: Site,
    settings: Settings,
    letters: Mutex<BTreeMap<Hash, Arc<Checked>>>,
    /// The file of actuals that a person looks at before it is booked; it ends with the program.
    readings: Mutex<BTreeMap<(PersonId, Stream), Arc<Reading>>>,
    searches: Shelf,
}

impl House {
    /// Makes the house of a site.
    pub fn new(site: Site, settings: Settings) -> Self {
        let (letters, readings) = (Mutex::default(), Mutex::default());
        Self(Arc::new(Inner { site, settings, letters, readings, searches: Shelf::default() }))
    }

    /// Returns the settings.
    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Returns the site, for what takes no time.
    pub(crate) fn site(&self) -> &Site {
        &self.0.site
    }

    /// Does what reads, writes or reckons beside the tasks that talk to browsers.
    ///
    /// # Errors
    /// What the work gives; a failure when it ended badly.
    pub(crate) async fn ask<R: Send + 'static>(
        &self,
        work: impl FnOnce(&House) -> Result<R, Problem> + Send + 'static,
    ) -> Result<R, Problem> {
        let house = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&house)).await;
        done.unwrap_or_else(|error| Err(Problem::Failed(format!("working on a page: {error}"))))
    }

    /// Returns a letter, checked; one that was read before is not read again.
    ///
    /// # Errors
    /// When the bytes are no letter.
    pub(crate) fn letter(&self, hash: Hash, bytes: &[u8]) -> Result<Arc<Checked>, Problem> {
        let known = || self.0.letters.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(checked) = known().get(&hash) {
            return Ok(Arc::clone(checked));
        }
        let checked = Arc::new(check(bytes, &[])?);
        let mut letters = known();
        while letters.len() >= LETTERS_MAX {
            letters.pop_first();
        }
        letters.insert(hash, Arc::clone(&checked));
        Ok(checked)
    }

    /// Holds a file of actuals until it is booked, in place of the one that the person looked at before.
    pub(crate) fn hold(&self, person: PersonId, stream: Stream, reading: Reading) {
        let mut readings = self.0.readings.lock().unwrap_or_else(PoisonError::into_inner);
        readings.remove(&(person, stream));
        while readings.len() >= READINGS_MAX {
            readings.pop_first();
        }
        readings.insert((person, stream), Arc::new(reading));
    }

    /// Returns the file of actuals that a person looks at.
    pub(crate) fn held(&self, person: PersonId, stream: Stream) -> Option<Arc<Reading>> {
        let readings = self.0.readings.lock().unwrap_or_else(PoisonError::into_inner);
        readings.get(&(person, stream)).map(Arc::clone)
    }

    /// Lets go of a file of actuals.
    pub(crate) fn let_go(&self, person: PersonId, stream: Stream) {
        self.0.readings.lock().unwrap_or_else(PoisonError::into_inner).remove(&(person, stream));
    }

    /// Returns the indexes of what was searched before.
    pub(crate) fn searches(&self) -> &Shelf {
        &self.0.searches
    }

    /// Writes a sentence to the log.
    pub(crate) fn log(&self, sentence: &str) {
        (self.0.settings.log)(sentence);
    }
}
