//! What time it is, and which day in Norway.
#![expect(clippy::disallowed_types, reason = "the server is where the clock comes in")]

use std::time::{SystemTime, UNIX_EPOCH};
use styrbord_app::Date;
use styrbord_app::follow::events::Instant;

const HOUR_MS: i64 = 3_600_000;

/// Returns the time now.
pub(crate) fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Returns the day that it is in Norway: an hour before Greenwich, two in summer.
pub(crate) fn day_in_norway(at: Instant) -> Date {
    as_in_norway(at).date()
}

/// Returns the day, hour and minute that clocks in Norway show.
pub(crate) fn time_in_norway(at: Instant) -> (Date, i64, i64) {
    let there = as_in_norway(at);
    let of_day = there.millis().saturating_sub(Instant::start_of(there.date()).millis());
    (there.date(), of_day / HOUR_MS, of_day % HOUR_MS / 60_000)
}

/// Returns the time at which a day begins in Norway.
pub(crate) fn start_in_norway(day: Date) -> Instant {
    let midnight = Instant::start_of(day).millis();
    let earlier = |hours: i64| Instant::from_millis(midnight.saturating_sub(hours * HOUR_MS));
    if as_in_norway(earlier(2)).millis() == midnight { earlier(2) } else { earlier(1) }
}

/// Returns the time that would be shown at Greenwich by what clocks in Norway show.
fn as_in_norway(at: Instant) -> Instant {
    let date = at.date();
    let begins = summer_edge(date.year(), 3);
    let ends = summer_edge(date.year(), 10);
    let hours = if begins <= at.millis() && at.millis() < ends { 2 } else { 1 };
    Instant::from_millis(at.millis().saturating_add(hours * HOUR_MS))
}

/// Returns one o'clock at Greenwich on the last Sunday of a month.
fn summer_edge(year: i16, month: u8) -> i64 {
    let last = Date::nearest(year, month, 1).end_of_month();
    let since_sunday = (last.weekday() as i32 + 1) % 7;
    Instant::start_of(last.add_days(-since_sunday)).millis() + HOUR_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_norway() {
        for (at, day) in [
            ("2025-01-31T22:59:59Z", "2025-01-31"),
            ("2025-01-31T23:00:00Z", "2025-02-01"),
            ("2025-06-30T21:59:59Z", "2025-06-30"),
            ("2025-06-30T22:00:00Z", "2025-07-01"),
            ("2025-03-29T23:00:00Z", "2025-03-30"),
            ("2025-10-26T22:30:00Z", "2025-10-26"),
        ] {
            let at = Instant::parse(at).unwrap();
            assert_eq!(day_in_norway(at), Date::parse_iso(day).unwrap(), "{at:?}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight_in_norway() {
        for (day, at) in [
            ("2025-01-31", "2025-01-30T23:00:00Z"),
            ("2025-07-01", "2025-06-30T22:00:00Z"),
            ("2025-03-30", "2025-03-29T23:00:00Z"),
            ("2025-03-31", "2025-03-30T22:00:00Z"),
            ("2025-10-27", "2025-10-26T23:00:00Z"),
        ] {
            let day = Date::parse_iso(day).unwrap();
            assert_eq!(start_in_norway(day), Instant::parse(at).unwrap(), "{day}");
            assert_eq!(time_in_norway(start_in_norway(day)), (day, 0, 0));
        }
        let at = Instant::parse("2025-07-01T10:07:59Z").unwrap();
        assert_eq!(time_in_norway(at), (Date::parse_iso("2025-07-01").unwrap(), 12, 7));
    }
}
