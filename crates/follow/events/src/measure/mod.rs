//! Steering parameters: method cards, targets, measurements and assessments, each with full history.
//!
//! Two definitions are two series, never one. A figure is never overwritten: a revision supersedes it with a reason.

mod apply;
mod card;
mod command;
mod decide;
mod decimal;
mod event;
mod period;
mod readiness;
mod reading;
mod refusals;
mod shown;
mod state;
mod target;
mod view;

pub(crate) use apply::apply;
pub use card::{Baseline, Better, Card, ChainStage, ShareOf};
pub use command::Command;
pub(crate) use decide::{carry, decide};
pub use decimal::Decimal;
pub use event::Event;
pub use period::Period;
pub use readiness::{Gap, Missing, readiness};
pub use reading::{Finality, Level, Measurement, Reading, Unit};
pub(crate) use shown::object_view;
pub use state::{Break, CardRevision, Carried, Entry, EntryTexts, Series, State};
pub use target::{Aim, Target, TargetBy};
pub use view::{Difference, DifferenceUnit, Standing, lineage};
