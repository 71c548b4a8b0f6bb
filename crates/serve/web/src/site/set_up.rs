//! The first person of a journal.

use super::SetUp;
use crate::problem::Problem;
use styrbord_app::follow::events::directory::{Command as Ask, OrganisationKind, Role, RoleKey};
use styrbord_app::follow::events::{Book, Command, PersonId, Stream};
use styrbord_app::follow::{Circumstances, Database, Failure, Office};

/// Registers a person as administrator and controller of an agency, and the agency when it is not known.
pub(super) fn register(
    office: &mut Office<Database>,
    how: &Circumstances,
    first: &SetUp,
) -> Result<PersonId, Problem> {
    let named = |book: &Book| book.directory.organisation_named(OrganisationKind::Agency, &first.agency);
    let agency = if let Some(agency) = named(office.book()) {
        agency
    } else {
        let (kind, name) = (OrganisationKind::Agency, first.agency.clone());
        let book = run(office, how, Ask::RegisterOrganisation { kind, name, short: None, number: None })?;
        named(&book).ok_or(Problem::NotFound)?
    };
    let book = run(office, how, Ask::RegisterPerson { name: first.name.clone(), organisation: agency })?;
    let person = *book.directory.people.keys().next_back().ok_or(Problem::NotFound)?;
    for role in [Role::Administrator, Role::Controller] {
        let role = RoleKey { role, organisation: agency, unit: None };
        run(office, how, Ask::GiveRole { person, role, until: None })?;
    }
    Ok(person)
}

fn run(office: &mut Office<Database>, how: &Circumstances, ask: Ask) -> Result<Book, Failure> {
    office.run(how, Stream::Directory, Command::Directory(ask))
}
