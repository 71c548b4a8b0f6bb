//! What several commands about money ask.

use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::instant::Instant;
use crate::letters::PartValue;
use crate::money::state::State;
use crate::money::view;
use crate::money::{Event, Month, Over, Recipient, refusals};
use crate::refusal::Refusal;
use crate::year::Year;
use crate::{Stamp, checks};
use std::collections::BTreeMap;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;
use styrbord_plan::Portion;

/// No amount is larger: ten thousand milliard kroner.
pub(super) const AMOUNT_MAX: Nok = Nok::from_kroner(10_000_000_000_000);

/// Checks that a part of the letters is of a kind and holds.
pub(super) fn part(year: &Year, id: ObjectId, kind: ObjectKind) -> Result<(), Refusal> {
    if id.kind != kind {
        return Err(refusals::wrong_kind(id, kind));
    }
    let part = year.letters.parts.get(&id).ok_or_else(|| crate::refusals::no_such_object(id))?;
    if part.repealed.is_some() { Err(refusals::repealed(id)) } else { Ok(()) }
}

/// Checks an amount above zero.
pub(super) fn amount(amount: Nok) -> Result<(), Refusal> {
    if amount > Nok::ZERO { amount_or_zero(amount) } else { Err(refusals::amount_out_of_range(amount)) }
}

/// Checks an amount that may be zero.
pub(super) fn amount_or_zero(amount: Nok) -> Result<(), Refusal> {
    let fits = (Nok::ZERO..=AMOUNT_MAX).contains(&amount);
    if fits { Ok(()) } else { Err(refusals::amount_out_of_range(amount)) }
}

/// Checks amounts by year: at least one above zero, this year or later.
pub(super) fn amounts(year: &Year, amounts: &BTreeMap<i16, Nok>) -> Result<(), Refusal> {
    for (of, each) in amounts {
        within(year, *of)?;
        amount_or_zero(*each)?;
    }
    if amounts.values().any(|amount| *amount > Nok::ZERO) { Ok(()) } else { Err(refusals::no_amounts()) }
}

/// Checks that a year is this one or not too far ahead.
pub(super) fn within(year: &Year, of: i16) -> Result<(), Refusal> {
    let fits = of >= year.year && of <= year.year.saturating_add(super::YEARS_AHEAD);
    if fits { Ok(()) } else { Err(refusals::year_out_of_range(of, year.year)) }
}

/// Checks that a month is one of the year.
pub(super) fn month(year: &Year, month: Month) -> Result<(), Refusal> {
    if month.year() == year.year { Ok(()) } else { Err(refusals::month_of_other_year(month, year.year)) }
}

/// Checks a recipient: registered, or with a name.
pub(super) fn recipient(context: Context<'_>, recipient: Option<&Recipient<String>>) -> Result<(), Refusal> {
    match recipient {
        Some(Recipient::Organisation(id)) if !context.book.directory.organisations.contains_key(id) => {
            Err(crate::refusals::unknown_organisation(*id))
        }
        Some(Recipient::Named(name)) => checks::title(
            &Message::new("navnet på mottakeren", "namnet på mottakaren", "the recipient's name"),
            name,
        ),
        _ => Ok(()),
    }
}

/// Checks a title.
pub(super) fn title(title: &str) -> Result<(), Refusal> {
    checks::title(&Message::new("tittelen", "tittelen", "the title"), title)
}

/// Checks that the letter divides a post into such a portion, and that nobody has taken it up.
pub(super) fn portion(year: &Year, post: ObjectId, portion: Option<&str>) -> Result<(), Refusal> {
    let (Some(title), Some(part)) = (portion, year.letters.parts.get(&post)) else { return Ok(()) };
    let PartValue::Post { post: value, .. } = &part.value else { return Ok(()) };
    if !value.breakdown.iter().any(|below| has(below, title)) {
        return Err(refusals::no_such_portion(post, title));
    }
    let taken = view::carried_portions(&year.money, post).contains(title);
    if taken { Err(refusals::portion_taken(title)) } else { Ok(()) }
}

fn has(portion: &Portion, title: &str) -> bool {
    portion.title == title || portion.breakdown.iter().any(|below| has(below, title))
}

/// Which sum a command may make too large.
#[derive(Clone, Copy)]
pub(super) enum Bound {
    /// What is bound of the post.
    Committed,
    /// What units were given of it.
    SubAllocated,
}

/// Completes an event that sets money aside: refused when it makes the post's excess larger and nobody says why.
pub(super) fn bounded(
    context: Context<'_>,
    post: ObjectId,
    bound: Bound,
    over: Option<&str>,
    out: &mut Outcome,
    event: impl Fn(Option<Over>) -> Event,
) -> Result<Event, Refusal> {
    let year = context.open_year()?;
    let excess = |money: &State| match bound {
        Bound::Committed => view::excess(year, money, post),
        Bound::SubAllocated => view::sub_excess(year, money, post),
    };
    let tried = event(None);
    let mut after = year.money.of_post(post);
    after.take(&tried, &stamp(context), year.year);
    let (before, by) = (excess(&year.money), excess(&after));
    if by <= before {
        return Ok(tried);
    }
    let Some(reason) = over.filter(|reason| !reason.trim().is_empty()) else {
        return Err(match bound {
            Bound::Committed => refusals::over_committed(post, by),
            Bound::SubAllocated => refusals::over_given(post, by),
        });
    };
    checks::text(&Message::new("begrunnelsen", "grunngivinga", "the reason"), reason)?;
    Ok(event(Some(Over { by, reason: out.scribe.write(reason) })))
}

/// The stamp of an event that is only tried.
fn stamp(context: Context<'_>) -> Stamp {
    let envelope = context.envelope;
    let (at, on, actor): (Instant, _, _) = (envelope.at, envelope.on, envelope.actor);
    Stamp { seq: u64::MAX, at, on, actor, reason: None }
}
