//! The wheel of the year.

use super::texts as words;
use crate::frame::Frame;
use crate::site::Looked;
use crate::written;
use styrbord_app::charts::{Ring, Wheel, wheel};
use styrbord_app::follow::CalendarDay;
use styrbord_app::follow::events::ObjectKind;
use styrbord_app::month_name;

/// As many letters of a month's name stand in the wheel.
const SHORT: usize = 3;

/// Returns what falls in each ring: deadlines, reports, meetings.
pub(super) fn rings(days: &[CalendarDay]) -> [Vec<&CalendarDay>; 3] {
    let of = |takes: fn(ObjectKind) -> bool| days.iter().filter(|day| takes(day.object.kind)).collect();
    [
        of(|kind| !matches!(kind, ObjectKind::Report | ObjectKind::Meeting)),
        of(|kind| kind == ObjectKind::Report),
        of(|kind| kind == ObjectKind::Meeting),
    ]
}

/// Draws it.
pub(super) fn draw(looked: &Looked<'_>, frame: &Frame, days: &[CalendarDay]) -> String {
    let language = written::of_calendar(frame.language);
    let words_of = |day: &&CalendarDay| {
        let what = [day.label.as_deref().unwrap_or_default(), &day.title].join(" ");
        (day.date, format!("{} {}", written::date(day.date, frame.language), what.trim()))
    };
    let rings = rings(days).iter().map(|ring| Ring { days: ring.iter().map(words_of).collect() }).collect();
    let months = std::array::from_fn(|month| {
        month_name(u8::try_from(month).unwrap_or_default() + 1, language).chars().take(SHORT).collect()
    });
    wheel(&Wheel {
        id: "wheel".to_owned(),
        title: frame.with(words::WHEEL, looked.year.year),
        description: frame.t(words::WHEEL_SAYS).to_owned(),
        year: looked.year.year,
        months,
        rings,
        today: Some(looked.day),
    })
    .to_string()
}
