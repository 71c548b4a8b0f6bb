//! What a feed is of.

use super::texts as words;
use crate::frame::Frame;
use crate::house::House;
use crate::problem::Problem;
use crate::site::{Looked, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use styrbord_app::follow::CalendarDay;
use styrbord_app::follow::events::{OrganisationId, UnitId};

/// What a feed is of, as `person`, `unit-3` or `organisation-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    /// What its owner answers for.
    Person,
    /// What a unit or one below it answers for.
    Unit(UnitId),
    /// All that its owner sees of an agency.
    Agency(OrganisationId),
}

/// The word for the owner's own.
const PERSON: &str = "person";

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Person => f.write_str(PERSON),
            Scope::Unit(unit) => unit.fmt(f),
            Scope::Agency(agency) => agency.fmt(f),
        }
    }
}

impl FromStr for Scope {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == PERSON {
            return Ok(Scope::Person);
        }
        let unit = text.parse().map(Scope::Unit);
        unit.or_else(|_| text.parse().map(Scope::Agency)).map_err(|_| ())
    }
}

impl Scope {
    /// Tells whether a day is in it.
    pub(super) fn takes(self, looked: &Looked<'_>, day: &CalendarDay) -> bool {
        match self {
            Scope::Person => day.responsible.owner == Some(looked.visitor.person),
            Scope::Unit(above) => {
                day.responsible.unit.is_some_and(|unit| looked.book.directory.is_within(unit, above))
            }
            Scope::Agency(agency) => looked.year.agency == agency,
        }
    }
}

/// Returns what a visitor can have a feed of, each with what is said of it and the name of the calendar.
///
/// # Errors
/// When the journal cannot be read.
pub(super) fn scopes(
    house: &House,
    visitor: &Visitor,
    frame: &Frame,
) -> Result<BTreeMap<Scope, (String, String)>, Problem> {
    let own = (frame.t(words::OWN).to_owned(), frame.t(words::OWN_NAME).to_owned());
    let mut all: BTreeMap<Scope, (String, String)> = [(Scope::Person, own)].into();
    let of_years = house.site().look_at_all(visitor, |looked| {
        let (agency, directory) = (looked.year.agency, &looked.book.directory);
        let name = directory.organisations.get(&agency).map(|known| known.name.clone()).unwrap_or_default();
        let units = directory.units.iter().filter(|(_, unit)| unit.organisation == agency && unit.open);
        // Whoever comes from outside sees no units.
        let inside = directory.people.get(&visitor.person).is_some_and(|one| one.organisation == agency);
        let units = units.filter(|_| inside);
        let units = units.map(|(id, unit)| {
            (Scope::Unit(*id), (frame.with(words::OF_UNIT, &unit.name), unit.name.clone()))
        });
        let agency = (Scope::Agency(agency), (frame.with(words::OF_AGENCY, &name), name));
        units.chain([agency]).collect::<Vec<_>>()
    })?;
    all.extend(of_years.into_iter().flatten());
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_read_as_it_is_written() {
        for text in ["person", "unit-3", "organisation-12"] {
            assert_eq!(text.parse::<Scope>().map(|scope| scope.to_string()).as_deref(), Ok(text));
        }
        for wrong in ["", "person-1", "unit-", "everything"] {
            assert_eq!(wrong.parse::<Scope>(), Err(()), "{wrong}");
        }
    }
}
