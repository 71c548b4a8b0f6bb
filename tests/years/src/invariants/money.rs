//! Money: what is bound stays within what there is unless somebody says why, and sums are sums of what was booked.

use super::{Checked, ensure};
use std::collections::BTreeMap;
use styrbord_events::money::import::Source;
use styrbord_events::money::{Month, Step, tree};
use styrbord_events::{ObjectId, Record, Stream, Year, money};
use styrbord_money::Nok;

/// What imports booked, told from the records alone.
#[derive(Debug, Default)]
pub(crate) struct Booked(BTreeMap<(Stream, ObjectId, Month, Source), i64>);

impl Booked {
    /// Takes a booking in: the last one of a post and month holds.
    pub(crate) fn take(&mut self, stream: Stream, event: &money::Event) {
        if let money::Event::ActualsBooked { source, post, month, accounts, .. } = event {
            let sum = accounts.iter().map(|account| account.amount.ore()).sum();
            self.0.insert((stream, *post, *month, *source), sum);
        }
    }

    /// Checks that each post used what was booked: the state accounts where they have a month, else the ledger.
    pub(crate) fn check(&self, year: &Year) -> Checked {
        for chapter in tree(year).chapters {
            for post in &chapter.posts {
                let mut months: BTreeMap<Month, Nok> = BTreeMap::new();
                for source in [Source::Ledger, Source::StateAccounts] {
                    let of_post = self.0.iter().filter(|((stream, id, _, of), _)| {
                        *stream == year.stream && *id == post.object && *of == source
                    });
                    months.extend(of_post.map(|((_, _, month, _), ore)| (*month, Nok::from_ore(*ore))));
                }
                ensure(post.actual.months == months, || {
                    format!("{}: actuals {:?}, booked {months:?}", post.object, post.actual.months)
                })?;
                let sum: i64 = months.values().map(|amount| amount.ore()).sum();
                let income = (3000..6000).contains(&chapter.chapter);
                let expected = if income { -sum } else { sum };
                ensure(post.sums.actual.ore() == expected, || {
                    format!("{}: the sum of actuals {:?} is not {expected}", post.object, post.sums.actual)
                })?;
            }
        }
        Ok(())
    }
}

/// Checks that a command about money made no excess larger unless it says why.
pub(crate) fn check_bounds(before: &Year, after: &Year, records: &[Record]) -> Checked {
    let said = records.iter().any(|record| record.payload.contains("\"over\":{"));
    if said {
        return Ok(());
    }
    let was = excesses(before);
    for (post, now) in excesses(after) {
        let then = was.get(&post).copied().unwrap_or_default();
        ensure(now.0 <= then.0 && now.1 <= then.1, || {
            format!("{post}: the excess grew from {then:?} to {now:?} øre and nobody said why")
        })?;
    }
    Ok(())
}

/// Returns how much more than allocated is bound and given to units, by post, in øre.
fn excesses(year: &Year) -> BTreeMap<ObjectId, (i64, i64)> {
    let posts = tree(year).chapters.into_iter().flat_map(|chapter| chapter.posts);
    let excess = |post: money::PostNode| {
        let allocated = post.sums.allocated?.ore();
        let taken = post.sums.committed.ore().saturating_add(post.sums.charged.ore());
        let bound = taken.saturating_sub(allocated).max(0);
        let given = post.sums.sub_allocated.ore().saturating_sub(allocated).max(0);
        Some((post.object, (bound, given)))
    };
    posts.filter_map(excess).collect()
}

/// Checks that what was paid is the sum of the payments and within what is bound; the same of authorisations.
pub(crate) fn check_sums(year: &Year) -> Checked {
    for (id, commitment) in &year.money.commitments {
        let paid = commitment.history.iter().map(|step| match step.step {
            Step::Drawn(draw) => draw.amount.ore(),
            _ => 0,
        });
        let paid: i64 = paid.sum();
        ensure(commitment.drawn.ore() == paid && paid >= 0, || {
            format!("{id}: drawn {:?}, payments {paid}", commitment.drawn)
        })?;
        let bound = commitment.amounts.get(&year.year).copied().unwrap_or_default();
        ensure(commitment.closed || commitment.drawn <= bound, || {
            format!("{id}: drawn {:?} of {bound:?}", commitment.drawn)
        })?;
    }
    for (id, of) in &year.money.authorisations {
        let used: i64 = of.uses.iter().map(|one| one.amount.ore()).sum();
        ensure(of.used.ore() == used && used >= 0, || format!("{id}: used {:?}, uses {used}", of.used))?;
    }
    for (id, charge) in &year.money.charges {
        ensure(charge.used() <= charge.amount(), || format!("{id}: more was used than may be"))?;
    }
    Ok(())
}
