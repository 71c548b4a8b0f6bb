//! People by the directory, with their names from the erasable texts.

use super::{Site, lock};
use crate::access::{Sight, Target, UseCase, Visitor, may, not_allowed};
use crate::accounts::Account;
use crate::follow::{Names, name_references};
use std::collections::BTreeSet;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_events::directory::{Person, RoleHeld, RoleKey};
use styrbord_events::{Instant, OrganisationId, PersonId, Stream, TextRef, UnitId};
use styrbord_store::{Concealed, Rejection, StoreError};

/// A person as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub person: PersonId,
    /// The name; none when it was erased.
    pub name: Option<Concealed>,
    /// Where the person works.
    pub organisation: OrganisationId,
    /// In which unit.
    pub unit: Option<UnitId>,
    /// Whether the person may still do things.
    pub active: bool,
    /// The roles that hold today.
    pub roles: Vec<RoleKey>,
    /// Whether the person has an account.
    pub has_account: bool,
}

/// A person as the person's own page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCard {
    /// What a list shows.
    pub row: PersonRow,
    /// The e-mail address.
    pub email: Option<Concealed>,
    /// The telephone number.
    pub phone: Option<Concealed>,
    /// The roles that nobody has taken and that have not ended, with their end.
    pub roles: Vec<RoleHeld>,
    /// The number of the record that changed the person last.
    pub changed: u64,
    /// The account, for whoever may manage it.
    pub account: Option<AccountCard>,
}

/// An account as it is shown to whoever may manage it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountCard {
    /// The login.
    pub login: Concealed,
    /// Whether the person runs the installation.
    pub operator: bool,
    /// Whether a password was chosen.
    pub has_password: bool,
    /// Until when a code holds that was handed over.
    pub code_until: Option<Instant>,
    /// When the person logged in last.
    pub visited: Option<Instant>,
    /// How many sessions are kept.
    pub sessions: usize,
}

impl Site {
    /// Returns the names of all people; none for one that was erased. For whoever sees the objects that they answer for.
    ///
    /// # Errors
    /// When one is missing or is not what was written.
    pub fn names(&self) -> Result<Arc<Names>, StoreError> {
        let book = self.book();
        let version = book.version(Stream::Directory);
        if let Some((_, names)) = lock(&self.names).as_ref().filter(|(known, _)| *known == version) {
            return Ok(Arc::clone(names));
        }
        let references = name_references(&book);
        let words = self.words(references.values().copied())?;
        let name = |text| words.get(&text).cloned().flatten();
        let names = Arc::new(references.into_iter().map(|(id, text)| (id, name(text))).collect());
        *lock(&self.names) = Some((version, Arc::clone(&names)));
        Ok(names)
    }

    /// Returns the people whom a visitor may see, in the order of their ids.
    ///
    /// # Errors
    /// When a name or the accounts cannot be read.
    pub fn people(&self, visitor: &Visitor, today: Date) -> Result<Vec<PersonRow>, Rejection> {
        let book = self.book();
        let accounts: BTreeSet<PersonId> =
            self.accounts.all()?.into_iter().map(|account| account.person).collect();
        let seen = book.directory.people.iter().filter(|(id, _)| {
            may(&book, visitor, UseCase::ReadPeople, Target::Person(**id), today) == Some(Sight::Inside)
        });
        let row = |(id, person): (&PersonId, &Person)| {
            let roles = book.directory.roles(*id, today);
            Ok(self.row(*id, person, roles, accounts.contains(id))?)
        };
        seen.map(row).collect()
    }

    /// Returns one person, when the visitor may see the person.
    ///
    /// # Errors
    /// When the visitor may not, there is none, or a text or the account cannot be read.
    pub fn person(&self, visitor: &Visitor, id: PersonId, today: Date) -> Result<PersonCard, Rejection> {
        let target = [Target::Person(id)];
        self.check(visitor, UseCase::ReadPeople, &target, today)?;
        let book = self.book();
        let person = book.directory.people.get(&id).ok_or_else(not_allowed)?;
        let text = |reference: Option<TextRef>| match reference {
            Some(reference) => Ok::<_, StoreError>(self.reader.text(reference)?.map(Concealed::new)),
            None => Ok(None),
        };
        let account = self.accounts.of(id)?;
        let row = self.row(id, person, book.directory.roles(id, today), account.is_some())?;
        let manages = self.check(visitor, UseCase::ManageAccounts, &target, today).is_ok();
        let account = account.filter(|_| manages).map(|account| self.account(&account)).transpose()?;
        Ok(PersonCard {
            row,
            email: text(person.contact.email)?,
            phone: text(person.contact.phone)?,
            roles: person.open_roles(today).cloned().collect(),
            changed: last_change(person),
            account,
        })
    }

    fn row(
        &self,
        id: PersonId,
        person: &Person,
        roles: Vec<RoleKey>,
        has_account: bool,
    ) -> Result<PersonRow, StoreError> {
        let name = self.reader.text(person.name)?.map(Concealed::new);
        let Person { organisation, unit, active, .. } = *person;
        Ok(PersonRow { person: id, name, organisation, unit, active, roles, has_account })
    }

    fn account(&self, account: &Account) -> Result<AccountCard, Rejection> {
        Ok(AccountCard {
            login: account.login.clone(),
            operator: account.operator,
            has_password: account.password.is_some(),
            code_until: account.code.map(|code| code.until),
            visited: account.visited,
            sessions: self.accounts.sessions(account.person)?.len(),
        })
    }
}

/// Returns the number of the record that changed a person last.
fn last_change(person: &Person) -> u64 {
    let names = person.names.iter().map(|version| version.stamp.seq);
    let contacts = person.contacts.iter().map(|version| version.stamp.seq);
    let places = person.places.iter().map(|version| version.stamp.seq);
    let activity = person.activity.iter().map(|version| version.stamp.seq);
    let given = person.roles.iter().map(|held| held.given.stamp.seq);
    let taken = person.roles.iter().filter_map(|held| held.taken.as_ref()).map(|taken| taken.stamp.seq);
    names.chain(contacts).chain(places).chain(activity).chain(given).chain(taken).max().unwrap_or_default()
}
