//! Organisations, people, units and roles, of all agencies in the journal.

use crate::book::{Book, Context, Outcome, Stamp};
use crate::event;
use crate::ids::{OrganisationId, PersonId};
use crate::refusal::Refusal;
use crate::refusals;
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// Asks something about organisations and people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Registers an organisation.
    RegisterOrganisation {
        /// What it is.
        kind: OrganisationKind,
        /// Its public name.
        name: String,
        /// Its short name.
        short: Option<String>,
    },
    /// Registers a person.
    RegisterPerson {
        /// The name; kept erasable.
        name: String,
        /// Where the person works.
        organisation: OrganisationId,
    },
}

/// Something that happened to organisations or people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An organisation was registered.
    OrganisationRegistered {
        /// Its id.
        organisation: OrganisationId,
        /// What it is.
        kind: OrganisationKind,
        /// Its public name.
        name: String,
        /// Its short name.
        short: Option<String>,
    },
    /// A person was registered.
    PersonRegistered {
        /// The id.
        person: PersonId,
        /// The name, erasable.
        name: TextRef,
        /// Where the person works.
        organisation: OrganisationId,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::OrganisationRegistered { .. } => "organisation_registered",
            Event::PersonRegistered { .. } => "person_registered",
        }
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its public name.
    pub name: String,
    /// Its short name.
    pub short: Option<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name, erasable.
    pub name: TextRef,
    /// Where the person works.
    pub organisation: OrganisationId,
    /// Whether the person may still do things.
    pub active: bool,
}

/// All organisations and people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    /// Organisations by id.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// People by id.
    pub people: BTreeMap<PersonId, Person>,
}

impl State {
    /// Tells whether a person is registered and active.
    pub fn is_active(&self, person: PersonId) -> bool {
        self.people.get(&person).is_some_and(|person| person.active)
    }
}

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let state = &context.book.directory;
    let event = match command {
        Command::RegisterOrganisation { kind, name, short } => Event::OrganisationRegistered {
            organisation: OrganisationId(state.organisations.len() as u32 + 1),
            kind: *kind,
            name: name.clone(),
            short: short.clone(),
        },
        Command::RegisterPerson { name, organisation } => {
            if !state.organisations.contains_key(organisation) {
                return Err(refusals::unknown_organisation(*organisation));
            }
            Event::PersonRegistered {
                person: PersonId(state.people.len() as u32 + 1),
                name: out.scribe.write(name),
                organisation: *organisation,
            }
        }
    };
    out.events.push(event::Event::Directory(event));
    Ok(())
}

/// Takes an event in.
pub(crate) fn apply(book: &mut Book, event: &Event, _stamp: &Stamp) {
    let state = &mut book.directory;
    match event {
        Event::OrganisationRegistered { organisation, kind, name, short } => {
            let registered = Organisation { kind: *kind, name: name.clone(), short: short.clone() };
            state.organisations.insert(*organisation, registered);
        }
        Event::PersonRegistered { person, name, organisation } => {
            let registered = Person { name: *name, organisation: *organisation, active: true };
            state.people.insert(*person, registered);
        }
    }
}
