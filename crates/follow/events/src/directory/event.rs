//! What happened to organisations and people.

use super::{Contact, OrganisationKind, OrganisationNumber, Place, RoleKey, Title};
use crate::ids::{OrganisationId, PersonId, UnitId};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// Something that happened to organisations, units, people or roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An organisation was registered.
    OrganisationRegistered {
        /// Its id.
        organisation: OrganisationId,
        /// What it is.
        kind: OrganisationKind,
        /// Its names.
        title: Title,
        /// Its number.
        number: Option<OrganisationNumber>,
    },
    /// An organisation was renamed.
    OrganisationRenamed {
        /// Which one.
        organisation: OrganisationId,
        /// Its names from now on.
        title: Title,
    },
    /// An organisation was given its number.
    OrganisationNumbered {
        /// Which one.
        organisation: OrganisationId,
        /// The number.
        number: OrganisationNumber,
    },
    /// A unit was added.
    UnitAdded {
        /// Its id.
        unit: UnitId,
        /// The organisation.
        organisation: OrganisationId,
        /// The unit above it.
        parent: Option<UnitId>,
        /// Its name.
        name: String,
    },
    /// A unit was renamed or moved.
    UnitChanged {
        /// Which one.
        unit: UnitId,
        /// The unit above it from now on.
        parent: Option<UnitId>,
        /// Its name from now on.
        name: String,
    },
    /// A unit was closed.
    UnitClosed {
        /// Which one.
        unit: UnitId,
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
    /// A person was renamed.
    PersonRenamed {
        /// Who.
        person: PersonId,
        /// The name, erasable.
        name: TextRef,
    },
    /// It was said how a person is reached.
    ContactSet {
        /// Who.
        person: PersonId,
        /// How, erasable.
        contact: Contact,
    },
    /// A person works elsewhere.
    PersonMoved {
        /// Who.
        person: PersonId,
        /// Where.
        place: Place,
    },
    /// A person may no longer do things.
    PersonDeactivated {
        /// Who.
        person: PersonId,
    },
    /// A person may do things again.
    PersonReactivated {
        /// Who.
        person: PersonId,
    },
    /// A role was given.
    RoleGiven {
        /// To whom.
        person: PersonId,
        /// Which role, for whom.
        role: RoleKey,
        /// The last day.
        until: Option<Date>,
    },
    /// A role was taken.
    RoleTaken {
        /// From whom.
        person: PersonId,
        /// Which role, for whom.
        role: RoleKey,
    },
    /// A text was erased. What refers to it stays; what it said is gone.
    TextErased {
        /// Its reference.
        text: TextRef,
        /// The person whom it named, when it was a name or contact.
        person: Option<PersonId>,
    },
}

impl Event {
    /// Returns the name of the event.
    pub fn name(&self) -> &'static str {
        match self {
            Event::OrganisationRegistered { .. } => "organisation_registered",
            Event::OrganisationRenamed { .. } => "organisation_renamed",
            Event::OrganisationNumbered { .. } => "organisation_numbered",
            Event::UnitAdded { .. } => "unit_added",
            Event::UnitChanged { .. } => "unit_changed",
            Event::UnitClosed { .. } => "unit_closed",
            Event::PersonRegistered { .. } => "person_registered",
            Event::PersonRenamed { .. } => "person_renamed",
            Event::ContactSet { .. } => "contact_set",
            Event::PersonMoved { .. } => "person_moved",
            Event::PersonDeactivated { .. } => "person_deactivated",
            Event::PersonReactivated { .. } => "person_reactivated",
            Event::RoleGiven { .. } => "role_given",
            Event::RoleTaken { .. } => "role_taken",
            Event::TextErased { .. } => "text_erased",
        }
    }
}
