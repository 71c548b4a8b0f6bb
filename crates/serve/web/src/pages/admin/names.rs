//! The names of roles, kinds of organisations and places, in three languages.

use crate::frame::Frame;
use crate::written;
use styrbord_app::access::Target;
use styrbord_app::follow::events::directory::{OrganisationKind, Role, RoleHeld, RoleKey};
use styrbord_app::follow::events::{Book, OrganisationId, UnitId};
use styrbord_app::texts::Text;

styrbord_app::texts! {
    CONTROLLER = "Virksomhetsstyrer", "Verksemdsstyrar", "Controller";
    UNIT = "Rapporterer for en enhet", "Rapporterer for ei eining", "Reports for a unit";
    LEADER = "Leder", "Leiar", "Leader";
    STEWARD = "Etatsstyrer", "Etatsstyrar", "Steward";
    PARTNER = "Samarbeidspart", "Samarbeidspart", "Partner";
    READER = "Leser", "Lesar", "Reader";
    ADMINISTRATOR = "Administrator", "Administrator", "Administrator";
    AGENCY = "Virksomhet", "Verksemd", "Agency";
    MINISTRY = "Departement", "Departement", "Ministry";
    PARTNER_AGENCY = "Samarbeidende virksomhet", "Samarbeidande verksemd", "Partner agency";
    MUNICIPALITY = "Kommune", "Kommune", "Municipality";
    UNTIL = "{} (til og med {})", "{} (til og med {})", "{} (until {})";
    UNKNOWN = "(ukjent)", "(ukjend)", "(unknown)";
}

/// Every role with its word in forms and its name.
pub(super) const ROLES: &[(Role, &str, Text)] = &[
    (Role::Controller, "controller", CONTROLLER),
    (Role::Unit, "unit", UNIT),
    (Role::Leader, "leader", LEADER),
    (Role::Steward, "steward", STEWARD),
    (Role::Partner, "partner", PARTNER),
    (Role::Reader, "reader", READER),
    (Role::Administrator, "administrator", ADMINISTRATOR),
];

/// Every kind of organisation with its word in forms and its name.
pub(super) const KINDS: &[(OrganisationKind, &str, Text)] = &[
    (OrganisationKind::Agency, "agency", AGENCY),
    (OrganisationKind::Ministry, "ministry", MINISTRY),
    (OrganisationKind::Partner, "partner", PARTNER_AGENCY),
    (OrganisationKind::Municipality, "municipality", MUNICIPALITY),
];

/// Returns the name of a role.
pub(super) fn role(role: Role) -> Text {
    ROLES.iter().find(|(one, ..)| *one == role).map_or(UNKNOWN, |(_, _, name)| *name)
}

/// Returns the word of a role in forms.
pub(super) fn role_word(role: Role) -> &'static str {
    ROLES.iter().find(|(one, ..)| *one == role).map_or("", |(_, word, _)| *word)
}

/// Returns the name of a kind of organisation.
pub(super) fn kind(kind: OrganisationKind) -> Text {
    KINDS.iter().find(|(one, ..)| *one == kind).map_or(UNKNOWN, |(_, _, name)| *name)
}

/// Returns the name of an organisation.
pub(super) fn organisation(book: &Book, id: OrganisationId) -> String {
    book.directory.organisations.get(&id).map_or_else(|| id.to_string(), |one| one.name.clone())
}

/// Returns the name of a unit.
pub(super) fn unit(book: &Book, id: UnitId) -> String {
    book.directory.units.get(&id).map_or_else(|| id.to_string(), |one| one.name.clone())
}

/// Returns a role with the unit, or where it is elsewhere the organisation, for which it is held.
pub(super) fn role_held(book: &Book, key: RoleKey, home: OrganisationId, frame: &Frame) -> String {
    let name = frame.t(role(key.role));
    match key.unit {
        Some(id) => format!("{name}, {}", unit(book, id)),
        None if key.organisation != home => format!("{name}, {}", organisation(book, key.organisation)),
        None => name.to_owned(),
    }
}

/// Returns a role with for whom and until when it is held.
pub(super) fn role_until(book: &Book, held: &RoleHeld, frame: &Frame) -> String {
    let name = frame.t(role(held.key.role));
    let whole = organisation(book, held.key.organisation);
    let place = held.key.unit.map_or(whole.clone(), |id| format!("{}, {whole}", unit(book, id)));
    let said = format!("{name}, {place}");
    match held.until {
        Some(until) => UNTIL.with(frame.language, &[&said, &written::short_date(until)]),
        None => said,
    }
}

/// Returns the organisations and open units that are wanted, each unit beneath the one above it: target, id and name.
pub(super) fn places(book: &Book, wanted: impl Fn(Target) -> bool) -> Vec<(String, String)> {
    let mut places = Vec::new();
    for (id, organisation) in &book.directory.organisations {
        if wanted(Target::Organisation(*id)) {
            places.push((id.to_string(), organisation.name.clone()));
        }
        for (unit, depth) in tree(book, *id) {
            if wanted(Target::Unit(unit)) {
                let name = book.directory.units.get(&unit).map(|unit| unit.name.clone()).unwrap_or_default();
                let name = format!("{} {name} ({})", "–".repeat(depth + 1), organisation.name);
                places.push((unit.to_string(), name));
            }
        }
    }
    places
}

/// Returns the open units of an organisation, each after the one above it, with how deep it lies.
pub(super) fn tree(book: &Book, organisation: OrganisationId) -> Vec<(UnitId, usize)> {
    let below = |parent| {
        let mut units: Vec<_> = book.directory.units_below(organisation, parent).collect();
        units.sort_by_key(|(_, unit)| std::cmp::Reverse(unit.name.to_lowercase()));
        units.into_iter().map(|(id, _)| id).collect::<Vec<UnitId>>()
    };
    let mut waiting: Vec<(UnitId, usize)> = below(None).into_iter().map(|id| (id, 0)).collect();
    let mut found = Vec::new();
    // A journal that was tampered with may hold a ring, which no top reaches.
    while let Some((id, depth)) = waiting.pop() {
        found.push((id, depth));
        waiting.extend(below(Some(id)).into_iter().map(|id| (id, depth + 1)));
    }
    found
}

/// Reads a place as a form has it: organisation, and unit when it is one.
pub(super) fn read_place(book: &Book, text: &str) -> Option<(OrganisationId, Option<UnitId>)> {
    if let Ok(unit) = text.parse::<UnitId>() {
        return Some((book.directory.units.get(&unit)?.organisation, Some(unit)));
    }
    text.parse().ok().map(|organisation| (organisation, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::access::ROLES as ALL;

    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(TEXTS), [""; 0]);
    }

    #[test]
    fn every_role_has_a_word_and_a_name() {
        let words: std::collections::BTreeSet<&str> = ALL.iter().map(|role| role_word(*role)).collect();
        assert_eq!(words.len(), ALL.len());
        assert!(ALL.iter().all(|one| role(*one).nb != UNKNOWN.nb));
    }
}
