//! Steering parameters and series: what is allowed, and which events it gives.

mod carry;
mod entries;
mod figures;
mod series;

pub(crate) use carry::carry;

use super::{Command, Event, Series};
use crate::book::{Context, Outcome};
use crate::event;
use crate::ids::ObjectId;
use crate::refusal::Refusal;
use crate::refusals::{no_such_object, reason_missing};
use crate::year::Year;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let year = context.open_year()?;
    let event = match command {
        Command::DefineSeries { .. }
        | Command::ReviseCard { .. }
        | Command::MarkBreak { .. }
        | Command::CloseSeries { .. } => series::decide(context, year, command, out)?,
        Command::SetTarget { .. } | Command::ReviseTarget { .. } | Command::DropTarget { .. } => {
            figures::target(context, year, command)?
        }
        Command::RecordMeasurement { .. }
        | Command::ReviseMeasurement { .. }
        | Command::WithdrawMeasurement { .. } => figures::measurement(context, year, command, out)?,
        Command::WriteEntry { .. } | Command::CompleteEntry { .. } | Command::ReopenEntry { .. } => {
            entries::decide(context, year, command, out)?
        }
    };
    push(out, event);
    Ok(())
}

fn push(out: &mut Outcome, event: Event) {
    out.events.push(event::Event::Measure(event));
}

fn known(year: &Year, series: ObjectId) -> Result<&Series, Refusal> {
    year.measure.series.get(&series).ok_or_else(|| no_such_object(series))
}

fn check_reason(context: Context<'_>) -> Result<(), Refusal> {
    let given = context.envelope.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if given { Ok(()) } else { Err(reason_missing()) }
}
