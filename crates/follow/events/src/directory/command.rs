//! What people ask about organisations and people.

use super::{OrganisationKind, RoleKey};
use crate::ids::{OrganisationId, PersonId, UnitId};
use crate::text::TextRef;
use serde::{Deserialize, Serialize};
use styrbord_calendar::Date;

/// Asks something about organisations, units, people or roles. Goes to the stream of the directory.
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
        /// Its nine digits in the national register.
        number: Option<String>,
    },
    /// Gives an organisation a new name; the old one stays in its history.
    RenameOrganisation {
        /// Which one.
        organisation: OrganisationId,
        /// The new name.
        name: String,
        /// The new short name.
        short: Option<String>,
    },
    /// Gives an organisation its number, or corrects it.
    NumberOrganisation {
        /// Which one.
        organisation: OrganisationId,
        /// Nine digits.
        number: String,
    },
    /// Adds a unit to an organisation.
    AddUnit {
        /// The organisation.
        organisation: OrganisationId,
        /// The unit above it.
        parent: Option<UnitId>,
        /// Its name.
        name: String,
    },
    /// Renames a unit, or moves it in the tree of its organisation.
    ChangeUnit {
        /// Which one.
        unit: UnitId,
        /// The unit above it.
        parent: Option<UnitId>,
        /// Its name.
        name: String,
    },
    /// Closes a unit in which nobody works any longer and that has no units below it.
    CloseUnit {
        /// Which one.
        unit: UnitId,
    },
    /// Registers a person.
    RegisterPerson {
        /// The name; kept erasable.
        name: String,
        /// Where the person works.
        organisation: OrganisationId,
    },
    /// Gives a person a new name.
    RenamePerson {
        /// Who.
        person: PersonId,
        /// The new name; kept erasable.
        name: String,
    },
    /// Says how a person is reached; what is left out no longer holds.
    SetContact {
        /// Who.
        person: PersonId,
        /// The e-mail address; kept erasable.
        email: Option<String>,
        /// The telephone number; kept erasable.
        phone: Option<String>,
    },
    /// Says where a person works. Roles for the organisation that the person leaves are taken.
    MovePerson {
        /// Who.
        person: PersonId,
        /// The organisation.
        organisation: OrganisationId,
        /// The unit.
        unit: Option<UnitId>,
    },
    /// Ends what a person may do; the roles stay for the day on which the person comes back.
    DeactivatePerson {
        /// Who.
        person: PersonId,
    },
    /// Lets a person do things again.
    ReactivatePerson {
        /// Who.
        person: PersonId,
    },
    /// Gives a person a role, from the day of the command.
    GiveRole {
        /// Who.
        person: PersonId,
        /// Which role, for whom.
        role: RoleKey,
        /// The last day; none when it has no end.
        until: Option<Date>,
    },
    /// Takes a role, from the day of the command.
    TakeRole {
        /// Who.
        person: PersonId,
        /// Which role, for whom.
        role: RoleKey,
    },
    /// Erases name and contacts of a person who is no longer active, all that there ever were. Needs a reason.
    ErasePerson {
        /// Who; the id stays.
        person: PersonId,
    },
    /// Erases one text, wherever it is referred to. Needs a reason.
    EraseText {
        /// Its reference.
        text: TextRef,
    },
}
