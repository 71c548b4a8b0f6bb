//! The year itself, its letters, and the parts of the plan that they hold, each with its history.

mod apply;
mod command;
mod decide;
mod document;
mod event;
mod finding;
mod held;
mod part;
mod spots;
mod state;
mod view;

pub(crate) use apply::apply;
pub use command::{Command, PartChange};
pub(crate) use decide::decide;
pub use document::{Document, DocumentKind, Letter};
pub use event::{Event, YearStarted};
pub use finding::{FindingHistory, FindingKey, FindingStep, Findings};
pub use held::Held;
pub use part::{Match, PartValue, value_kind};
pub use spots::without_spots;
pub use state::{Carried, Cause, Met, Part, PartVersion, Repealed, Stage, StageReached, State};
pub use view::{Effect, FieldEffect, IncomeEffect, MoneyEffect, PostEffect, fields};
