//! Projects of the research portfolio.

use super::checks::{self, Bound};
use super::{Decided, elsewhere};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::money::{Command, Event, Project, ProjectTerms, ProjectYear, refusals};
use crate::refusal::Refusal;
use crate::year::Year;
use std::collections::BTreeMap;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

pub(super) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Decided {
    let year = context.open_year()?;
    match command {
        Command::RegisterProject { terms, over } => register(context, terms, over.as_deref(), out),
        Command::ChangeProject { project, amounts, over } => {
            let found = running(year, *project)?;
            check_amounts(year, amounts)?;
            checks::bounded(context, found.terms.post, Bound::Committed, over.as_deref(), out, |over| {
                Event::ProjectChanged { project: *project, amounts: amounts.clone(), over }
            })
        }
        Command::DeliverProject { project, reference } => {
            running(year, *project)?;
            crate::checks::text(&Message::new("leveransen", "leveransen", "the delivery"), reference)?;
            let reference = out.scribe.write(reference);
            Ok(Event::ProjectDelivered { project: *project, reference })
        }
        Command::PublishProject { project, reference } => {
            running(year, *project)?;
            crate::checks::text(
                &Message::new("publikasjonen", "publikasjonen", "the publication"),
                reference,
            )?;
            let reference = out.scribe.write(reference);
            Ok(Event::ProjectPublished { project: *project, reference })
        }
        Command::CancelProject { project } => {
            running(year, *project)?;
            Ok(Event::ProjectCancelled { project: *project })
        }
        _ => Err(elsewhere()),
    }
}

fn register(
    context: Context<'_>,
    terms: &ProjectTerms<String>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::part(year, terms.post, ObjectKind::Post)?;
    checks::title(&terms.title)?;
    check_amounts(year, &terms.amounts)?;
    checks::recipient(context, terms.performer.as_ref())?;
    checks::portion(year, terms.post, terms.portion.as_deref())?;
    if let Some(assignment) = terms.assignment {
        checks::part(year, assignment, ObjectKind::Assignment)?;
    }
    let project = year.numbers.clone().take(ObjectKind::Project);
    let kept = terms.kept(&mut out.scribe);
    checks::bounded(context, terms.post, Bound::Committed, over, out, |over| Event::ProjectRegistered {
        project,
        terms: kept.clone(),
        over,
    })
}

fn check_amounts(year: &Year, amounts: &BTreeMap<i16, ProjectYear>) -> Result<(), Refusal> {
    for (of, ProjectYear { committed, new }) in amounts {
        checks::within(year, *of)?;
        checks::amount_or_zero(*committed)?;
        checks::amount_or_zero(*new)?;
    }
    let some = |of: &ProjectYear| of.committed > Nok::ZERO || of.new > Nok::ZERO;
    if amounts.values().any(some) { Ok(()) } else { Err(refusals::no_amounts()) }
}

fn running(year: &Year, project: ObjectId) -> Result<&Project, Refusal> {
    let found = year.money.projects.get(&project);
    let found = found.ok_or_else(|| crate::refusals::no_such_object(project))?;
    if found.cancelled.is_some() { Err(refusals::ended(project)) } else { Ok(found) }
}
