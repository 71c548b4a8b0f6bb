//! Commitments: bound, changed, paid, given back, ended.

use super::checks::{self, Bound};
use super::{Decided, elsewhere};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::money::{Command, Commitment, Draw, Event, Terms, add, refusals};
use crate::refusal::Refusal;
use crate::year::Year;
use styrbord_money::Nok;

pub(super) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Decided {
    let year = context.open_year()?;
    match command {
        Command::Commit { terms, over } => commit(context, terms, over.as_deref(), out),
        Command::ChangeCommitment { commitment, amounts, over } => {
            let found = open(year, *commitment)?;
            checks::amounts(year, amounts)?;
            let now = amounts.get(&year.year).copied().unwrap_or_default();
            if now < found.drawn {
                return Err(refusals::less_than_drawn(*commitment, found.drawn));
            }
            checks::bounded(context, found.terms.post, Bound::Committed, over.as_deref(), out, |over| {
                Event::CommitmentChanged { commitment: *commitment, amounts: amounts.clone(), over }
            })
        }
        Command::Draw { commitment, draw } => {
            let found = open(year, *commitment)?;
            check_draw(year, *commitment, found, *draw)?;
            Ok(Event::CommitmentDrawn { commitment: *commitment, draw: *draw })
        }
        Command::Release { commitment, amount } => {
            let left = open(year, *commitment)?.outstanding(year.year);
            checks::amount(*amount)?;
            if *amount > left {
                return Err(refusals::more_than_left(*commitment, left));
            }
            Ok(Event::CommitmentReleased { commitment: *commitment, amount: *amount })
        }
        Command::Close { commitment } => {
            open(year, *commitment)?;
            Ok(Event::CommitmentClosed { commitment: *commitment })
        }
        _ => Err(elsewhere()),
    }
}

fn commit(context: Context<'_>, terms: &Terms<String>, over: Option<&str>, out: &mut Outcome) -> Decided {
    let year = context.open_year()?;
    checks::part(year, terms.post, ObjectKind::Post)?;
    checks::title(&terms.title)?;
    checks::amounts(year, &terms.amounts)?;
    checks::recipient(context, terms.recipient.as_ref())?;
    checks::portion(year, terms.post, terms.portion.as_deref())?;
    if let Some(assignment) = terms.assignment {
        checks::part(year, assignment, ObjectKind::Assignment)?;
    }
    if let Some(project) = terms.project {
        let found = year.money.projects.get(&project);
        let found = found.ok_or_else(|| crate::refusals::no_such_object(project))?;
        if found.cancelled.is_some() {
            return Err(refusals::ended(project));
        }
        if found.terms.post != terms.post {
            return Err(refusals::wrong_kind(project, ObjectKind::Project));
        }
    }
    if let Some(from) = terms.carried_from
        && from.commitment.kind != ObjectKind::Commitment
    {
        return Err(refusals::wrong_kind(from.commitment, ObjectKind::Commitment));
    }
    let commitment = year.numbers.clone().take(ObjectKind::Commitment);
    let kept = terms.kept(&mut out.scribe);
    checks::bounded(context, terms.post, Bound::Committed, over, out, |over| Event::Committed {
        commitment,
        terms: kept.clone(),
        over,
    })
}

fn open(year: &Year, commitment: ObjectId) -> Result<&Commitment, Refusal> {
    let found = year.money.commitments.get(&commitment);
    let found = found.ok_or_else(|| crate::refusals::no_such_object(commitment))?;
    if found.closed { Err(refusals::ended(commitment)) } else { Ok(found) }
}

/// What is paid stays within what is bound; what is paid back within what was paid.
fn check_draw(year: &Year, commitment: ObjectId, found: &Commitment, draw: Draw) -> Result<(), Refusal> {
    checks::month(year, draw.month)?;
    let size =
        if draw.amount < Nok::ZERO { Nok::from_ore(draw.amount.ore().saturating_neg()) } else { draw.amount };
    checks::amount(size)?;
    if draw.amount < Nok::ZERO && size > found.drawn {
        return Err(refusals::more_than_left(commitment, found.drawn));
    }
    let bound = found.takes(year.year, year.year);
    if add(found.drawn, draw.amount) > bound {
        return Err(refusals::more_than_left(commitment, found.outstanding(year.year)));
    }
    Ok(())
}
