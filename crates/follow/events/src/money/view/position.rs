//! How one post stands.

use crate::ids::ObjectId;
use crate::letters::{Part, PartValue};
use crate::money::import::Source;
use crate::money::state::State;
use crate::money::{ChargeSide, Month, add, less};
use crate::year::Year;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_money::Nok;
use styrbord_plan::{Portion, PortionKind, Post};

/// How a post or a chapter stands, in this year's money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Sums {
    /// What the letters allocate; none when they state no amount.
    pub allocated: Option<Nok>,
    /// What units were given of it.
    pub sub_allocated: Nok,
    /// What is bound: by commitments, by projects, and by what the letter calls bound and nobody has taken up.
    pub committed: Nok,
    /// What is still to be paid of that.
    pub outstanding: Nok,
    /// What other agencies may use of it.
    pub charged: Nok,
    /// What was used; of incomes what came in.
    pub actual: Nok,
    /// What is expected to have been used by the end of the year.
    pub forecast: Option<Nok>,
    /// Allocated, less what is bound and what others may use; below zero when too much is bound.
    pub uncommitted: Option<Nok>,
    /// Allocated, less what was used, what is still to be paid, and what others may use.
    pub disposable: Option<Nok>,
    /// Allocated less the forecast: above zero is saved (mindreutgift), below zero is excess (merutgift).
    pub variance: Option<Nok>,
}

/// What a post used, by the best figures that there are for each month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Actual {
    /// By month: the state accounts where they have the month, the ledger where they do not.
    pub months: BTreeMap<Month, Nok>,
    /// Months for which the two differ.
    pub differences: Vec<Difference>,
}

/// A month for which state accounts and ledger differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The month.
    pub month: Month,
    /// What the state accounts have.
    pub state_accounts: Nok,
    /// What the ledger has.
    pub ledger: Nok,
}

/// Tells whether a chapter is one of incomes; the accounts have those below zero.
pub fn is_income(chapter: u32) -> bool {
    (3000..6000).contains(&chapter)
}

/// Returns what a post has been allocated, version by version.
pub(super) fn allocations(part: &Part) -> Vec<Option<Nok>> {
    let mut held = None;
    let next = |version: &crate::letters::PartVersion| {
        if let PartValue::Post { post, .. } = &version.value {
            held = allocated(held, post);
        }
        held
    };
    part.history.iter().map(next).collect()
}

/// An amount goes before a change of the one before, and that before the agency's share.
fn allocated(held: Option<Nok>, post: &Post) -> Option<Nok> {
    let changed = post.change_nok.and_then(|change| Some(add(held.or(post.previous_nok)?, change)));
    post.amount_nok.or(changed).or(post.agency_share_nok).or(held)
}

/// Returns how a post stands.
pub(super) fn sums(year: &Year, id: ObjectId) -> Sums {
    let Some((chapter, part, post)) = post_part(year, id) else { return Sums::default() };
    let money = &year.money;
    let allocated = last_allocation(part);
    let claims = claims(money, id, post, year.year);
    let raw: Nok = actual(year, id).months.values().sum();
    let actual = if is_income(chapter) { less(Nok::ZERO, raw) } else { raw };
    let forecast = money.forecasts.get(&id).and_then(|forecasts| forecasts.last()).map(|last| last.amount);
    let left = |taken: Nok| allocated.map(|allocated| less(allocated, taken));
    Sums {
        allocated,
        sub_allocated: sub_allocated(money, id),
        committed: claims.committed,
        outstanding: claims.outstanding,
        charged: claims.charged,
        actual,
        forecast,
        uncommitted: left(add(claims.committed, claims.charged)),
        disposable: left(add(add(actual, claims.outstanding), claims.charged)),
        variance: forecast.and_then(left),
    }
}

/// Returns what a post has now: nothing when a letter took it away.
fn last_allocation(part: &Part) -> Option<Nok> {
    if part.repealed.is_some() {
        return Some(Nok::ZERO);
    }
    allocations(part).last().copied().flatten()
}

pub(super) fn post_part(year: &Year, id: ObjectId) -> Option<(u32, &Part, &Post)> {
    let part = year.letters.parts.get(&id)?;
    match &part.value {
        PartValue::Post { chapter, post } => Some((*chapter, part, post)),
        _ => None,
    }
}

/// Returns by how much a post is over-committed, with the claims of `money` in place of the year's own.
pub(in crate::money) fn excess(year: &Year, money: &State, id: ObjectId) -> Nok {
    let Some((_, part, post)) = post_part(year, id) else { return Nok::ZERO };
    let Some(allocated) = last_allocation(part) else { return Nok::ZERO };
    let claims = claims(money, id, post, year.year);
    less(add(claims.committed, claims.charged), allocated).max(Nok::ZERO)
}

