//! What is shown of a series or a part to those outside.

use super::{Break, Card, EntryTexts, Measurement, Period, Series, Target};
use crate::ids::ObjectId;
use crate::year::Year;
use serde::Serialize;

/// What holds: no drafts, nothing superseded or withdrawn, nobody's name.
#[derive(Serialize)]
struct ObjectShown<'a> {
    series: Option<SeriesShown<'a>>,
    entries: Vec<(Period, EntryTexts)>,
}

#[derive(Serialize)]
struct SeriesShown<'a> {
    under: Option<ObjectId>,
    card: Card,
    breaks: Vec<&'a Break>,
    targets: Vec<&'a Target>,
    points: Vec<&'a Measurement>,
    closed: bool,
}

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no actors.
pub(crate) fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    let series = year.measure.series.get(&object).map(series_shown);
    let entries = year.measure.entries.get(&object).into_iter().flatten();
    let complete = entries.filter(|(_, entry)| entry.is_complete());
    let entries: Vec<_> = complete.map(|(period, entry)| (*period, entry.texts())).collect();
    (series.is_some() || !entries.is_empty()).then_some(ObjectShown { series, entries })
}

fn series_shown(series: &Series) -> SeriesShown<'_> {
    SeriesShown {
        under: series.under,
        card: Card { owner: None, ..series.card.clone() },
        breaks: series.breaks.iter().map(|version| &version.value).collect(),
        targets: series.current_targets().collect(),
        points: series.current_points().collect(),
        closed: series.closed.is_some(),
    }
}
