//! The installation as a whole, for who runs it: what it holds, whether it is as it was written, and a copy of it.

use super::Site;
use crate::access::{Target, UseCase, Visitor};
use crate::journal::{self, Open};
use std::io::Write;
use styrbord_calendar::Date;
use styrbord_events::Link;
use styrbord_store::{Counts, Journal, Progress, Rejection, StoreError, Verified, export, verify};

/// What a database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseKind {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
    /// Memory: it ends with the program.
    Memory,
}

/// What an installation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Installation {
    /// What keeps it.
    pub database: DatabaseKind,
    /// The last record: its number is that of all, its hash stands for all of them.
    pub head: Link,
    /// How many years there are.
    pub years: usize,
    /// How many people are active.
    pub people: usize,
    /// How many accounts there are.
    pub accounts: usize,
}

impl Site {
    /// Returns what the installation holds.
    ///
    /// # Errors
    /// When the visitor does not run it, or the accounts cannot be read.
    pub fn installation(&self, visitor: &Visitor, today: Date) -> Result<Installation, Rejection> {
        self.check_keeps(visitor, today)?;
        let book = self.book();
        let is_server = |address: &String| address.starts_with("postgres");
        let database = match &self.address {
            Some(address) if is_server(address) => DatabaseKind::Postgres,
            Some(_) => DatabaseKind::Sqlite,
            None => DatabaseKind::Memory,
        };
        let people = book.directory.people.values().filter(|person| person.active).count();
        let accounts = self.accounts.all()?.len();
        Ok(Installation { database, head: self.reader.head(), years: book.years.len(), people, accounts })
    }

    /// Reads all of the journal and tells what is not as it was written. Others go on meanwhile.
    ///
    /// # Errors
    /// When the visitor does not run the installation, or the journal cannot be opened.
    pub fn verify(&self, visitor: &Visitor, today: Date) -> Result<Verified, Rejection> {
        self.check_keeps(visitor, today)?;
        Ok(self.with_journal(|journal| verify(journal, &mut |_: Progress| ()))?)
    }

    /// Writes the journal as JSON lines. Accounts, and what lets people and programs in, are no part of it.
    ///
    /// # Errors
    /// When the visitor does not run the installation, or it cannot be read or written.
    pub fn export(&self, visitor: &Visitor, out: &mut dyn Write, today: Date) -> Result<Counts, Rejection> {
        self.check_keeps(visitor, today)?;
        Ok(self.with_journal(|journal| export(journal, out, &mut |_: Progress| ()))??)
    }

    fn check_keeps(&self, visitor: &Visitor, today: Date) -> Result<(), Rejection> {
        self.check(visitor, UseCase::KeepInstallation, &[Target::Installation], today)
    }

    /// Does something with a connection of its own where there can be one.
    fn with_journal<R>(&self, work: impl FnOnce(&mut dyn Journal) -> R) -> Result<R, StoreError> {
        match &self.address {
            Some(address) => Ok(work(journal::open(address, Open::ToRead)?.as_mut())),
            None => Ok(self.reader.with(work)),
        }
    }
}
