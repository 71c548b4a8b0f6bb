//! What time it is.

use std::time::{SystemTime, UNIX_EPOCH};
use styrbord_app::follow::events::Instant;

/// Returns the time; none when the machine's clock stands before 1970.
pub(crate) fn now() -> Option<Instant> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Instant::from_millis(i64::try_from(since.as_millis()).ok()?))
}
