//! Who there is to choose: the people and units of the agency of a year; and what people are called.

use crate::site::Looked;
use styrbord_app::Language;
use styrbord_app::follow::Names;
use styrbord_app::follow::events::{PersonId, UnitId};

styrbord_app::texts! {
    ERASED = "Person {} (slettet)", "Person {} (sletta)", "Person {} (erased)";
}

/// Returns the name of a person, or what stands for one that was erased.
pub(crate) fn name(names: &Names, person: PersonId, language: Language) -> String {
    names.get(&person).cloned().flatten().unwrap_or_else(|| erased(person, language))
}

/// Returns what stands for a name that was erased: the number, by which one is told from another.
pub(crate) fn erased(person: PersonId, language: Language) -> String {
    ERASED.with(language, &[&person.0])
}

/// Returns the active people of the agency with their names, by name. Two of one name carry their ids.
pub(crate) fn people(looked: &Looked<'_>) -> Vec<(PersonId, String)> {
    let directory = &looked.book.directory;
    let here = directory
        .people
        .iter()
        .filter(|(_, person)| person.active && person.organisation == looked.year.agency);
    let mut people: Vec<(PersonId, String)> =
        here.filter_map(|(id, _)| Some((*id, looked.names.get(id)?.clone()?))).collect();
    people.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    let names: Vec<String> = people.iter().map(|(_, name)| name.clone()).collect();
    for (id, name) in &mut people {
        if names.iter().filter(|other| *other == name).count() > 1 {
            *name = format!("{name} ({id})");
        }
    }
    people
}

/// Returns the open units of the agency with their names, by name. Two of one name carry their ids.
pub(crate) fn units(looked: &Looked<'_>) -> Vec<(UnitId, String)> {
    let directory = &looked.book.directory;
    let here =
        directory.units.iter().filter(|(_, unit)| unit.open && unit.organisation == looked.year.agency);
    let mut units: Vec<(UnitId, String)> = here.map(|(id, unit)| (*id, unit.name.clone())).collect();
    units.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    let names: Vec<String> = units.iter().map(|(_, name)| name.clone()).collect();
    for (id, name) in &mut units {
        if names.iter().filter(|other| *other == name).count() > 1 {
            *name = format!("{name} ({id})");
        }
    }
    units
}

/// Returns all organisations but the agency with their names, by name: the word of each in forms, and its name.
pub(crate) fn others(looked: &Looked<'_>) -> Vec<(String, String)> {
    let all = looked.book.directory.organisations.iter().filter(|(id, _)| **id != looked.year.agency);
    let mut all: Vec<(String, String)> = all.map(|(id, one)| (id.to_string(), one.name.clone())).collect();
    all.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
    all
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
