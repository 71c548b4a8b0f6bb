//! Commitments: bound, changed, paid, given back, ended.

use super::Decided;
use super::checks::{self, Bound};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::money::{CarriedFrom, Commitment, Draw, Event, Terms, add, refusals, view};
use crate::refusal::Refusal;
use crate::text::TextRef;
use crate::year::Year;
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// Binds anew.
pub(super) fn commit(
    context: Context<'_>,
    terms: &Terms<String>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::title(&terms.title)?;
    checks::recipient(context, terms.recipient.as_ref())?;
    check_terms(year, terms)?;
    let kept = terms.kept(&mut out.scribe);
    bind(context, &kept, None, over, out)
}

/// Binds in this year what a commitment of the year before binds of it.
pub(super) fn carry(
    context: Context<'_>,
    (commitment, post): (ObjectId, Option<ObjectId>),
    portion: Option<&str>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    let found = view::awaiting(context.book, year);
    let found = found.into_iter().find(|waits| waits.carried.from.commitment == commitment);
    let waits = found.ok_or_else(|| refusals::nothing_to_carry(commitment))?;
    let post = post.or(waits.post).ok_or_else(|| refusals::post_to_choose(waits.number))?;
    let terms = Terms {
        post,
        title: waits.carried.title,
        amounts: waits.carried.amounts,
        assignment: waits.assignment,
        project: None,
        portion: portion.map(str::to_owned),
        recipient: waits.carried.recipient,
    };
    check_terms(year, &terms)?;
    bind(context, &terms, Some(waits.carried.from), over, out)
}

fn bind(
    context: Context<'_>,
    terms: &Terms<TextRef>,
    from: Option<CarriedFrom>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let commitment = context.open_year()?.numbers.clone().take(ObjectKind::Commitment);
    checks::bounded(context, terms.post, Bound::Committed, over, out, |over| Event::Committed {
        commitment,
        terms: terms.clone(),
        from,
        over,
    })
}

fn check_terms<T>(year: &Year, terms: &Terms<T>) -> Result<(), Refusal> {
    checks::part(year, terms.post, ObjectKind::Post)?;
    checks::amounts(year, &terms.amounts)?;
    checks::portion(year, terms.post, terms.portion.as_deref())?;
    if let Some(assignment) = terms.assignment {
        checks::part(year, assignment, ObjectKind::Assignment)?;
    }
    let Some(project) = terms.project else { return Ok(()) };
    let found = year.money.projects.get(&project);
    let found = found.ok_or_else(|| crate::refusals::no_such_object(project))?;
    if found.cancelled.is_some() {
        return Err(refusals::ended(project));
    }
    if found.terms.post == terms.post { Ok(()) } else { Err(refusals::other_post(project, found.terms.post)) }
}

/// Binds something else from now on, and at least what was paid.
pub(super) fn change(
    context: Context<'_>,
    commitment: ObjectId,
    amounts: &BTreeMap<i16, Nok>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    let found = open(year, commitment)?;
    checks::amounts(year, amounts)?;
    let now = amounts.get(&year.year).copied().unwrap_or_default();
    if now < found.drawn {
        return Err(refusals::less_than_drawn(commitment, found.drawn));
    }
    checks::bounded(context, found.terms.post, Bound::Committed, over, out, |over| Event::CommitmentChanged {
        commitment,
        amounts: amounts.clone(),
        over,
    })
}

/// Records what was paid.
pub(super) fn draw(context: Context<'_>, commitment: ObjectId, draw: Draw) -> Decided {
    let year = context.open_year()?;
    check_draw(year, commitment, open(year, commitment)?, draw)?;
    Ok(Event::CommitmentDrawn { commitment, draw })
}

/// Gives back what is not needed.
pub(super) fn release(context: Context<'_>, commitment: ObjectId, amount: Nok) -> Decided {
    let year = context.open_year()?;
    let left = open(year, commitment)?.outstanding(year.year);
    checks::amount(amount)?;
    if amount > left {
        return Err(refusals::more_than_left(commitment, left));
    }
    Ok(Event::CommitmentReleased { commitment, amount })
}

/// Ends a commitment.
pub(super) fn close(context: Context<'_>, commitment: ObjectId) -> Decided {
    open(context.open_year()?, commitment)?;
    Ok(Event::CommitmentClosed { commitment })
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
