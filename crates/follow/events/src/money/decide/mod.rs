//! Money: what is allowed, and which events it gives.

mod actuals;
mod authorisations;
mod checks;
mod commitments;
mod projects;
mod shares;

use super::{Command, Event};
use crate::book::{Context, Outcome};
use crate::event;
use crate::refusal::Refusal;

/// So many years ahead money can be bound.
pub(super) const YEARS_AHEAD: i16 = 30;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    let events = match command {
        Command::Commit { .. }
        | Command::ChangeCommitment { .. }
        | Command::Draw { .. }
        | Command::Release { .. }
        | Command::Close { .. } => vec![commitments::decide(context, command, out)?],
        Command::SubAllocate { .. }
        | Command::ChangeSubAllocation { .. }
        | Command::Charge { .. }
        | Command::ChangeCharge { .. }
        | Command::ReportCharge { .. } => vec![shares::decide(context, command, out)?],
        Command::UseAuthorisation { .. }
        | Command::ReturnAuthorisation { .. }
        | Command::LimitAuthorisation { .. } => vec![authorisations::decide(context, command, out)?],
        Command::RegisterProject { .. }
        | Command::ChangeProject { .. }
        | Command::DeliverProject { .. }
        | Command::PublishProject { .. }
        | Command::CancelProject { .. } => vec![projects::decide(context, command, out)?],
        Command::Forecast { .. } | Command::ExplainVariance { .. } => {
            vec![actuals::forecast(context, command, out)?]
        }
        Command::ImportActuals { reading, choice } => actuals::import(context, reading, choice)?,
    };
    out.events.extend(events.into_iter().map(event::Event::Money));
    Ok(())
}

/// A command that was sent to the wrong place; the dispatch above sends none.
fn elsewhere() -> Refusal {
    super::refusals::broken_reading()
}

type Decided = Result<Event, Refusal>;
