//! Projects of the research portfolio.

use super::Decided;
use super::checks::{self, Bound};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::money::{Event, Project, ProjectTerms, ProjectYear, refusals};
use crate::refusal::Refusal;
use crate::year::Year;
use std::collections::BTreeMap;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

/// Registers a project.
pub(super) fn register(
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

/// Changes what a project costs.
pub(super) fn change(
    context: Context<'_>,
    project: ObjectId,
    amounts: &BTreeMap<i16, ProjectYear>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    let found = running(year, project)?;
    check_amounts(year, amounts)?;
    checks::bounded(context, found.terms.post, Bound::Committed, over, out, |over| Event::ProjectChanged {
        project,
        amounts: amounts.clone(),
        over,
    })
}

/// Records that a project delivered.
pub(super) fn deliver(
    context: Context<'_>,
    project: ObjectId,
    reference: &str,
    out: &mut Outcome,
) -> Decided {
    running(context.open_year()?, project)?;
    crate::checks::text(&Message::new("leveransen", "leveransen", "the delivery"), reference)?;
    Ok(Event::ProjectDelivered { project, reference: out.scribe.write(reference) })
}

/// Records that the result was published.
pub(super) fn publish(
    context: Context<'_>,
    project: ObjectId,
    reference: &str,
    out: &mut Outcome,
) -> Decided {
    running(context.open_year()?, project)?;
    crate::checks::text(&Message::new("publikasjonen", "publikasjonen", "the publication"), reference)?;
    Ok(Event::ProjectPublished { project, reference: out.scribe.write(reference) })
}

/// Cancels a project.
pub(super) fn cancel(context: Context<'_>, project: ObjectId) -> Decided {
    running(context.open_year()?, project)?;
    Ok(Event::ProjectCancelled { project })
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
