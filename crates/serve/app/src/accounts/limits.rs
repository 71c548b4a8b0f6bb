//! How long things last, and how long somebody waits who has failed.

use styrbord_events::Instant;
use styrbord_store::Attempts;

const MINUTE: i64 = 60_000;

/// How long a session lasts without being used, in milliseconds.
pub const IDLE_MAX_MS: i64 = 120 * MINUTE;

/// How long a session lasts at the most, in milliseconds.
pub const ABSOLUTE_MAX_MS: i64 = 12 * 60 * MINUTE;

/// How long a one-time code lasts, in milliseconds.
pub const CODE_MAX_MS: i64 = 24 * 60 * MINUTE;

/// After how long a session is written down as used again: not every page costs a write.
pub(super) const SEEN_EVERY_MS: i64 = MINUTE;

/// After how long without another one attempts are forgotten.
pub(super) const FORGET_MS: i64 = 24 * 60 * MINUTE;

/// How many attempts fail before a login has to wait.
pub(super) const FREE_OF_LOGIN: u32 = 5;

/// How many attempts fail before an address has to wait: a whole agency may have one.
pub(super) const FREE_OF_ADDRESS: u32 = 50;

/// The longest wait.
const WAIT_MAX_MS: i64 = 15 * MINUTE;

/// Returns how long one waits after so many failures in milliseconds: nothing at first, then five seconds, doubled by
/// each further one up to a quarter of an hour.
pub fn wait_ms(failures: u32, free: u32) -> i64 {
    let Some(beyond) = failures.checked_sub(free) else { return 0 };
    (5_000_i64 << beyond.min(10)).min(WAIT_MAX_MS)
}

/// Returns for how long one still has to wait, in milliseconds.
pub(super) fn left_ms(attempts: Option<Attempts>, free: u32, now: Instant) -> i64 {
    let Some(attempts) = attempts else { return 0 };
    let wait = wait_ms(attempts.failures, free);
    let over = attempts.last.millis().saturating_add(wait);
    // A clock that was set back makes nobody wait for longer.
    over.saturating_sub(now.millis()).clamp(0, wait)
}

/// Returns the time so much earlier.
pub(super) fn earlier(now: Instant, by_ms: i64) -> Instant {
    Instant::from_millis(now.millis().saturating_sub(by_ms))
}

/// Returns the time so much later.
pub(super) fn later(now: Instant, by_ms: i64) -> Instant {
    Instant::from_millis(now.millis().saturating_add(by_ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_has_an_end() {
        let waits: Vec<i64> =
            [0, 4, 5, 6, 7, 12, 13, 4_000_000_000].map(|failures| wait_ms(failures, 5)).into();
        assert_eq!(waits, [0, 0, 5_000, 10_000, 20_000, 640_000, 900_000, 900_000]);
    }

    #[test]
    fn the_wait_runs_from_the_last_failure() {
        let failed = |failures| Some(Attempts { failures, last: Instant::from_millis(1_000) });
        let left = |failures, now| left_ms(failed(failures), 5, Instant::from_millis(now));
        assert_eq!((left(5, 1_000), left(5, 5_999), left(5, 6_000), left(4, 1_000)), (5_000, 1, 0, 0));
        assert_eq!((left(5, 0), left(4, 0)), (5_000, 0));
        assert_eq!(left_ms(None, 5, Instant::from_millis(0)), 0);
    }
}
