//! The set-up: the first organisation, its first person, and the first account.

use super::{Asking, Site, lock};
use crate::accounts::{Accounts, Code, Concealed, Entrance, check_first, set_up_done};
use std::collections::BTreeSet;
use styrbord_diagnostics::{Language, Message};
use styrbord_events::directory::{self, OrganisationKind, Role, RoleKey};
use styrbord_events::{Actor, Book, Command, Event, OrganisationId, PersonId, Refusal, Stream};
use styrbord_store::{Receipt, Rejection, StoreError};

/// What is said at the set-up.
#[derive(Debug, Clone)]
pub struct SetUp<'a> {
    /// The name of the organisation that runs the installation.
    pub organisation: &'a str,
    /// What it is.
    pub kind: OrganisationKind,
    /// The name of the person who sets it up.
    pub name: &'a Concealed,
    /// The login of that person.
    pub login: &'a Concealed,
    /// The password of that person.
    pub password: &'a Concealed,
    /// The language of that person.
    pub language: Language,
    /// The code that the server shows whoever started it.
    pub code: &'a Code,
    /// The address of the machine that asks.
    pub address: &'a str,
    /// A role beside that of the administrator, as controller of an agency.
    pub role: Option<Role>,
}

impl Site {
    /// Returns the accounts, for what asks for no role: log-in, log-out, codes.
    pub fn accounts(&self) -> &Accounts {
        &self.accounts
    }

    /// Returns what whoever sets the installation up has to know: for the terminal of the server, and nowhere else.
    /// None when it is set up.
    ///
    /// # Errors
    /// When the accounts cannot be read.
    pub fn set_up_code(&self) -> Result<Option<Code>, Rejection> {
        let code = lock(&self.founding).clone();
        Ok(if self.accounts.is_set_up()? { None } else { Some(code) })
    }

    /// Returns the names of the agencies whose years the database has already: whoever sets it up works at one of them.
    pub fn agencies(&self) -> Vec<String> {
        let book = self.book();
        agencies(&book).into_iter().map(|(_, known)| known.name.clone()).collect()
    }

    /// Has the installation set up by a code that is known already.
    pub fn choose_set_up_code(&self, code: Code) {
        *lock(&self.founding) = code;
    }

    /// Sets an installation up and lets the person in who did it.
    ///
    /// # Errors
    /// When it is set up already, the code is another one, or something of what was said is none. What was registered by then stays, and is used
    /// when it is tried again.
    pub fn set_up(&self, said: &SetUp<'_>, asking: &Asking) -> Result<Entrance, Rejection> {
        let code = lock(&self.founding);
        if self.accounts.is_set_up()? {
            return Err(set_up_done().into());
        }
        self.accounts.check_set_up_code((said.code, &code), said.address, asking.now)?;
        check_first(&self.accounts, said.login.reveal(), said.password)?;
        let organisation = self.founder(said, asking)?;
        let name = said.name.reveal().to_owned();
        let registered = self.found(directory::Command::RegisterPerson { name, organisation }, asking)?;
        let person = self.event_of(&registered, |event| match event {
            directory::Event::PersonRegistered { person, .. } => Some(*person),
            _ => None,
        })?;
        for role in [Some(Role::Administrator), said.role].into_iter().flatten() {
            self.give(person, RoleKey { role, organisation, unit: None }, asking)?;
        }
        let (login, when) = (said.login.reveal(), (said.language, asking.now));
        let account = self.accounts.set_up(person, login, said.password, when)?;
        self.accounts.open_session(account, asking.now)
    }

    /// Registers the organisation, unless somebody has before.
    fn founder(&self, said: &SetUp<'_>, asking: &Asking) -> Result<OrganisationId, Rejection> {
        self.refresh()?;
        let name = said.organisation.trim();
        let book = self.book();
        let is_it = |other: &str| other.to_lowercase() == name.to_lowercase();
        let same = |other: &directory::Organisation| {
            other.kind == said.kind && (is_it(&other.name) || other.short.as_deref().is_some_and(is_it))
        };
        let known = agencies(&book);
        if let Some((id, _)) = known.iter().find(|(_, other)| same(other)) {
            return Ok(*id);
        }
        // Who came from elsewhere would see nothing of what is there.
        if !known.is_empty() {
            let names: Vec<&str> = known.iter().map(|(_, known)| known.name.as_str()).collect();
            return Err(other_agency(&names.join(", ")).into());
        }
        if let Some((id, _)) = book.directory.organisations.iter().find(|(_, other)| same(other)) {
            return Ok(*id);
        }
        let (kind, name) = (said.kind, name.to_owned());
        let command = directory::Command::RegisterOrganisation { kind, name, short: None, number: None };
        let registered = self.found(command, asking)?;
        self.event_of(&registered, |event| match event {
            directory::Event::OrganisationRegistered { organisation, .. } => Some(*organisation),
            _ => None,
        })
    }

    fn give(&self, person: PersonId, role: RoleKey, asking: &Asking) -> Result<(), Rejection> {
        self.found(directory::Command::GiveRole { person, role, until: None }, asking).map(drop)
    }

    /// Nobody has an account yet: it is whoever has the database in hand.
    fn found(&self, command: directory::Command, asking: &Asking) -> Result<Receipt, Rejection> {
        let plain = Asking::at(asking.now, asking.today);
        self.run(Actor::Operator, Stream::Directory, Command::Directory(command), &plain)
    }

    fn event_of<T>(
        &self,
        receipt: &Receipt,
        read: impl Fn(&directory::Event) -> Option<T>,
    ) -> Result<T, Rejection> {
        let events = self.reader.events(receipt)?;
        let found = events.iter().find_map(|event| match event {
            Event::Directory(event) => read(event),
            _ => None,
        });
        found.ok_or_else(|| StoreError::failed("setting up", "the event is not there").into())
    }
}

/// Returns the agencies that have years, in the order of their ids.
fn agencies(book: &Book) -> Vec<(OrganisationId, &directory::Organisation)> {
    let with_years: BTreeSet<OrganisationId> = book.years.values().map(|year| year.agency).collect();
    with_years.into_iter().filter_map(|id| Some((id, book.directory.organisations.get(&id)?))).collect()
}

fn other_agency(names: &str) -> Refusal {
    Refusal::new(
        "other-agency",
        Message::new(
            format!("Databasen har allerede et år for en annen virksomhet: {names}"),
            format!("Databasen har allereie eit år for ei anna verksemd: {names}"),
            format!("The database has a year of another agency already: {names}"),
        ),
        Message::new(
            "Skriv navnet på den, eller start med en annen database",
            "Skriv namnet på den, eller start med ein annan database",
            "Write its name, or start with another database",
        ),
    )
}
