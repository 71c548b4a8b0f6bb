//! Who there is, through time.

use super::OrganisationNumber;
use crate::history::Version;
use crate::ids::{OrganisationId, PersonId, UnitId};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use styrbord_calendar::Date;

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// An agency that gets letters.
    Agency,
    /// A ministry that sends them.
    Ministry,
    /// An agency that takes part in assignments of others.
    Partner,
    /// A municipality.
    Municipality,
}

/// What a person may do, on behalf of an organisation or one of its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Follows the whole year in the agency (virksomhetsstyrer).
    Controller,
    /// Reports for one unit.
    Unit,
    /// Leads the organisation or a unit, and approves.
    Leader,
    /// Steers the agency from the ministry (etatsstyrer).
    Steward,
    /// Takes part in joint assignments, for a partner agency.
    Partner,
    /// Reads.
    Reader,
    /// Gives and takes roles.
    Administrator,
}

/// The name and short name of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The public name.
    pub name: String,
    /// The short name.
    pub short: Option<String>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its public name now.
    pub name: String,
    /// Its short name now.
    pub short: Option<String>,
    /// Its number in the national register.
    pub number: Option<OrganisationNumber>,
    /// The names that it has had, oldest first; the last one is that of today.
    pub titles: Vec<Version<Title>>,
    /// The numbers that it has had, oldest first.
    pub numbers: Vec<Version<OrganisationNumber>>,
}

/// A unit of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its name now.
    pub name: String,
    /// Whether it still exists.
    pub open: bool,
    /// Name, place in the tree and existence through time, oldest first.
    pub history: Vec<Version<(String, Option<UnitId>, bool)>>,
}

/// Where a person works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The unit.
    pub unit: Option<UnitId>,
}

/// How a person is reached; erasable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// The e-mail address.
    pub email: Option<TextRef>,
    /// The telephone number.
    pub phone: Option<TextRef>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name, erasable.
    pub name: TextRef,
    /// How to reach the person.
    pub contact: Contact,
    /// Where the person works.
    pub organisation: OrganisationId,
    /// In which unit.
    pub unit: Option<UnitId>,
    /// Whether the person may still do things.
    pub active: bool,
    /// The names that the person has had, oldest first.
    pub names: Vec<Version<TextRef>>,
    /// The ways in which the person was reached, oldest first.
    pub contacts: Vec<Version<Contact>>,
    /// Where the person has worked, oldest first.
    pub places: Vec<Version<Place>>,
    /// When the person became active or inactive, oldest first.
    pub activity: Vec<Version<bool>>,
    /// The roles that the person has and has had.
    pub roles: Vec<RoleHeld>,
}

/// A role on behalf of an organisation, or of one unit of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RoleKey {
    /// The role.
    pub role: Role,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The unit; none for the whole organisation.
    pub unit: Option<UnitId>,
}

/// A role that a person has or has had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleHeld {
    /// The role and for whom.
    pub key: RoleKey,
    /// The last day, when it was given for a time only.
    pub until: Option<Date>,
    /// When and by whom it was given; it holds from that day.
    pub given: Version<()>,
    /// When and by whom it was taken; it no longer holds on that day.
    pub taken: Option<Version<()>>,
}

impl RoleHeld {
    /// Tells whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.given.stamp.on <= day
            && self.until.is_none_or(|until| day <= until)
            && self.taken.as_ref().is_none_or(|taken| day < taken.stamp.on)
    }
}

impl Person {
    /// Returns every text about the person, each once, in order.
    pub fn texts(&self) -> Vec<TextRef> {
        let contact = |contact: &Contact| [contact.email, contact.phone];
        let contacts = self.contacts.iter().flat_map(|version| contact(&version.value)).flatten();
        let mut texts: Vec<TextRef> =
            self.names.iter().map(|version| version.value).chain(contacts).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// Returns the roles that nobody has taken and that do not end before a day.
    pub fn open_roles(&self, day: Date) -> impl Iterator<Item = &RoleHeld> {
        let lasts =
            move |role: &&RoleHeld| role.taken.is_none() && role.until.is_none_or(|until| day <= until);
        self.roles.iter().filter(lasts)
    }
}

/// A text that was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Erasure {
    /// Its reference.
    pub text: TextRef,
    /// The person whom it named, when it was a name or contact.
    pub person: Option<PersonId>,
}

/// All organisations, units and people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// Organisations by id.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// Units by id.
    pub units: BTreeMap<UnitId, Unit>,
    /// People by id.
    pub people: BTreeMap<PersonId, Person>,
    /// What was erased, when, by whom and why, oldest first.
    pub erasures: Vec<Version<Erasure>>,
}

impl State {
    /// Returns the organisation of a kind that bears a name, or bore it once; capitals do not matter.
    pub fn organisation_named(&self, kind: OrganisationKind, name: &str) -> Option<OrganisationId> {
        let wanted = name.trim().to_lowercase();
        let is_it = |name: &str| name.to_lowercase() == wanted;
        let known = || self.organisations.iter().filter(|(_, one)| one.kind == kind);
        let now = known().find(|(_, one)| is_it(&one.name));
        let once = || known().find(|(_, one)| one.titles.iter().any(|title| is_it(&title.value.name)));
        now.or_else(once).map(|(id, _)| *id)
    }

    /// Tells whether a person is registered and active.
    pub fn is_active(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|person| person.active)
    }

    /// Returns the roles that an active person holds on a day; none for others.
    pub fn roles(&self, person: PersonId, day: Date) -> Vec<RoleKey> {
        let held = self.people.get(&person).filter(|person| person.active);
        let roles = held.into_iter().flat_map(|person| &person.roles);
        roles.filter(|role| role.holds(day)).map(|role| role.key).collect()
    }

    /// Tells whether an active person holds a role for an organisation on a day, in any unit or in none.
    pub fn has_role(&self, person: PersonId, role: Role, organisation: OrganisationId, day: Date) -> bool {
        self.roles(person, day).iter().any(|key| key.role == role && key.organisation == organisation)
    }

    /// Returns the active people who are administrators on a day and were not given an end to it.
    pub fn administrators(&self) -> impl Iterator<Item = PersonId> {
        let lasting = |role: &RoleHeld| {
            role.key.role == Role::Administrator && role.taken.is_none() && role.until.is_none()
        };
        let is_one = move |person: &Person| person.active && person.roles.iter().any(lasting);
        self.people.iter().filter(move |(_, person)| is_one(person)).map(|(id, _)| *id)
    }

    /// Returns the units directly below one, or at the top of an organisation.
    pub fn units_below(
        &self,
        organisation: OrganisationId,
        parent: Option<UnitId>,
    ) -> impl Iterator<Item = (UnitId, &Unit)> {
        let below =
            move |unit: &&Unit| unit.open && unit.organisation == organisation && unit.parent == parent;
        self.units.iter().filter(move |(_, unit)| below(unit)).map(|(id, unit)| (*id, unit))
    }

    /// Tells whether a unit is another one or lies below it, however deep.
    pub fn is_within(&self, unit: UnitId, above: UnitId) -> bool {
        let mut at = Some(unit);
        // A tree of n units is at most n deep; a journal that was tampered with may hold a ring.
        for _ in 0..=self.units.len() {
            match at {
                Some(here) if here == above => return true,
                Some(here) => at = self.units.get(&here).and_then(|unit| unit.parent),
                None => return false,
            }
        }
        false
    }
}
