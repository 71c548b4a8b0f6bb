//! What units and other agencies may use.

use super::Decided;
use super::checks::{self, Bound};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind, OrganisationId};
use crate::money::{ChargeSide, Event, Month, Share, refusals};
use crate::refusal::Refusal;
use styrbord_money::Nok;

/// Gives a unit a part of a post.
pub(super) fn sub_allocate(
    context: Context<'_>,
    share: &Share<String>,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::part(year, share.post, ObjectKind::Post)?;
    checks::title(&share.title)?;
    checks::amount(share.amount)?;
    let unit = context.book.directory.units.get(&share.unit);
    if unit.is_none_or(|unit| !unit.open || unit.organisation != year.agency) {
        return Err(refusals::unknown_unit(share.unit));
    }
    let sub_allocation = year.numbers.clone().take(ObjectKind::SubAllocation);
    let Share { post, unit, amount, .. } = *share;
    let title = out.scribe.write(&share.title);
    checks::bounded(context, post, Bound::SubAllocated, over, out, |over| Event::SubAllocated {
        sub_allocation,
        share: Share { post, unit, title, amount },
        over,
    })
}

/// Changes what a unit has.
pub(super) fn change(
    context: Context<'_>,
    sub_allocation: ObjectId,
    amount: Nok,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    let given = year.money.sub_allocations.get(&sub_allocation);
    let given = given.ok_or_else(|| crate::refusals::no_such_object(sub_allocation))?;
    checks::amount_or_zero(amount)?;
    checks::bounded(context, given.share.post, Bound::SubAllocated, over, out, |over| {
        Event::SubAllocationChanged { sub_allocation, amount, over }
    })
}

/// Gives or receives a charge authorisation.
pub(super) fn charge(
    context: Context<'_>,
    side: ChargeSide,
    (title, amount): (&str, Nok),
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::title(title)?;
    checks::amount(amount)?;
    let charge = year.numbers.clone().take(ObjectKind::Charge);
    match side {
        ChargeSide::Given { post, to } => {
            checks::part(year, post, ObjectKind::Post)?;
            other_agency(context, to)?;
            let title = out.scribe.write(title);
            let event = |over| Event::Charged { charge, side, title, amount, over };
            checks::bounded(context, post, Bound::Committed, over, out, event)
        }
        ChargeSide::Received { from, chapter, post } => {
            other_agency(context, from)?;
            if !(1..=9999).contains(&chapter) || post > 99 {
                return Err(refusals::no_such_post(chapter, post));
            }
            let title = out.scribe.write(title);
            Ok(Event::Charged { charge, side, title, amount, over: None })
        }
    }
}

fn other_agency(context: Context<'_>, other: OrganisationId) -> Result<(), Refusal> {
    if !context.book.directory.organisations.contains_key(&other) {
        return Err(crate::refusals::unknown_organisation(other));
    }
    if other == context.open_year()?.agency { Err(refusals::own_agency()) } else { Ok(()) }
}

/// Changes what may be used.
pub(super) fn change_charge(
    context: Context<'_>,
    charge: ObjectId,
    amount: Nok,
    over: Option<&str>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    let given = year.money.charges.get(&charge);
    let given = given.ok_or_else(|| crate::refusals::no_such_object(charge))?;
    checks::amount_or_zero(amount)?;
    if amount < given.used() {
        return Err(refusals::less_than_drawn(charge, given.used()));
    }
    match given.side {
        ChargeSide::Given { post, .. } => {
            let event = |over| Event::ChargeChanged { charge, amount, over };
            checks::bounded(context, post, Bound::Committed, over, out, event)
        }
        ChargeSide::Received { .. } => Ok(Event::ChargeChanged { charge, amount, over: None }),
    }
}

/// Records what was used.
pub(super) fn report(context: Context<'_>, charge: ObjectId, month: Month, used: Nok) -> Decided {
    let year = context.open_year()?;
    let given = year.money.charges.get(&charge);
    let given = given.ok_or_else(|| crate::refusals::no_such_object(charge))?;
    checks::month(year, month)?;
    checks::amount_or_zero(used)?;
    if used > given.amount() {
        return Err(refusals::more_than_left(charge, given.amount()));
    }
    Ok(Event::ChargeReported { charge, month, used })
}
