//! Series of the last year that go on in the next one.

use super::push;
use crate::book::Outcome;
use crate::ids::{Numbers, ObjectId, ObjectKind};
use crate::measure::{Carried, Event, Target, TargetBy};
use crate::year::Year;
use std::collections::BTreeMap;
use styrbord_calendar::Date;

/// Carries the open series over, with their breaks and the targets that still lie ahead. The figures stay in their
/// year; [`crate::measure::lineage`] finds them. `carried` says which part of the new year each old part became.
pub(crate) fn carry(old: &Year, carried: &BTreeMap<ObjectId, ObjectId>, out: &mut Outcome) {
    let mut numbers = Numbers::default();
    let new_year = Date::nearest(old.year.saturating_add(1), 1, 1);
    for (id, series) in old.measure.series.iter().filter(|(_, series)| series.closed.is_none()) {
        let under = series.under.and_then(|part| carried.get(&part).copied());
        if series.under.is_some() && under.is_none() {
            continue;
        }
        let new = numbers.take(ObjectKind::Series);
        let from = Carried { year: old.year, series: *id };
        push(out, Event::SeriesCarried { series: new, under, from, card: Box::new(series.card.clone()) });
        for mark in &series.breaks {
            push(out, Event::BreakMarked { series: new, from: mark.value.from, why: mark.value.why });
        }
        for target in series.current_targets().filter(|target| target.period.to() >= new_year) {
            let by = match target.by {
                TargetBy::EarlierYear(year) => TargetBy::EarlierYear(year),
                TargetBy::Letter(_) | TargetBy::Person(_) => TargetBy::EarlierYear(old.year),
            };
            push(out, Event::TargetSet { series: new, target: Target { by, ..*target } });
        }
    }
}
