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

type Decided = Result<Event, Refusal>;

/// Decides a command.
pub(crate) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<(), Refusal> {
    if let Command::ImportActuals { reading, choice } = command {
        let events = actuals::import(context, reading, choice)?;
        out.events.extend(events.into_iter().map(event::Event::Money));
        return Ok(());
    }
    if let Some(event) = decide_one(context, command, out)? {
        out.events.push(event::Event::Money(event));
    }
    Ok(())
}

/// Decides a command that gives one event.
fn decide_one(context: Context<'_>, command: &Command, out: &mut Outcome) -> Result<Option<Event>, Refusal> {
    use Command as C;
    let event = match command {
        C::Commit { terms, over } => commitments::commit(context, terms, over.as_deref(), out),
        C::Carry { commitment, post, portion, over } => {
            commitments::carry(context, (*commitment, *post), portion.as_deref(), over.as_deref(), out)
        }
        C::ChangeCommitment { commitment, amounts, over } => {
            commitments::change(context, *commitment, amounts, over.as_deref(), out)
        }
        C::Draw { commitment, draw } => commitments::draw(context, *commitment, *draw),
        C::Release { commitment, amount } => commitments::release(context, *commitment, *amount),
        C::Close { commitment } => commitments::close(context, *commitment),
        C::SubAllocate { share, over } => shares::sub_allocate(context, share, over.as_deref(), out),
        C::ChangeSubAllocation { sub_allocation, amount, over } => {
            shares::change(context, *sub_allocation, *amount, over.as_deref(), out)
        }
        C::UseAuthorisation { authorisation, amount, purpose, commitment } => {
            authorisations::spend(context, (*authorisation, *amount), purpose, *commitment, out)
        }
        C::ReturnAuthorisation { authorisation, amount } => {
            authorisations::give_back(context, *authorisation, *amount)
        }
        C::LimitAuthorisation { authorisation, limit, basis } => {
            authorisations::set_limit(context, (*authorisation, *limit), basis, out)
        }
        C::Charge { side, title, amount, over } => {
            shares::charge(context, *side, (title, *amount), over.as_deref(), out)
        }
        C::ChangeCharge { charge, amount, over } => {
            shares::change_charge(context, *charge, *amount, over.as_deref(), out)
        }
        C::ReportCharge { charge, month, used } => shares::report(context, *charge, *month, *used),
        C::RegisterProject { terms, over } => projects::register(context, terms, over.as_deref(), out),
        C::ChangeProject { project, amounts, over } => {
            projects::change(context, *project, amounts, over.as_deref(), out)
        }
        C::DeliverProject { project, reference } => projects::deliver(context, *project, reference, out),
        C::PublishProject { project, reference } => projects::publish(context, *project, reference, out),
        C::CancelProject { project } => projects::cancel(context, *project),
        C::Forecast { post, amount, explanation } => {
            actuals::forecast(context, (*post, *amount), explanation.as_deref(), out)
        }
        C::ExplainVariance { post, month, text } => actuals::explain(context, *post, *month, text, out),
        C::ImportActuals { .. } => return Ok(None),
    };
    event.map(Some)
}
