//! Roles: who may have which, and that somebody stays who can give them.

use super::decide::{active, unit_of};
use super::{Event, OrganisationKind, Role, RoleKey, State, refusals};
use crate::book::Context;
use crate::checks;
use crate::ids::PersonId;
use crate::refusal::Refusal;
use crate::refusals::{unknown_organisation, unknown_person};
use styrbord_calendar::Date;

/// Decides the giving of a role.
pub(super) fn give(
    context: Context<'_>,
    person: PersonId,
    role: RoleKey,
    until: Option<Date>,
) -> Result<Event, Refusal> {
    let state = &context.book.directory;
    let on = context.envelope.on;
    active(state, person)?;
    check_fit(state, person, role)?;
    if let Some(until) = until {
        checks::day(until)?;
        if until < on {
            return Err(refusals::ends_before_it_begins(on, until));
        }
        if role.role == Role::Administrator && state.administrators().next().is_none() {
            return Err(refusals::last_administrator());
        }
    }
    let known = state.people.get(&person).ok_or_else(|| unknown_person(person))?;
    if known.open_roles(on).any(|held| held.key == role) {
        return Err(refusals::role_held(person));
    }
    Ok(Event::RoleGiven { person, role, until })
}

/// Decides the taking of a role. Also those that are inactive can lose one.
pub(super) fn take(context: Context<'_>, person: PersonId, role: RoleKey) -> Result<Event, Refusal> {
    let state = &context.book.directory;
    let known = state.people.get(&person).ok_or_else(|| unknown_person(person))?;
    let Some(held) = known.open_roles(context.envelope.on).find(|held| held.key == role) else {
        return Err(refusals::role_not_held(person));
    };
    if context.envelope.on < held.given.stamp.on {
        return Err(refusals::ends_before_it_begins(held.given.stamp.on, context.envelope.on));
    }
    let others = known.open_roles(context.envelope.on).filter(|other| other.key != role);
    let still =
        others.filter(|other| other.until.is_none()).any(|other| other.key.role == Role::Administrator);
    if role.role == Role::Administrator && !still {
        check_administrator_stays(state, person)?;
    }
    Ok(Event::RoleTaken { person, role })
}

/// Checks that somebody else stays administrator when a person no longer is.
pub(super) fn check_administrator_stays(state: &State, person: PersonId) -> Result<(), Refusal> {
    let (own, others): (Vec<_>, Vec<_>) = state.administrators().partition(|id| *id == person);
    if !own.is_empty() && others.is_empty() { Err(refusals::last_administrator()) } else { Ok(()) }
}

/// Checks that the role goes with the organisation and with the person's own place.
fn check_fit(state: &State, person: PersonId, key: RoleKey) -> Result<(), Refusal> {
    let organisation = state.organisations.get(&key.organisation);
    let organisation = organisation.ok_or_else(|| unknown_organisation(key.organisation))?;
    if let Some(unit) = key.unit {
        unit_of(state, key.organisation, unit)?;
    }
    let steers = organisation.kind == OrganisationKind::Ministry;
    let fits = match key.role {
        Role::Steward => steers,
        Role::Controller | Role::Partner => !steers,
        Role::Unit => !steers && key.unit.is_some(),
        Role::Leader | Role::Reader | Role::Administrator => true,
    };
    if !fits {
        return Err(refusals::role_does_not_fit(key.organisation));
    }
    // Reading and administration may be given to people from elsewhere.
    let guest = matches!(key.role, Role::Reader | Role::Administrator);
    let works_there = state.people.get(&person).is_some_and(|known| known.organisation == key.organisation);
    if guest || works_there { Ok(()) } else { Err(refusals::works_elsewhere(person, key.organisation)) }
}
