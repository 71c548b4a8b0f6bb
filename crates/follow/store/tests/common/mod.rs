//! A folder that goes away again, and commands to fill a journal with.

#![allow(dead_code, reason = "each suite uses its part")]

pub mod killing;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use styrbord_calendar::Date;
use styrbord_events::directory::{self, OrganisationKind};
use styrbord_events::{Actor, Command, Envelope, Expected, Instant, OrganisationId, Stream};
use styrbord_store::{Journal, Open, Sqlite};

static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// A folder of one test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("styrbord-store-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Opens another connection to the journal of the folder.
    pub fn sqlite(&self) -> Box<dyn Journal> {
        Box::new(Sqlite::open(self.file("journal.db"), Open::OrCreate).unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Returns the circumstances of command `number`, one second after the one before.
pub fn envelope(number: u64) -> Envelope {
    let day = Date::parse_iso("2025-01-10").unwrap();
    let at = Instant::from_millis(Instant::start_of(day).millis() + number as i64 * 1000);
    let mut nonce = [0; 16];
    nonce[..8].copy_from_slice(&number.to_be_bytes());
    Envelope {
        id: format!("command-{number}").parse().unwrap(),
        stream: Stream::Directory,
        actor: Actor::Operator,
        at,
        on: day,
        reason: None,
        expected: Expected::Any,
        nonce,
    }
}

/// A command that gives one event without erasable words.
pub fn organisation(name: &str) -> Command {
    let kind = OrganisationKind::Agency;
    Command::Directory(directory::Command::RegisterOrganisation {
        kind,
        name: name.to_owned(),
        short: None,
        number: None,
    })
}

/// A command that gives one event whose name is erasable; allowed when there is an organisation.
pub fn person(name: &str) -> Command {
    let organisation = OrganisationId(1);
    Command::Directory(directory::Command::RegisterPerson { name: name.to_owned(), organisation })
}

/// A command that is refused: nobody has registered that organisation.
pub fn refused() -> Command {
    let organisation = OrganisationId(4_000_000);
    Command::Directory(directory::Command::RegisterPerson { name: "Kari".to_owned(), organisation })
}
