//! Organisations, people, units and roles, of all agencies in the journal.

mod apply;
mod command;
mod decide;
mod erasure;
mod event;
mod number;
mod refusals;
mod roles;
mod state;

pub(crate) use apply::apply;
pub use command::Command;
pub(crate) use decide::decide;
pub use event::Event;
pub use number::OrganisationNumber;
pub use state::{
    Contact, Erasure, Organisation, OrganisationKind, Person, Place, Role, RoleHeld, RoleKey, State, Title,
    Unit,
};
