//! Events into state.

use super::state::{Break, CardRevision, Series};
use super::{Card, Carried, Event};
use crate::book::Stamp;
use crate::history::Version;
use crate::ids::ObjectId;
use crate::year::Year;

/// Takes an event in. What refers to an unknown series changes nothing.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    let state = &mut year.measure;
    match event {
        Event::SeriesDefined { series, under, follows, card } => {
            if let Some(before) = follows.and_then(|before| state.series.get_mut(&before)) {
                before.followed_by = Some(*series);
            }
            let defined = || Series { follows: *follows, ..begun(card, *under, None, stamp) };
            state.series.entry(*series).or_insert_with(defined);
        }
        Event::SeriesCarried { series, under, from, card } => {
            state.series.entry(*series).or_insert_with(|| begun(card, *under, Some(*from), stamp));
        }
        Event::EntryWritten { object, period, texts } => {
            let entry = state.entries.entry(*object).or_default().entry(*period).or_default();
            entry.versions.push(Version::new(*texts, stamp));
        }
        Event::EntryCompleted { object, period } | Event::EntryReopened { object, period } => {
            let complete = matches!(event, Event::EntryCompleted { .. });
            if let Some(entry) = state.entries.get_mut(object).and_then(|entries| entries.get_mut(period)) {
                entry.completions.push(Version::new(complete, stamp));
            }
        }
        _ => {
            let series = event.objects().first().and_then(|series| state.series.get_mut(series));
            if let Some(series) = series {
                to_series(series, event, stamp);
            }
        }
    }
}

fn to_series(series: &mut Series, event: &Event, stamp: &Stamp) {
    match event {
        Event::CardRevised { card, same_definition, .. } => {
            series.card = Card::clone(card);
            let revision = CardRevision { card: Card::clone(card), same_definition: *same_definition };
            series.cards.push(Version::new(revision, stamp));
        }
        Event::BreakMarked { from, why, .. } => {
            series.breaks.push(Version::new(Break { from: *from, why: *why }, stamp));
        }
        Event::SeriesClosed { .. } => series.closed = Some(Version::new((), stamp)),
        Event::TargetSet { target, .. } | Event::TargetRevised { target, .. } => {
            series.targets.entry(target.period).or_default().push(Version::new(Some(*target), stamp));
        }
        Event::TargetDropped { period, .. } => {
            series.targets.entry(*period).or_default().push(Version::new(None, stamp));
        }
        Event::MeasurementRecorded { measurement, .. } | Event::MeasurementRevised { measurement, .. } => {
            let recorded = Some(measurement.as_ref().clone());
            series.points.entry(measurement.period).or_default().push(Version::new(recorded, stamp));
        }
        Event::MeasurementWithdrawn { period, .. } => {
            series.points.entry(*period).or_default().push(Version::new(None, stamp));
        }
        _ => {}
    }
}

fn begun(card: &Card, under: Option<ObjectId>, carried: Option<Carried>, stamp: &Stamp) -> Series {
    let first = CardRevision { card: card.clone(), same_definition: None };
    Series {
        under,
        follows: None,
        followed_by: None,
        carried,
        card: card.clone(),
        cards: vec![Version::new(first, stamp)],
        breaks: Vec::new(),
        targets: std::collections::BTreeMap::new(),
        points: std::collections::BTreeMap::new(),
        closed: None,
    }
}
