//! What PostgreSQL says, as an error with a remedy.

use crate::StoreError;
use postgres::Error;
use postgres::error::SqlState;
use std::error::Error as _;

/// Returns what turns an error of PostgreSQL during an operation into one of the store.
pub(super) fn failure(operation: &'static str) -> impl Fn(Error) -> StoreError {
    move |error| {
        let why = whole(&error);
        match error.code() {
            Some(&SqlState::DISK_FULL) => StoreError::Full,
            Some(&SqlState::READ_ONLY_SQL_TRANSACTION | &SqlState::INSUFFICIENT_PRIVILEGE) => {
                StoreError::ReadOnly
            }
            Some(&SqlState::LOCK_NOT_AVAILABLE) => StoreError::Busy,
            Some(&SqlState::DATA_CORRUPTED | &SqlState::INDEX_CORRUPTED) => StoreError::Corrupt { why },
            _ => StoreError::Failed { operation, why },
        }
    }
}

/// Returns an error with its cause: the driver's own text often says no more than `db error`.
pub(super) fn whole(error: &Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}
