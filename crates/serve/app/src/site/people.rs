//! People by the directory, with their names from the erasable texts.

use super::{Site, lock};
use crate::access::{Sight, Target, UseCase, Visitor, may};
use crate::follow::{Names, name_references};
use std::collections::BTreeSet;
use std::sync::Arc;
use styrbord_calendar::Date;
use styrbord_events::directory::RoleKey;
use styrbord_events::{OrganisationId, PersonId, Stream, UnitId};
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
        let row = |(id, person): (&PersonId, &styrbord_events::directory::Person)| {
            Ok(PersonRow {
                person: *id,
                name: self.reader.text(person.name)?.map(Concealed::new),
                organisation: person.organisation,
                unit: person.unit,
                active: person.active,
                roles: book.directory.roles(*id, today),
                has_account: accounts.contains(id),
            })
        };
        seen.map(row).collect()
    }
}
