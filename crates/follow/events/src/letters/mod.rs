//! The year itself, its letters, and the parts of the plan that they hold, each with its history.

mod apply;
mod command;
mod decide;
mod event;
mod part;
mod state;

pub(crate) use apply::apply;
pub use command::{Command, PartChange};
pub(crate) use decide::decide;
pub use event::{Event, YearStarted};
pub use part::{Match, PartValue, value_kind};
pub use state::{Document, DocumentKind, Letter, Part, PartVersion, Repealed, Stage, State};
