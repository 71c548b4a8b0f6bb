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
    let date = at.date();
    let begins = summer_edge(date.year(), 3);
    let ends = summer_edge(date.year(), 10);
    let hours = if begins <= at.millis() && at.millis() < ends { 2 } else { 1 };
    Instant::from_millis(at.millis().saturating_add(hours * HOUR_MS)).date()
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
}