/// Returns by how much more units were given of a post than it has.
pub(in crate::money) fn sub_excess(year: &Year, money: &State, id: ObjectId) -> Nok {
    let Some((_, part, _)) = post_part(year, id) else { return Nok::ZERO };
    let Some(allocated) = last_allocation(part) else { return Nok::ZERO };
    less(sub_allocated(money, id), allocated).max(Nok::ZERO)
}

fn sub_allocated(money: &State, id: ObjectId) -> Nok {
    let given = money.sub_allocations.values().filter(|given| given.share.post == id);
    given.map(crate::money::SubAllocation::amount).sum()
}

/// What is set aside of a post in this year.
struct Claims {
    committed: Nok,
    outstanding: Nok,
    charged: Nok,
}

fn claims(money: &State, id: ObjectId, post: &Post, year: i16) -> Claims {
    let commitments = || money.commitments.values().filter(move |commitment| commitment.terms.post == id);
    let bound: Nok = commitments().map(|commitment| commitment.takes(year, year)).sum();
    let unpaid: Nok = commitments().map(|commitment| commitment.outstanding(year)).sum();
    let projects = money.projects.iter().filter(|(_, project)| project.terms.post == id);
    let projects: Nok = projects.map(|(project, _)| unbound(money, *project, year)).sum();
    let carried = carried_portions(money, id);
    let stated: Nok = post.breakdown.iter().map(|portion| stated(portion, &carried)).sum();
    let given = money.charges.values().filter(|charge| match charge.side {
        ChargeSide::Given { post, .. } => post == id,
        ChargeSide::Received { .. } => false,
    });
    Claims {
        committed: add(add(bound, projects), stated),
        outstanding: add(add(unpaid, projects), stated),
        charged: given.map(crate::money::Charge::amount).sum(),
    }
}

/// Returns what a project has bound in a year beyond the commitments that name it.
pub(super) fn unbound(money: &State, project: ObjectId, year: i16) -> Nok {
    let Some(found) = money.projects.get(&project).filter(|found| found.cancelled.is_none()) else {
        return Nok::ZERO;
    };
    let named = money.commitments.values().filter(|commitment| commitment.terms.project == Some(project));
    // An ended commitment still explains what the project had bound.
    let of_year = |commitment: &crate::money::Commitment| commitment.amounts.get(&year).copied();
    let bound: Nok = named.filter_map(of_year).sum();
    let committed = found.amounts.get(&year).copied().unwrap_or_default().committed;
    less(committed, bound).max(Nok::ZERO)
}

/// Returns the titles of the portions of a post that commitments and projects carry out.
pub(in crate::money) fn carried_portions(money: &State, id: ObjectId) -> BTreeSet<&str> {
    let commitments = money.commitments.values().filter(|commitment| commitment.terms.post == id);
    let projects = money.projects.values().filter(|project| project.terms.post == id);
    let of_commitments = commitments.filter_map(|commitment| commitment.terms.portion.as_deref());
    of_commitments.chain(projects.filter_map(|project| project.terms.portion.as_deref())).collect()
}

/// Returns what a portion binds by the letter's own word and nobody has taken up.
fn stated(portion: &Portion, carried: &BTreeSet<&str>) -> Nok {
    if portion.kind != PortionKind::Commitment {
        return portion.breakdown.iter().map(|below| stated(below, carried)).sum();
    }
    less(portion.amount_nok, taken_up(portion, carried)).max(Nok::ZERO)
}

fn taken_up(portion: &Portion, carried: &BTreeSet<&str>) -> Nok {
    if carried.contains(portion.title.as_str()) {
        return portion.amount_nok;
    }
    portion.breakdown.iter().map(|below| taken_up(below, carried)).sum()
}

/// Returns what a post used by month, with the sign of the accounts.
pub(super) fn actual(year: &Year, id: ObjectId) -> Actual {
    let of = |source| year.money.actuals.get(&source).and_then(|posts| posts.get(&id));
    let mut actual = Actual::default();
    let last = |source| {
        let booked = of(source).into_iter().flatten();
        booked.filter_map(|(month, bookings)| Some((*month, bookings.last()?.amount)))
    };
    actual.months.extend(last(Source::Ledger));
    for (month, state_accounts) in last(Source::StateAccounts) {
        let ledger = actual.months.insert(month, state_accounts);
        if let Some(ledger) = ledger.filter(|ledger| *ledger != state_accounts) {
            actual.differences.push(Difference { month, state_accounts, ledger });
        }
    }
    actual
}
